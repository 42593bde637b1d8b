"""What people taught the bot: phrasings accepted in the database, for everyone and in every process at once."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.language import Language
from bot.domain.question import Bank, Misconception, Question, RubricPoint
from bot.engine.interview import Interviewer
from bot.grading.lessons import Lesson, Lessons, TaughtGrader
from storage import Transaction, phrasings
from storage.models import PhrasingState, PhrasingTarget
from storage.phrasings import PhrasingRow


class Learning:
    """An interviewer who knows the accepted phrasings; they are read anew when their revision has changed."""

    def __init__(self, bank: Bank, interviewer: Interviewer) -> None:
        self._bank = bank
        self._interviewer = interviewer
        self._known = (0, interviewer)

    async def interviewer(self, tx: Transaction) -> Interviewer:
        """The interviewer as of now."""
        revision = await phrasings.revision(tx)
        if revision != self._known[0]:
            accepted = await phrasings.in_state(tx, PhrasingState.ACCEPTED)
            grader = TaughtGrader(self._interviewer.grader, lessons(accepted))
            self._known = (revision, self._interviewer.over(extended(self._bank, accepted), grader))
        return self._known[1]


def lessons(accepted: Iterable[PhrasingRow]) -> Lessons:
    """The same words to be taken literally, by question."""
    found: dict[tuple[str, Language], tuple[Lesson, ...]] = {}
    for row in accepted:
        key = row.question_id, Language(row.language)
        lesson = Lesson(row.target_id, row.phrasing, clears=row.target is PhrasingTarget.FLAG)
        found[key] = (*found.get(key, ()), lesson)
    return found


def extended(bank: Bank, accepted: Iterable[PhrasingRow]) -> Bank:
    """The bank with these phrasings added; those for questions, points or flags that it has no more are left out."""
    questions = dict(bank.questions)
    for row in accepted:
        key = row.question_id, Language(row.language)
        if key in questions:
            questions[key] = taught(questions[key], row.target, row.target_id, row.phrasing)
    return replace(bank, questions=questions)


def taught(question: Question, target: PhrasingTarget, name: str, words: str) -> Question:
    """The question with the words as another phrasing of the point, or as a near miss of the flag."""
    if target is PhrasingTarget.POINT:
        return replace(question, points=tuple(_phrased(point, name, words) for point in question.points))
    return replace(question, red_flags=tuple(_missed(flag, name, words) for flag in question.red_flags))


def _phrased(point: RubricPoint, name: str, words: str) -> RubricPoint:
    if point.id != name or words in (point.text, *point.phrasings):
        return point
    return replace(point, phrasings=(*point.phrasings, words))


def _missed(flag: Misconception, name: str, words: str) -> Misconception:
    if flag.id != name or words in flag.near_misses:
        return flag
    return replace(flag, near_misses=(*flag.near_misses, words))
