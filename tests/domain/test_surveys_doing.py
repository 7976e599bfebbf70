"""«Dette gjør vi»: written when a round has closed, told once to those who answered, corrected without a word more."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.pushes import Push
from bot.domain.surveys import asking, doing, person, results, waves
from bot.domain.surveys.doing import DOING, Doing
from bot.domain.surveys.tables import Wave
from scheduler.due import DueWork
from tests.domain.balloting import KEYS, ORGANIZER
from tests.domain.surveying import END, QUIET, begun, closes, fills, sends

TEXT = {"nb": "Vi bygger gangvei.", "nn": "", "en": "We build a footpath."}
ROLE = "Næringssjefen"
LATER = END + timedelta(days=1)  # a working day, in working time


def shut(database: Database, companies: int = 7, answering: int = 5) -> Wave:
    wave = begun(database, companies)
    for n in range(answering):
        fills(database, wave, n, 0, Given(n % 3))
        fills(database, wave, n, 1, Given(1 + n % 2))
        sends(database, wave, n)
    return closes(database, wave)


def writes(database: Database, wave: Wave, at: datetime = LATER, **text: str) -> bool:
    with database.write() as session:
        return doing.write(session, wave.id, TEXT | text, ROLE, ORGANIZER, at)


def planned(database: Database, wave: Wave) -> dict[str, str]:
    with database.write() as session:
        asking.plan_round(session, wave, DOING, LATER, QUIET)
    with database.read() as session:
        rows = session.scalars(sa.select(Push).where(Push.key.endswith(f":{DOING}")))
        return {row.person: row.why for row in rows}


def test_it_is_told_once_to_those_who_answered_and_to_nobody_else(database: Database) -> None:
    wave = shut(database)
    assert writes(database, wave)
    everybody = {f"M00{n}": "on time" for n in range(5)}
    assert planned(database, wave) == everybody
    assert planned(database, wave) == everybody
    with database.write() as session:
        tell = sa.select(sa.func.count()).select_from(DueWork).where(DueWork.kind == asking.TELL)
        assert session.scalar(tell) == 5
        assert asking.reach(session, wave, DOING) == 5
        assert asking.judge(session, wave, DOING, "M000", LATER, QUIET)
        assert asking.judge(session, wave, DOING, "M006", LATER, QUIET) is None


def test_who_wants_no_surveys_is_not_told_and_a_full_day_waits(database: Database) -> None:
    wave = shut(database)
    with database.write() as session:
        members.find(session, "M000").muted = ["survey"]
        for n in range(QUIET.pushes):
            row = {"person": "M001", "kind": "survey", "day": LATER.date(), "when": LATER, "why": "on time"}
            session.add(Push(key=f"other:{n}", **row))  # type: ignore[arg-type]
    writes(database, wave)
    found = planned(database, wave)
    assert (found["M000"], found["M001"], found["M002"]) == ("opted out", "budget", "on time")


def test_a_correction_is_read_with_the_results_and_sent_to_nobody(database: Database) -> None:
    wave = shut(database)
    assert writes(database, wave)
    with database.write() as session:
        session.execute(sa.delete(DueWork))
    assert not writes(database, wave, LATER + timedelta(days=2), nb="Vi bygger bussholdeplass.")
    with database.read() as session:
        found = doing.of(session, [wave.id])[wave.id]
        assert (found.said("nb"), found.said("nn")) == ("Vi bygger bussholdeplass.", "Vi bygger bussholdeplass.")
        assert (found.at, found.changed_at) == (LATER, LATER + timedelta(days=2))
        assert list(session.scalars(sa.select(DueWork.kind))) == []


def test_it_is_refused_while_the_round_is_open_and_to_members_and_where_words_are_missing(database: Database) -> None:
    wave = begun(database, 1)
    with database.write() as session, pytest.raises(UserError) as refused:
        doing.write(session, wave.id, TEXT, ROLE, ORGANIZER, END)
    assert refused.value.words == doing.OPEN
    closes(database, wave)
    with database.write() as session, pytest.raises(UserError) as refused:
        doing.write(session, wave.id, TEXT, ROLE, "M000", END)
    assert refused.value.words == members.NOT_ALLOWED
    found = [(fault.field, fault.words) for fault in doing.faults({"nb": " "}, " ")]
    assert found == [("text_nb", doing.EMPTY), ("role", doing.NO_ROLE)]
    assert [fault.field for fault in doing.faults({"nb": "x" * 2001}, "x" * 101)] == ["text_nb", "role"]


def test_invited_companies_and_organizers_see_a_closed_round_and_others_do_not(database: Database) -> None:
    wave = shut(database)
    with database.read() as session:
        seen = {who: len(results.all_seen(session, who)) for who in ("M000", "M006", ORGANIZER, "MSTRANGER")}
        assert seen == {"M000": 1, "M006": 1, ORGANIZER: 1, "MSTRANGER": 0}
        with pytest.raises(UserError):
            results.seen(session, wave.id, "MSTRANGER")
        with pytest.raises(UserError):
            results.closed(session, wave.id, "M000")
    opened = begun(database, 1, "2028")
    with database.read() as session, pytest.raises(UserError):
        results.seen(session, opened.id, ORGANIZER)


def test_who_wrote_it_is_forgotten_and_what_they_wrote_stays(database: Database) -> None:
    wave = shut(database)
    writes(database, wave)
    with database.write() as session:
        assert {"what we do": TEXT["nb"], "made_at": LATER.isoformat()} in person.export(KEYS, session, ORGANIZER)
        person.forget(KEYS, session, ORGANIZER, LATER)
    with database.read() as session:
        assert [(one.by, one.role) for one in session.scalars(sa.select(Doing))] == [(None, ROLE)]
        assert waves.count(session, wave).answered == 5
