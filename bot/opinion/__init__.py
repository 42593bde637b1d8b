"""A second judge, a language model: what it is asked about an answer, and what of its reply is believed. No I/O."""

from bot.opinion.brief import Brief, brief
from bot.opinion.reply import AbsurdReplyError, believed

__all__ = ["AbsurdReplyError", "Brief", "believed", "brief"]
