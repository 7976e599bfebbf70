"""Delivery: one row of the outbox is claimed, sent, and its outcome written down. Exactly once.

A claim is a lease. Before the call the owner is checked a last time and the attempt noted, so that after a crash or
a lost reply it is known that the outcome is not: such a row is looked up at the receiver before it is sent again.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import logs
from bot.core.clocks import machine
from bot.core.db import in_turn
from scheduler import bundles, reports, settling
from scheduler.calls import Found, Later, Limited, Outcome, Posted, Sent, Unknown, Unwanted, Unwelcome
from scheduler.claims import kind, next_due
from scheduler.outbox import CHANGES, LOOKING, REDRAWN, OutgoingRow
from scheduler.pacing import HORIZON
from scheduler.post_office import Post


@dataclass(frozen=True)
class Claim:
    """A row that is ours: under the name `owner`, which no other claim has.

    Its call is to be made at `moment`. `unknown`: first to be found out is what became of an earlier call.
    `begun_at`: the call is noted already, since it need not wait.
    """

    row: OutgoingRow
    posted: Posted
    owner: str
    moment: float
    unknown: bool
    begun_at: float | None


def deliver(post: Post) -> bool:
    """Carry out one row that is due; False when there was none."""
    claim = claim_next(post)
    if isinstance(claim, Claim):
        carry_out(post, claim)
    return claim is not False


def claim_next(post: Post, *, expected: bool = False) -> Claim | bool:
    """Lease the row that is next; False: there is none, True: it needed no call.

    Where none is `expected`, it is looked before, since a look keeps nobody from writing.
    """
    if post.access.closed():
        return False
    claim = (expected or _is_due(post)) and _claim(post)
    if claim is False and post.access.probe():  # else nobody would hear that it was mended before the next message
        _heard(post, post.send.knock())
    return claim


def carry_out(post: Post, claim: Claim) -> None:
    """Make the call at its moment, and write down what became of it."""
    with logs.request(claim.row.request):
        _carry_out(post, claim)


def _carry_out(post: Post, claim: Claim) -> None:
    time.sleep(max(0.0, claim.moment - machine()))
    if claim.unknown:
        found = post.send.find(claim.posted, partial(_renew, post, claim))
        _settle(post, claim, found, partial(settling.after_look_up, found=found))
    elif _begin(post, claim):
        outcome = post.send(claim.posted)
        _settle(post, claim, outcome, partial(settling.after_call, outcome=outcome))


def _is_due(post: Post) -> bool:
    with post.database.read() as session:
        return next_due(session, post.pace, machine()) is not None


def _claim(post: Post) -> Claim | bool:
    with post.database.write() as session:
        in_turn(session, "claiming")  # else two processes would each find the channel free, and overtake one another
        now = machine()
        row = next_due(session, post.pace, now, to_claim=True)
        if row is None:
            return False
        posted = _resolve(session, post, row)
        if posted is None:
            return True
        unknown = kind(row) == LOOKING
        moment = post.pace.reserve(session, kind(row), row.priority, now)
        if moment > now + HORIZON:  # «too many» was heard meanwhile: a sender that slept as long could not be stopped
            return False
        row.state, row.lease_owner, row.lease_until = (
            "leased",
            f"{post.owner}:{secrets.token_hex(4)}",
            moment + post.lease,
        )
        begun_at = None if unknown or moment > now else now
        if begun_at:
            _note(row, begun_at)
        return Claim(row, posted, row.lease_owner, moment, unknown, begun_at)


def _resolve(session: Session, post: Post, row: OutgoingRow) -> Posted | None:
    """Fill in the message that the row belongs to. None where no call is needed any more: then it is closed."""
    payload, channel = dict(row.payload), row.sent_to or row.channel
    if _superseded(session, row):
        settling.superseded(row)
        return None
    if not payload and kind(row) != LOOKING:
        settling.drop(row, "forgotten")
        return None
    if row.parent:
        parent = session.scalar(sa.select(OutgoingRow).where(OutgoingRow.key == row.parent))
        if parent is not None and parent.state == "sent":
            channel = parent.sent_to or parent.channel
            payload["ts" if row.method in CHANGES else "thread_ts"] = parent.ts
        elif not settling.stands_alone(session, post.on_left, row, parent):
            return None
    return Posted(row.key, row.method, channel, payload, row.attempted_at)


def _superseded(session: Session, row: OutgoingRow) -> bool:
    """A later change of the same message, or Home tab, says all that this one would."""
    same = OutgoingRow.parent == row.parent if row.parent else OutgoingRow.channel == row.channel
    shown = OutgoingRow.state.in_(("waiting", "leased", "sent"))
    later = sa.select(OutgoingRow.id).where(same, shown, OutgoingRow.method == row.method, OutgoingRow.id > row.id)
    return row.method in REDRAWN and session.scalar(later.limit(1)) is not None


def _begin(post: Post, claim: Claim) -> bool:
    """The last check before the call that the row is ours and wanted; notes that the call is begun."""
    now = claim.begun_at or machine()
    if not claim.begun_at:
        with post.database.write() as session:
            row = _held(session, claim)
            if row is None or row.lease_until < now:
                return False
            if not row.payload:  # it was taken back meanwhile
                settling.drop(row, "forgotten")
                return False
            _note(row, now)
            row.lease_until = now + post.lease
    return machine() < now + post.lease  # the commit itself may have taken long


def _note(row: OutgoingRow, now: float) -> None:
    row.attempted_at, row.tried_at = now, row.tried_at or now


def _renew(post: Post, claim: Claim) -> bool:
    with post.database.write() as session:
        row = _held(session, claim)
        if row is not None:
            row.lease_until = machine() + post.lease
        return row is not None


def _held(session: Session, claim: Claim) -> OutgoingRow | None:
    """The row, if nobody has claimed it after us; that alone matters for what is found out, not the time it took."""
    mine = (OutgoingRow.id == claim.row.id, OutgoingRow.state == "leased", OutgoingRow.lease_owner == claim.owner)
    return session.scalar(sa.select(OutgoingRow).where(*mine).with_for_update())


def _settle(
    post: Post, claim: Claim, outcome: Outcome | Found, rule: Callable[[Session, Post, OutgoingRow], None]
) -> None:
    _heard(post, outcome)
    with post.database.write() as session:
        if row := _held(session, claim):
            rule(session, post, row)
            bundles.follow(session, row)
        elif isinstance(outcome, Sent):
            _taken_over(session, claim, outcome)
    reports.tell(claim.row, type(outcome).__name__, getattr(outcome, "reason", None), looked=claim.unknown)


def _heard(post: Post, outcome: Outcome | Found) -> None:
    """What an outcome says of whether we are let in."""
    if isinstance(outcome, Unwelcome):
        post.access.refuse(outcome.reason)
    elif not isinstance(outcome, Later | Limited | Unknown | Unwanted):  # those say nothing about us
        post.access.refused = None


def _taken_over(session: Session, claim: Claim, outcome: Sent) -> None:
    """Another claim holds the row, but that its message is there is true all the same."""
    row = session.get(OutgoingRow, claim.row.id, with_for_update=True)
    if row is not None and row.state in ("waiting", "leased", "parked"):
        settling.sent(row, outcome)
        bundles.follow(session, row)
