"""Once a year the contact persons of a company are asked whether what it says of itself still holds.

Subjects of due work: the company's id for the question, `{company}:{day}:{person}` for one of its messages.
"""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.domain import pushes
from bot.domain.companies import links
from bot.domain.companies.links import YEAR
from bot.domain.companies.register import Link
from bot.domain.pushes import Moment, Occasion, Push, Why
from scheduler import due
from scheduler.quiet import Quiet

TELL = "company.ask"
WHAT = "confirm"
LATER = timedelta(days=30)  # until it is looked again whether somebody speaks for the company


def plan(session: Session, company: str, now: datetime, quiet: Quiet) -> datetime | None:
    """Ask all contact persons; gives when the company is asked next."""
    if session.get(Link, company) is None:
        return None
    people = links.contacts(session, company)
    for person in people:
        subject = f"{company}:{_day(now)}:{person.id}"
        for one in pushes.book(
            session, _key(subject), person.id, Occasion("reminder", (Moment(WHAT, now),)), now, quiet
        ):
            if one.when:
                due.schedule(session, TELL, subject, one.when)
    return now + (YEAR if people else LATER)


def judge(session: Session, subject: str, now: datetime, quiet: Quiet) -> Push | None:
    """What was planned, where it is still right; the ledger tells why where it is not."""
    row = session.get(Push, f"{_key(subject)}:{WHAT}")
    if row is None or row.when is None:
        return None
    if why := _why_not(session, subject, now, quiet):
        pushes.settle(session, row.key, None, why, quiet)
        return None
    return row


def _why_not(session: Session, subject: str, now: datetime, quiet: Quiet) -> Why | None:
    company, day, person = subject.split(":")
    link = session.get(Link, company)
    if link is None or person not in {one.id for one in links.contacts(session, company)}:
        return "not needed"
    if link.confirmed_at and _day(link.confirmed_at) >= date.fromisoformat(day):
        return "not needed"
    return pushes.unwanted(pushes.receiver(session, person, now, quiet), "reminder", urgent=False)


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def _key(subject: str) -> str:
    return f"company:{subject}"
