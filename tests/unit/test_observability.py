import json
import logging
from collections.abc import Callable, Iterator

import pytest
import structlog

from bot.observability import HIDDEN, Metrics, configure_logging, place_of

TOKEN = "123456789:AAFakeTokenForTests_0123456789abcdef"  # noqa: S105  # made up


def fail() -> None:
    raise ValueError("what somebody wrote")


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], list[str]]]:
    """What has been logged so far; logging is as it was afterwards."""
    root, quiet = (
        logging.getLogger(),
        {name: logging.getLogger(name).level for name in ("httpx", "httpcore", "telegram")},
    )
    handlers, level = root.handlers[:], root.level

    def logged() -> list[str]:
        return capsys.readouterr().err.splitlines()

    yield logged
    root.handlers[:], root.level = handlers, level
    for name, before in quiet.items():
        logging.getLogger(name).setLevel(before)
    structlog.reset_defaults()


def test_events_are_json_objects_with_level_and_time(lines: Callable[[], list[str]]) -> None:
    configure_logging("INFO", "json")
    structlog.get_logger("bot.test").info("started", update=7)
    structlog.get_logger("bot.test").debug("hidden")

    [line] = map(json.loads, lines())
    assert (line["event"], line["level"], line["update"]) == ("started", "info", 7)
    assert "timestamp" in line


@pytest.mark.parametrize("form", ["json", "console"])
def test_no_token_gets_out_by_any_way(lines: Callable[[], list[str]], form: str) -> None:
    configure_logging("DEBUG", form, ["hook-secret"])  # type: ignore[arg-type]
    structlog.get_logger("bot.test").warning(
        "failed", url=f"https://api.telegram.org/bot{TOKEN}/getMe", more=[{TOKEN: "x"}]
    )
    logging.getLogger("library").error("calling %s with %s", TOKEN, "hook-secret")
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)

    text = "\n".join(lines())
    assert TOKEN not in text
    assert "hook-secret" not in text
    assert text.count(HIDDEN) == 4
    assert "HTTP Request" not in text


def test_an_exception_is_logged_by_kind_and_place_without_its_words(lines: Callable[[], list[str]]) -> None:
    configure_logging("INFO", "json")
    try:
        fail()
    except ValueError:
        structlog.get_logger("bot.test").exception("failed")
        logging.getLogger("library").exception("failed too")

    ours, theirs = map(json.loads, lines())
    for line in (ours, theirs):
        assert line["fault"] == "ValueError"
        assert line["at"].startswith("unit/test_observability.py:")
        assert "somebody" not in str(line)


def test_a_library_that_logs_what_people_wrote_is_silent(lines: Callable[[], list[str]]) -> None:
    configure_logging("DEBUG", "json")
    logging.getLogger("telegram.Bot").critical("Received data was %r", "what somebody wrote")

    assert lines() == []


def test_a_place_names_the_innermost_frames_first() -> None:
    def inner() -> None:
        raise KeyError

    def outer() -> None:
        inner()

    with pytest.raises(KeyError) as caught:
        outer()

    innermost, *others = place_of(caught.value).split(" < ")
    assert innermost.startswith("unit/test_observability.py:")
    assert len(others) == 2


def test_metrics_of_two_bots_in_one_process_do_not_mix() -> None:
    one, other = Metrics(), Metrics()
    one.failed("KeyError")

    assert b'bot_faults_total{kind="KeyError"} 1.0' in one.render()
    assert b"KeyError" not in other.render()


def test_what_is_ignored_is_counted_and_not_timed() -> None:
    metrics = Metrics()
    metrics.committed("ignored", 0.0)
    metrics.committed("typed", 0.2)

    text = metrics.render().decode()
    assert 'bot_updates_total{kind="ignored"} 1.0' in text
    assert "bot_update_commit_seconds_count 1.0" in text


@pytest.mark.parametrize("library", ["aiosqlite", "httpx", "sqlalchemy.engine", "uvicorn.access"])
def test_libraries_do_not_show_what_they_handle_whatever_level_is_set(
    lines: Callable[[], list[str]], library: str
) -> None:
    configure_logging("DEBUG", "json")
    logging.getLogger(library).debug("executing with %s", "somebody's words")
    logging.getLogger(library).info("executing with %s", "somebody's words")
    assert not lines()
