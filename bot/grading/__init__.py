"""Pure grading of free-text answers by fuzzy matching: answer in, verdicts with evidence out."""

from bot.grading.grader import RubricGrader

__all__ = ["RubricGrader"]
