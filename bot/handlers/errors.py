"""Why the Telegram side cannot go on."""


class MessengerError(Exception):
    """A person must look; the message says what to do and holds no token."""


class TokenError(MessengerError):
    """Telegram does not know the token."""


class ConflictError(MessengerError):
    """Somebody else takes the bot's updates."""
