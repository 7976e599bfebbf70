"""An announcement before it is sent: written, counted, approved."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Text
from bot.domain import audit, members, pushes
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver, for_organizer
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion
from scheduler.quiet import Quiet

LONGEST = 2000  # characters of a text
WHAT = "text"  # its only moment

EMPTY = Text(nb="Skriv teksten på bokmål.", nn="Skriv teksten på bokmål.", en="Write the text in bokmål.")
NO_CHANNEL = Text(nb="Velg en kanal.", nn="Vel ein kanal.", en="Choose a channel.")
PAST = Text(
    nb="Tidspunktet er passert. Velg et senere, eller la feltet stå tomt for å sende nå.",
    nn="Tidspunktet er passert. Vel eit seinare, eller la feltet stå tomt for å sende no.",
    en="That time has passed. Choose a later one, or leave the field empty to send now.",
)
ALREADY = Text(
    nb="Utsendingen er allerede godkjent.", nn="Utsendinga er alt godkjend.", en="The announcement is already approved."
)


@dataclass(frozen=True)
class Forecast:
    """How many get it, and why others do not or not yet."""

    receive: int
    reasons: Counter[str]


def draft(session: Session, broadcast: Broadcast, now: datetime) -> Broadcast:
    """Keep what an organizer wrote, before anything is sent."""
    members.require(session, broadcast.by, "organizer")
    if not broadcast.nb:
        raise UserError(EMPTY, field="nb")
    for lang in LANGUAGES:
        short(broadcast.text(lang), lang, LONGEST)
    if broadcast.channel and broadcast.channel[:1] not in ("C", "G"):
        raise UserError(NO_CHANNEL, field="channel")
    if broadcast.at and broadcast.at <= now:
        raise UserError(PAST, field="at")
    session.add(broadcast)
    return broadcast


def forecast(session: Session, broadcast: Broadcast, now: datetime, quiet: Quiet) -> Forecast:
    """Who would get it if it were approved now; a channel counts as one."""
    if broadcast.channel:
        return Forecast(1, Counter())
    occasion = occasion_of(broadcast, now)
    receivers = pushes.receivers(session, _everybody(session), now, quiet)
    planned = [pushes.plan(receiver, occasion, now, quiet)[0] for receiver in receivers.values()]
    reasons = Counter[str](one.why for one in planned if one.why != "on time")
    gone = (Member.active.is_(False), Member.standing == "full")
    reasons["left"] = session.scalar(sa.select(sa.func.count()).where(*gone)) or 0
    return Forecast(sum(one.when is not None for one in planned), reasons)


def approve(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Freeze the audience: who joins later does not get it."""
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state != "draft":
        raise UserError(ALREADY)
    broadcast.state, broadcast.at = "approved", broadcast.at or now
    audience = [] if broadcast.channel else _everybody(session)
    session.add_all(BroadcastReceiver(broadcast=broadcast.id, person=one) for one in audience)
    audit.note(session, now, who=person, what="broadcast approved", about=broadcast.id, detail=f"{len(audience)}")
    return broadcast


def occasion_of(broadcast: Broadcast, now: datetime) -> Occasion:
    return Occasion("announcement", (Moment(WHAT, max(broadcast.at or now, now)),))


def _everybody(session: Session) -> list[str]:
    """All full members of the workspace who are not deactivated."""
    return list(
        session.scalars(sa.select(Member.id).where(Member.active, Member.standing == "full").order_by(Member.id))
    )
