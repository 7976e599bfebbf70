"""What is kept of premises, who may change them, and how long they stand in the list."""

from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import members
from bot.domain.companies import links
from bot.domain.members import Member

KINDS: dict[str, Text] = {
    "office": Text(nb="Kontor", nn="Kontor", en="Office"),
    "shop": Text(nb="Butikk", nn="Butikk", en="Shop"),
    "warehouse": Text(nb="Lager", nn="Lager", en="Warehouse"),
    "site": Text(nb="Tomt", nn="Tomt", en="Site"),
}
PRICES: dict[str, Text] = {  # kroner for a square metre in a year, the lowest first
    "1000": Text(nb="under 1000 kr", nn="under 1000 kr", en="below NOK 1000"),
    "1500": Text(nb="1000–1499 kr", nn="1000–1499 kr", en="NOK 1000–1499"),
    "2000": Text(nb="1500–1999 kr", nn="1500–1999 kr", en="NOK 1500–1999"),
    "3000": Text(nb="2000–2999 kr", nn="2000–2999 kr", en="NOK 2000–2999"),
    "more": Text(nb="3000 kr eller mer", nn="3000 kr eller meir", en="NOK 3000 or more"),
}
CAPS = tuple(price for price in PRICES if price.isdigit())  # what somebody who looks may set as the most
SHOWN, TAKEN, UNANSWERED = "shown", "taken", "unanswered"
ASK_AFTER = timedelta(days=30)  # since it was put out, changed or said to be vacant
ANSWER_WITHIN = timedelta(days=7)  # of the question whether it still is

GONE = Text(
    nb="Dette lokalet står ikke lenger i oversikten.",
    nn="Dette lokalet står ikkje lenger i oversikta.",
    en="These premises are no longer in the list.",
)
NOT_YOURS = Text(
    nb="Bare den som la ut lokalet, bedriftens kontaktpersoner og ansatte i kommunen kan endre det.",
    nn="Berre den som la ut lokalet, kontaktpersonane i bedrifta og tilsette i kommunen kan endre det.",
    en="Only who put out these premises, the company's contact persons and the staff can change them.",
)


class Premises(Base):
    """`title`, `text`: by language; bokmål is always there. `area`: the id of an area entry, empty: none of them.

    `least`, `most`: square metres that can be had. `price`: a word of PRICES, empty: not told. `free_from`: none is
    now. `contact`: a role or unit, `contact_person`: a member's id; one of them is there.
    `by`: who put it out, none where that was forgotten or it came from a table; `company`: the owner's row.
    `until`: when it leaves the list unless somebody says that it is vacant. `round`: how often that was said.
    """

    __tablename__ = "premises"

    kind: Mapped[str] = mapped_column(sa.String(16))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    area: Mapped[str] = mapped_column(sa.String(64))
    address: Mapped[str] = mapped_column(sa.String(200))
    least: Mapped[int]
    most: Mapped[int]
    price: Mapped[str] = mapped_column(sa.String(16))
    free_from: Mapped[date | None]
    contact: Mapped[str] = mapped_column(sa.String(200))
    contact_person: Mapped[str | None] = mapped_column(sa.String(32))
    by: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    company: Mapped[str | None] = mapped_column(sa.String(16), index=True)
    made_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    until: Mapped[datetime]
    state: Mapped[str] = mapped_column(sa.String(16), default=SHOWN)
    version: Mapped[int] = mapped_column(default=0)
    round: Mapped[int] = mapped_column(default=0)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)

    def name(self, lang: Lang) -> str:
        return str(self.title.get(lang) or self.title["nb"])

    def about(self, lang: Lang) -> str:
        return str(self.text.get(lang) or self.text.get("nb", ""))

    def is_shown(self, now: datetime) -> bool:
        return self.state == SHOWN and now < self.until


def may_change(session: Session, premises: Premises, person: str) -> bool:
    """Who put it out, who speaks for the company, and the staff."""
    if is_owner(session, premises, person):
        return True
    return members.may(session, person, "staff")


def is_owner(session: Session, premises: Premises, person: str) -> bool:
    return person == premises.by or (premises.company is not None and _speaks_for(session, person) == premises.company)


def _speaks_for(session: Session, person: str) -> str | None:
    """The person's company. Everybody can say that they belong to one: of one that is linked, it takes a contact."""
    member = session.get(Member, person)
    return member.company_id if member and member.active and links.may_edit(session, person) else None


def for_change(session: Session, premises_id: str, person: str) -> Premises:
    """For this transaction alone; refused to whom it does not belong."""
    premises = session.get(Premises, premises_id, with_for_update=True)
    if premises is None:
        raise UserError(GONE)
    if not may_change(session, premises, person):
        raise UserError(NOT_YOURS)
    return premises


def seen_by(session: Session, premises_id: str, person: str, now: datetime) -> Premises:
    """What stands in the list, and what is one's own also where it does not."""
    premises = session.get(Premises, premises_id)
    if premises is None or not (premises.is_shown(now) or may_change(session, premises, person)):
        raise UserError(GONE)
    return premises


def keepers(session: Session, premises: Premises) -> list[str]:
    """Who is asked whether it is still vacant: who put it out; where nobody is left who did, who speaks for it."""
    here = sa.select(Member.id).where(Member.active).order_by(Member.id)
    maker = session.scalar(here.where(Member.id == premises.by))
    if maker or premises.company is None:
        return [maker] if maker else []
    people = session.scalars(here.where(Member.company_id == premises.company))
    return [person for person in people if links.may_edit(session, person)]


def own(session: Session, person: str) -> list[Premises]:
    """One's own, and those of the company that one speaks for, the newest first."""
    theirs = Premises.by == person
    if company := _speaks_for(session, person):
        theirs = sa.or_(theirs, Premises.company == company)
    return list(session.scalars(sa.select(Premises).where(theirs).order_by(Premises.made_at.desc(), Premises.id)))


def touched(session: Session) -> datetime | None:
    """When the list was changed last; none: nobody has ever put anything out."""
    found: datetime | None = session.scalar(sa.select(sa.func.max(Premises.changed_at)))
    return found
