"""The door: what Slack sends gets in, nothing else does, and nothing of it is told to the log."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from urllib.parse import quote, urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.questions import Question
from bot.web import create, form
from bot.workspace.doors import signature
from tests.clock import Clock
from tests.house import House, open_house
from tests.slacks import KARI, slack
from tests.waiting import eventually

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def house(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One for all: nothing here may leave a trace."""
    file = copy(migrated_sqlite, tmp_path_factory.mktemp("web") / "naeringsbot.db")
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", Clock()) as house:
        house.bot.myself.identify()
        yield house


def post(
    house: House,
    body: bytes | str,
    kind: str = JSON,
    *,
    secret: str | None = None,
    stamp: str | None = None,
    **headers: str,
) -> httpx.Response:
    """A request that is signed as Slack signs."""
    raw = body.encode() if isinstance(body, str) else body
    at = stamp if stamp is not None else str(int(time.time()))
    signed = signature(secret or house.workspace.app.signing_secret, at, raw)
    given = {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": signed}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.post(f"{house.url}/slack/events", content=raw, headers=given | named)


def event(house: House, **more: object) -> str:
    asked = {
        "type": "message",
        "channel_type": "im",
        "channel": house.kari.im,
        "user": KARI,
        "text": "Hva er Visperud?",
    }
    return json.dumps(house.workspace.events.envelope(asked | {"ts": house.workspace.state.new_ts()} | more))


def refused_quietly(house: House, response: httpx.Response, log: pytest.LogCaptureFixture) -> int:
    """The status; nothing came in, and there is no trace of the program in the answer or the log."""
    assert "Traceback" not in response.text + log.text
    assert house.all(Question) == []
    return response.status_code


# --- shapes ---


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_only_post_gets_in(house: House, method: str) -> None:
    assert httpx.request(method, f"{house.url}/slack/events").status_code == 405


@pytest.mark.parametrize("path", ["/", "/slack", "/slack/install", "/../etc/passwd"])
def test_there_are_no_other_doors(house: House, path: str) -> None:
    assert httpx.get(house.url + path).status_code == 404


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""])
def test_other_content_types_are_refused(house: House, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    assert refused_quietly(house, post(house, event(house), kind), caplog) == 415


def test_more_than_a_megabyte_is_refused(house: House, caplog: pytest.LogCaptureFixture) -> None:
    body = event(house, text="a" * 1024 * 1024)
    assert refused_quietly(house, post(house, body), caplog) == 413


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{", JSON),
        ("", JSON),
        ("[]", JSON),
        ('["event"]', JSON),
        ('"event"', JSON),
        ("null", JSON),
        ("NaN", JSON),
        (b"\xff\xfe", JSON),
        (b'{"a": "\xe6"}', JSON),
        ("[" * 100_000, JSON),
        ('{"a":' * 100_000, JSON),
        ("payload={", FORM),
        ("payload=[]", FORM),
        ("payload=" + "[" * 100_000, FORM),
        ("", FORM),
        ("no pairs at all", FORM),
        (b"text=\xff", FORM),
    ],
)
def test_what_is_no_request_is_refused(
    house: House, body: bytes | str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert refused_quietly(house, post(house, body, kind), caplog) == 400


@pytest.mark.parametrize("stamp", ["", "yesterday", "-1", "1e9", "12.5", "٣", "9" * 5000])
def test_a_bad_timestamp_is_refused(house: House, stamp: str, caplog: pytest.LogCaptureFixture) -> None:
    body, secret = event(house), house.workspace.app.signing_secret
    signed = signature(secret, stamp, body.encode())
    headers = {"Content-Type": JSON, "X-Slack-Request-Timestamp": stamp.encode(), "X-Slack-Signature": signed.encode()}
    response = httpx.post(f"{house.url}/slack/events", content=body, headers=headers)  # type: ignore[arg-type]
    assert refused_quietly(house, response, caplog) == 400


# --- signatures ---


@pytest.mark.parametrize(
    "body",
    [
        '{"event": 5}',
        '{"event": []}',
        '{"event": {"user": []}}',
        '{"team": 5}',
        '{"user": []}',
        '{"authorizations": [5]}',
        '{"authorizations": {"a": 1}}',
        '{"message": 1, "container": 2, "view": 3}',
        '{"type": "event_callback", "event": {"type": 5}}',
        '{"type": "url_verification", "challenge": "a"}',
        '{"type": "app_rate_limited"}',
    ],
)
def test_whatever_it_holds_an_unsigned_request_is_refused(
    house: House, body: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert refused_quietly(house, post(house, body, secret="wrong"), caplog) == 401


def test_a_wrong_signature_is_refused(house: House, caplog: pytest.LogCaptureFixture) -> None:
    assert refused_quietly(house, post(house, event(house), secret="wrong"), caplog) == 401


def test_no_signature_is_a_wrong_one(house: House) -> None:
    headers = {"Content-Type": JSON, "X-Slack-Request-Timestamp": str(int(time.time()))}
    assert httpx.post(f"{house.url}/slack/events", content=event(house), headers=headers).status_code == 401


def test_what_cannot_be_a_signature_is_a_wrong_one(house: House, caplog: pytest.LogCaptureFixture) -> None:
    stamp = str(int(time.time())).encode()
    headers = {b"Content-Type": JSON.encode(), b"X-Slack-Request-Timestamp": stamp, b"X-Slack-Signature": b"v0=\xff"}
    answer = httpx.post(f"{house.url}/slack/events", content=event(house), headers=list(headers.items()))
    assert refused_quietly(house, answer, caplog) == 401


@pytest.mark.parametrize("seconds", [-600, 600])
def test_an_old_request_is_refused(house: House, seconds: int, caplog: pytest.LogCaptureFixture) -> None:
    stamp = str(int(time.time()) + seconds)
    assert refused_quietly(house, post(house, event(house), stamp=stamp), caplog) == 401


def test_a_signature_holds_for_its_own_body_only(house: House) -> None:
    stamp, first, second = str(int(time.time())), event(house), event(house)
    signed = signature(house.workspace.app.signing_secret, stamp, first.encode())
    headers = {"Content-Type": JSON, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}
    assert httpx.post(f"{house.url}/slack/events", content=second, headers=headers).status_code == 401


# --- what Slack says besides events ---


def test_the_request_url_is_verified(house: House) -> None:
    assert house.workspace.verify_url() is True


def test_the_notice_of_too_many_events_is_taken(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert house.workspace.announce_event_limit() is True
    assert "Slack holds events back" in caplog.text


@pytest.mark.parametrize("body", ['{"type": "event_callback"}', '{"type": "something_new"}', "{}"])
def test_what_slack_may_say_one_day_does_no_harm(house: House, body: str, caplog: pytest.LogCaptureFixture) -> None:
    assert refused_quietly(house, post(house, body), caplog) in (200, 400, 404)


@pytest.mark.parametrize(
    "strange",
    [{"channel": {}}, {"channel": "C" * 99}, {"thread_ts": "1\0"}, {"user": 5}, {"type": []}, {"text": ["Hei"]}],
    ids=str,
)
def test_what_is_signed_and_yet_not_of_slack_s_shape_is_refused(
    house: House, strange: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    assert refused_quietly(house, post(house, event(house, **strange)), caplog) == 400


@pytest.mark.parametrize(
    "strange",
    [{"trigger_id": "1.\ud800"}, {"response_url": "ftp://x"}, {"response_url": "\ud800"}, {"response_url": {}}],
    ids=["half a character in its key", "no address of the web", "half a character as address", "no text"],
)
def test_a_press_that_could_not_be_claimed_or_answered_is_refused(
    house: House, strange: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    pressed = {
        "type": "shortcut",
        "callback_id": "ask",
        "user": {"id": KARI},
        "team": {"id": "T0"},
        "trigger_id": "1.2",
    }
    body = urlencode({"payload": json.dumps(pressed | strange)})
    assert refused_quietly(house, post(house, body, FORM), caplog) == 400


@given(st.dictionaries(st.text(), st.text(), min_size=1))
def test_a_payload_is_read_as_it_was_sent(sent: dict[str, str]) -> None:
    """As `urlencode` escapes it, and as a browser's form would."""
    raw = json.dumps(sent, ensure_ascii=False)
    for encoded in (urlencode({"payload": raw}), f"payload={quote(raw, safe='=/:,')}"):
        assert form(encoded.encode()) == sent


def test_what_is_no_payload_is_refused(house: House, caplog: pytest.LogCaptureFixture) -> None:
    body = urlencode({"payload": json.dumps({"type": "block_actions", "user": [], "team": 5})})
    assert refused_quietly(house, post(house, body, FORM), caplog) == 400


# --- health ---


def test_it_is_healthy_and_ready(house: House) -> None:
    answers = [httpx.get(f"{house.url}{path}") for path in ("/healthz", "/readyz")]
    assert [(answer.status_code, answer.text) for answer in answers] == [(200, "ok\n")] * 2


@pytest.fixture
def fresh(migrated_sqlite: Path, tmp_path: Path) -> Iterator[House]:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", Clock()) as house:
        yield house


def test_without_its_schema_it_is_not_ready(fresh: House) -> None:
    with fresh.bot.parts.database.write() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    answer = httpx.get(f"{fresh.url}/readyz")
    assert answer.status_code == 503
    assert answer.text.startswith("the database has schema 0001, this version needs ")
    assert answer.text.endswith("type: python -m bot migrate\n")


def test_when_it_has_stopped_it_is_not_ready(fresh: House) -> None:
    fresh.bot.clock._last_tick, fresh.bot.senders._seen = 0.0, [0.0] * 4
    fresh.bot.clock.stop()
    fresh.bot.senders.stop(5)
    fresh.bot.clock._last_tick, fresh.bot.senders._seen = 0.0, [0.0] * 4
    answer = create(fresh.bot).test_client().get("/readyz")
    assert (answer.status_code, answer.text) == (
        503,
        "the clock does not tick\ndelivery does not move: 4 of 4 senders hang\n",
    )


def test_a_token_that_slack_refuses_is_told_before_anything_is_to_be_sent(fresh: House) -> None:
    fresh.workspace.app.token_fault = "token_revoked"
    fresh.bot.clock._night()
    answer = httpx.get(f"{fresh.url}/readyz")
    words = "Slack refuses our token (token_revoked): messages wait until it is mended\n"
    assert (answer.status_code, answer.text) == (503, words)

    fresh.workspace.app.token_fault = None
    fresh.bot.senders._post.access.probe_at = 0.0
    fresh.kari.asks("Hva er Visperud?")
    assert httpx.get(f"{fresh.url}/readyz").text == "ok\n"


def test_where_slack_is_called_only_health_can_be_asked(house: House) -> None:
    asked = create(house.bot, door=False, connected=lambda: False).test_client()
    assert asked.post("/slack/events", json={}).status_code == 404
    answer = asked.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "there is no connection to Slack\n")


# --- a whole run ---


def test_headers_of_bolt_from_outside_are_not_obeyed(fresh: House) -> None:
    lazy = {"X_Slack_Bolt_Lazy_Only": "1", "X_Slack_Bolt_Lazy_Function_Name": "event"}
    assert post(fresh, event(fresh), **lazy).status_code == 200
    eventually(lambda: fresh.all(Question))
