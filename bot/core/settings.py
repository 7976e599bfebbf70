"""What can be set from outside: environment variables, or a file `.env` in the working directory."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pydantic import Field, PositiveFloat, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.logs import Form
from bot.core.texts import Lang


class SettingsError(Exception):
    """Every fault of the settings, a line each."""


class Settings(BaseSettings):
    """The names are the environment's, in lower case; durations are seconds."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True)

    slack_bot_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    slack_api_url: str = Field(default="https://slack.com/api/", pattern=r"^https?://.+/$")
    database_url: str = "sqlite:///var/naeringsbot.db"
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    staff_channel: str | None = Field(default=None, pattern=r"^[CG][A-Z0-9]+$")
    admins: Annotated[tuple[str, ...], NoDecode] = ()
    knowledge_dir: Path | None = None
    knowledge_shipped: bool = True
    timezone: str = "Europe/Oslo"
    default_language: Lang = "nb"
    ballot_secret: SecretStr = SecretStr("")
    poll_enough: int = Field(default=5, ge=3)
    public_url: str | None = None
    metrics_token: SecretStr = SecretStr("")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Form = "text"
    clock_tick: float = Field(default=1, gt=0)
    delivery_lease: float = Field(default=30, gt=0)
    delivery_timeout: float = Field(default=8, gt=0)
    delivery_lookups: Annotated[tuple[PositiveFloat, ...], NoDecode] = Field(default=(5, 30, 120), min_length=1)
    pace_posts: float = Field(default=4, ge=0)
    pace_posts_most: float = Field(default=8, ge=0)
    pace_channel: float = Field(default=1, ge=0)
    pace_tier_3: float = Field(default=50, ge=0)
    pace_tier_4: float = Field(default=100, ge=0)
    pace_answers: int = Field(default=10, ge=1)

    @field_validator("database_url")
    @classmethod
    def address(cls, value: str) -> str:
        try:
            url = sa.make_url(value)
        except (sa.exc.ArgumentError, ValueError):
            url = None
        wrong = url is None or url.get_backend_name() not in ("sqlite", "postgresql") or not url.database
        if wrong:
            raise ValueError("write it like sqlite:///var/naeringsbot.db or postgresql://user:password@host/name")
        return value

    @field_validator("admins", "delivery_lookups", mode="before")
    @classmethod
    def split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("admins")
    @classmethod
    def user_ids(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if wrong := [one for one in value if one[:1] not in ("U", "W") or not one.isalnum()]:
            raise ValueError(f"not Slack user ids (they begin with U or W): {', '.join(wrong)}")
        return value

    @field_validator("knowledge_dir")
    @classmethod
    def folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError(f"there is no folder {value}")
        return value

    @field_validator("public_url")
    @classmethod
    def site(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[\w.-]+(:\d{1,5})?/?", value, re.ASCII):
            raise ValueError("write it like https://naering.example.org, without a path")
        return value and value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"{value} is no time zone; write it like Europe/Oslo") from None
        return value

    @classmethod
    def read(cls, *needed: str, **given: Any) -> Self:
        """Settings from outside; raises SettingsError that names every fault at once. `needed` must not be empty."""
        faults: list[str] = []
        try:
            settings = cls(**given)
        except ValidationError as error:
            wrong = {str(fault["loc"][0]): fault["msg"].removeprefix("Value error, ") for fault in error.errors()}
            faults = [f"{name.upper()}: {words}" for name, words in wrong.items()]
            settings = cls(**given | {name: cls.model_fields[name].default for name in wrong})
        faults += [f"{name.upper()}: is needed and not set" for name in needed if _empty(getattr(settings, name))]
        if not faults and settings.delivery_lease <= settings.delivery_timeout:
            faults.append(f"DELIVERY_LEASE: must be longer than DELIVERY_TIMEOUT ({settings.delivery_timeout:g} s)")
        if faults:
            raise SettingsError("\n".join(sorted(faults)))
        return settings


def _empty(value: Any) -> bool:
    return not (value.get_secret_value() if isinstance(value, SecretStr) else value)
