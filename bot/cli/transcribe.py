"""`interview-bot transcribe`: prints what is said in an audio file, by a Whisper model on this machine."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.domain.language import Language

if TYPE_CHECKING:
    from faster_whisper import WhisperModel


@click.command()
@click.option(
    "--model",
    "name",
    default="small",
    show_default=True,
    help="Size (tiny, base, small, medium, large-v3), fetched on first use, or a folder with a CTranslate2 model.",
)
@click.option("--language", type=click.Choice([each.value for each in Language]), help="Spoken language, if known.")
@click.argument("audio", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def transcribe(name: str, language: str | None, audio: Path) -> None:
    """Print what is said in AUDIO; meant for TRANSCRIBER_COMMAND. Needs the extra `voice`."""
    model = _load(name)
    try:
        click.echo(" ".join(_words(model, audio, language)))
    except (OSError, ValueError, IndexError) as error:
        raise click.ClickException(f"{audio.name} cannot be read as audio: {type(error).__name__}") from None


def _load(name: str) -> "WhisperModel":
    try:
        from faster_whisper import WhisperModel  # noqa: PLC0415 -- an optional extra of half a gigabyte
    except ImportError:
        raise click.ClickException('the extra is missing: pip install "interview-bot[voice]"') from None
    try:
        return WhisperModel(name, device="cpu", compute_type="int8")
    except Exception as error:  # noqa: BLE001 -- whatever the hub, the disk or the format has to say
        raise click.ClickException(f"no model {name}: {error}") from None


def _words(model: "WhisperModel", audio: Path, language: str | None) -> list[str]:
    """Pieces of what was said; nothing where nobody speaks, for which these models are known to invent words.

    Of a hundred languages only ours are meant: a small model takes Ukrainian for its neighbours.
    """
    hear = partial(model.transcribe, str(audio), vad_filter=True, condition_on_previous_text=False)
    pieces, heard = hear(language=language)
    known = {each.value for each in Language}
    if heard.language not in known:
        pieces, _ = hear(language=max((chance, name) for name, chance in heard.all_language_probs if name in known)[1])
    return [text for piece in pieces if (text := piece.text.strip())]
