"""What a call, or a look whether it was done, means for its row.

A message that was sent again and again, and looked for and never found through GIVE_UP of waits, is parked. Only that
counts: while Slack cannot be reached, refuses our token or wants us to wait, or while looking fails as well, nothing is
given up, however long it takes. Changes do no harm when they are repeated, so they are, with growing waits.
"""

from sqlalchemy.orm import Session

from bot.core.clocks import machine
from scheduler.calls import Found, Later, Limited, Missing, Outcome, Rejected, Sent, Unknown, Unwanted, Unwelcome
from scheduler.claims import kind
from scheduler.outbox import LOOKING, SHOWN, OutgoingRow, insert_row
from scheduler.post_office import OnLeft, Post

GIVE_UP = 12 * 3600.0  # seconds
REPEAT_WAIT, MOST = 1.0, 600.0  # seconds before a change whose outcome is unknown is repeated
REPEATS = 10  # so often after REPEAT_WAIT; then each wait is twice as long as the one before it, up to MOST
NOT_FOUND = ", not found yet"
REFUSED_WAIT = 1.0  # seconds before a row is due again that we were not let in with; another process may be


def after_call(session: Session, post: Post, row: OutgoingRow, outcome: Outcome) -> None:
    if isinstance(outcome, Later | Limited | Unwelcome):
        row.attempted_at = None
    match outcome:
        case Sent():
            sent(row, outcome)
        case Rejected():
            _fail(session, post.on_left, row, outcome.reason)
        case Unwanted():
            drop(row, outcome.reason)
        case Unknown() if row.method in SHOWN:
            row.lookups = 0
            _wait(row, post.lookups[0], outcome.reason)
        case Unknown():
            row.tries += 1
            grown = 2.0 ** min(max(0, row.tries - REPEATS), 20)
            _wait(row, min(MOST, REPEAT_WAIT * grown), outcome.reason)
        case _:
            _put_off(session, post, row, kind(row), outcome)


def after_look_up(session: Session, post: Post, row: OutgoingRow, found: Found) -> None:
    match found:
        case Sent():
            sent(row, found)
        case Rejected():
            _park(session, post.on_left, row, f"perhaps sent, cannot look: {found.reason}")
        case Missing():
            _missed(session, post, row, found)
        case _:
            _put_off(session, post, row, LOOKING, found)


def sent(row: OutgoingRow, outcome: Sent) -> None:
    close(row, "sent", None)
    row.sent_to, row.ts = outcome.channel or row.channel, outcome.ts or None
    row.payload, row.otherwise = {}, None


def superseded(row: OutgoingRow) -> None:
    close(row, "sent", "superseded")
    row.payload = {}


def stands_alone(session: Session, on_left: OnLeft, row: OutgoingRow, parent: OutgoingRow | None) -> bool:
    """The message that it belongs to is not there, or perhaps not. A reply then goes out without a thread, for good.

    False: there is nothing to send, and the row is closed.
    """
    if parent is not None and parent.state == "cancelled":
        drop(row, "parent_cancelled")
        return False
    if row.method not in SHOWN:
        if parent is not None and parent.state == "failed":
            row.otherwise = None  # of what never came, nothing needs to be said
        _fail(session, on_left, row, "parent_failed")
        return False
    row.parent, row.line = None, row.channel
    return True


def drop(row: OutgoingRow, reason: str) -> None:
    close(row, "cancelled", reason)
    row.payload, row.otherwise = {}, None


def close(row: OutgoingRow, state: str, reason: str | None) -> None:
    row.state, row.lease_owner, row.attempted_at, row.finished_at = state, None, None, machine()
    row.reason = reason[:255] if reason else None


def _put_off(session: Session, post: Post, row: OutgoingRow, what: str, outcome: Later | Limited | Unwelcome) -> None:
    if isinstance(outcome, Limited):
        post.pace.complained(session, what, outcome.seconds)
    _wait(row, REFUSED_WAIT if isinstance(outcome, Unwelcome) else outcome.seconds, outcome.reason)


def _missed(session: Session, post: Post, row: OutgoingRow, missing: Missing) -> None:
    """Histories lag behind, so only the last miss of a round allows another attempt."""
    row.lookups += 1
    cause = (row.reason or "no reply").removesuffix(NOT_FOUND)
    if row.lookups < len(post.lookups):
        _wait(row, post.lookups[row.lookups], cause + NOT_FOUND)
        return
    row.tries += 1
    if not missing.certain:
        _park(session, post.on_left, row, "perhaps sent, the place to look is gone")
    elif row.tries * sum(post.lookups) >= GIVE_UP:
        _park(session, post.on_left, row, f"perhaps sent, never found after {row.tries} tries: {cause}")
    else:
        row.attempted_at, row.lookups = None, 0
        _wait(row, 0, cause + NOT_FOUND)


def _fail(session: Session, on_left: OnLeft, row: OutgoingRow, reason: str) -> None:
    close(row, "failed", reason)
    if row.otherwise:
        insert_row(session, row.otherwise)
    on_left(session, row)


def _park(session: Session, on_left: OnLeft, row: OutgoingRow, reason: str) -> None:
    """Nobody can tell whether it arrived, so sending it again, or something else instead, is for people to decide."""
    close(row, "parked", reason)
    on_left(session, row)


def _wait(row: OutgoingRow, seconds: float, reason: str) -> None:
    row.state, row.lease_owner, row.due_at, row.reason = "waiting", None, machine() + seconds, reason[:255]
