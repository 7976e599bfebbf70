"""An announcement that was approved is paused, resumed, stopped, corrected, taken back."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import audit, pushes
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver, State, for_organizer
from bot.domain.broadcasts.writing import Words, check_words

STOPPED = "stopped"
NEVER = ("opted out", "left", STOPPED)  # why somebody of the audience gets nothing at all
CHUNK = 200  # copies that are changed in one transaction
FAILING, ENOUGH = 0.1, 20  # a share of failures that makes it pause, of at least so many

UNDER_WAY: tuple[State, ...] = ("approved", "sending")
STOPPABLE: tuple[State, ...] = ("asked", *UNDER_WAY, "paused")
OUT: tuple[State, ...] = (*STOPPABLE, "done", "stopped")  # what somebody may have got

ENDED = Text(
    nb="Utsendingen er allerede ferdig.", nn="Utsendinga er alt ferdig.", en="The announcement has already ended."
)
NOT_PAUSED = Text(
    nb="Utsendingen er ikke på pause.", nn="Utsendinga er ikkje på pause.", en="The announcement is not paused."
)
TOO_LATE = Text(
    nb="Det er for lenge siden: Jeg vet ikke lenger hvem som fikk utsendingen.",
    nn="Det er for lenge sidan: Eg veit ikkje lenger kven som fekk utsendinga.",
    en="It is too long ago: I no longer know who got the announcement.",
)
CHANGED = Text(
    nb="Noen andre har endret utsendingen i mellomtiden. Lukk vinduet, og begynn på nytt.",
    nn="Nokon annan har endra utsendinga i mellomtida. Lukk vindauget, og begynn på nytt.",
    en="Somebody else has changed the announcement meanwhile. Close the window, and begin again.",
)
SAME = Text(nb="Teksten er den samme som før.", nn="Teksten er den same som før.", en="The text is the same as before.")


def pause(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Nobody gets it until it goes on."""
    broadcast = _in(session, broadcast_id, person, UNDER_WAY)
    broadcast.state = "paused"
    audit.note(session, now, who=person, what="broadcast paused", about=broadcast.id)
    return broadcast


def resume(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Whoever lets it go on has seen what failed so far: only more of it makes it pause again."""
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state != "paused":
        raise UserError(NOT_PAUSED)
    broadcast.state, broadcast.forgiven = "approved", broadcast.failed
    audit.note(session, now, who=person, what="broadcast resumed", about=broadcast.id)
    return broadcast


def failing(broadcast: Broadcast) -> bool:
    """Whether so many did not get it that somebody should look first."""
    settled = broadcast.delivered + broadcast.failed
    return settled >= ENOUGH and broadcast.failed - broadcast.forgiven > FAILING * settled


def pause_failing(session: Session, broadcast: Broadcast, now: datetime) -> None:
    broadcast.state = "paused"
    rate = f"{broadcast.failed} of {broadcast.delivered + broadcast.failed} failed"
    audit.note(session, now, who="", what="broadcast paused", about=broadcast.id, detail=rate)


def stop(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Nobody gets it from now on; who has it keeps it."""
    broadcast = _in(session, broadcast_id, person, STOPPABLE)
    broadcast.state, broadcast.ended_at = "stopped", now
    _take_back(session, broadcast, now)
    audit.note(session, now, who=person, what="broadcast stopped", about=broadcast.id)
    return broadcast


def correct(session: Session, broadcast_id: str, version: int, words: Words, person: str, now: datetime) -> Broadcast:
    """Other words, from the `version` that was read: for those who are to get it, and for those who have it."""
    broadcast = _in(session, broadcast_id, person, OUT)
    check_words(words)
    if broadcast.version != version:
        raise UserError(CHANGED)
    if words == Words(broadcast.nb, broadcast.nn, broadcast.en):
        raise UserError(SAME, field="nb")
    if broadcast.state != "asked":
        _check_known(session, broadcast)
    broadcast.nb, broadcast.nn, broadcast.en = words.nb, words.nn, words.en
    broadcast.version += 1
    audit.note(session, now, who=person, what="broadcast corrected", about=broadcast.id, detail=f"{broadcast.version}")
    return broadcast


def recall(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Nobody gets it, and nobody keeps it."""
    broadcast = _in(session, broadcast_id, person, OUT)
    if broadcast.state != "asked":
        _check_known(session, broadcast)
    broadcast.state, broadcast.ended_at = "recalled", now
    broadcast.version += 1
    _take_back(session, broadcast, now)
    audit.note(session, now, who=person, what="broadcast recalled", about=broadcast.id)
    return broadcast


def stale(session: Session, broadcast: Broadcast) -> Sequence[BroadcastReceiver]:
    """A piece of those who were given an earlier version."""
    query = sa.select(BroadcastReceiver).where(*_stale(broadcast)).order_by(BroadcastReceiver.person).limit(CHUNK)
    return session.scalars(query).all()


def number_stale(session: Session, broadcast: Broadcast) -> int:
    return session.scalar(sa.select(sa.func.count()).where(*_stale(broadcast))) or 0


def _stale(broadcast: Broadcast) -> tuple[sa.ColumnElement[bool], ...]:
    mine = (BroadcastReceiver.broadcast == broadcast.id, BroadcastReceiver.fed.is_(True))
    return (*mine, BroadcastReceiver.version < broadcast.version)


def coming(broadcast: Broadcast) -> tuple[sa.ColumnElement[bool], ...]:
    """Those of the audience who are still to be given out."""
    mine = (BroadcastReceiver.broadcast == broadcast.id, BroadcastReceiver.fed.is_(False))
    return (*mine, BroadcastReceiver.why.not_in(NEVER))


def _in(session: Session, broadcast_id: str, person: str, states: Sequence[State]) -> Broadcast:
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state not in states:
        raise UserError(ENDED)
    return broadcast


def _take_back(session: Session, broadcast: Broadcast, now: datetime) -> None:
    session.execute(sa.update(BroadcastReceiver).where(*coming(broadcast)).values(why=STOPPED, due_at=None))
    pushes.cancel(session, f"broadcast:{broadcast.id}:", now)


def _check_known(session: Session, broadcast: Broadcast) -> None:
    if session.scalar(sa.select(BroadcastReceiver).where(BroadcastReceiver.broadcast == broadcast.id).limit(1)) is None:
        raise UserError(TOO_LATE)
