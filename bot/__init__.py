"""An interviewer in Telegram and in the terminal."""
