"""All that is ever shown of an anonymous poll, in chat, lists, files and over time, put together tells of nobody."""

import random
import re
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.core.blocks import Message
from bot.core.db import Database
from bot.core.moments import Local
from bot.core.texts import same
from bot.domain.companies import rows as companies
from bot.domain.companies.rows import BRANCHES, SIZES, Told
from bot.domain.polls import person, results, tables
from bot.domain.polls.closing import tally
from bot.slack.results import sheets
from handlers.polls import outcome_views, views
from tests.domain.balloting import CHOICES, END, KEYS, ORGANIZER, click, close, make
from tests.domain.test_protection import attacked

LOCAL = Local(END, ZoneInfo("Europe/Oslo"))
AREAS = {name: same(name) for name in ("north", "south", "east")}
ENOUGH = 3  # the least that can be set
PEOPLE = [f"U0P{n:02}" for n in range(22)]
COMPANIES = {
    who: Told(
        f"Eksempel {who}",
        random.Random(who).choice(["it", "trade", "other"]),
        random.Random(who + "a").choice(list(AREAS)),
        random.Random(who + "s").choice(["1-4", "5-19"]),
    )
    for who in PEOPLE[:20]  # two are in none
}


def asked(database: Database) -> str:
    with database.write() as session:
        companies.take(session, COMPANIES.values())
        for who, company in COMPANIES.items():
            companies.choose(session, who, "", company.name)
    poll = make(database)
    with database.write() as session:
        session.execute(sa.update(tables.Poll).values(enough=ENOUGH))
    for n, who in enumerate(PEOPLE):
        click(database, poll, who, n % CHOICES)
    return poll


def shown(database: Database, poll_id: str) -> dict[str, str]:
    """Every surface that tells of the poll, just now."""
    with database.read() as session:
        poll = tables.find(session, poll_id)
        now = tally(session, poll)
        drawn: dict[str, Message] = {"wall": views.wall(poll, now, "nb", LOCAL)}
        if not poll.closed_at:
            return {name: message.text for name, message in drawn.items()}
        groups, trend = results.groups(poll), results.trend(session, poll)
        told = outcome_views.Told(poll, now, groups, trend, results.texts(session, poll, ORGANIZER))
        drawn["result"] = views.result(poll, now, "nb")
        drawn["detail"] = outcome_views.detail(told, "nb", LOCAL, AREAS, organizer=True)
        export = sheets.tables(sheets.Exported(poll, now, groups, [], {}, []), "nb", AREAS)
    return {name: message.text for name, message in drawn.items()} | {"file": sheets.csv_file(export)["content"]}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_sum_or_difference_of_all_that_is_shown_is_of_few(database: Database) -> None:
    poll = asked(database)
    while_open = shown(database, poll)
    assert list(while_open) == ["wall"]
    assert re.findall(r"\d+ har svart|\(\d+ %", while_open["wall"]) == [f"{len(PEOPLE)} har svart"]

    close(database, poll, END)
    before = shown(database, poll)
    sums = [frozenset(PEOPLE)]
    with database.read() as session:
        groups = results.groups(tables.find(session, poll))
    for trait, found in groups.items():
        for group in found:
            sums.append(frozenset(who for who in PEOPLE if _trait(who, trait) == group.name))
            assert (len(sums[-1]), sum(group.counts)) == (group.turnout, group.turnout)
    assert len(sums) > 3
    assert not attacked(sums, ENOUGH)

    # The file and the chat tell of no other groups.
    names = {text.nb: name for name, text in {**BRANCHES, **AREAS, **{k: v for k, (_, v) in SIZES.items()}}.items()}
    names["Ikke oppgitt"] = ""
    stored = sorted(group.name for found in groups.values() for group in found)
    in_chat = [names[name] for name in re.findall(r"^(.+) \(\d+ svar\):", before["detail"], re.MULTILINE)]
    rows = {tuple(line.split(";")[:2]) for line in before["file"].splitlines() if line.count(";") == 7}
    in_file = [names[name] for split, name in rows if split in ("Bransje", "Område", "Størrelse")]
    assert (sorted(in_chat), sorted(in_file)) == (stored, stored)

    # Whatever happens afterwards, what is shown stays as it was worked out when the poll closed.
    with database.write() as session:
        person.forget(KEYS, session, PEOPLE[0], END)
        companies.choose(session, PEOPLE[1], "", f"Eksempel {PEOPLE[2]}")
        companies.describe(session, PEOPLE[3], Told("", branch="health"))
    close(database, poll, END)
    assert shown(database, poll) == before


def _trait(who: str, trait: str) -> str:
    return str(getattr(COMPANIES[who], trait)) if who in COMPANIES else ""
