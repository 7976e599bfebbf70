"""Only organizers make polls, what is wrong is told at its field, and keys are sealed."""

import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.answers import sealing
from bot.domain.answers.ballots import Roll
from bot.domain.answers.sealing import Keys
from bot.domain.polls import closing, making, voting
from bot.domain.polls.tables import Poll
from tests.domain.balloting import CHANNEL, END, KEYS, NOW, click, draft, make, rows

# --- making ---


@pytest.mark.parametrize("role", ["member", "editor", "staff"])
def test_only_organizers_make_and_close_polls(database: Database, role: str) -> None:
    poll = make(database)
    with database.write() as session:
        members.find(session, "U0X").role = role
    attempts: list[Callable[[Session], object]] = [
        lambda session: making.make(session, KEYS, draft(), "U0X", NOW),
        lambda session: closing.close_by(session, KEYS, poll, "U0X", NOW),
        lambda session: closing.answers(session, poll, "U0X"),
    ]
    for attempt in attempts:
        with pytest.raises(UserError) as refusal, database.write() as session:
            attempt(session)
        assert refusal.value.words == members.NOT_ALLOWED
    with database.read() as session:
        assert [one.closed_at for one in session.scalars(sa.select(Poll))] == [None]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"options": {"nb": "\n".join("abcdefghijk")}}, "options_nb"),
        ({"options": {"nb": "a\n\n  \n"}}, "options_nb"),
        ({"options": {"nb": f"a\n{'b' * 76}"}}, "options_nb"),
        ({"question": {"nb": "x" * 151}}, "question_nb"),
        ({"closes_at": NOW}, "closes"),
        ({"closes_at": None}, "closes"),
        ({"channel": "D0KARI"}, "channel"),
        ({"channel": ""}, "channel"),
    ],
)
def test_a_wrong_poll_is_refused_at_its_field(fields: dict[str, object], field: str) -> None:
    assert [fault.field for fault in making.faults(draft(**fields), NOW, NOW)] == [field]


# --- keys ---


def test_a_poll_sealed_with_another_secret_takes_no_votes(database: Database) -> None:
    poll = make(database)
    other = Keys(Settings(_env_file=None, ballot_secret=SecretStr("another")))
    with pytest.raises(UserError) as refusal:
        click(database, poll, "U0A", 0, keys=other)
    assert (refusal.value.words, rows(database, Roll, poll)) == (voting.UNSEALED, [])


def test_the_secret_is_made_once_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    keys = Keys(Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/naeringsbot.db"))
    sealing._secret.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        sealed = list(pool.map(lambda n: keys.new(f"{n}"), range(8)))
    file = tmp_path / sealing.FILE
    assert (stat.S_IMODE(file.stat().st_mode), [one.name for one in tmp_path.iterdir()]) == (0o600, [sealing.FILE])
    sealing._secret.cache_clear()
    polls = [a_poll(f"{n}", key) for n, key in enumerate(sealed)]
    assert len({keys.ballot(poll, "U0A") for poll in polls} - {None}) == 8


def a_poll(poll_id: str, key: str) -> Poll:
    words = {"nb": "Hva?"}, {"nb": ["a", "b"]}
    return Poll(
        id=poll_id,
        key=key,
        question=words[0],
        options=words[1],
        channel=CHANNEL,
        private=False,
        named=False,
        made_by=None,
        made_at=NOW,
        closes_at=END,
    )


def test_postgresql_needs_a_secret_for_anonymous_polls_and_says_so() -> None:
    keys = Keys(Settings(_env_file=None, database_url="postgresql://localhost/x"))
    with pytest.raises(UserError) as refusal:
        keys.new("0")
    assert (refusal.value.words, refusal.value.field) == (sealing.NO_SECRET, "secrecy")
