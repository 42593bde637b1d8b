"""What the engine needs of others."""

from typing import Protocol

from bot.domain.language import Level
from bot.domain.question import FollowUp, Question
from bot.domain.verdict import Assessment, ReplyVerdict


class Grader(Protocol):
    """Judges answers; pure: the same answer always gets the same verdicts."""

    def assess(self, question: Question, answer: str, level: Level, asked: str = "") -> Assessment:
        """Verdicts on all points and flags; `asked` is what the interviewer had asked last, for short replies."""
        ...

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        """Verdict on the reply to a prepared follow-up question."""
        ...
