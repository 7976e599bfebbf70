"""Whoever has a copy of the database, and tries to find out who answered what in an anonymous poll.

The attacker knows how the bot works, who is in the workspace and the poll's id, and may have the process's secrets.
What is found comes as guesses (person -> option); `best` tells how many of the best attack's guesses are right.
"""

import hmac
import re
import shutil
import sqlite3
import struct
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from tests import postgres

Guess = dict[str, int]
Row = dict[str, Any]
PERSON = re.compile(r"U0P\d+")
KEY = re.compile(rb"[0-9a-f]{64,}")
FRAME = 24  # bytes before each page in SQLite's log
BALLOTS = "poll_ballots"


@dataclass(frozen=True)
class Copy:
    """`states`: the tables as they are, and before them as the log shows that they were. `raw`: all bytes there are."""

    states: list[dict[str, list[Row]]]
    raw: bytes

    @property
    def tables(self) -> dict[str, list[Row]]:
        return self.states[-1]


def best(copy: Copy, poll: str, truth: Mapping[str, int], secret: bytes | None, of: str = "") -> tuple[str, int]:
    """The attack that ties the most persons to their options, and how many those are. `of`: a question of a survey."""
    guesses = [
        ("key", _by_key(copy, poll, secret, of)),
        ("row", _by_row(copy, poll)),
        ("step", _by_step(copy, poll, of)),
    ]
    guesses += [
        ("transaction", _by_transaction(copy, poll, of)),
        *(("order", one) for one in _by_order(copy, poll, of)),
    ]
    right = [(name, sum(truth.get(who) == option for who, option in guess.items())) for name, guess in guesses]
    return max(right, key=lambda one: one[1])


# --- the attacks ---


def _by_key(copy: Copy, poll: str, secret: bytes | None, of: str) -> Guess:
    """Every string that could be the poll's key is tried, plain and, with the secret, unsealed."""
    found = {run[start : start + 64].decode() for run in set(KEY.findall(copy.raw)) for start in range(len(run) - 63)}
    keys = [bytes.fromhex(one) for one in found]
    if secret is not None:
        pad = hmac.digest(secret, f"seal:{poll}".encode(), "sha256")
        keys += [bytes(a ^ b for a, b in zip(key, pad, strict=True)) for key in keys]
    ballots = {row["key"]: row["option"] for row in _ballots(copy.tables, of or poll)}
    people = _people(copy)
    tried = (
        (who, hmac.digest(key, (f"{who}:{of}" if of else who).encode(), "sha256").hex())
        for key, who in product(keys, people)
    )
    return {who: ballots[ballot] for who, ballot in tried if ballot in ballots}


def _by_row(copy: Copy, poll: str) -> Guess:
    """A row that names a person and an option of this poll."""
    rows = (row for rows in copy.tables.values() for row in rows if poll in map(str, row.values()))
    return {str(row["person"]): row["option"] for row in rows if row.get("option") is not None and "person" in row}


def _by_step(copy: Copy, poll: str, of: str) -> Guess:
    """What the log shows to have come together: a name on the roll and a ballot."""
    guess: Guess = {}
    for before, after in zip(copy.states, copy.states[1:], strict=False):
        new = _rolled(after, poll).keys() - _rolled(before, poll).keys()
        known = {row["key"] for row in _ballots(before, of or poll)}
        ballots = [row["option"] for row in _ballots(after, of or poll) if row["key"] not in known]
        if len(new) == len(ballots) == 1:
            guess[new.pop()] = ballots[0]
    return guess


def _by_transaction(copy: Copy, poll: str, of: str) -> Guess:
    """Rows of the same transaction (PostgreSQL's `xmin`, which a dump does not hold)."""
    ballots: dict[str, list[int]] = {}
    for row in _ballots(copy.tables, of or poll):
        ballots.setdefault(row.get("xmin", ""), []).append(row["option"])
    alone = {xmin: options[0] for xmin, options in ballots.items() if len(options) == 1 and xmin}
    rolled = _rolled(copy.tables, poll)
    return {who: alone[row["xmin"]] for who, row in rolled.items() if row.get("xmin") in alone}


def _by_order(copy: Copy, poll: str, of: str) -> Iterator[Guess]:
    """Any order of persons beside any order of ballots."""
    for people, options in product(_orders_of_people(copy, poll), _orders_of_options(copy, of or poll)):
        if len(people) == len(options):
            yield dict(zip(people, options, strict=True))
            yield dict(zip(people, reversed(options), strict=True))


def _orders_of_people(copy: Copy, poll: str) -> Iterator[Sequence[str]]:
    yield list(_rolled(copy.tables, poll))
    for rows in copy.tables.values():
        yield list(dict.fromkeys(name for row in rows for name in PERSON.findall(str(row.values()))))
    places = {who: copy.raw.find(f"{poll}{who}".encode()) for who in _rolled(copy.tables, poll)}
    yield sorted(places, key=places.__getitem__)


def _orders_of_options(copy: Copy, poll: str) -> Iterator[list[int]]:
    ballots = _ballots(copy.tables, poll)
    yield [row["option"] for row in ballots]
    yield [row["option"] for row in sorted(ballots, key=lambda row: copy.raw.find(row["key"].encode()))]


def _people(copy: Copy) -> set[str]:
    return set(PERSON.findall(copy.raw.decode("latin-1")))


def _ballots(state: dict[str, list[Row]], poll: str) -> list[Row]:
    return [row for row in state[BALLOTS] if row["poll_id"] == poll]


def _rolled(state: dict[str, list[Row]], poll: str) -> dict[str, Row]:
    return {row["person"]: row for row in state["poll_roll"] if row["poll_id"] == poll}


# --- the copies ---


def copies(url: sa.URL, folder: Path) -> Iterator[Copy]:
    """All that can be taken of a database while the bot runs on."""
    if url.get_backend_name() == "sqlite":
        yield sqlite_copy(Path(str(url.database)), folder)
        return
    address = url.render_as_string(hide_password=False)
    yield dump(address)
    yield live(address)


def sqlite_copy(database: Path, folder: Path) -> Copy:
    """The file and its log, as they lie there; the log is played back one transaction after the other."""
    log = Path(f"{database}-wal")
    file, frames = database.read_bytes(), log.read_bytes() if log.exists() else b""
    states = [_read_sqlite(folder, file, frames[:end]) for end in _ends(frames)]
    return Copy(states, file + frames)


def _ends(frames: bytes) -> Iterator[int]:
    """Where each transaction of the log ends; 0 for the file without it."""
    yield 0
    if len(frames) < 32:
        return
    (page,) = struct.unpack(">I", frames[8:12])
    for start in range(32, len(frames) - page - FRAME + 1, page + FRAME):
        (pages_after_commit,) = struct.unpack(">I", frames[start + 4 : start + 8])
        if pages_after_commit and frames[start + 8 : start + 16] == frames[16:24]:
            yield start + FRAME + page


def _read_sqlite(folder: Path, file: bytes, frames: bytes) -> dict[str, list[Row]]:
    place = folder / "attacked"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (place / "copy.db").write_bytes(file)
    if frames:
        (place / "copy.db-wal").write_bytes(frames)
    with closing(sqlite3.connect(place / "copy.db")) as connection:
        connection.row_factory = sqlite3.Row
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name} NOT INDEXED")] for name in names}


def dump(url: str) -> Copy:
    """What `pg_dump` writes."""
    command = [str(postgres.tools() / "pg_dump"), "--data-only", f"--dbname={url}"]
    text = subprocess.run(command, capture_output=True, check=True).stdout
    tables: dict[str, list[Row]] = {}
    for name, columns, body in re.findall(
        r"^COPY public\.(\w+) \((.*?)\) FROM stdin;\n(.*?)^\\\.$", text.decode(), re.MULTILINE | re.DOTALL
    ):
        named = [column.strip('"') for column in columns.split(", ")]
        tables[name] = [dict(zip(named, map(_value, line.split("\t")), strict=True)) for line in body.splitlines()]
    return Copy([tables], text)


def _value(written: str) -> Any:
    return None if written == r"\N" else int(written) if written.isdecimal() and len(written) < 4 else written


def live(url: str) -> Copy:
    """What whoever may log in to PostgreSQL sees: the rows where they lie, and which transaction wrote them."""
    with psycopg.connect(url, row_factory=psycopg.rows.dict_row) as connection:
        named = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        tables = {
            row["tablename"]: [
                each | {"xmin": str(each["xmin"])}
                for each in connection.execute(f"SELECT xmin, ctid, * FROM {row['tablename']} ORDER BY ctid".encode())
            ]
            for row in named
        }
    return Copy([tables], str(tables).encode())
