"""An organizer makes, changes and cancels events; what they typed is checked field by field."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.moments import shifted
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.events import sharing
from bot.domain.events.occasions import CHANNEL, REMINDERS
from bot.domain.events.rows import Event, EventAnswer, locked, taken

T = TypeVar("T")
LONGEST_TITLE, LONGEST_TEXT, LONGEST_PLACE = 100, 2000, 200
MOST_SEATS = 10_000
FIRST_YEAR, LAST_YEAR = 2000, 2100

EMPTY = Text(nb="Fyll ut dette feltet.", nn="Fyll ut dette feltet.", en="Fill in this field.")
NO_DATE = Text(nb="Velg en dato.", nn="Vel ein dato.", en="Choose a date.")
NO_TIME = Text(nb="Velg et klokkeslett.", nn="Vel eit klokkeslett.", en="Choose a time.")
PAST = Text(nb="Tidspunktet er passert.", nn="Tidspunktet er passert.", en="That time has passed.")
BACKWARDS = Text(
    nb="Arrangementet må slutte etter at det begynner. Slutter det en annen dag, velg «Siste dag».",
    nn="Arrangementet må slutte etter at det byrjar. Sluttar det ein annan dag, vel «Siste dag».",
    en="The event must end after it begins. If it ends on another day, choose “Last day”.",
)
SKIPPED = Text(
    nb="Det klokkeslettet finnes ikke den dagen, for klokka stilles fram til sommertid.",
    nn="Det klokkeslettet finst ikkje den dagen, for klokka blir stilt fram til sommartid.",
    en="That time does not exist on that day, since the clocks go forward to summer time.",
)
NO_NUMBER = Text(
    nb="Skriv et helt tall fra 1 og oppover, eller la feltet stå tomt.",
    nn="Skriv eit heilt tal frå 1 og oppover, eller la feltet stå tomt.",
    en="Write a whole number from 1 upwards, or leave the field empty.",
)
TOO_FEW = Text(
    nb="{taken} er allerede påmeldt, så det må være minst så mange plasser.",
    nn="{taken} er alt påmelde, så det må vere minst så mange plassar.",
    en="{taken} have already signed up, so there must be at least that many seats.",
)
CHANGED = Text(
    nb="Noen andre har endret arrangementet i mellomtiden. Ingenting er lagret; åpne det på nytt.",
    nn="Nokon andre har endra arrangementet i mellomtida. Ingenting er lagra; opne det på nytt.",
    en="Somebody else has changed the event in the meantime. Nothing was saved; open it again.",
)


@dataclass(frozen=True)
class Details:
    """What an event is, checked."""

    title: dict[str, str]
    text: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    place: str
    capacity: int | None


def read(
    fields: Mapping[str, str], now: datetime, zone: ZoneInfo, begins: datetime | None = None
) -> tuple[Details, list[UserError]]:
    """From what was typed (local time) to details, and all faults, each with its field.

    `begins`: when the event began until now, which may have passed. Details of a form with faults mean nothing.
    """
    faults: list[UserError] = []

    titles = {lang: _or(faults, partial(_title, fields, lang), "") for lang in LANGUAGES}
    texts = {lang: _or(faults, partial(_text, fields, lang), "") for lang in LANGUAGES}
    starts_at, ends_at = _or(faults, partial(_when, fields, now, zone, begins), (now, now))
    details = Details(
        {lang: title for lang, title in titles.items() if title},
        {lang: text for lang, text in texts.items() if text},
        starts_at,
        ends_at,
        _or(faults, partial(_line, fields, "place", LONGEST_PLACE, needed=True), ""),
        _or(faults, partial(_capacity, fields), None),
    )
    return details, faults


def _or(faults: list[UserError], read_one: Callable[[], T], otherwise: T) -> T:
    """What was read; a fault is kept beside."""
    try:
        return read_one()
    except UserError as fault:
        faults.append(fault)
        return otherwise


def _when(
    fields: Mapping[str, str], now: datetime, zone: ZoneInfo, begins: datetime | None
) -> tuple[datetime, datetime]:
    starts_at = _moment(fields, "day", "begins", zone)
    if starts_at <= now and starts_at != begins:
        passed = starts_at.astimezone(zone).date() < now.astimezone(zone).date()
        raise UserError(PAST, field="day" if passed else "begins")
    last = "last_day" if fields.get("last_day") else "day"
    ends_at = _moment(fields, last, "ends", zone)
    if ends_at <= max(starts_at, now if begins else starts_at):
        wrong = last == "last_day" and ends_at.astimezone(zone).date() < starts_at.astimezone(zone).date()
        raise UserError(BACKWARDS if ends_at <= starts_at else PAST, field=last if wrong else "ends")
    return starts_at, ends_at


def _title(fields: Mapping[str, str], lang: Lang) -> str:
    return _line(fields, f"title_{lang}", LONGEST_TITLE, needed=lang == "nb")


def create(
    session: Session, person: str, channel: str, details: Details, now: datetime, *, draft: bool = False
) -> Event:
    members.require(session, person, "organizer")
    event = Event(by=person, channel=channel, created_at=now, changed_at=now, draft=draft, **vars(details))
    session.add(event)
    audit.note(session, now, who=person, what="event created", about=event.id)
    return event


def for_change(session: Session, event_id: str, person: str, now: datetime) -> Event:
    """The event or draft, for an organizer who is to change or cancel it."""
    members.require(session, person, "organizer")
    return locked(session, event_id, now, drafts=True)


def change(
    session: Session, event_id: str, seen: str, person: str, details: Details, now: datetime, zone: ZoneInfo
) -> tuple[Event, bool]:
    """The event, and whether it moved; its deadline moves along. `seen`: the version that was changed; refused where
    another came between.
    """
    event = for_change(session, event_id, person, now)
    if str(event.version) != seen:
        raise UserError(CHANGED)
    if details.capacity is not None and details.capacity < (have := taken(session, event)):
        raise UserError(TOO_FEW, field="capacity", taken=have)
    moved = _where_and_when(event) != _where_and_when(details) and not event.draft
    if moved:
        event.moves, event.moved_from = event.moves + 1, event.starts_at
    event.deadline = _moved_along(event, details.starts_at, now, zone)
    for name, value in vars(details).items():
        setattr(event, name, value)
    event.version, event.changed_at, event.alone = event.version + 1, now, event.series is not None and not event.draft
    audit.note(session, now, who=person, what="event changed", about=event.id, detail=f"version {event.version}")
    return event, moved


def _moved_along(event: Event, starts_at: datetime, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The deadline as long before the new beginning; one that would have passed by that move is the beginning."""
    deadline = shifted(event.deadline, event.starts_at, starts_at, zone)
    if deadline is None or event.deadline is None:
        return None
    return starts_at if deadline <= now < event.deadline else min(deadline, starts_at)


def remind(
    session: Session,
    event_id: str,
    seen: str,
    person: str,
    chosen: Collection[str],
    now: datetime,
    *,
    following: bool = False,
) -> Event:
    """Choose what those who come, and the channel, are told before; it is planned anew for all of them. `seen`: as in
    `change`. `following`: it is meant for those that follow in the series, too.
    """
    event = for_change(session, event_id, person, now)
    if str(event.version) != seen:
        raise UserError(CHANGED)
    with sharing.changing(event, sharing.REMINDED, following=following):
        event.reminders = [one for one in (*REMINDERS, CHANNEL) if one in chosen]
    event.version, event.changed_at = event.version + 1, now
    session.execute(sa.update(EventAnswer).where(EventAnswer.event == event.id).values(planned=False))
    audit.note(session, now, who=person, what="event reminders", about=event.id, detail=" ".join(event.reminders))
    return event


def cancel(session: Session, event_id: str, person: str, now: datetime) -> Event:
    members.require(session, person, "organizer")
    event = locked(session, event_id, now)
    event.cancelled, event.changed_at = True, now
    event.version, event.moves, event.moved_from = event.version + 1, event.moves + 1, None
    audit.note(session, now, who=person, what="event cancelled", about=event.id)
    return event


def _where_and_when(of: Event | Details) -> tuple[datetime, datetime, str]:
    return of.starts_at, of.ends_at, of.place


def _line(fields: Mapping[str, str], name: str, longest: int, *, needed: bool) -> str:
    typed = " ".join(fields.get(name, "").split())
    if needed and not typed:
        raise UserError(EMPTY, field=name)
    return short(typed, name, longest)


def _text(fields: Mapping[str, str], lang: Lang) -> str:
    name = f"text_{lang}"
    return short(fields.get(name, "").strip(), name, LONGEST_TEXT)


def _capacity(fields: Mapping[str, str]) -> int | None:
    typed = fields.get("capacity", "").strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6 and 1 <= int(typed) <= MOST_SEATS):
        raise UserError(NO_NUMBER, field="capacity")
    return int(typed)


def _moment(fields: Mapping[str, str], day: str, clock: str, zone: ZoneInfo) -> datetime:
    """Local date and time as a point in time; of a time that comes twice, the first."""
    try:
        on = date.fromisoformat(fields.get(day, ""))
    except ValueError:
        raise UserError(NO_DATE, field=day) from None
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise UserError(NO_DATE, field=day)
    try:
        at = time.fromisoformat(fields.get(clock, ""))
    except ValueError:
        raise UserError(NO_TIME, field=clock) from None
    local = datetime.combine(on, at.replace(tzinfo=None), zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise UserError(SKIPPED, field=clock)
    return moment
