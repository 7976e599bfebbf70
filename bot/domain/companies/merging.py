"""Two companies that are the same become one: what hangs on the one goes to the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.db import in_turn
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.companies import links, register, rows
from bot.domain.companies.register import Link
from bot.domain.companies.rows import NOT_THERE, TRAITS, Company

Merge = Callable[[Session, str, str], None]
"""What of a company, by its id, becomes another's; refused, at GONE, where both have what only one can have."""

KEPT, GONE = "kept", "gone"  # fields of the form

SAME = Text(nb="Velg en annen bedrift.", nn="Vel ei anna bedrift.", en="Choose another company.")
BOTH_LINKED = Text(
    nb="Begge er koblet til Enhetsregisteret, hver med sitt nummer. Da er de to bedrifter.",
    nn="Begge er kopla til Einingsregisteret, kvar med sitt nummer. Då er dei to bedrifter.",
    en="Both are linked to Enhetsregisteret, each with its number. So they are two companies.",
)


@dataclass(frozen=True)
class Merged:
    """`gone`: what the other one was called; `moved`: who belonged to it."""

    kept: Company
    gone: str
    moved: Sequence[str]


def merge(session: Session, by: str, kept: str, gone: str, now: datetime, others: Iterable[Merge]) -> Merged:
    """By staff, for good. One that is linked to the register stays, whichever was to. `others`: what features hold."""
    members.require(session, by, "staff")
    if kept == gone:
        raise UserError(SAME, field=GONE)
    in_turn(session, register.ONE_BY_ONE)
    stays, goes = _found(session, kept, KEPT), _found(session, gone, GONE)
    if session.get(Link, goes.id):
        if session.get(Link, stays.id):
            raise UserError(BOTH_LINKED, field=GONE)
        stays, goes = goes, stays
    for move in others:
        move(session, goes.id, stays.id)
    for trait in TRAITS:
        setattr(stays, trait, getattr(stays, trait) or getattr(goes, trait))
    moved = _move_members(session, by, goes, stays, now)
    session.delete(goes)
    audit.note(session, now, who=by, what="company merged", about=stays.id, detail=f"{goes.id}: {goes.name}")
    return Merged(stays, goes.name, moved)


def _move_members(session: Session, by: str, goes: Company, stays: Company, now: datetime) -> list[str]:
    """Who spoke for the one speaks for the other, unless that is linked and has somebody; the log tells either."""
    spoken_for = session.get(Link, stays.id) is not None and bool(links.contacts(session, stays.id))
    people = links.colleagues(session, goes.id)
    for one in people:
        speaks = one.contact
        if speaks and spoken_for:
            links.dismiss(session, by, one.id, now)
        rows.join(session, one.id, stays)
        if speaks and not spoken_for:
            links.give(session, by, one, now)
    return [one.id for one in people]


def _found(session: Session, company: str, field: str) -> Company:
    found = session.get(Company, company, with_for_update=True)
    if found is None:
        raise UserError(NOT_THERE, field=field)
    return found
