"""One reply graded: the grader's verdicts, what they open, and how far the words are the candidate's own."""

import re
from dataclasses import dataclass, replace

from bot.domain.language import Level
from bot.domain.ports import Grader
from bot.domain.question import FollowUp, Misconception, Question
from bot.domain.verdict import Assessment, FlagStatus, Opinion, PointStatus, Remark, ReplyStatus, ReplyVerdict
from bot.engine import classify
from bot.engine.elsewhere import Fields
from bot.engine.evidence import flag_findings, point_findings
from bot.engine.grounds import claim_nearness, grounded
from bot.engine.nearness import closest, heads, opened_point, opposite_point, overlap
from bot.engine.opinions import advised
from bot.engine.phrases import Manner
from bot.engine.policy import Policy
from bot.engine.quotation import quotes, sentences
from bot.engine.state import ABOUT_CLAIM, CHOOSING, Aim, FlagFinding, PointFinding, Reply, Stance, Trust

_CODE = re.compile(r"[;{}=()\[\]<>]")
_CODE_SIGNS = 10
"""Signs of code from which a text counts as a code block."""
_CODE_SHARE = 0.06
"""Share of such signs among all characters from which it does."""
_SHINGLE = 5
"""Words in a row that are looked for in the page when a pasted text is suspected."""


_AS_REPLY = {
    PointStatus.STATED: ReplyStatus.CORRECT,
    PointStatus.UNSURE: ReplyStatus.PARTIAL,
    PointStatus.MISSING: ReplyStatus.WRONG,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A reply with its findings, and the verdicts they come from."""

    reply: Reply
    assessment: Assessment
    verdict: ReplyVerdict | None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was found in it: no point, no claim, no stance, no right reply."""
        return self.silent and not self.reply.points

    @property
    def silent(self) -> bool:
        """Whether nothing but half a point was found in it."""
        right = self.verdict is not None and self.verdict.status is not ReplyStatus.WRONG
        return not (self.states or self.reply.flags or right or self.reply.stance is not Stance.NONE)

    @property
    def states(self) -> bool:
        """Whether it says a point outright."""
        return any(finding.status is PointStatus.STATED for finding in self.reply.points)

    def remarked(self, *remarks: Remark) -> bool:
        """Whether the grader made one of these remarks."""
        return not self.assessment.remarks.isdisjoint(remarks)


class Judge:
    """Grades replies; pure as its grader."""

    def __init__(self, grader: Grader, policy: Policy, fields: Fields) -> None:
        self._grader = grader
        self._policy = policy
        self._fields = fields

    def judge(self, question: Question, level: Level, reply: Reply, opinion: Opinion | None = None) -> Judged:
        """Grade a reply; its `focus`, `asked` and `hinted` say under which circumstances it was given.

        `opinion` is a second one on its text.
        """
        pasted = is_pasted(question, reply.text, self._policy)
        about = None if pasted else _probed(question, reply)
        graded = _in_words(self._grader.assess(question, reply.text, level, reply.asked, about), reply.text)
        assessment = advised(graded, question, opinion)
        prepared = _prepared(question, reply)
        verdict = self._grader.judge_reply(question, prepared, reply.text) if prepared else _on_point(graded, about)
        trust = Trust.PASTED if pasted else _trust(reply, assessment)
        points = point_findings(reply.text, assessment.points)
        # A list of terms claims nothing, right or wrong.
        flags = () if trust is Trust.TERMS else self._claims(question, reply.text, points, assessment)
        claims = any(finding.status is FlagStatus.ASSERTED for finding in flags)
        credible = trust is Trust.OWN and not claims
        opened = self._opened(question, prepared, verdict, reply.text) if prepared and verdict and credible else ()
        judged = replace(
            reply,
            points=(*points, *opened),
            flags=flags,
            verdict=verdict.status if verdict else None,
            trust=trust,
            stance=stance(reply),
        )
        if judged.focus.aim in CHOOSING and judged.stance is Stance.NONE and self._repeats_right(question, judged):
            judged = replace(judged, stance=Stance.TAKEN_BACK)
        return Judged(judged, _as_found(assessment, judged.flags), verdict)

    def _claims(
        self, question: Question, text: str, points: tuple[PointFinding, ...], assessment: Assessment
    ) -> tuple[FlagFinding, ...]:
        """Wrong claims made, suspected or rejected, as far as there is ground for them: there is hardly any in code."""
        found = flag_findings(text, assessment.flags, self._policy.certain, self._policy.suspicion)
        strange = bool(found) and (looks_like_code(text) or self._fields.is_strange(question, text))
        return grounded(question, points, found, strange=strange)

    def against(self, question: Question, level: Level, flag: Misconception, text: str) -> str:
        """The sentence of a text that rejects a claim or says what is right instead, empty if there is none.

        What is right is judged as a reply is: by the claim's correction. Of 5,700 examples of the shipped bank for
        another question 3 are taken to say something against a claim; of 318 corrections none is missed.
        """
        near = heads(flag.claim) | heads(flag.correction)
        weigh = self._fields.weigh(question.language)
        return next(
            (
                sentence
                for sentence in sentences(text)
                if overlap(heads(sentence), near, weigh) >= self._policy.right_nearness
                and self._rejects(question, level, flag, sentence)
            ),
            "",
        )

    def _rejects(self, question: Question, level: Level, flag: Misconception, sentence: str) -> bool:
        verdicts = self._grader.assess(question, sentence, level).flags
        verdict = next(each for each in verdicts if each.flag == flag.id)
        if verdict.status is FlagStatus.DENIED or not flag.correction:
            return verdict.status is FlagStatus.DENIED
        if verdict.status is FlagStatus.ASSERTED and verdict.suspect >= self._policy.certain:
            return False
        nearer = closest((flag.correction,), sentence) > claim_nearness(flag, sentence)
        return (nearer or verdict.status is FlagStatus.ABSENT) and self._says(question, flag, sentence)

    def _says(self, question: Question, flag: Misconception, sentence: str) -> bool:
        """Whether a sentence says the correction of a claim."""
        expected = FollowUp(flag.id, flag.probe or flag.claim, flag.correction)
        reply = self._grader.judge_reply(question, expected, sentence)
        return reply.status is not ReplyStatus.WRONG and reply.score >= self._policy.right_said

    def _repeats_right(self, question: Question, reply: Reply) -> bool:
        """Whether a reply says the right version of the claim it was asked about, and the claim no more."""
        flag = next((each for each in question.red_flags if each.id == reply.focus.target), None)
        point = opposite_point(question, flag, self._policy.opposite_nearness) if flag else None
        stated = any(each.point == point and each.status is PointStatus.STATED for each in reply.points)
        return stated and all(each.flag != reply.focus.target for each in reply.flags)

    def _opened(
        self, question: Question, follow_up: FollowUp, verdict: ReplyVerdict, text: str
    ) -> tuple[PointFinding, ...]:
        """A right reply says the point its follow-up names; one partly right, or near a point only, half says it."""
        point = opened_point(question, follow_up, self._policy.nearness)
        if point is None or verdict.status is ReplyStatus.WRONG or verdict.score < self._policy.half_said:
            return ()
        whole = verdict.status is ReplyStatus.CORRECT and follow_up.point is not None
        status = PointStatus.STATED if whole else PointStatus.UNSURE
        return (PointFinding(point, status, quotes(text, verdict.evidence)),)


def _trust(reply: Reply, assessment: Assessment) -> Trust:
    """Bare terms are no answer to an open question, and may well be one to a narrow one."""
    listed = Remark.BUZZWORDS in assessment.remarks and reply.focus.aim in (Aim.MAIN, Aim.OPEN)
    return Trust.TERMS if listed else Trust.OWN


def _in_words(assessment: Assessment, text: str) -> Assessment:
    """The assessment without points that code alone would say: it is to be explained first."""
    if not looks_like_code(text):
        return assessment
    points = (
        replace(each, status=PointStatus.MISSING, evidence=())
        if all(_code_share(words) >= _CODE_SHARE for words in quotes(text, each.evidence))
        else each
        for each in assessment.points
    )
    return replace(assessment, points=tuple(points))


def _as_found(assessment: Assessment, flags: tuple[FlagFinding, ...]) -> Assessment:
    """The assessment as it is logged: a claim without ground is none."""
    found = {finding.flag for finding in flags}
    return replace(
        assessment,
        flags=tuple(
            each if each.flag in found else replace(each, status=FlagStatus.ABSENT, evidence=())
            for each in assessment.flags
        ),
    )


def _prepared(question: Question, reply: Reply) -> FollowUp | None:
    """The prepared follow-up that is replied to."""
    wanted = reply.focus.target if reply.focus.aim is Aim.FOLLOW_UP else None
    return next((each for each in question.follow_ups if each.id == wanted), None)


def _probed(question: Question, reply: Reply) -> str | None:
    """The point whose probe is replied to: a reply need not say again what the probe has said."""
    wanted = reply.focus.target if reply.focus.aim is Aim.POINT else None
    return next((each.id for each in question.points if each.id == wanted), None)


def _on_point(assessment: Assessment, about: str | None) -> ReplyVerdict | None:
    """The verdict on a probed point as one on the reply."""
    return next(
        (
            ReplyVerdict(_AS_REPLY[each.status], each.score, each.evidence, each.reason)
            for each in assessment.points
            if each.point == about
        ),
        None,
    )


def stance(reply: Reply) -> Stance:
    """What a reply to a question about a claim says of it; a yes counts only where yes or no was asked."""
    if reply.focus.aim not in ABOUT_CLAIM:
        return Stance.NONE
    if classify.takes_back(reply.text):
        return Stance.TAKEN_BACK
    if reply.focus.aim in CHOOSING:
        return _chosen(reply)
    leaning = classify.leans(reply.text)
    if reply.focus.aim is Aim.CONSEQUENCE:
        # Nobody answers "what follows from it?" with a no unless he does not hold it.
        return Stance.NO if leaning is Manner.NO else Stance.NONE
    return {Manner.YES: Stance.YES, Manner.NO: Stance.NO}.get(leaning, Stance.NONE)


def _chosen(reply: Reply) -> Stance:
    """What choosing one of two statements by its place says of the claim, which is the other one."""
    place = classify.place_named(reply.text)
    if place is None:
        return Stance.NONE
    right = 1 if reply.focus.aim is Aim.FIRST else 2
    return Stance.TAKEN_BACK if place == right else Stance.YES


def looks_like_code(text: str) -> bool:
    """Whether the text is mostly code, by its punctuation."""
    return len(_CODE.findall(text)) >= _CODE_SIGNS and _code_share(text) >= _CODE_SHARE


def _code_share(text: str) -> float:
    return len(_CODE.findall(text)) / max(len(text), 1)


def _shingles(text: str) -> set[str]:
    found = classify.words(text).split()
    return {" ".join(found[start : start + _SHINGLE]) for start in range(len(found) - _SHINGLE + 1)}


def is_pasted(question: Question, text: str, policy: Policy) -> bool:
    """Whether a long text repeats the page itself: its explanations, points or expected replies, word for word."""
    if len(text.split()) < policy.paste_words:
        return False
    said = _shingles(text)
    page = [*question.explanations.values(), *(each.answer for each in question.follow_ups)]
    points = " ".join(point.text for point in question.points)
    known = set().union(*(_shingles(part) for part in [*page, points]))
    return len(said & known) >= policy.paste_share * len(said)
