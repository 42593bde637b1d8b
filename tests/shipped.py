"""What is shipped, read once a process: both take time to read, and no test changes them."""

from functools import cache

from bot.bank import load_bank
from bot.domain.question import Bank
from bot.grading import RubricGrader
from bot.settings import SHIPPED


@cache
def shipped_bank() -> Bank:
    """The bank that comes with the program."""
    return load_bank([SHIPPED])


@cache
def shipped_grader() -> RubricGrader:
    """The grader as the bot builds it; it keeps the questions that it has compiled."""
    return RubricGrader()
