"""What the engine needs of others."""

from typing import Protocol

from bot.domain.language import Level
from bot.domain.question import FollowUp, Question
from bot.domain.verdict import Assessment, ReplyVerdict


class Grader(Protocol):
    """Judges answers; pure: the same answer always gets the same verdicts."""

    def assess(
        self, question: Question, answer: str, level: Level, asked: str = "", about: str | None = None
    ) -> Assessment:
        """Verdicts on all points and flags.

        `asked` is what the interviewer had asked last and `about` the id of the point that he had asked for, if any:
        a short reply leans on both.
        """
        ...

    def judge_reply(self, question: Question, follow_up: FollowUp, answer: str) -> ReplyVerdict:
        """Verdict on the reply to a prepared follow-up question."""
        ...
