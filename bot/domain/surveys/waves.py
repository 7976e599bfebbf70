"""A wave: begun with the companies that are invited, looked at while it is open, closed by hand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import in_turn, new_id
from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.answers.ballots import Roll
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import Company
from bot.domain.members import Member
from bot.domain.surveys import writing
from bot.domain.surveys.tables import Invitation, Survey, Wave, called
from scheduler import due
from scheduler.quiet import Quiet

CLOSE, ROUND = "survey.close", "survey.round"
INVITE, FIRST, SECOND = "invite", "first", "second"
DAYS = {FIRST: 3, SECOND: 5}  # working days after it was begun
LONGEST_NAME = 20
LISTED = 10
NAMES = "names of rounds"

NO_NAME = Text(nb="Skriv for eksempel årstallet.", nn="Skriv til dømes årstalet.", en="Write the year, for example.")
LONG_NAME = Text(
    nb="Navnet kan ha høyst {most} tegn.", nn="Namnet kan ha høgst {most} teikn.", en="{most} characters at most."
)
TAKEN = Text(
    nb="Det finnes allerede en runde som heter «{name}».",
    nn="Det finst alt ein runde som heiter «{name}».",
    en="There is already a round called “{name}”.",
)
NO_TIME = Text(nb="Velg når runden stenger.", nn="Vel når runden stenger.", en="Choose when the round closes.")
PAST = Text(
    nb="Tidspunktet er passert. Velg et senere tidspunkt.",
    nn="Tidspunktet er passert. Vel eit seinare tidspunkt.",
    en="That time has passed. Choose a later one.",
)
NOBODY = Text(
    nb="Det står ingen bedrifter i registeret ennå.",
    nn="Det står ingen bedrifter i registeret enno.",
    en="There are no companies in the register yet.",
)


@dataclass(frozen=True)
class Plan:
    """What the form holds. `companies`: ids; none: all in the register. `enough`: answers that are shown."""

    name: str
    companies: Sequence[str]
    closes_at: datetime | None
    enough: int = ENOUGH

    @property
    def called(self) -> str:
        return " ".join(self.name.split())


def faults(session: Session, survey: Survey, plan: Plan, now: datetime) -> Iterator[UserError]:
    """All that cannot be taken, each with its field."""
    if not plan.called:
        yield UserError(NO_NAME, field="name")
    elif len(plan.called) > LONGEST_NAME:
        yield UserError(LONG_NAME, field="name", most=LONGEST_NAME)
    elif is_taken(session, survey, plan.called):
        yield UserError(TAKEN, field="name", name=called(survey.title, plan.called, "nb"))
    if not _chosen(session, plan):
        yield UserError(NOBODY, field="companies")
    if plan.closes_at is None:
        yield UserError(NO_TIME, field="closes")
    elif plan.closes_at <= now:
        yield UserError(PAST, field="closes")


def is_taken(session: Session, survey: Survey, name: str) -> bool:
    """Whether a round of the survey bears this name, or one of any survey reads like it in some language."""
    mine = _read_as(survey.title, name)
    rounds = session.execute(sa.select(Wave.survey, Wave.title, Wave.name))
    return any(
        (of == survey.id and other.casefold() == name.casefold()) or mine & _read_as(title, other)
        for of, title, other in rounds
    )


def _read_as(title: Mapping[str, str], name: str) -> set[tuple[Lang, str]]:
    return {(lang, called(title, name, lang).casefold()) for lang in LANGUAGES}


def _chosen(session: Session, plan: Plan) -> list[str]:
    query = sa.select(Company.id).order_by(Company.id)
    return list(session.scalars(query.where(Company.id.in_(plan.companies)) if plan.companies else query))


def begin(session: Session, keys: Keys, survey: Survey, plan: Plan, by: str, now: datetime, quiet: Quiet) -> Wave:
    """An organizer opens it."""
    members.require(session, by, "organizer")
    in_turn(session, NAMES)
    for fault in faults(session, survey, plan, now):
        raise fault
    return opened(session, keys, survey, plan, by, now, quiet)


def opened(
    session: Session, keys: Keys, survey: Survey, plan: Plan, by: str | None, now: datetime, quiet: Quiet
) -> Wave:
    """It is open from now on; invitations and reminders are due, and it closes by itself. The plan has no faults."""
    wave_id = new_id()
    wave = Wave(
        id=wave_id,
        survey=survey.id,
        name=plan.called,
        title=survey.title,
        parts=writing.stored(writing.parts(writing.Draft(survey.title, survey.typed))),
        made_by=by,
        made_at=now,
        closes_at=plan.closes_at or now,
        enough=plan.enough,
        key=keys.new(wave_id),
    )
    session.add(wave)
    session.add_all(Invitation(wave=wave_id, company=company) for company in _chosen(session, plan))
    session.flush()
    audit.note(session, now, who=by or "", what="survey begun", about=wave_id)
    due.schedule(session, CLOSE, wave_id, wave.closes_at)
    due.schedule(session, ROUND, f"{wave_id}:{INVITE}", now)
    for what in DAYS:
        if (at := reminded_at(now, what, quiet)) < wave.closes_at:
            due.schedule(session, ROUND, f"{wave_id}:{what}", at)
    return wave


def reminded_at(begun: datetime, what: str, quiet: Quiet) -> datetime:
    return working_days(begun, DAYS[what], quiet)


def working_days(since: datetime, days: int, quiet: Quiet) -> datetime:
    """So many working days later, at the same time of day."""
    at = since
    for _ in range(days):
        at = quiet.next_day(at)
    clock = since.astimezone(quiet.zone).time()
    return quiet.later(datetime.combine(at.astimezone(quiet.zone).date(), clock, quiet.zone))


@dataclass(frozen=True)
class Count:
    """Companies: invited, sent the invitation, without anybody here who could get it; and how many answered."""

    invited: int
    told: int
    unreachable: int
    answered: int

    @property
    def rate(self) -> int:
        """In percent."""
        return round(100 * self.answered / self.invited) if self.invited else 0


def count(session: Session, wave: Wave) -> Count:
    mine = Invitation.wave == wave.id
    people = sa.exists().where(Member.company_id == Invitation.company, Member.active)
    counted = sa.select(sa.func.count(), sa.func.count(Invitation.told_at)).select_from(Invitation).where(mine)
    invited, told = session.execute(counted).one()
    alone = session.scalar(sa.select(sa.func.count()).select_from(Invitation).where(mine, ~people)) or 0
    on_roll = sa.select(sa.func.count()).select_from(Roll).where(Roll.poll_id == wave.id)
    answered = wave.turnout if wave.closed_at else session.scalar(on_roll)
    return Count(invited, told, alone, answered or 0)


def surveys(session: Session) -> list[Survey]:
    """The newest first."""
    return list(session.scalars(sa.select(Survey).order_by(Survey.made_at.desc(), Survey.id)))


def companies_of(session: Session, wave: Wave) -> list[str]:
    """Those invited; none where that is all in the register."""
    found = set(session.scalars(sa.select(Invitation.company).where(Invitation.wave == wave.id)))
    known = set(session.scalars(sa.select(Company.id)))
    return [] if known <= found else sorted(found & known)


def of_survey(session: Session, survey_id: str) -> list[Wave]:
    """The newest first."""
    query = sa.select(Wave).where(Wave.survey == survey_id)
    return list(session.scalars(query.order_by(Wave.made_at.desc(), Wave.id).limit(LISTED)))
