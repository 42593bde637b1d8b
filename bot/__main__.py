"""`python -m bot` is `interview-bot`."""

from bot.cli.main import main

main()
