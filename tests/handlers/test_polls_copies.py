"""A poll through the whole bot: what lies in the database after closing tells of nobody what they answered."""

import random
from pathlib import Path

import sqlalchemy as sa
from pydantic import SecretStr

from bot.domain.polls.tables import Poll
from bot.slack.once import Claim
from bot.workspace import Workspace
from handlers.polls import words as said
from tests.clock import Clock
from tests.domain.attacking import best, copies
from tests.handlers.forging import presses
from tests.handlers.polling import OPTIONS, makes, wall
from tests.house import House, open_house
from tests.slacks import NETWORK
from tests.waiting import eventually

SECRET = "a secret of the tests"
VOTERS = 40
GIVEN_AWAY = 31  # by guessing one gets 13 right, and six standard deviations more almost never


def pressed(house: House) -> dict[str, int]:
    """Many vote, some of them twice; who chose what in the end."""
    people = [f"U0P{n:03}" for n in range(VOTERS)]
    for who in people:
        house.workspace.add_user(id=who, name=who.lower(), real_name="Eksempel")
        house.workspace.join(who, NETWORK)
    random.shuffle(people)
    makes(house)
    poll, truth = house.all(Poll)[0].id, {}
    for who in [*people, *random.sample(people, 5)]:
        truth[who] = random.randrange(len(OPTIONS))
        assert presses(house, who, "poll.vote", f"{poll} {truth[who]}").ok
    return truth


def test_after_closing_all_that_the_bot_has_stored_ties_nobody_to_a_choice(
    workspace: Workspace, database_url: str, clock: Clock, tmp_path: Path
) -> None:
    with open_house(workspace, database_url, clock, ballot_secret=SecretStr(SECRET)) as house:
        truth = pressed(house)
        clock.move(days=8)
        eventually(lambda: house.all(Poll)[0].closed_at)
        eventually(lambda: said.SHUT.nb in wall(house)["text"])
        for copy in copies(house.bot.parts.database.url, tmp_path):
            attack, right = best(copy, house.all(Poll)[0].id, truth, SECRET.encode())
            assert right < GIVEN_AWAY, attack
            assert b"Svaret ditt" not in copy.raw
        assert house.rows(sa.select(Claim.scope).where(Claim.scope != "")) == []
