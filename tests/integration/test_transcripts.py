"""The transcripts in the documents: made by a command from the real services, and up to date."""

from pathlib import Path

import pytest

from benchmarks.transcripts.__main__ import SHOWN
from benchmarks.transcripts.page import NOTEBOOK, files
from benchmarks.transcripts.script import Actor, Script, names, read_script
from benchmarks.transcripts.stage import play
from bot.domain.dialogue import Plan
from bot.domain.language import Language, Level
from tests.unit.engine.helpers import Room, bank_of, prepared

STALE = "play them anew with `python -m benchmarks.transcripts`, and read what has changed"
QUICK = "en-strong"


async def test_a_transcript_is_what_the_command_makes_of_its_script() -> None:
    made = files(QUICK, script := read_script(QUICK), await play(script))
    shown = {path.name: path.read_bytes() for path in SHOWN.glob(f"{QUICK}.*")}
    assert made.keys() == shown.keys(), STALE
    # A picture may differ in its bytes from one version of its library to the next.
    texts = [name for name in made if name.endswith(".md")]
    assert {name: made[name].decode() for name in texts} == {name: shown[name].decode() for name in texts}, STALE
    assert made[f"{QUICK}.png"].startswith(b"\x89PNG")


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
async def test_every_transcript_is_what_the_command_makes_of_its_script(name: str) -> None:
    made = files(name, script := read_script(name), await play(script))
    for file in (f"{name}.md", f"{name}.{NOTEBOOK}"):
        assert made[file].decode() == (SHOWN / file).read_text("utf-8"), STALE


def test_there_are_two_transcripts_a_language_with_report_notebook_and_picture() -> None:
    assert sorted(read_script(name).language for name in names()) == sorted([*Language, *Language])
    for name in names():
        page = (SHOWN / f"{name}.md").read_text("utf-8")
        assert f"]({name}.png)" in page
        assert f"]({name}.{NOTEBOOK})" in page
        assert all((SHOWN / f"{name}.{suffix}").exists() for suffix in ("png", NOTEBOOK))


def test_a_reply_goes_by_what_is_asked_and_when_it_is_used_up_the_rest_is_said() -> None:
    script = Script(
        title="Somebody",
        language=Language.EN,
        level="middle",
        seat=1,
        questions=("q1",),
        replies={"q1": {"main": ("term1 is all I have to say about it",), "p3": ("to the probe",)}},
        rest="that is all",
    )
    room, actor = Room(bank_of(prepared("q1")), Plan(Language.EN, Level.MIDDLE, count=1)), Actor(script)
    said = []
    for _ in range(3):
        said.append(str(actor.reply(room.state)))
        room.say(said[-1])
    assert said == ["term1 is all I have to say about it", "to the probe", "that is all"]


def test_the_folder_of_the_transcripts_is_that_of_the_documents() -> None:
    assert Path("docs/transcripts") == SHOWN.relative_to(Path(__file__).parents[2])
