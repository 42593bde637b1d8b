"""The interviewer: pure, deterministic, replaceable rule by rule."""

from bot.engine.interview import Interviewer
from bot.engine.policy import Policy
from bot.engine.state import InterviewState, Status, Step, Turn, TurnKind

__all__ = ["InterviewState", "Interviewer", "Policy", "Status", "Step", "Turn", "TurnKind"]
