"""What may be told of an event besides what, when and where; most of it also when it is over."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Text
from bot.domain import audit, members
from bot.domain.events import meetings, sharing, stands
from bot.domain.events.kinds import KINDS
from bot.domain.events.organizing import CHANGED
from bot.domain.events.rows import CANCELLED, GONE, Event
from bot.domain.events.stands import EXPO

LONGEST = {"host": 100, "contact": 200, "invited": 200, "material": 500}
LONGEST_PROGRAMME = 1000
TOO_LATE = Text(
    nb="Fristen må være før arrangementet begynner.",
    nn="Fristen må vere før arrangementet byrjar.",
    en="The deadline must be before the event begins.",
)
PAST = Text(nb="Fristen er passert.", nn="Fristen er passert.", en="That deadline has passed.")
HAS_STANDS = Text(
    nb="Bedrifter har bedt om stand, så arrangementet må være en messe.",
    nn="Bedrifter har bede om stand, så arrangementet må vere ei messe.",
    en="Companies have asked for stands, so the event must be an expo.",
)
NO_AREA = Text(
    nb="Dette området finnes ikke lenger. Velg et annet.",
    nn="Dette området finst ikkje lenger. Vel eit anna.",
    en="This area is no longer here. Choose another one.",
)


@dataclass(frozen=True)
class More:
    """`programme`: by language, a line each. `area`: the id of an entry. `public`: none leaves it as it is.

    `kind`: of KINDS, or empty.
    """

    words: dict[str, str]
    programme: dict[str, str]
    area: str = ""
    deadline: datetime | None = None
    plus_one: bool = False
    public: bool | None = None
    kind: str = ""
    units: tuple[str, ...] = ()


def read(
    fields: Mapping[str, str], deadline: datetime | None, areas: Collection[str], public: bool | None
) -> tuple[More, list[UserError]]:
    """From what was typed, and all faults, each with its field."""
    faults: list[UserError] = []
    longest = LONGEST | {f"programme_{lang}": LONGEST_PROGRAMME for lang in LANGUAGES}
    typed: dict[str, str] = {}
    for name, most in longest.items():
        try:
            given = fields.get(name, "").strip()
            typed[name] = short(given if name.startswith("programme") else " ".join(given.split()), name, most)
        except UserError as fault:
            faults.append(fault)
    units: list[str] = []
    try:
        units = meetings.read(fields.get("units", ""))
    except UserError as fault:
        faults.append(fault)
    area = fields.get("area", "")
    if area and area not in areas:
        faults.append(UserError(NO_AREA, field="area"))
    programme: dict[str, str] = {lang: said for lang in LANGUAGES if (said := typed.get(f"programme_{lang}"))}
    words = {name: typed.get(name, "") for name in LONGEST}
    kind = fields.get("kind", "")
    plus_one = fields.get("plus_one") == "yes"
    return More(words, programme, area, deadline, plus_one, public, kind if kind in KINDS else "", tuple(units)), faults


def to_extend(session: Session, event_id: str, by: str) -> Event:
    """The event or draft, locked, for an organizer; also where it is over."""
    members.require(session, by, "organizer")
    event = session.get(Event, event_id, with_for_update=True)
    if event is None:
        raise UserError(GONE)
    if event.cancelled:
        raise UserError(CANCELLED)
    return event


def extend(
    session: Session, event_id: str, seen: str, by: str, more: More, now: datetime, *, following: bool = False
) -> Event:
    """A deadline that stays as it was may have passed; a new one may not. `seen`: the version that was extended;
    refused where another came between. `following`: it is meant for those that follow in the series, too.
    """
    event = to_extend(session, event_id, by)
    if str(event.version) != seen:
        raise UserError(CHANGED)
    if more.deadline and more.deadline != event.deadline:
        if more.deadline > event.starts_at:
            raise UserError(TOO_LATE, field="deadline")
        if more.deadline <= now:
            raise UserError(PAST, field="deadline")
    if event.kind == EXPO != more.kind and stands.of(session, event.id, by)[1]:
        raise UserError(HAS_STANDS, field="kind")
    with sharing.changing(event, sharing.MORE, following=following):
        meetings.keep(session, event, more.units)
        for name, said in more.words.items():
            setattr(event, name, said)
        event.programme, event.area, event.deadline = more.programme, more.area, more.deadline
        event.plus_one, event.kind = more.plus_one, more.kind
        event.public = event.public if more.public is None else more.public
    event.version, event.changed_at = event.version + 1, now
    audit.note(session, now, who=by, what="event changed", about=event.id, detail="more")
    return event
