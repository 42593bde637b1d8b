"""`interview-bot transcribe`: with the extra and a model it hears, without them it says what is missing."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bot.cli.main import main

MODEL = os.environ.get("WHISPER_MODEL", "")
"""Folder of a model, and beside it a recording `spoken.ogg`, for the slow test."""


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    audio = tmp_path / "voice.oga"
    audio.write_bytes(b"OggS")
    result = CliRunner().invoke(main, ["transcribe", str(audio)])
    assert result.exit_code == 1
    assert 'pip install "interview-bot[voice]"' in result.output


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["transcribe", str(tmp_path / "nothing.oga")])
    assert result.exit_code == 2
    assert "nothing.oga" in result.output


class Pole:
    """Hears Polish first and Ukrainian next, as small models do with a Ukrainian speaker."""

    def transcribe(self, _audio: str, *, language: str | None, **_: object) -> tuple[list[SimpleNamespace], object]:
        chances = [("pl", 0.5), ("uk", 0.3), ("ru", 0.15), ("en", 0.05)]
        heard = SimpleNamespace(language=language or "pl", all_language_probs=chances)
        return [SimpleNamespace(text=f" {heard.language} "), SimpleNamespace(text=" ")], heard


@pytest.mark.parametrize(("options", "heard"), [([], "uk"), (["--language", "ru"], "ru")])
def test_of_the_languages_that_are_heard_only_ours_count(
    options: list[str], heard: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "faster_whisper", SimpleNamespace(WhisperModel=lambda *_, **__: Pole()))
    audio = tmp_path / "voice.oga"
    audio.write_bytes(b"OggS")
    result = CliRunner().invoke(main, ["transcribe", *options, str(audio)])
    assert (result.exit_code, result.output) == (0, f"{heard}\n")


@pytest.mark.slow
@pytest.mark.skipif(not MODEL, reason="WHISPER_MODEL names no model")
def test_a_model_hears_words_and_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("faster_whisper")
    spoken = CliRunner().invoke(main, ["transcribe", "--model", MODEL, str(Path(MODEL).with_name("spoken.ogg"))])
    assert spoken.exit_code == 0
    assert spoken.output.strip()
    broken = tmp_path / "voice.oga"
    broken.write_bytes(b"no sound")
    refused = CliRunner().invoke(main, ["transcribe", "--model", MODEL, str(broken)])
    assert refused.exit_code == 1
    assert "cannot be read as audio" in refused.output
