"""A survey in the hands of a test of its rules: begun, filled in, sent, closed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.core.db import Database
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Ballot
from bot.domain.companies.rows import Company
from bot.domain.surveys import answering, closing, waves, writing
from bot.domain.surveys.tables import Wave
from bot.domain.surveys.writing import Draft
from scheduler.quiet import Quiet
from tests.domain.balloting import KEYS, ORGANIZER

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
END = NOW + timedelta(days=21)
QUIET = Quiet(ZoneInfo("Europe/Oslo"))
TYPED = "# En\nHva?\n- a\n- b\n- c\n# To\nHvilke? (flere, høyst 2)\n- d\n- e\n- f\nHvorfor? (egne ord)"
COMPANIES = 40


def begun(database: Database, companies: int = COMPANIES, name: str = "2027", typed: str = TYPED) -> Wave:
    """A wave; company U0P003 has one member, M003."""
    with database.write() as session:
        members.find(session, ORGANIZER).role = "organizer"
        for n in range(companies):
            if session.get(Company, f"U0P{n:03}") is None:
                session.add(Company(id=f"U0P{n:03}", name=f"Eksempel {n:03}"))
                session.flush()
                members.find(session, f"M{n:03}").company_id = f"U0P{n:03}"
        survey = next(iter(waves.surveys(session)), None)
        draft = Draft({"nb": "Puls"}, {"nb": typed})
        survey = writing.save(session, draft, survey.id if survey else "", ORGANIZER, NOW)
        return waves.begin(session, KEYS, survey, waves.Plan(name, (), END), ORGANIZER, NOW, QUIET)


def fills(database: Database, wave: Wave, n: int, step: int, *answers: Given | None) -> None:
    with database.write() as session:
        on = answering.sheet(session, KEYS, wave.id, f"M{n:03}", NOW, lock=True)
        asked = on.wave.read()[step].questions
        given = {one.id: answer for one, answer in zip(asked, answers, strict=False) if answer}
        answering.fill(session, KEYS, on, step, given)


def sends(database: Database, wave: Wave, n: int) -> None:
    with database.write() as session:
        answering.send(session, KEYS, answering.sheet(session, KEYS, wave.id, f"M{n:03}", NOW, lock=True))


def closes(database: Database, wave: Wave) -> Wave:
    with database.write() as session:
        found = closing.close(session, KEYS, wave.id, END)
    assert found
    return found


def ballots(database: Database, question: str) -> list[Ballot]:
    with database.read() as session:
        return list(session.scalars(sa.select(Ballot).where(Ballot.poll_id == question)))
