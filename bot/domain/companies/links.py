"""A member's company is found in the public register: linked once, shared by all who belong to it.

What a linked company says of itself is changed by its contact persons alone. The first is who linked it, where nobody
else was in it; otherwise staff choose. Staff, or one who is contact already, make others that.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.companies import numbers, register, rows
from bot.domain.companies.register import Link
from bot.domain.companies.rows import LONGEST_NAME, NOT_THERE, Company, Told
from bot.domain.companies.units import Unit
from bot.domain.members import NOT_ALLOWED, Member
from scheduler import due

CONFIRM = "company.confirm"  # due work: once a year a company is asked whether what it says of itself still holds
YEAR = timedelta(days=365)

SOLE = "Enkeltpersonforetak {number}"
CLOSED = Text(
    nb="Denne bedriften er slettet i Enhetsregisteret. Velg en annen.",
    nn="Denne bedrifta er sletta i Einingsregisteret. Vel ei anna.",
    en="This company has been deleted from the register. Choose another one.",
)
NO_COLLEAGUE = Text(
    nb="Denne personen hører ikke til bedriften lenger.",
    nn="Denne personen høyrer ikkje til bedrifta lenger.",
    en="This person does not belong to the company any more.",
)


def link(session: Session, person: str, unit: Unit, now: datetime, read_at: datetime | None = None) -> Company:
    """The person belongs to the company that the register calls so. Those in another one stay there.

    A row that is the person's alone, and is no other company, becomes this one and keeps what hangs on it. `read_at`:
    when the register told this, if not now.
    """
    if unit.state in ("deleted", "gone"):
        raise UserError(CLOSED)
    register.take(session, [unit], read_at or now)  # from here on one at a time
    company = _linked(session, unit.number)
    if company:
        rows.join(session, person, company)
        return company
    company = _free(session, person, unit) or rows.make(session, Told(_nameless(unit)))
    alone = all(one.id == person or not one.active for one in colleagues(session, company.id))
    session.add(Link(company=company.id, number=unit.number, linked_by=person, linked_at=now))
    session.flush()
    register.follow(session, Link.company == company.id)
    due.first(session, CONFIRM, company.id, now + YEAR)
    rows.join(session, person, company)
    if alone and not contacts(session, company.id):
        give(session, person, members.find(session, person), now)
    return company


def _linked(session: Session, number: str) -> Company | None:
    return session.scalar(sa.select(Company).join(Link, Link.company == Company.id).where(Link.number == number))


def _free(session: Session, person: str, unit: Unit) -> Company | None:
    """A row that is not linked: the person's own, or one of the register's name."""
    own = rows.of(session, person)
    alone = own if own and [one.id for one in colleagues(session, own.id)] == [person] else None
    named = rows.named(session, unit.name[:LONGEST_NAME] or _nameless(unit))
    return next((one for one in (named, alone) if one and register.of(session, one.id) is None), None)


def _nameless(unit: Unit) -> str:
    """Until it is called as in the register; a sole proprietorship, whose name is not kept, stays so."""
    return SOLE.format(number=numbers.spaced(unit.number))


def leave(session: Session, person: str, company: str) -> None:
    """The person belongs to this company no longer; their colleagues still do."""
    if members.find(session, person).company_id == company:
        rows.join(session, person, None)


def colleagues(session: Session, company: str) -> Sequence[Member]:
    return session.scalars(sa.select(Member).where(Member.company_id == company).order_by(Member.id)).all()


# --- who speaks for it ---


def may_edit(session: Session, person: str) -> bool:
    """Whether the person may change what their company says of itself; of one that is not linked, every member may."""
    member = session.get(Member, person)
    if member is None or not member.company_id:
        return False
    return member.contact or session.get(Link, member.company_id) is None


def require_editor(session: Session, person: str) -> Company:
    """The person's company, which they may change."""
    company = rows.of(session, person)
    if company is None:
        raise UserError(NOT_THERE)
    if not may_edit(session, person):
        raise UserError(NOT_ALLOWED)
    return company


def contacts(session: Session, company: str) -> Sequence[Member]:
    """Those who speak for it, and are there."""
    return [one for one in colleagues(session, company) if one.contact and one.active]


def appoint(session: Session, by: str, company: str, person: str, now: datetime) -> bool:
    """Staff, or a contact person of the same company, make a colleague one too; whether they were not yet."""
    speaks = any(one.id == by for one in contacts(session, company))
    if not speaks:
        members.require(session, by, "staff")
    member = session.get(Member, person, with_for_update=True)
    if member is None or member.company_id != company or not member.active:
        raise UserError(NO_COLLEAGUE)
    if member.contact:
        return False
    give(session, by, member, now)
    return True


def give(session: Session, by: str, member: Member, now: datetime) -> None:
    member.contact = True
    audit.note(session, now, who=by, what="company contact", about=member.id, detail=f"{member.company_id}: given")


def dismiss(session: Session, by: str, person: str, now: datetime) -> None:
    """Staff take it from somebody, or one gives it up oneself."""
    if by != person:
        members.require(session, by, "staff")
    member = members.find(session, person)
    if member.contact:
        member.contact = False
        audit.note(session, now, who=by, what="company contact", about=person, detail=f"{member.company_id}: taken")
