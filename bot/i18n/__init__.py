"""Everything the bot says, in Fluent files, one folder a language."""

from bot.i18n.texts import NATIVE_NAMES, TextError, Texts, guess_language

__all__ = ["NATIVE_NAMES", "TextError", "Texts", "guess_language"]
