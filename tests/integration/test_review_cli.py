"""`interview-bot review` on a real database, beside the bot's own desk."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.services.outbox import Outbox
from storage import Database, appeals, phrasings
from storage.models import AppealState, PhrasingState, PhrasingTarget
from tests.integration.services.driver import CONTENT, NOON, Visitor, open_desk

NEW = appeals.NewAppeal(
    session_id=1,
    question_id="container-vs-vm",
    target=PhrasingTarget.POINT,
    target_id="fast-start",
    language="en",
    quote="it pops up\nlike bread out of a toaster",
)
LONG = " ".join(["toast"] * 41)


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with a stopped interview of person 7 and two appeals, of which the second is very long."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("CONTENT_PATH", "builtin")
    asyncio.run(_prepare(sqlite_url))
    return sqlite_url


async def _prepare(url: str) -> None:
    database = Database(url)
    visitor = Visitor(open_desk(database, only="container-vs-vm"), Outbox(database))
    await visitor.order("interview containers junior 1")
    await visitor.type("A container shares the kernel of the host, and its image is only megabytes.")
    await visitor.order("stop")
    async with database.transaction() as tx:
        await appeals.file(tx, NEW, NOON)
        long = replace(NEW, target=PhrasingTarget.FLAG, target_id="own-kernel", quote=LONG, turn_number=1)
        await appeals.file(tx, long, NOON)
    await database.dispose()


def review(*words: str) -> Result:
    return CliRunner().invoke(main, ["review", *words])


def heard(url: str) -> list[OutMessage]:
    async def read() -> list[OutMessage]:
        database = Database(url)
        visitor = Visitor(open_desk(database), Outbox(database), now=NOON.replace(year=2100))
        said = await visitor.read()
        await database.dispose()
        return said

    return asyncio.run(read())


def stored(url: str) -> tuple[list[AppealState], list[str]]:
    async def read() -> tuple[list[AppealState], list[str]]:
        database = Database(url)
        async with database.reading() as tx:
            states = [row.state for row in await appeals.of_person(tx, 7)]
            accepted = [row.phrasing for row in await phrasings.in_state(tx, PhrasingState.ACCEPTED)]
        await database.dispose()
        return states, accepted

    return asyncio.run(read())


def test_the_list_shows_what_waits_with_all_that_is_needed_to_decide(url: str) -> None:
    listed = review("list")
    assert listed.exit_code == 0
    assert listed.output.startswith("   1  Containers and virtual machines (en)\n")
    assert "not counted: A container starts in about a second" in listed.output
    assert (
        "words: it pops up like bread out of a toaster\n      these words are not in the transcript\n" in listed.output
    )
    assert "   2  Containers and virtual machines (en)\n      counted as wrong: Every container runs" in listed.output
    assert "too long for a phrasing as they are" in listed.output
    assert listed.output.endswith("2 waiting\n")


@pytest.mark.parametrize(
    ("command", "state", "told"),
    [("accept", AppealState.ACCEPTED, "Your appeal was accepted"), ("reject", AppealState.REJECTED, "not accepted")],
)
def test_a_decision_is_stored_and_the_candidate_is_told_by_the_bot(
    url: str, command: str, state: AppealState, told: str
) -> None:
    assert review(command, "1").output == "Appeal 1: done.\n"
    assert stored(url) == ([state, AppealState.OPEN], [])
    (message,) = heard(url)
    assert told in message.html
    assert review("list").output.endswith("1 waiting\n")


def test_accepting_as_phrasing_takes_all_words_or_those_named(url: str) -> None:
    assert review("as-phrasing", "1").exit_code == 0
    assert review("as-phrasing", "2", "--words", "bread from a  toaster").exit_code == 0
    states, accepted = stored(url)
    assert states == [AppealState.ACCEPTED] * 2
    assert accepted == ["it pops up like bread out of a toaster", "bread from a toaster"]


@pytest.mark.parametrize("command", ["accept", "reject", "as-phrasing"])
def test_what_does_not_wait_cannot_be_decided(url: str, command: str) -> None:
    review("reject", "1")
    for appeal in ("1", "99"):
        refused = review(command, appeal)
        assert refused.exit_code == 1
        assert f"No appeal {appeal} is waiting." in refused.output
    assert stored(url)[0] == [AppealState.REJECTED, AppealState.OPEN]


def test_the_export_is_yaml_by_file_that_the_bank_takes(url: str) -> None:
    assert review("export").output == ""
    review("as-phrasing", "1")
    review("as-phrasing", "2", "--words", "no kernel but the host's")
    exported = review("export").output
    assert exported.startswith("# questions/containers/container-vs-vm.en.yaml\n")
    assert yaml.safe_load(exported) == {
        "points": [{"id": "fast-start", "phrasings": ["it pops up like bread out of a toaster"]}],
        "red_flags": [{"id": "own-kernel", "near_misses": ["no kernel but the host's"]}],
    }


def test_what_was_taken_over_is_not_exported_again(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review("as-phrasing", "1")
    folder = tmp_path / "bank"
    (folder / "questions/containers").mkdir(parents=True)
    (folder / "topics.yaml").write_bytes((CONTENT / "topics.yaml").read_bytes())
    for language in Language:
        name = f"questions/containers/container-vs-vm.{language}.yaml"
        source = (CONTENT / name).read_text(encoding="utf-8")
        if language is Language.EN:
            start = source.index("    phrasings:", source.index("- id: fast-start"))
            added = "    phrasings:\n      - it pops up like bread out of a toaster\n"
            source = source[:start] + added + source[start:].removeprefix("    phrasings:\n")
        (folder / name).write_text(source, encoding="utf-8")
    monkeypatch.setenv("CONTENT_PATH", str(folder))
    assert review("export").output == ""


def test_a_database_that_is_not_migrated_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new.db")
    refused = review("list")
    assert refused.exit_code == 1
    assert "interview-bot migrate" in refused.output


def test_settings_that_cannot_be_used_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://somewhere")
    refused = review("list")
    assert refused.exit_code == 1
    assert "DATABASE_URL" in refused.output
