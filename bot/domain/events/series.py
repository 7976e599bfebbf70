"""Series: events that come again by a rule. Each is an event of its own, made when it is near; the rule ties them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.recurrence import CHOICES, MOST, Rule, ending, occurrences, read, usual
from bot.core.texts import Text
from bot.domain.events import invited, sharing
from bot.domain.events.organizing import LAST_YEAR, NO_DATE
from bot.domain.events.rows import Event

AHEAD = timedelta(days=60)  # an occurrence becomes an event so long before; the next one always is
LEAD = timedelta(days=42)  # its wall is posted so long before, or when the one before it is over
FEWEST = 2
SECOND = timedelta(seconds=1)
FREQS = {"WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}

TOO_EARLY = Text(
    nb="Den siste gangen må være etter den første.",
    nn="Den siste gongen må vere etter den første.",
    en="The last time must be after the first.",
)
NO_NUMBER = Text(
    nb="Skriv et helt tall fra {fewest} til {most}, eller la feltet stå tomt.",
    nn="Skriv eit heilt tal frå {fewest} til {most}, eller la feltet stå tomt.",
    en="Write a whole number from {fewest} to {most}, or leave the field empty.",
)
BOTH = Text(
    nb="Velg enten den siste dagen eller antall ganger, ikke begge.",
    nn="Vel anten den siste dagen eller tal på gonger, ikkje begge.",
    en="Choose either the last day or the number of times, not both.",
)


class EventSeries(Base):
    """`rule`: an RRULE. `starts_at`: its first occurrence. `version`: counts the changes of the rule."""

    __tablename__ = "event_series"

    rule: Mapped[str] = mapped_column(sa.String(200))
    starts_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=0)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


def choice(rule: str) -> str:
    """Of CHOICES, what a form shows."""
    return FREQS[read(rule).freq]


def wanted(fields: Mapping[str, str], starts_at: datetime, zone: ZoneInfo) -> Rule | None:
    """What the form says of coming again. Refused, with its field, where the end is none."""
    chosen = fields.get("again", "")
    if chosen not in CHOICES:
        return None
    last, times = fields.get("last_time", ""), fields.get("times", "").strip()
    if last and times:
        raise UserError(BOTH, field="times")
    return ending(usual(chosen, starts_at, zone), zone, count=_times(times), last=_last(last, starts_at, zone))


def _last(typed: str, starts_at: datetime, zone: ZoneInfo) -> date | None:
    if not typed:
        return None
    try:
        last = date.fromisoformat(typed)
    except ValueError:
        raise UserError(NO_DATE, field="last_time") from None
    if last.year > LAST_YEAR:
        raise UserError(NO_DATE, field="last_time")
    if last <= starts_at.astimezone(zone).date():
        raise UserError(TOO_EARLY, field="last_time")
    return last


def _times(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 3 and FEWEST <= int(typed) <= MOST):
        raise UserError(NO_NUMBER, field="times", fewest=FEWEST, most=MOST)
    return int(typed)


def tie(session: Session, event: Event, rule: Rule | None) -> None:
    """A draft comes again by this rule, or by none."""
    series = session.get(EventSeries, event.series) if event.series else None
    if rule is None:
        event.series = event.slot = None
        if series:
            session.delete(series)
        return
    if series is None:
        series = EventSeries(rule=str(rule), starts_at=event.starts_at)
        session.add(series)
    series.rule, series.starts_at = str(rule), event.starts_at
    event.series, event.slot = series.id, event.starts_at


def rules(session: Session, events: Iterable[Event]) -> dict[str, Rule]:
    """The rules by which these events come again, by the series' id."""
    ids = {event.series for event in events if event.series}
    if not ids:
        return {}
    found = session.scalars(sa.select(EventSeries).where(EventSeries.id.in_(ids)))
    return {series.id: read(series.rule) for series in found}


def members(session: Session, series: Iterable[str]) -> dict[str, tuple[EventSeries, list[Event]]]:
    """Each series with all its events, in order; drafts are left out."""
    found = {one.id: one for one in session.scalars(sa.select(EventSeries).where(EventSeries.id.in_(list(series))))}
    query = sa.select(Event).where(Event.series.in_(found), Event.draft.is_(False)).order_by(Event.slot, Event.id)
    events: dict[str, list[Event]] = {}
    for event in session.scalars(query):
        events.setdefault(event.series or "", []).append(event)
    return {name: (found[name], those) for name, those in events.items()}


def pattern(events: Sequence[Event]) -> Event:
    """The one that stands for the others: the last that was neither changed nor called off alone."""
    return next((event for event in reversed(events) if not (event.alone or event.cancelled)), events[-1])


def make_ahead(
    session: Session, series_id: str, now: datetime, zone: ZoneInfo
) -> tuple[list[tuple[Event, datetime]], datetime | None]:
    """The events that it is time to make, each with the time to post it, and when to look again."""
    series = session.get(EventSeries, series_id, with_for_update=True)
    known = members(session, [series_id]).get(series_id)
    if series is None or known is None:
        return [], None
    made, new = known[1], list[tuple[Event, datetime]]()
    latest, like = made[-1], pattern(made)
    after = (latest.slot or latest.starts_at) + SECOND
    for slot in occurrences(read(series.rule), series.starts_at, zone, since=max(after, now)):
        began = latest.slot or latest.starts_at
        if slot > now + AHEAD and began > now:
            return new, min(slot - AHEAD, began)
        event = _another(session, like, slot, now, zone)
        invited.copy(session, latest.id, event.id, now)
        new.append((event, max(now, latest.ends_at, slot - LEAD)))
        latest = event
    return new, None


def _another(session: Session, like: Event, slot: datetime, now: datetime, zone: ZoneInfo) -> Event:
    event = Event(
        **{name: sharing.shared(like, name) for name in sharing.COPIED},
        starts_at=slot,
        ends_at=slot + (like.ends_at - like.starts_at),
        created_at=now,
        changed_at=now,
        deadline=sharing.deadline(like, slot, zone),
        series=like.series,
        slot=slot,
    )
    session.add(event)
    session.flush()
    return event


def without_events(session: Session) -> None:
    """A series of which nothing is left goes too."""
    session.execute(sa.delete(EventSeries).where(~sa.exists().where(Event.series == EventSeries.id)))


def ended(rule: Rule, before: datetime) -> Rule:
    """The rule, up to this occurrence and without it."""
    return replace(rule, count=None, until=before - SECOND)
