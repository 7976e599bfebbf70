"""Polls and clicks for the tests of their rules."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from pydantic import SecretStr

from bot.core.db import Database
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.sealing import Keys
from bot.domain.polls import closing, making, tables, voting
from bot.domain.polls.closing import tally
from bot.domain.polls.making import Draft
from bot.domain.polls.tables import Poll
from bot.domain.polls.voting import Click, vote

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
END = NOW + timedelta(days=1)
KEYS = Keys(Settings(_env_file=None, ballot_secret=SecretStr("a secret of the tests")))
CHANNEL, ORGANIZER = "C0NETTVERK", "U0ORG"
PEOPLE = [f"U0P{n}" for n in range(8)]
CHOICES = 3


def draft(**fields: object) -> Draft:
    given: dict[str, object] = {
        "question": {"nb": "Hva?"},
        "options": {"nb": "a\nb\nc"},
        "channel": CHANNEL,
        "private": False,
        "named": False,
        "closes_at": END,
    }
    return Draft(**given | fields)  # type: ignore[arg-type]


def make(database: Database, keys: Keys = KEYS, **fields: object) -> str:
    with database.write() as session:
        members.find(session, ORGANIZER).role = "organizer"
        session.flush()
        return making.make(session, keys, draft(**fields), ORGANIZER, NOW).id


def click(database: Database, poll: str, who: str, option: int, at: datetime = NOW, keys: Keys = KEYS) -> bool:
    with database.write() as session:
        return vote(session, keys, Click(poll, CHANNEL, who, option), at).changed


def close(database: Database, poll: str, at: datetime = END) -> Poll | None:
    with database.write() as session:
        return closing.close(session, KEYS, poll, at)


def counted(database: Database, poll: str) -> tuple[int, tuple[int, ...] | None]:
    with database.read() as session:
        found = tally(session, tables.find(session, poll))
        return found.turnout, found.counts


def rows(database: Database, table: type[Ballot] | type[Roll], poll: str) -> list[Ballot] | list[Roll]:
    with database.read() as session:
        return list(session.scalars(sa.select(table).where(table.poll_id == poll)))  # type: ignore[return-value]


def stored(database: Database, poll: str, who: str, keys: Keys = KEYS) -> int | None:
    with database.read() as session:
        given = voting.answer(session, keys, tables.find(session, poll), who)
        return given.option if given else None
