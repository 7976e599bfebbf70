"""An event in the hands of a test."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain import members
from bot.domain.events import organizing
from bot.domain.events.organizing import Details
from bot.domain.events.rows import Event
from scheduler.quiet import Quiet

OSLO = ZoneInfo("Europe/Oslo")
QUIET = Quiet(OSLO)
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=OSLO)  # a Tuesday
STARTS = datetime(2026, 3, 19, 18, 0, tzinfo=OSLO)  # Thursday of the week after
ORGANIZER, KARI, OLA, LISE = "U0ARR", "U0KARI", "U0OLA", "U0LISE"
CHANNEL = "C0ARRANGEMENT"

FIELDS = {
    "title_nb": "SNR Næringsseminar",
    "title_nn": "SNR Næringsseminar",
    "title_en": "SNR business seminar",
    "text_nb": "Program kommer.",
    "day": "2026-03-19",
    "begins": "18:00",
    "ends": "20:00",
    "place": "Eksempelhuset",
    "capacity": "2",
}


def details(starts: datetime = STARTS, hours: float = 2, **more: Any) -> Details:
    given: dict[str, Any] = {"title": {"nb": "SNR Næringsseminar"}, "text": {}, "place": "Eksempelhuset", "capacity": 2}
    return Details(**given | {"starts_at": starts, "ends_at": starts + timedelta(hours=hours)} | more)


def makes(session: Session, made_at: datetime = NOW, **more: Any) -> Event:
    """An organizer makes an event."""
    members.appoint(session, [ORGANIZER])
    event = organizing.create(session, ORGANIZER, CHANNEL, details(**more), made_at)
    session.flush()
    return event


def at(text: str) -> datetime:
    """Local time, as «2026-03-19 18:00»."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO)
