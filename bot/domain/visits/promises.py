"""After the visit: notes for the staff, and what was promised, with owner and date, until it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.companies.rows import Company
from bot.domain.visits.planning import of_staff
from bot.domain.visits.rows import GONE, LONGEST_ROLE, Visit, VisitPromise, VisitRequest
from scheduler import due
from scheduler.quiet import Quiet

REMIND = "visit.promise"  # due work
LONGEST_NOTES, LONGEST_WORDS, LONGEST_OUTCOME = 2500, 500, 500
MOST = 20  # promises of a visit
BEFORE, WEEK, MORNING = timedelta(days=3), timedelta(days=7), time(9)

EMPTY = Text(nb="Skriv hva dere følger opp.", nn="Skriv kva de følgjer opp.", en="Write what you will follow up.")
NO_OWNER = Text(
    nb="Velg en ansatt, eller skriv hvilken rolle som har ansvaret.",
    nn="Vel ein tilsett, eller skriv kva rolle som har ansvaret.",
    en="Choose a member of staff, or write which role is responsible.",
)
NOT_STAFF = Text(
    nb="Velg en ansatt med rollen «Ansatt som svarer». En administrator gir den med «/naering roller».",
    nn="Vel ein tilsett med rolla «Tilsett som svarer». Ein administrator gir henne med «/naering roller».",
    en="Choose somebody with the role “Staff who reply”. An administrator gives it with “/naering roles”.",
)
NO_DAY = Text(nb="Velg en dato fram i tid.", nn="Vel ein dato fram i tid.", en="Choose a date to come.")
NO_OUTCOME = Text(nb="Skriv hva som er gjort.", nn="Skriv kva som er gjort.", en="Write what was done.")
ENOUGH = Text(
    nb="Et besøk kan ha høyst {most} løfter.",
    nn="Eit besøk kan ha høgst {most} lovnader.",
    en="At most {most} promises.",
)
CLOSED = Text(nb="Dette løftet er alt lukket.", nn="Denne lovnaden er alt lukka.", en="This promise is already closed.")
AGAIN = Text(
    nb="Bedriften har bedt om et nytt besøk i mellomtiden, så dette kan ikke legges tilbake i køen.",
    nn="Bedrifta har bede om eit nytt besøk i mellomtida, så dette kan ikkje leggjast tilbake i køen.",
    en="The company has asked for another visit in the meantime, so this one cannot go back to the queue.",
)
PROMISED = Text(
    nb="Det er gitt løfter på dette besøket, så det har vært holdt.",
    nn="Det er gitt lovnader på dette besøket, så det har vore halde.",
    en="Promises were made at this visit, so it took place.",
)


@dataclass(frozen=True)
class Given:
    """A promise as it is written."""

    words: str
    role: str
    owner: str
    due_on: date | None


def hold(session: Session, visit_id: str, now: datetime) -> Visit | None:
    """The time of a confirmed visit has passed: it counts, with area and size as the company is now."""
    visit = session.get(Visit, visit_id, with_for_update=True)
    if visit is None or visit.state != "confirmed" or visit.ends_at is None or visit.ends_at > now:
        return None
    visit.state, visit.changed_at = "held", now
    paid = sa.select(VisitRequest, Company).join(Company, Company.id == VisitRequest.company)
    for request, company in session.execute(paid.where(VisitRequest.visit == visit.id)):
        request.open, request.area, request.size = None, company.area, company.size
    return visit


def not_held(session: Session, by: str, visit_id: str, now: datetime) -> Visit:
    """It came to nothing: the companies wait in the queue again, where they were."""
    visit = of_staff(session, by, visit_id, "held")
    if of_visit(session, visit.id):
        raise UserError(PROMISED)
    requests = session.scalars(sa.select(VisitRequest).where(VisitRequest.visit == visit.id)).all()
    taken = sa.select(VisitRequest.id).where(VisitRequest.open.in_([one.company for one in requests]))
    if session.scalar(taken.limit(1)):
        raise UserError(AGAIN)
    for request in requests:
        request.open = request.company
    visit.state, visit.starts_at, visit.ends_at, visit.changed_at = "asked", None, None, now
    visit.version += 1
    audit.note(session, now, who=by, what="visit not held", about=visit.id)
    return visit


def write_notes(session: Session, by: str, visit_id: str, words: str, now: datetime) -> Visit:
    visit = of_staff(session, by, visit_id, "held")
    visit.notes, visit.changed_at = short(words.strip(), "notes", LONGEST_NOTES), now
    audit.note(session, now, who=by, what="visit noted", about=visit.id)
    return visit


def of_visit(session: Session, *visits: str) -> Sequence[VisitPromise]:
    query = sa.select(VisitPromise).where(VisitPromise.visit.in_(visits))
    return session.scalars(query.order_by(VisitPromise.due_on, VisitPromise.at, VisitPromise.id)).all()


def of_company(session: Session, company: str) -> Sequence[VisitPromise]:
    """What was promised at visits to the company."""
    visits = sa.select(VisitRequest.visit).where(VisitRequest.company == company)
    return of_visit(session, *session.scalars(visits))


def open_ones(session: Session) -> Sequence[VisitPromise]:
    query = sa.select(VisitPromise).where(VisitPromise.closed_at.is_(None))
    return session.scalars(query.order_by(VisitPromise.due_on, VisitPromise.at, VisitPromise.id)).all()


def give(session: Session, by: str, visit_id: str, given: Given, now: datetime, quiet: Quiet) -> VisitPromise:
    visit = of_staff(session, by, visit_id, "held")
    if len(of_visit(session, visit.id)) >= MOST:
        raise UserError(ENOUGH, field="words", most=MOST)
    values = _read(session, given, now, quiet)
    promise = VisitPromise(visit=visit.id, at=now, by=by, **values)
    session.add(promise)
    session.flush()
    _schedule(session, promise, now, quiet)
    audit.note(session, now, who=by, what="promise given", about=promise.id, detail=visit.id)
    return promise


def change(session: Session, by: str, promise_id: str, given: Given, now: datetime, quiet: Quiet) -> VisitPromise:
    """Other words, owner or date; the reminders follow."""
    promise = for_staff(session, by, promise_id)
    for name, value in _read(session, given, now, quiet, promise.due_on).items():
        setattr(promise, name, value)
    _schedule(session, promise, now, quiet)
    audit.note(session, now, who=by, what="promise changed", about=promise.id)
    return promise


def close(session: Session, by: str, promise_id: str, outcome: str, now: datetime) -> VisitPromise:
    promise = for_staff(session, by, promise_id)
    promise.outcome = short(outcome.strip(), "outcome", LONGEST_OUTCOME)
    if not promise.outcome:
        raise UserError(NO_OUTCOME, field="outcome")
    promise.closed_at, promise.closed_by = now, by
    due.cancel(session, REMIND, promise.id)
    audit.note(session, now, who=by, what="promise closed", about=promise.id)
    return promise


def for_staff(session: Session, by: str, promise_id: str) -> VisitPromise:
    """One that is open still."""
    members.require(session, by, "staff")
    promise = session.get(VisitPromise, promise_id, with_for_update=True, populate_existing=True)
    if promise is None:
        raise UserError(GONE)
    if promise.closed_at:
        raise UserError(CLOSED)
    return promise


def _read(session: Session, given: Given, now: datetime, quiet: Quiet, before: date | None = None) -> dict[str, Any]:
    """`before`: the date that it has, which may have passed."""
    words = short(given.words.strip(), "words", LONGEST_WORDS)
    role = short(" ".join(given.role.split()), "role", LONGEST_ROLE)
    if not words:
        raise UserError(EMPTY, field="words")
    if given.owner and not members.may(session, given.owner, "staff"):
        raise UserError(NOT_STAFF, field="owner")
    if not (given.owner or role):
        raise UserError(NO_OWNER, field="role")
    if given.due_on is None or (given.due_on != before and given.due_on < now.astimezone(quiet.zone).date()):
        raise UserError(NO_DAY, field="due_on")
    return {"words": words, "role": role, "owner": given.owner or None, "due_on": given.due_on}


# --- reminders ---


def next_reminder(due_on: date, after: datetime, quiet: Quiet) -> datetime:
    """The first after a moment: three days before the date, on it, then weekly; in the morning of a working day."""
    first = _morning(quiet.earlier(datetime.combine(due_on - BEFORE, MORNING, quiet.zone)).date(), quiet)
    if first > after:
        return first
    while (moment := _morning(due_on, quiet)) <= after:
        due_on += WEEK
    return moment


def _morning(day: date, quiet: Quiet) -> datetime:
    """Of the day, or of the first working day after it."""
    working = quiet.later(datetime.combine(day, MORNING, quiet.zone)).astimezone(quiet.zone)
    return quiet.later(datetime.combine(working.date(), MORNING, quiet.zone))


def _schedule(session: Session, promise: VisitPromise, now: datetime, quiet: Quiet) -> None:
    due.schedule(session, REMIND, promise.id, next_reminder(promise.due_on, now, quiet))


def to_remind(session: Session, promise_id: str) -> VisitPromise | None:
    promise = session.get(VisitPromise, promise_id)
    return promise if promise and promise.closed_at is None else None
