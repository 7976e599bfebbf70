"""What can be set from outside: environment variables, or a file `.env` in the working directory."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pydantic import Field, PositiveFloat, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core import faults as words
from bot.core.logs import Form
from bot.core.texts import Lang

WHOLE = {"quiet_from": (1, 24), "quiet_until": (0, 23), "pushes_a_day": (1, 99)}  # hours, hours, messages
FORMS = {
    "slack_api_url": "write it like https://slack.com/api/, with / at the end",
    "register_url": "write it like https://data.brreg.no/enhetsregisteret/api",
    "municipality": "write the municipality's four digits, such as 3222",
    "staff_channel": "write the channel's id, such as C0123ABCD (in Slack: at the bottom of the channel's «About»)",
}
TOKENS = {
    "xoxb-": "SLACK_BOT_TOKEN («OAuth & Permissions»)",
    "xapp-": "SLACK_APP_TOKEN («Basic Information» → «App-Level Tokens»)",
}
LONGEST_CALL = 4  # timeouts: to get a connection, to open it, to write and to read
BEGINNING = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}


class SettingsError(Exception):
    """Every fault of the settings, a line each."""


class Settings(BaseSettings):
    """The names are the environment's, in lower case; durations are seconds."""

    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True, allow_inf_nan=False
    )

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
    municipality: str = Field(default="3222", pattern=r"^[0-9]{4}$")
    register_lookups: bool = True
    register_url: str = Field(default="https://data.brreg.no/enhetsregisteret/api", pattern=r"^https?://.+$")
    timezone: str = "Europe/Oslo"
    quiet_from: int = 20
    quiet_until: int = 7
    quiet_days: bool = True
    pushes_a_day: int = 2
    default_language: Lang = "nb"
    ballot_secret: SecretStr = SecretStr("")
    poll_enough: int = Field(default=5, ge=3)
    public_url: str | None = None
    metrics_token: SecretStr = SecretStr("")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Form = "text"
    clock_tick: float = Field(default=1, gt=0, le=20)
    delivery_lease: float = Field(default=30, gt=0)
    delivery_timeout: float = Field(default=8, gt=0)
    delivery_lookups: Annotated[tuple[PositiveFloat, ...], NoDecode] = Field(default=(5, 30, 120), min_length=1)
    pace_posts: float = Field(default=4, ge=0)
    pace_posts_most: float = Field(default=8, ge=0)
    pace_channel: float = Field(default=1, ge=0)
    pace_tier_3: float = Field(default=50, ge=0)
    pace_tier_4: float = Field(default=100, ge=0)
    pace_answers: int = Field(default=10, ge=1)

    @field_validator(*WHOLE, mode="before")
    @classmethod
    def whole(cls, value: Any, about: ValidationInfo) -> Any:
        fewest, most = WHOLE[str(about.field_name)]
        if not re.fullmatch("[0-9]{1,2}", str(value)) or not fewest <= int(value) <= most:
            raise ValueError(f"write a whole number from {fewest} to {most}")
        return value

    @field_validator("slack_bot_token", "slack_app_token")
    @classmethod
    def token(cls, value: SecretStr, about: ValidationInfo) -> SecretStr:
        """Which of the tokens it is can be seen from how it begins."""
        given, wanted = value.get_secret_value(), BEGINNING[str(about.field_name)]
        if given and not given.startswith(wanted):
            other = next((f"; this one belongs to {TOKENS[one]}" for one in TOKENS if given.startswith(one)), "")
            raise ValueError(f"begins with {wanted}{other}")
        return value

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
        wrong: dict[str, str] = {}
        try:
            settings = cls(**given)
        except UnicodeDecodeError:
            raise SettingsError(".env: is not saved as UTF-8") from None
        except ValidationError as error:
            for fault in error.errors():
                wrong.setdefault(str(fault["loc"][0]), words.said(fault, FORMS))
            settings = cls(**given | {name: cls.model_fields[name].default for name in wrong})
        wrong = {name: "is needed and not set" for name in needed if _empty(getattr(settings, name))} | wrong
        for said, names in settings._unfitting():
            if wrong.keys().isdisjoint(names):
                wrong[names[0]] = said
        if wrong:
            raise SettingsError("\n".join(f"{name.upper()}: {said}" for name, said in sorted(wrong.items())))
        return settings

    def _unfitting(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Why settings do not go together, and which; the one to change comes first."""
        lease, timeout, looks = self.delivery_lease, self.delivery_timeout, sum(self.delivery_lookups[1:])
        if lease <= timeout:
            longer = f"must be longer than DELIVERY_TIMEOUT ({timeout:g} s)"
            yield longer, ("delivery_lease", "delivery_timeout")
        if lease + looks <= LONGEST_CALL * timeout:
            again = f"{lease + looks:g} s (with DELIVERY_LOOKUPS, save its first)"
            longest = f"{LONGEST_CALL * timeout:g} s ({LONGEST_CALL} times DELIVERY_TIMEOUT)"
            short = f"is too short: a message would be sent again after {again}, while its call may take {longest}"
            yield short, ("delivery_lease", "delivery_lookups", "delivery_timeout")
        if self.quiet_until >= self.quiet_from:
            earlier = f"must be an earlier hour than QUIET_FROM ({self.quiet_from})"
            yield earlier, ("quiet_until", "quiet_from")


def _empty(value: Any) -> bool:
    return not (value.get_secret_value() if isinstance(value, SecretStr) else value)
