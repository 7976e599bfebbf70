"""The log of a whole run: each request leads from the door to the wall, and nothing of what people say is in it."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from shutil import copy
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from bot.core.logs import TALKATIVE, JsonLines
from bot.domain.answers.ballots import Ballot
from bot.domain.polls.tables import Poll
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.handlers import gatherings, polling
from tests.house import House, open_house
from tests.slacks import NETWORK, slack
from tests.test_web import event, post
from tests.waiting import eventually

SECRET = "pingvin"  # stands in all that anybody writes
VISPERUD = "Hvem har ansvar for regulering på Visperud?"
POLL: dict[str, Any] = {"question_nb": f"Hvilken {SECRET}?", "options_nb": f"{SECRET} en\n{SECRET} to"}
EVENT = {"title_nb": f"{SECRET}møte", "text_nb": f"Om {SECRET}er", "place": f"{SECRET}huset"}
Line = dict[str, Any]


class Run:
    """`text`: all that was logged; `secrets`: what must not stand in it, beside what people wrote."""

    def __init__(self, text: str, house: House) -> None:
        app = house.workspace.app
        self.text = text
        self.lines: list[Line] = [json.loads(line) for line in text.splitlines()]
        self.requests = {row.key.partition(":")[0]: row.request for row in house.all(OutgoingRow)}
        people = [house.kari.id, house.ola.id, house.staff.id]
        ballots = house.rows(sa.select(Ballot.key)) + house.rows(sa.select(Poll.key).where(Poll.key.is_not(None)))
        self.secrets = [SECRET, "visperud", "/respond/", "poll.vote:", "event.answer:"]
        self.secrets += [app.bot_token, app.app_token, app.signing_secret]
        self.secrets += [*people, *ballots]

    def of(self, message: str, **fields: str) -> list[Line]:
        return [line for line in self.lines if line["message"] == message and fields.items() <= line.items()]


@pytest.fixture(scope="module")
def run(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """Everything that people do, with faults and bugs in between, written down as `bot run` does."""
    folder = tmp_path_factory.mktemp("run")
    root, written = logging.getLogger(), StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    before = {name: logging.getLogger(name).level for name in (None, *TALKATIVE)}
    root.addHandler(handler)
    for name in before:
        logging.getLogger(name).setLevel(logging.WARNING if name else logging.DEBUG)
    file = copy(migrated_sqlite, folder / "naeringsbot.db")
    clock = Clock()
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", clock) as house:
        _live(house, clock)
        yield Run(written.getvalue(), house)
    root.removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def _live(house: House, clock: Clock) -> None:
    kari, workspace = house.kari, house.workspace
    kari.presses(kari.asks(f"Kan jeg bake {SECRET}kaker i Sydney?"), "inquiry.open")
    kari.submits(question=f"Et hemmelig {SECRET}spørsmål")
    kari.types(f"/naering {SECRET}kommando")
    wall = gatherings.makes(house, **EVENT)
    gatherings.answers(kari, wall, "yes")
    poll = polling.makes(house, **POLL)
    for option in (0, 1):
        polling.votes(kari, poll, option)
    _announce(house)
    workspace.fault("chat.postMessage", "drop")
    kari.mentions(VISPERUD)
    workspace.fault("response_url", "500")
    kari.presses(kari.types(f"/naering {VISPERUD}"), "ask.helpful", NETWORK)
    kari.presses(kari.types("/naering personvern"), "privacy.export", NETWORK)
    house.rest()
    clock.move(days=6, hours=23)
    eventually(lambda: [one for one in kari.told() if SECRET in one["text"]])
    post(house, f'{{"text": "{SECRET}"')
    post(house, event(house, text=SECRET), secret="wrong")
    httpx.get(f"{house.url}/metrics")
    with house.bot.parts.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE questions RENAME COLUMN words TO ord")
    workspace.say(kari.id, kari.im, f"Hva skjer med {SECRET}ene når databasen er borte?")
    eventually(workspace.settled)


def _announce(house: House) -> None:
    house.staff.presses(house.staff.types("/naering utsending"), "broadcast.new", NETWORK)
    house.staff.submits(nb=f"Alle {SECRET}er må vite dette.")
    house.staff.submits()
    house.rest()


def test_nothing_of_what_people_say_or_choose_and_no_secret_stands_there(run: Run) -> None:
    told = run.text.lower()
    assert [secret for secret in run.secrets if secret.lower() in told] == []


def test_what_happened_does_stand_there(run: Run) -> None:
    for kind, name in (
        ("event", "message"),
        ("event", "app_mention"),
        ("command", "/naering"),
        ("action", "poll.vote"),
        ("action", "event.answer"),
        ("view", "inquiry.send"),
        ("view", "broadcast.send"),
    ):
        assert run.of("done", kind=kind, name=name), name
    assert [line for line in run.lines if line["message"].startswith("bug ") and "OperationalError" in line["error"]]
    assert run.of("failed", kind="event", name="message")
    assert run.of("looked up: sent", feature="ask")


@pytest.mark.parametrize(
    ("feature", "kind", "name"),
    [
        ("ask", "event", "app_mention"),
        ("inquiry", "view", "inquiry.send"),
        ("poll", "view", "poll.make"),
        ("broadcast", "view", "broadcast.send"),
        ("privacy", "action", "privacy.export"),
    ],
)
def test_a_message_bears_the_request_that_it_comes_from(run: Run, feature: str, kind: str, name: str) -> None:
    begun = {line["request"] for line in run.of("done", kind=kind, name=name)}
    sent = {line["request"] for what in ("called: sent", "looked up: sent") for line in run.of(what, feature=feature)}
    assert begun & sent


def test_every_message_bears_a_request(run: Run) -> None:
    assert all(run.requests.values())
    assert all("request" in line for line in run.lines if line["message"].startswith(("called", "looked up")))
