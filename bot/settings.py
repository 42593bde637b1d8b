"""Settings: the only reader of the environment."""

import shlex
import shutil
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.language import Language

BUILTIN = "builtin"

SHIPPED = Path(__file__).resolve().parent.parent / "content"
"""The bank that comes with the program."""


class SettingsError(Exception):
    """The environment cannot be used; the message lists everything wrong, a line each."""


class Settings(BaseSettings):
    """Everything that can be configured, with defaults for one machine.

    `BOT_TOKEN` empty means there is no Telegram. `CONTENT_PATH` are bank folders separated by `:`, where the word
    `builtin` stands for the shipped bank. `PORT` set serves health and metrics there, and the webhook if `WEBHOOK_URL`
    is set. `REPLICAS` divides the overall sending rate. `ANSWER_PAUSE` multiplies the seconds for which an answer may
    go on in further messages; 0 reacts to each message at once. `TRANSCRIBER_COMMAND` prints what is said in the audio
    file whose path it is given last; without it people are asked to type. `JUDGE_URL` is the base address of an
    OpenAI-compatible API whose `JUDGE_MODEL` is asked about what the grader leaves in doubt: with `JUDGE_KEY`, within
    `JUDGE_TIMEOUT` seconds, and at most `JUDGE_BUDGET` times a day; without it nothing leaves this machine.
    """

    model_config = SettingsConfigDict(extra="ignore", frozen=True)

    bot_token: SecretStr = SecretStr("")
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = "sqlite:///data/interview.db"
    content_path: Annotated[tuple[str, ...], NoDecode] = (BUILTIN,)
    default_language: Language = Language.EN
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    port: int | None = Field(default=None, ge=1, le=65535)
    replicas: int = Field(default=1, ge=1, le=100)
    transcriber_command: str = ""
    answer_pause: float = Field(default=1.0, ge=0, le=10, allow_inf_nan=False)
    judge_url: str = ""
    judge_model: str = Field(default="", validate_default=True)
    judge_key: SecretStr = SecretStr("")
    judge_timeout: float = Field(default=4.0, gt=0, le=6, allow_inf_nan=False)
    judge_budget: int = Field(default=1000, ge=1)

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, token: SecretStr) -> SecretStr:
        number, _, secret = token.get_secret_value().partition(":")
        if token.get_secret_value() and not (number.isascii() and number.isdigit() and secret):
            raise ValueError("expected the form 123456:ABC… that BotFather gives")
        return token

    @field_validator("transcriber_command")
    @classmethod
    def _program_exists(cls, command: str) -> str:
        try:
            words = shlex.split(command)
        except ValueError as error:
            raise ValueError(f"cannot be read as a command: {error}") from None
        if words and shutil.which(words[0]) is None:
            raise ValueError(f"no such program: {words[0]}")
        return command

    @field_validator("judge_model")
    @classmethod
    def _judge_has_model(cls, model: str, info: ValidationInfo) -> str:
        if info.data.get("judge_url") and not model:
            raise ValueError("expected the name of a model, because JUDGE_URL is set")
        return model

    @field_validator("bot_api_url", "webhook_url", "judge_url")
    @classmethod
    def _url_shape(cls, url: str) -> str:
        if url and not url.startswith(("http://", "https://")):
            raise ValueError("expected an address that starts with http:// or https://")
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_kind(cls, url: str) -> str:
        if not url.startswith(("sqlite://", "postgresql://", "postgres://")):
            raise ValueError("expected sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return url

    @field_validator("content_path", mode="before")
    @classmethod
    def _split_paths(cls, value: object) -> object:
        return tuple(part for part in value.split(":") if part) or (BUILTIN,) if isinstance(value, str) else value

    @field_validator("content_path")
    @classmethod
    def _paths_exist(cls, paths: tuple[str, ...]) -> tuple[str, ...]:
        absent = [path for path in paths if path != BUILTIN and not Path(path).is_dir()]
        if absent:
            raise ValueError(f"no such folder: {', '.join(absent)}")
        return paths

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        return frozenset(value.replace(",", " ").split()) if isinstance(value, str) else value

    @cached_property
    def content_folders(self) -> tuple[Path, ...]:
        """Bank folders in order, `builtin` resolved."""
        return tuple(SHIPPED if path == BUILTIN else Path(path) for path in self.content_path)


def load_settings() -> Settings:
    """Settings of the environment; SettingsError names every variable that is wrong and what is expected of it."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [
            f"  {str(part['loc'][0]).upper()}: {part['msg'].removeprefix('Value error, ')}" for part in error.errors()
        ]
        raise SettingsError("Some settings cannot be used:\n" + "\n".join(sorted(lines))) from None
