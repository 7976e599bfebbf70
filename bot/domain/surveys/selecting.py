"""Some of those who agreed to be asked after a round, drawn by balance.py, and invited. No answer is read here.

Subjects of due work: the selection's id for all of its messages, `{selection}:{person}` for one of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members, pushes
from bot.domain.companies import rows as companies
from bot.domain.companies.rows import Company
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion, Push, Why
from bot.domain.surveys.agreeing import Agreement
from bot.domain.surveys.balance import balanced
from bot.domain.surveys.doing import closed
from bot.domain.surveys.tables import Invitation, Wave
from scheduler import due
from scheduler.quiet import Quiet

MEET, ASK = "survey.meet", "survey.ask"
MOST, LONGEST = 40, 1500

NOBODY = Text(
    nb="Ingen har sagt ja til å bli kontaktet etter denne runden.",
    nn="Ingen har sagt ja til å bli kontakta etter denne runden.",
    en="Nobody has agreed to be contacted after this round.",
)
NO_SIZE = Text(
    nb="Skriv et tall fra 1 til {most}.", nn="Skriv eit tal frå 1 til {most}.", en="Write a number from 1 to {most}."
)
EMPTY = Text(
    nb="Skriv på bokmål hva du inviterer til.",
    nn="Skriv på bokmål kva du inviterer til.",
    en="Write in bokmål what you invite them to.",
)
REDRAWN = Text(
    nb="Utvalget er trukket på nytt i mellomtida. Åpne det fra resultatene igjen.",
    nn="Utvalet er trekt på nytt i mellomtida. Opne det frå resultata igjen.",
    en="The selection has been drawn anew meanwhile. Open it from the results again.",
)
INVITED = Text(
    nb="Dette utvalget er allerede invitert.", nn="Dette utvalet er alt invitert.", en="These were already invited."
)


class Selection(Base):
    """`seed`: from which it was drawn. `text` and `event` (an id, or empty): what they are invited to."""

    __tablename__ = "survey_selections"

    wave: Mapped[str] = mapped_column(sa.String(16), index=True)
    seed: Mapped[int]
    size: Mapped[int]
    by: Mapped[str | None] = mapped_column(sa.String(32))
    at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    text: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    event: Mapped[str] = mapped_column(sa.String(16), default="")
    invited_at: Mapped[datetime | None] = mapped_column(default=None)

    def said(self, lang: Lang) -> str:
        return str(self.text.get(lang) or self.text["nb"])


class Picked(Base):
    """Who is in a selection, and for which company."""

    __tablename__ = "survey_picked"

    selection: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    company: Mapped[str] = mapped_column(sa.String(16))


@dataclass(frozen=True)
class Named:
    """One of a selection as the organizer sees them; none of the company where it is gone."""

    person: str
    company: Company | None


def willing(session: Session, wave: Wave) -> dict[str, str]:
    """Who agreed, and is still here: person -> company."""
    query = sa.select(Agreement.person, Agreement.company).join(Member, Member.id == Agreement.person)
    return dict(session.execute(query.where(Agreement.wave == wave.id, Member.active)).all())


def draw(session: Session, wave_id: str, size: int, by: str, now: datetime, seed: int) -> Selection:
    """A selection of at most this size. One of the round that was drawn before and not invited is thrown away."""
    wave = closed(session, wave_id, by)
    candidates = willing(session, wave)
    if not candidates:
        raise UserError(NOBODY)
    if not 1 <= size <= MOST:
        raise UserError(NO_SIZE, field="size", most=MOST)
    invited = list(session.scalars(sa.select(Invitation.company).where(Invitation.wave == wave.id)))
    traits = companies.traits(session, {*invited, *candidates.values()}, by_company=True)
    people = balanced(candidates, invited, traits, size, seed)
    _discard(session, wave)
    session.add(selection := Selection(wave=wave.id, seed=seed, size=size, by=by, at=now))
    session.flush()
    session.add_all(Picked(selection=selection.id, person=one, company=candidates[one]) for one in people)
    session.flush()
    audit.note(session, now, who=by, what="survey selection drawn", about=selection.id, detail=f"{size} of seed {seed}")
    return selection


def _discard(session: Session, wave: Wave) -> None:
    drafts = sa.select(Selection.id).where(Selection.wave == wave.id, Selection.invited_at.is_(None))
    session.execute(sa.delete(Picked).where(Picked.selection.in_(drafts)))
    session.execute(sa.delete(Selection).where(Selection.wave == wave.id, Selection.invited_at.is_(None)))


def named(session: Session, selection: Selection) -> list[Named]:
    """By the companies' names."""
    query = sa.select(Picked.person, Company).outerjoin(Company, Company.id == Picked.company)
    found = session.execute(query.where(Picked.selection == selection.id).order_by(Company.name, Picked.person))
    return [Named(person, company) for person, company in found]


def invited(session: Session, wave: Wave) -> Sequence[Selection]:
    """The selections of the round that were invited, the newest first."""
    query = sa.select(Selection).where(Selection.wave == wave.id, Selection.invited_at.is_not(None))
    return session.scalars(query.order_by(Selection.invited_at.desc())).all()


def by(session: Session, person: str) -> Sequence[Selection]:
    """Those that the person invited."""
    query = sa.select(Selection).where(Selection.by == person, Selection.invited_at.is_not(None))
    return session.scalars(query).all()


def faults(texts: Mapping[str, str]) -> Iterator[UserError]:
    if not texts.get("nb", "").strip():
        yield UserError(EMPTY, field="text_nb")
    for lang in LANGUAGES:
        try:
            short(texts.get(lang, "").strip(), f"text_{lang}", LONGEST)
        except UserError as fault:
            yield fault


def invite(
    session: Session, selection_id: str, texts: Mapping[str, str], event: str, by: str, now: datetime
) -> Selection:
    """Each of them is sent a message, once."""
    members.require(session, by, "organizer")
    selection = session.get(Selection, selection_id, with_for_update=True)
    if selection is None:
        raise UserError(REDRAWN)
    if selection.invited_at:
        raise UserError(INVITED)
    for fault in faults(texts):
        raise fault
    selection.text = {lang: texts[lang].strip() for lang in LANGUAGES if texts.get(lang, "").strip()}
    selection.event, selection.by, selection.invited_at = event, by, now
    due.schedule(session, MEET, selection.id, now)
    audit.note(session, now, who=by, what="survey selection invited", about=selection.id)
    return selection


def plan(session: Session, selection_id: str, now: datetime, quiet: Quiet) -> None:
    """Plan the message for each."""
    for person in session.scalars(sa.select(Picked.person).where(Picked.selection == selection_id)).all():
        occasion = Occasion("survey", (Moment(selection_id, now),))
        for one in pushes.book(session, f"survey-meet:{person}", person, occasion, now, quiet):
            if one.when:
                due.schedule(session, ASK, f"{selection_id}:{person}", one.when)


def judge(session: Session, selection: Selection, person: str, now: datetime, quiet: Quiet) -> Push | None:
    """What was planned, where it is still right: the person has not withdrawn."""
    row = session.get(Push, _key(selection.id, person))
    if row is None or row.when is None:
        return None
    gone = session.get(Agreement, (selection.wave, person)) is None
    why = (
        "not needed" if gone else pushes.unwanted(pushes.receiver(session, person, now, quiet), "survey", urgent=False)
    )
    if why:
        settle(session, selection, person, why, quiet)
        return None
    return row


def settle(session: Session, selection: Selection, person: str, why: Why, quiet: Quiet) -> None:
    """It is not sent."""
    pushes.settle(session, _key(selection.id, person), None, why, quiet)


def _key(selection_id: str, person: str) -> str:
    return f"survey-meet:{person}:{selection_id}"
