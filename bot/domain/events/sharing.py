"""What the events of a series have in common; what was changed of one alone stays out of those made later."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.moments import shifted
from bot.domain.events.rows import Event

COPIED = (  # what is told of one occurrence alone, its programme and material, is not
    "by",
    "title",
    "text",
    "place",
    "capacity",
    "channel",
    "reminders",
    "plus_one",
    "public",
    "kind",
    "host",
    "contact",
    "area",
    "invited",
    "by_invitation",
    "units",
)
DEADLINE = "deadline"
MORE = ("host", "contact", "invited", "area", "plus_one", "public", "kind", "units", DEADLINE)
WHO = ("by_invitation",)
REMINDED = ("reminders",)


@contextmanager
def changing(event: Event, names: tuple[str, ...], *, following: bool) -> Iterator[None]:
    """Of a series: what is changed of these inside is meant for those that follow too, or for this one alone."""
    before = {name: _kept(event, name) for name in names}
    yield
    if following or event.series is None or event.draft:
        event.shared = {name: value for name, value in event.shared.items() if name not in names}
        return
    event.shared = {name: was for name, was in before.items() if was != _kept(event, name)} | event.shared


def shared(event: Event, name: str) -> Any:
    """As it is in the others of its series."""
    return event.shared.get(name, getattr(event, name))


def deadline(like: Event, starts_at: datetime, zone: ZoneInfo) -> datetime | None:
    """Of one of the same series that begins then: as long before it."""
    at, began = like.shared.get(DEADLINE) or _kept(like, DEADLINE)
    return shifted(datetime.fromisoformat(at), datetime.fromisoformat(began), starts_at, zone) if at else None


def _kept(event: Event, name: str) -> Any:
    """As it is written down; of a deadline, with the beginning that it was meant for."""
    if name != DEADLINE:
        return getattr(event, name)
    return [one.astimezone(UTC).isoformat() if one else "" for one in (event.deadline, event.starts_at)]
