"""How something reaches the bot: a signed HTTP request, as Slack sends it."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

import httpx

from bot.workspace.shapes import Json

PATIENCE = 3.0  # seconds that Slack waits for an answer


@dataclass(frozen=True)
class Parcel:
    """What is brought: an event, an interaction or a slash command."""

    kind: str  # events_api, interactive, slash_commands
    payload: Json
    retry: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Answer:
    """What came back; `reason` is Slack's word for why it counts as failed."""

    status: int | None = None
    body: bytes = b""
    content_type: str = ""
    reason: str = ""
    ms: float = 0.0
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        return not self.reason

    def json(self) -> Json:
        """The body as an object, an empty one where it is none."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}


class Door(Protocol):
    def send(self, parcel: Parcel) -> Answer: ...

    def close(self) -> None: ...


def signature(secret: str, timestamp: str, body: bytes) -> str:
    digest = hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return f"v0={digest}"


def encoded(parcel: Parcel) -> tuple[bytes, str]:
    """The raw body and its content type."""
    if parcel.kind == "events_api":
        return json.dumps(parcel.payload, ensure_ascii=False).encode(), "application/json"
    form = parcel.payload if parcel.kind == "slash_commands" else {"payload": json.dumps(parcel.payload)}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


class HttpDoor:
    """POST to the app's request URL."""

    def __init__(self, request_url: str, signing_secret: str, patience: float = PATIENCE) -> None:
        self.request_url = request_url
        self._secret = signing_secret
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=50, keepalive_expiry=5)
        self._client = httpx.Client(timeout=patience, limits=limits, trust_env=False)

    def close(self) -> None:
        self._client.close()

    def headers(self, parcel: Parcel, body: bytes, content_type: str) -> dict[str, str]:
        timestamp = str(int(time.time()))
        headers = {
            "Content-Type": content_type,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(self._secret, timestamp, body),
        }
        if parcel.retry:
            headers |= {"X-Slack-Retry-Num": str(parcel.retry), "X-Slack-Retry-Reason": parcel.reason}
        return headers

    def send(self, parcel: Parcel) -> Answer:
        body, content_type = encoded(parcel)
        began = time.monotonic()
        try:
            response = self._client.post(
                self.request_url, content=body, headers=self.headers(parcel, body, content_type)
            )
        except httpx.TimeoutException:
            return Answer(reason="http_timeout", ms=_since(began))
        except (httpx.HTTPError, RuntimeError):  # the latter where the door was closed meanwhile
            return Answer(reason="connection_failed", ms=_since(began))
        return Answer(
            response.status_code,
            response.content,
            response.headers.get("content-type", ""),
            "" if response.is_success else "http_error",
            _since(began),
            response.headers.get("x-slack-no-retry") == "1",
        )


def _since(began: float) -> float:
    return round((time.monotonic() - began) * 1000, 1)
