"""Settings are read once, and everything wrong is said in one message."""

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.settings import SettingsError, load_settings

VARIABLES = (
    "BOT_TOKEN",
    "BOT_API_URL",
    "DATABASE_URL",
    "CONTENT_PATH",
    "DEFAULT_LANGUAGE",
    "ADMIN_IDS",
    "LOG_LEVEL",
    "LOG_FORMAT",
    "PORT",
    "REPLICAS",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "ANSWER_PAUSE",
    "TRANSCRIBER_COMMAND",
    "JUDGE_URL",
    "JUDGE_MODEL",
    "JUDGE_KEY",
    "JUDGE_TIMEOUT",
    "JUDGE_BUDGET",
)


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_an_empty_environment_gives_one_machine_on_sqlite_with_the_shipped_bank() -> None:
    settings = load_settings()
    assert settings.database_url.startswith("sqlite:///")
    assert settings.default_language is Language.EN
    assert [folder.name for folder in settings.content_folders] == ["content"]
    assert settings.port is None


def test_content_path_lists_folders_and_knows_the_shipped_bank(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CONTENT_PATH", f"{tmp_path}:builtin")
    first, second = load_settings().content_folders
    assert first == tmp_path
    assert (second / "topics.yaml").is_file()


def test_admin_ids_may_be_separated_by_commas_or_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_IDS", "12, 34 56")
    assert load_settings().admin_ids == {12, 34, 56}


def test_everything_wrong_is_listed_at_once_by_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/x")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    monkeypatch.setenv("PORT", "99999999")
    monkeypatch.setenv("CONTENT_PATH", "nowhere-at-all")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    for name in ("DATABASE_URL", "LOG_LEVEL", "PORT", "CONTENT_PATH"):
        assert name in str(caught.value)


def test_a_malformed_token_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "not-a-token-but-maybe-a-secret")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "BOT_TOKEN" in str(caught.value)
    assert "not-a-token-but-maybe-a-secret" not in str(caught.value)


def test_the_token_is_hidden_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:very-secret")
    assert "very-secret" not in repr(load_settings())


def test_a_transcriber_must_be_a_program_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCRIBER_COMMAND", "sh -c 'exit 0'")
    assert load_settings().transcriber_command == "sh -c 'exit 0'"
    for wrong in ("no-such-program-anywhere", "sh 'unclosed"):
        monkeypatch.setenv("TRANSCRIBER_COMMAND", wrong)
        with pytest.raises(SettingsError, match="TRANSCRIBER_COMMAND"):
            load_settings()


def test_the_pause_is_a_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().answer_pause == 1
    for wrong in ("-1", "inf", "nan", "soon"):
        monkeypatch.setenv("ANSWER_PAUSE", wrong)
        with pytest.raises(SettingsError, match="ANSWER_PAUSE"):
            load_settings()


def test_there_is_no_judge_unless_one_is_named() -> None:
    assert load_settings().judge_url == ""


def test_a_judge_needs_the_name_of_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUDGE_URL", "http://localhost:8000/v1/")
    with pytest.raises(SettingsError, match="JUDGE_MODEL: expected the name of a model"):
        load_settings()
    monkeypatch.setenv("JUDGE_MODEL", "small")
    assert load_settings().judge_url == "http://localhost:8000/v1"


def test_the_key_of_the_judge_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUDGE_KEY", "sk-not-to-be-seen")
    assert "not-to-be-seen" not in repr(load_settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [("JUDGE_TIMEOUT", "0"), ("JUDGE_TIMEOUT", "7"), ("JUDGE_BUDGET", "0"), ("JUDGE_URL", "localhost")],
)
def test_a_judge_has_its_limits(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """An answer's timer is claimed for ten seconds, which a question to the judge must not outlast."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        load_settings()
