"""/metrics: what happens is counted, what stands is read, and a token keeps others out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.workspace import Workspace
from tests.handlers import gatherings, polling
from tests.house import House, a_house, a_workspace, open_house  # noqa: F401
from tests.slacks import NETWORK
from tests.waiting import eventually

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


def told(house: House, name: str, **labels: str) -> float:
    """The sum over all samples of this name with these labels."""
    families = text_string_to_metric_families(httpx.get(f"{house.url}/metrics").text)
    samples = [sample for family in families for sample in family.samples if sample.name == name]
    assert samples, name
    return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())


@contextmanager
def more(house: House, by: float, name: str, **labels: str) -> Iterator[None]:
    """In this block the number grows by so much; other houses of the same process have counted before."""
    before = told(house, name, **labels)
    yield
    eventually(lambda: told(house, name, **labels) == before + by)


def test_a_question_is_counted_from_the_door_to_the_wall(house: House) -> None:
    with (
        more(house, 1, "naeringsbot_requests_total", kind="event", result="done"),
        more(house, 1, "naeringsbot_ack_seconds_count", kind="event"),
        more(house, 1, "naeringsbot_answers_total", result="answered", lang="nb"),
        more(house, 1, "naeringsbot_post_seconds_count", priority="answer"),
    ):
        house.kari.asks(VISPERUD)


def test_what_is_turned_away_is_counted(house: House) -> None:
    with more(house, 1, "naeringsbot_http_responses_total", status="415"):
        httpx.post(f"{house.url}/slack/events", content=b"x")


def test_a_refusal_is_counted(house: House) -> None:
    with more(house, 1, "naeringsbot_requests_total", kind="event", result="refused"):
        house.kari.writes("@Næringsbot")


def test_votes_are_counted_and_what_stands_is_read(house: House) -> None:
    wall = polling.makes(house)
    with more(house, 2, "naeringsbot_votes_total", result="counted"):
        polling.votes(house.kari, wall, 0)
        polling.votes(house.kari, wall, 1)
    with more(house, 1, "naeringsbot_votes_total", result="unchanged"):
        polling.votes(house.kari, wall, 1)
    assert (told(house, "naeringsbot_polls_open"), told(house, "naeringsbot_poll_answers")) == (1, 1)


def test_what_is_planned_to_be_told_is_counted(house: House) -> None:
    wall = gatherings.makes(house)
    with more(house, 2, "naeringsbot_pushes_total", kind="reminder", result="planned"):
        gatherings.answers(house.kari, wall, "yes")
        house.rest()


def test_a_question_to_a_person_waits_until_it_is_answered(house: House) -> None:
    house.kari.presses(house.kari.asks("Hvor mange pingviner bor det i Sydney?"), "inquiry.open")
    house.kari.submits(question="Hvor mange?")
    assert told(house, "naeringsbot_inquiries_waiting") == 1


def test_what_slack_refuses_stands_in_the_outbox(house: House, workspace: Workspace) -> None:
    polling.opens_form(house.staff)
    workspace.state.channels[NETWORK].archived = True
    polling.fills(house.staff, **polling.FORM)
    house.rest()
    refused = {"method": "chat.postMessage", "reason": "is_archived"}  # counted once the outcome is written down
    eventually(lambda: told(house, "naeringsbot_slack_errors_total", **refused) >= 1)
    assert told(house, "naeringsbot_outbox_rows", state="failed") == 1


def test_an_interrupted_call_is_looked_up(house: House, workspace: Workspace) -> None:
    workspace.fault("chat.postMessage", "drop")
    with more(house, 1, "naeringsbot_lookups_total", found="yes"):
        house.kari.asks(VISPERUD)


def test_without_its_database_it_still_tells_what_it_has_counted(house: House) -> None:
    assert (told(house, "naeringsbot_ready"), told(house, "naeringsbot_database_up")) == (1, 1)
    with house.bot.parts.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE outgoing RENAME TO away")
    assert told(house, "naeringsbot_database_up") == 0
    assert told(house, "naeringsbot_requests_total") >= 0
    with house.bot.parts.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE away RENAME TO outgoing")


@pytest.mark.parametrize(
    ("given", "status"), [("Bearer a token", 200), ("Bearer another", 401), ("Basic a token", 401), ("", 401)]
)
def test_a_token_keeps_others_out(
    workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, given: str, status: int
) -> None:
    url = f"sqlite:///{copy(migrated_sqlite, tmp_path / 'naeringsbot.db')}"
    with open_house(workspace, url, metrics_token=SecretStr("a token")) as house:
        answer = httpx.get(f"{house.url}/metrics", headers={"Authorization": given} if given else {})
        assert answer.status_code == status
        assert ("naeringsbot_requests_total" in answer.text) == (status == 200)
