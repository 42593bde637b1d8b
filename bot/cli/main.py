"""The command line; each command is imported only when it is called, so that `chat` starts without Telegram."""

from importlib import import_module

import click

COMMANDS = {
    "run": "bot.cli.serve:run",
    "webhook": "bot.cli.serve:webhook",
    "migrate": "bot.cli.serve:migrate",
    "health": "bot.cli.serve:health",
    "chat": "bot.cli.chat:chat",
    "content": "bot.cli.content:content",
    "review": "bot.cli.review:review",
    "grade": "bot.cli.measure:grade",
    "evaluate": "bot.cli.measure:evaluate",
    "transcribe": "bot.cli.transcribe:transcribe",
}


class LazyGroup(click.Group):
    """A group whose commands are named as `module:attribute`."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the signature is click's
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- as above
        """Import the command of that name, None when there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="interview-bot")
def main() -> None:
    """Interviews software engineers in Telegram and in the terminal, offline, in English, Russian and Ukrainian."""
