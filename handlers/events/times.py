"""Points in time as people say them: «torsdag 26. november 2026 kl. 18.00–20.00»."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.texts import Lang, day
from bot.domain.events.rows import Event
from handlers.events import words

WEEKDAYS: dict[Lang, list[str]] = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
AT: dict[Lang, str] = {"nb": " kl. ", "nn": " kl. ", "en": ", "}
UNTIL: dict[Lang, str] = {"nb": " til ", "nn": " til ", "en": " until "}


def clock(local: datetime, lang: Lang) -> str:
    return f"{local:%H:%M}" if lang == "en" else f"{local:%H.%M}"


def moment(at: datetime, lang: Lang, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{WEEKDAYS[lang][local.weekday()]} {day(local.date(), lang)}{AT[lang]}{clock(local, lang)}"


def span(event: Event, lang: Lang, zone: ZoneInfo) -> str:
    """From the beginning to the end."""
    begins, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    same_day = begins.date() == ends.date()
    last = f"–{clock(ends, lang)}" if same_day else f"{UNTIL[lang]}{moment(ends, lang, zone)}"
    return moment(begins, lang, zone) + last


def seen_from(at: datetime, now: datetime, lang: Lang, zone: ZoneInfo) -> str:
    """As one says it now: today, tomorrow, or the day."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return words.TODAY(lang, time=clock(local, lang))
    if local.date() == today + timedelta(days=1):
        return words.TOMORROW(lang, time=clock(local, lang))
    return ("on " if lang == "en" else "") + moment(at, lang, zone)
