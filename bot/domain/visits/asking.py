"""A company asks for a visit, adds to what it wants to raise, and takes the request back."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import insert_once, new_id
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain.companies import links
from bot.domain.companies import rows as companies
from bot.domain.companies.rows import Company
from bot.domain.visits.rows import GONE, WHOM, Visit, VisitRequest, Whole, locked, wholes

LONGEST_WISHES, LONGEST_SUITS = 1500, 300

NO_COMPANY = Text(
    nb="Fortell først hvilken bedrift du er fra. Det gjør du i Hjem-fanen.",
    nn="Fortel først kva bedrift du er frå. Det gjer du i Heim-fana.",
    en="Tell first which company you are from. You do that in the Home tab.",
)
CONTACTS = Text(
    nb="Kontaktpersonene svarer for {company}. Spør en av dem, eller be kommunen om å bli kontaktperson.",
    nn="Kontaktpersonane svarer for {company}. Spør ein av dei, eller be kommunen om å bli kontaktperson.",
    en="Its contact persons speak for {company}. Ask one of them, or ask the municipality to become one.",
)
NOBODY = Text(
    nb="Ingen er kontaktperson for {company}. Be om å bli det under «Om bedriften» i Hjem-fanen.",
    nn="Ingen er kontaktperson for {company}. Be om å bli det under «Om bedrifta» i Heim-fana.",
    en="Nobody is contact person of {company}. Ask to become one under “About the company” in the Home tab.",
)
NOTHING = Text(
    nb="Skriv hva dere vil ta opp.", nn="Skriv kva de vil ta opp.", en="Write what your company wants to raise."
)
PICK_WHOM = Text(nb="Velg hvem dere vil invitere.", nn="Vel kven de vil invitere.", en="Choose whom to invite.")
FULL = Text(
    nb="Til sammen blir det for langt. Det er plass til {left} tegn til.",
    nn="Til saman blir det for langt. Det er plass til {left} teikn til.",
    en="Together it becomes too long. There is room for {left} more characters.",
)


@dataclass(frozen=True)
class Wish:
    """`whom`: a word of WHOM. `suits`: when it suits, in words."""

    whom: str
    wishes: str
    suits: str = ""


def company_of(session: Session, person: str) -> Company:
    """The company that the person speaks for. Everybody can say that they belong to one that is linked, too."""
    company = companies.of(session, person)
    if company is None:
        raise UserError(NO_COMPANY)
    if not links.may_edit(session, person):
        raise UserError(CONTACTS if links.contacts(session, company.id) else NOBODY, company=company.name)
    return company


def own(session: Session, person: str) -> tuple[Company, Whole | None]:
    """The person's company, and the visit that it asks for now."""
    company = company_of(session, person)
    mine = sa.select(VisitRequest.visit).where(VisitRequest.open == company.id)
    found = wholes(session, Visit.id.in_(mine))
    return company, found[0] if found else None


def ask(session: Session, person: str, wish: Wish, now: datetime) -> tuple[VisitRequest, bool]:
    """One open request a company: asking again adds to it. True where it is new."""
    company = companies.share(session, company_of(session, person).id)
    wish = _read(wish)
    visit = new_id()
    made = VisitRequest(
        visit=visit,
        company=company.id,
        open=company.id,
        person=person,
        whom=wish.whom,
        wishes=wish.wishes,
        suits=wish.suits,
        asked_at=now,
    )
    if insert_once(session, made):
        session.add(Visit(id=visit, at=now, changed_at=now))
        return made, True
    request = session.scalar(sa.select(VisitRequest).where(VisitRequest.open == company.id).with_for_update())
    if request is None:  # it was taken back or held just now
        raise UserError(GONE)
    _add(request, person, wish)
    return request, False


def _read(wish: Wish) -> Wish:
    if wish.whom not in WHOM:
        raise UserError(PICK_WHOM, field="whom")
    wishes = short(wish.wishes.strip(), "wishes", LONGEST_WISHES)
    if not wishes:
        raise UserError(NOTHING, field="wishes")
    return Wish(wish.whom, wishes, short(wish.suits.strip(), "suits", LONGEST_SUITS))


def _add(request: VisitRequest, person: str, wish: Wish) -> None:
    request.person = person
    request.whom = wish.whom if wish.whom == request.whom else "both"
    request.suits = wish.suits or request.suits
    if wish.wishes in request.wishes:
        return
    left = LONGEST_WISHES - len(request.wishes) - 1
    if len(wish.wishes) > left:
        raise UserError(FULL, field="wishes", left=max(0, left))
    request.wishes = short(f"{request.wishes}\n{wish.wishes}", "wishes", LONGEST_WISHES)


def withdraw(session: Session, person: str, visit_id: str, now: datetime) -> tuple[Company, Visit]:
    """The company's request goes, with its words; a visit that nobody else asks for is off."""
    company = company_of(session, person)
    visit = locked(session, visit_id)
    request = session.scalar(mine(visit, company))
    if request is None:
        raise UserError(GONE)
    session.delete(request)
    session.flush()
    if session.scalar(sa.select(VisitRequest.id).where(VisitRequest.visit == visit.id).limit(1)) is None:
        visit.starts_at = visit.starts_at if visit.state == "confirmed" else None
        visit.state, visit.changed_at = "off", now
        visit.version += 1
    return company, visit


def mine(visit: Visit, company: Company) -> sa.Select[VisitRequest]:
    """The company's open request for this visit."""
    return sa.select(VisitRequest).where(VisitRequest.visit == visit.id, VisitRequest.open == company.id)
