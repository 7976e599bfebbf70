"""A process of its own that votes or closes, to be killed: python -m tests.domain.voter ADDRESS POLL vote|close."""

import sys

from bot.core.db import Database
from tests.domain.balloting import CHOICES, click, close


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(address: str, poll: str, what: str) -> None:
    database = Database(address)
    say("begun")
    if what == "close":
        close(database, poll)
    for n in range(1000 if what == "vote" else 0):
        click(database, poll, f"U0P{n:03}", n % CHOICES)
        say(str(n))  # it is committed, so whoever voted has been told
    say("done")


if __name__ == "__main__":
    main(*sys.argv[1:])
