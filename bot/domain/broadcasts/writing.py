"""An announcement before it is sent: written, counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import members, pushes
from bot.domain.broadcasts import segments
from bot.domain.broadcasts.segments import Chosen
from bot.domain.broadcasts.tables import LONGEST_REASON, Broadcast, own_draft
from bot.domain.pushes import Moment, Occasion
from scheduler.quiet import Quiet

LONGEST = 2000  # characters of a text
WHAT = "text"  # its only moment
LOOKED_BACK = 50  # announcements among which the last one to the same segment is looked for

EMPTY = Text(nb="Skriv teksten på bokmål.", nn="Skriv teksten på bokmål.", en="Write the text in bokmål.")
NO_CHANNEL = Text(nb="Velg en kanal.", nn="Vel ein kanal.", en="Choose a channel.")
WHY_URGENT = Text(
    nb="Skriv hvorfor det haster. Det blir stående i loggen.",
    nn="Skriv kvifor det hastar. Det blir ståande i loggen.",
    en="Write why it is urgent. It is kept in the log.",
)
PAST = Text(
    nb="Tidspunktet er passert. Velg et senere, eller la feltet stå tomt for å sende nå.",
    nn="Tidspunktet er passert. Vel eit seinare, eller la feltet stå tomt for å sende no.",
    en="That time has passed. Choose a later one, or leave the field empty to send now.",
)
NOT_IN_CHANNELS = Text(
    nb="Det som går til en kanal, når alle der.",
    nn="Det som går til ein kanal, når alle der.",
    en="What goes to a channel reaches everybody there.",
)


@dataclass(frozen=True)
class Words:
    """Bokmål is always there."""

    nb: str
    nn: str = ""
    en: str = ""


@dataclass(frozen=True)
class Forecast:
    """How many get it, and why others do not or not yet. `before`: the last one to the same segment, if any."""

    receive: int
    reasons: Counter[str]
    people: int = 0
    before: Broadcast | None = None


def draft(session: Session, broadcast: Broadcast, now: datetime) -> Broadcast:
    """Keep what an organizer wrote, before anything is sent."""
    members.require(session, broadcast.by, "organizer")
    check_words(Words(broadcast.nb, broadcast.nn, broadcast.en))
    if broadcast.channel and broadcast.channel[:1] not in ("C", "G"):
        raise UserError(NO_CHANNEL, field="channel")
    if broadcast.at and broadcast.at <= now:
        raise UserError(PAST, field="at")
    if broadcast.urgent and not broadcast.reason:
        raise UserError(WHY_URGENT, field="reason")
    broadcast.reason = short(broadcast.reason, "reason", LONGEST_REASON) if broadcast.urgent else ""
    session.add(broadcast)
    return broadcast


def check_words(words: Words) -> None:
    if not words.nb:
        raise UserError(EMPTY, field="nb")
    for lang in LANGUAGES:
        short(str(getattr(words, lang)), lang, LONGEST)


def choose(session: Session, broadcast_id: str, person: str, chosen: Chosen) -> Broadcast:
    """Whom it is for; none chosen: all members."""
    broadcast = own_draft(session, broadcast_id, person)
    if broadcast.channel:
        raise UserError(NOT_IN_CHANNELS)
    broadcast.segment = dict(chosen)
    return broadcast


def forecast(session: Session, broadcast: Broadcast, now: datetime, quiet: Quiet, default: Lang) -> Forecast:
    """Who would get it if it were approved now; a channel counts as one. `default`: as for segments.audience."""
    if broadcast.channel:
        return Forecast(1, Counter())
    occasion, audience = occasion_of(broadcast, now), segments.audience(session, broadcast.segment, default)
    receivers = pushes.receivers(session, audience.people, now, quiet)
    planned = [pushes.plan(receiver, occasion, now, quiet)[0] for receiver in receivers.values()]
    reasons = Counter[str](one.why for one in planned if one.why != "on time")
    reasons["left"] = audience.left
    receive = sum(one.when is not None for one in planned)
    return Forecast(receive, reasons, len(audience.people), _before(session, broadcast))


def _before(session: Session, broadcast: Broadcast) -> Broadcast | None:
    to_members = (Broadcast.id != broadcast.id, Broadcast.channel.is_(None), Broadcast.audience > 0)
    query = sa.select(Broadcast).where(*to_members).order_by(Broadcast.created_at.desc()).limit(LOOKED_BACK)
    return next((one for one in session.scalars(query) if one.segment == broadcast.segment), None)


def occasion_of(broadcast: Broadcast, now: datetime) -> Occasion:
    return Occasion("announcement", (Moment(WHAT, max(broadcast.at or now, now)),), urgent=broadcast.urgent)
