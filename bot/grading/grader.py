"""The grader: answers to verdicts."""

from collections import OrderedDict
from statistics import fmean

from bot.domain.language import Language, Level
from bot.domain.question import FollowUp, Question
from bot.domain.verdict import Assessment, FlagStatus, ReplyVerdict
from bot.grading.analysis import Analyser
from bot.grading.claims import measure_flags
from bot.grading.contraries import contrary_flags, without_claims
from bot.grading.flags import flag_verdict
from bot.grading.lexicon import Lexicon
from bot.grading.matching import Answer
from bot.grading.model import Model, load_model
from bot.grading.morphology import DictionaryMorphology
from bot.grading.points import WORTHLESS, measure, point_verdict
from bot.grading.probes import adds, probed_verdict
from bot.grading.remarks import notice
from bot.grading.replies import reply_verdict
from bot.grading.rubric import Rubric, compile_question, compile_reply
from bot.grading.scoring import score

REMEMBERED = 256
"""Compiled questions kept, some 0.3 MB each."""
STANDING = 0.4
"""Mean probability of the points of an average answer, for questions that have none."""


class RubricGrader:
    """Grades by rubric: coverage and fuzzy features, a calibrated model and a verifier of claims; offline and pure."""

    def __init__(self, model: Model | None = None) -> None:
        self._analyser = Analyser(Lexicon(), DictionaryMorphology())
        self._model = model or load_model()
        self._rubrics: OrderedDict[tuple[str, Language], Rubric] = OrderedDict()

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        """Verdicts on all points and flags; short replies lean on what was `asked`, and `about` which point."""
        rubric = self.rubric(question)
        read = Answer(self._analyser.read(answer, question.language))
        context = self._analyser.read(asked, question.language)
        noticed = notice(rubric, read, context)
        measured = measure(rubric, read, context)
        points = tuple(point_verdict(point, read, self._model, question.language, noticed) for point in measured)
        contrary = contrary_flags(measured, rubric.flags, read)
        standing = fmean(point.score for point in points) if points else STANDING
        flags = tuple(
            flag_verdict(flag, contrary.get(flag.compiled.flag.id), read, self._model, question.language)
            for flag in measure_flags(rubric, measured, standing, read)
        )
        points = without_claims(points, flags, question.language)
        claims = any(flag.status is FlagStatus.ASSERTED for flag in flags)
        if about and not claims and not noticed & WORTHLESS:
            told = probed_verdict(rubric, about, read, context, self._model)
            points = tuple(told if told.point == point.point and adds(told, point) else point for point in points)
        mark = score(question, level, points, flags, self._model.mark)
        return Assessment(points, flags, mark, noticed)

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        """Verdict on the reply to a prepared follow-up question."""
        statement = compile_reply(question, follow_up, self._analyser)
        return reply_verdict(
            statement, Answer(self._analyser.read(answer, question.language)), self._model, question.language
        )

    def rubric(self, question: Question) -> Rubric:
        """The question compiled; remembered as long as it is among the latest used and did not change."""
        key = question.id, question.language
        known = self._rubrics.pop(key, None)
        if known is None or known.question != question:
            known = compile_question(question, self._analyser)
        self._rubrics[key] = known
        if len(self._rubrics) > REMEMBERED:
            self._rubrics.popitem(last=False)
        return known
