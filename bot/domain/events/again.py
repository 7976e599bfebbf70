"""«Minn meg i morgen»: who presses it on a reminder is told once more the next day at nine, as they asked for."""

from datetime import datetime, time, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import pushes
from bot.domain.events.occasions import NINE
from bot.domain.events.reminders import AGAIN, Subject
from bot.domain.events.rows import Event, EventAnswer, locked
from bot.domain.pushes import OWED, Moment, Occasion, Push
from scheduler.quiet import Quiet

DAY = timedelta(days=1)
BEGINS_BEFORE = Text(
    nb="Arrangementet begynner før det, så jeg minner deg ikke på det i morgen.",
    nn="Arrangementet byrjar før det, så eg minner deg ikkje på det i morgon.",
    en="The event begins before that, so I will not remind you tomorrow.",
)
NOT_COMING = Text(
    nb="Du er ikke påmeldt, så det er ingenting å minne deg på.",
    nn="Du er ikkje påmeld, så det er ingenting å minne deg på.",
    en="You are not signed up, so there is nothing to remind you of.",
)


def tomorrow(now: datetime, quiet: Quiet) -> datetime:
    return datetime.combine(now.astimezone(quiet.zone).date() + DAY, NINE, quiet.zone)


def helps(event: Event, now: datetime, quiet: Quiet) -> bool:
    return tomorrow(now, quiet) < event.starts_at


def remind(
    session: Session, event_id: str, person: str, now: datetime, quiet: Quiet
) -> tuple[datetime, Subject | None]:
    """When the person is told, and what became due for it: nothing where a reminder comes that day anyway."""
    event = locked(session, event_id, now)
    answer = session.get(EventAnswer, (event.id, person))
    if answer is None or answer.choice == "no":
        raise UserError(NOT_COMING)
    at = tomorrow(now, quiet)
    if at >= event.starts_at:
        raise UserError(BEGINS_BEFORE)
    if comes := _comes(session, event, person, at):
        return comes, None
    about = Subject(event.id, event.moves, f"{AGAIN}{at:%m%d}", person)
    whole = Occasion(OWED, (Moment(about.what, at, exempt=True),), until=event.starts_at)
    pushes.book(session, about.key.removesuffix(f":{about.what}"), person, whole, now, quiet)
    return at, about


def _comes(session: Session, event: Event, person: str, at: datetime) -> datetime | None:
    """When the person is told that day anyway."""
    begins = datetime.combine(at.date(), time(0), at.tzinfo)
    theirs = Push.key.startswith(f"event:{event.id}:{person}:{event.moves}:", autoescape=True)
    query = sa.select(sa.func.min(Push.when)).where(theirs, Push.when >= begins, Push.when < begins + DAY)
    found: datetime | None = session.scalar(query)
    return found
