"""Slack's Web API: one call, and what may have become of it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any, Self

import httpx

from bot.core import metrics
from bot.slack.response_url import ResponseUrls, trusted
from scheduler.closures import Closures

Json = dict[str, Any]

# Slack may have done part of the work when it says one of these.
AMBIGUOUS = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
LIMITED = {"ratelimited", "rate_limited"}
REMEDIES = {
    "not_authed": "it is empty.",
    "invalid_auth": "it is none of Slack's, or was cut short.",
    "token_revoked": "it was revoked; install the app again.",
    "token_expired": "it has expired: switch token rotation off, and install the app again.",
    "account_inactive": "the app was removed from the workspace; install it again.",
    "not_allowed_token_type": "it is a token of another kind.",
    "accesslimited": "the workspace does not let this network in; ask its administrators.",
    "ekm_access_denied": "the workspace's administrators have suspended writing; ask them.",
    "team_access_not_granted": "the organization has not let the app into this workspace; ask its administrators.",
    "two_factor_setup_required": "the workspace asks for two-factor authentication; ask its administrators.",
}
WHERE = {
    "SLACK_BOT_TOKEN": "Copy the bot token (xoxb-…) from «OAuth & Permissions», and start again.",
    "SLACK_APP_TOKEN": "Copy an app token (xapp-…) with connections:write from «Basic Information», and start again.",
}
SHUT_OUT = REMEDIES.keys() - {"not_allowed_token_type"}  # whatever we ask for, until a person has mended it
MOVING = {"team_added_to_org", "org_login_required"}  # the workspace becomes part of an organization
DEFAULT_WAIT = 30.0


class SlackError(Exception):
    """A call that did not succeed; `reason` is Slack's own word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotDone(SlackError):
    """Certainly not done; it may be tried again after `seconds`."""

    def __init__(self, reason: str, seconds: float) -> None:
        super().__init__(reason)
        self.seconds = seconds


class TooMany(NotDone):
    """There were too many calls of this method; nobody is to make one for `seconds`."""


class MaybeDone(SlackError):
    """The reply was lost, or does not tell."""


class Refused(SlackError):
    """Not done, and never will be."""

    def __init__(self, reason: str, body: Json) -> None:
        super().__init__(reason)
        self.body = body


class BadToken(SlackError):
    """Slack does not know us any more: everything waits until a person has mended that."""


def remedy(error: SlackError, setting: str = "SLACK_BOT_TOKEN") -> str:
    """What the operator can do about it; `setting` holds the token that was used."""
    if isinstance(error, NotDone | MaybeDone):
        return f"Slack cannot be reached ({error.reason}). Is the network there, and SLACK_API_URL right?"
    if isinstance(error, BadToken | Refused) and error.reason in REMEDIES:
        what_to_do = "" if "administrators" in REMEDIES[error.reason] else f" {WHERE[setting]}"
        return f"Slack refuses {setting} ({error.reason}): {REMEDIES[error.reason]}{what_to_do}"
    return f"Slack refuses {setting} ({error.reason}). {WHERE[setting]}"


class WebApi:
    """Calls methods by name. Nothing is repeated here: whether that is safe is for the caller to know."""

    def __init__(self, url: str, token: str, timeout: float) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        self._http = httpx.Client(
            base_url=url, headers=headers, timeout=timeout, follow_redirects=False, verify=trusted()
        )
        self._anybody = httpx.Client(timeout=timeout, follow_redirects=False, verify=trusted())
        self._response_urls = ResponseUrls(timeout)
        self._closed = threading.Event()
        self._closures: Closures | None = None

    def heeding(self, closures: Closures) -> Self:
        """The same connections, for calls that reserve no moment: none is made that somebody was told not to make."""
        other = copy(self)
        other._closures = closures
        return other

    def call(self, method: str, payload: Json | None = None) -> Json:
        """The method's reply as JSON; raises a SlackError."""
        return self._ask(method, payload or {})[0]

    def call_with_headers(self, method: str) -> tuple[Json, httpx.Headers]:
        return self._ask(method, {})

    def get(self, method: str, query: Json) -> Json:
        """Methods that read take their arguments from the address or a form, not from JSON."""
        return self._ask(method, query, form=True)[0]

    def _ask(self, method: str, payload: Json, *, form: bool = False) -> tuple[Json, httpx.Headers]:
        if self._closures and (seconds := self._closures.left(method)):
            raise TooMany("ratelimited", seconds)
        try:
            with _counted(method):
                return _read(_request(self._http, method, payload, form=form))
        except TooMany as error:
            if self._closures:
                self._closures.heard(method, error.seconds)
            raise

    def respond(self, response_url: str, payload: Json) -> None:
        """Use the address that Slack gave with a request; at most once, and it is never kept."""
        with _counted("response_url"):
            if fault := self._response_urls.post(response_url, payload):
                raise MaybeDone(fault)

    def upload(self, upload_url: str, content: bytes) -> None:
        """Bytes to an address that Slack gave; without our token, which belongs to Slack's Web API alone."""
        try:
            response = self._anybody.post(upload_url, content=content)
        except httpx.TransportError as error:
            raise MaybeDone(type(error).__name__) from None
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise TooMany("ratelimited", _wait(response))
        if response.status_code != httpx.codes.OK:
            raise MaybeDone(f"http {response.status_code}")

    def rest(self, seconds: float) -> bool:
        """Wait before asking again; False, and at once, where the program ends meanwhile."""
        return not self._closed.wait(seconds)

    def close(self) -> None:
        self._closed.set()
        self._http.close()
        self._anybody.close()
        self._response_urls.close()


@contextmanager
def _counted(method: str) -> Iterator[None]:
    try:
        yield
    except SlackError as error:
        metrics.slack_error(method, error.reason)
        raise


def _request(client: httpx.Client, url: str, payload: Json, *, form: bool = False) -> httpx.Response:
    try:
        return client.post(url, data=payload) if form else client.post(url, json=payload)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise NotDone(type(error).__name__, 2.0) from None
    except httpx.RequestError as error:  # also where what came cannot be unpacked
        raise MaybeDone(type(error).__name__) from None


def _read(response: httpx.Response) -> tuple[Json, httpx.Headers]:
    if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
        raise TooMany("ratelimited", _wait(response))
    if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise MaybeDone(f"http {response.status_code}")
    try:
        body: Json = response.json()
        done = body.get("ok") is True
    except (ValueError, AttributeError):
        raise MaybeDone("reply is not JSON") from None
    if not done:
        _refuse(str(body.get("error", "unknown_error")), response, body)
    return body, response.headers


def _refuse(error: str, response: httpx.Response, body: Json) -> None:
    if error in AMBIGUOUS:
        raise MaybeDone(error)
    if error in LIMITED:
        raise TooMany(error, _wait(response))
    if error in SHUT_OUT:
        raise BadToken(error)
    if error in MOVING:
        raise NotDone(error, DEFAULT_WAIT)
    raise Refused(error, body)


def _wait(response: httpx.Response) -> float:
    try:
        return max(1.0, float(response.headers.get("Retry-After", DEFAULT_WAIT)))
    except ValueError:
        return DEFAULT_WAIT
