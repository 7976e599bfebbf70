"""A process of its own, to be killed: python -m tests.domain.voter ADDRESS vote|close|answer|shut POLL-OR-ROUND."""

import sys

from bot.core.db import Database
from bot.domain.answers.asked import Given
from bot.domain.surveys import closing, tables
from tests.domain.balloting import CHOICES, KEYS, click, close
from tests.domain.surveying import END, fills, sends

COMPANIES = 60


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(address: str, what: str, about: str) -> None:
    database = Database(address)
    with database.read() as session:
        wave = tables.find(session, about) if what == "answer" else None
    say("begun")
    if what == "close":
        close(database, about)
    if what == "shut":
        with database.write() as session:
            closing.close(session, KEYS, about, END)
    for n in range(1000 if what == "vote" else 0):
        click(database, about, f"U0P{n:03}", n % CHOICES)
        say(str(n))  # it is committed, so whoever voted has been told
    for n in range(COMPANIES if wave else 0):
        assert wave
        fills(database, wave, n, 0, Given(n % 3))
        fills(database, wave, n, 1, Given(1 << n % 3))
        sends(database, wave, n)
        say(str(n))
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
