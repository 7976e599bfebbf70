"""How long premises stand in the list: renewed, asked after, taken off; each as due work by the premises' id."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.premises.rows import ANSWER_WITHIN, ASK_AFTER, SHOWN, TAKEN, UNANSWERED, Premises
from scheduler import due

ASK, HIDE, NEW = "premises.ask", "premises.hide", "premises.new"
BY_OTHER = "premises.other"  # by `{premises}:{person}`: somebody else than who put them out has changed them


def renew(session: Session, premises: Premises, now: datetime) -> None:
    """It is vacant as of now: it is shown, asked after in 30 days, and told to those who look for it."""
    premises.state, premises.changed_at = SHOWN, now
    premises.version, premises.round = premises.version + 1, premises.round + 1
    premises.until = now + ASK_AFTER + ANSWER_WITHIN
    session.flush()
    due.schedule(session, ASK, premises.id, now + ASK_AFTER)
    due.schedule(session, HIDE, premises.id, premises.until)
    due.soon(session, NEW, premises.id, now, 0)


def is_asked_after(premises: Premises, now: datetime) -> None:
    """From the question on there is a week to answer, also where quiet time has held it back."""
    premises.until = now + ANSWER_WITHIN


def take_off(session: Session, premises: Premises, now: datetime) -> bool:
    """The owner says that it is no longer vacant; False where it was off already."""
    was_on = premises.state == SHOWN
    _off(session, premises, TAKEN, now)
    return was_on


def hide(session: Session, premises: Premises, now: datetime) -> None:
    """Nobody has answered."""
    _off(session, premises, UNANSWERED, now)


def _off(session: Session, premises: Premises, state: str, now: datetime) -> None:
    if premises.state == SHOWN:
        premises.changed_at = now
        premises.version += 1
    premises.state = state
    session.flush()
    for kind in (ASK, HIDE, NEW):
        due.cancel(session, kind, premises.id)
