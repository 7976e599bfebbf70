"""From a row of the outbox to a call of Slack, and looking up whether a call was done."""

import logging
from collections.abc import Callable
from typing import Any

from bot.core.blocks import cut_markup
from bot.slack import files
from bot.slack.example import Shown, as_it_is
from bot.slack.web_api import MaybeDone, NotDone, Refused, SlackError, TooMany, WebApi
from scheduler.calls import (
    Found,
    Later,
    Limited,
    Missing,
    Outcome,
    Posted,
    Rejected,
    Sent,
    Unknown,
    Unwanted,
    Unwelcome,
)
from scheduler.outbox import POST

log = logging.getLogger("naeringsbot.send")

MARK = "naeringsbot_outbox"  # the event type of our metadata, by which a message of ours is found again
DELETE = "chat.delete"
TARGET = {"views.publish": "user_id", "assistant.threads.setSuggestedPrompts": "channel_id"}
OPTIONAL = {"assistant.threads.setSuggestedPrompts"}  # needs a paid plan; where it is refused, we do without
LONGEST_UPDATE = 4000  # characters of `text` in chat.update; longer ones are refused, the blocks hold them all
AROUND = 600  # seconds before and after the attempt that are searched, since clocks differ
PAGES = 10
LOOK_AGAIN = 10.0
NO_THREAD = "thread_not_found"
LEFT = "the receiver has left the workspace"
PEOPLE = ("U", "W")  # how their ids begin


class SlackSend:
    """Implements scheduler.calls.Send. `has_left`: whether a person gets nothing any more, of whatever kind.

    `opening`: what opens conversations, where that is another; calls of several kinds begin with it.
    """

    def __init__(
        self,
        api: WebApi,
        shown: Shown = as_it_is,
        has_left: Callable[[str], bool] = lambda _person: False,
        opening: WebApi | None = None,
    ) -> None:
        self._api = api
        self._opening = opening or api
        self._shown = shown
        self._has_left = has_left

    def __call__(self, posted: Posted) -> Outcome:
        if posted.channel[:1] in PEOPLE and self._has_left(posted.channel):
            return Unwanted(LEFT)
        try:
            return self._share(posted) if posted.method == files.METHOD else self._call(posted)
        except SlackError as error:
            return _outcome(posted, error)

    def knock(self) -> Outcome:
        try:
            self._api.call("auth.test")
        except MaybeDone as error:
            return Unknown(error.reason)
        except SlackError as error:
            return _not_done(error)
        return Sent()

    def _call(self, posted: Posted) -> Sent:
        body = self._api.call(posted.method, _payload(posted, self._shown))
        return Sent(str(body.get("channel", "")), str(body.get("ts", "")))

    def _share(self, posted: Posted) -> Sent:
        channel = self._conversation(posted.channel)
        files.share(
            self._api, channel, files.unique(posted.payload["filename"], posted.key), self._shown(posted.payload)
        )
        return Sent(channel)

    def find(self, posted: Posted, still_ours: Callable[[], bool]) -> Found:
        try:
            channel = self._conversation(posted.channel)
            ts = self._search(posted, channel, still_ours)
        except Refused as error:
            # A thread whose first message lags behind is not found either.
            return Missing(certain=False) if error.reason == NO_THREAD else Rejected(error.reason)
        except MaybeDone as error:
            return Later(LOOK_AGAIN, error.reason)
        except SlackError as error:
            return _not_done(error)
        return Sent(channel, ts) if ts else Missing()

    def _conversation(self, channel: str) -> str:
        if channel[:1] not in PEOPLE:
            return channel
        try:
            return str(self._opening.call("conversations.open", {"users": channel})["channel"]["id"])
        except TooMany as error:  # of this method, not of what was to follow
            raise NotDone(error.reason, error.seconds) from None

    def _search(self, posted: Posted, channel: str, still_ours: Callable[[], bool]) -> str | None:
        thread = posted.payload.get("thread_ts")
        query: dict[str, Any] = {"channel": channel, "include_all_metadata": "true", "limit": 200, "inclusive": "true"}
        if begun := posted.attempted_at:
            query |= {"oldest": f"{begun - AROUND:.6f}", "latest": f"{begun + AROUND:.6f}"}
        query |= {"ts": thread} if thread else {}
        for _ in range(PAGES):
            if not still_ours():
                raise NotDone("another one looks", LOOK_AGAIN)
            body = self._api.get("conversations.replies" if thread else "conversations.history", query)
            for message in body.get("messages", []):
                if _is(message, posted):
                    return str(message["ts"])
            query["cursor"] = body.get("response_metadata", {}).get("next_cursor")
            if not query["cursor"]:
                return None
        raise Refused("more messages than can be looked through", {})


def _is(message: dict[str, Any], posted: Posted) -> bool:
    if posted.method == files.METHOD:
        filename = str(posted.payload.get("filename", ""))  # none where it was taken back meanwhile
        return filename != "" and files.holds(message, files.unique(filename, posted.key))
    metadata = message.get("metadata") or {}
    return metadata.get("event_type") == MARK and (metadata.get("event_payload") or {}).get("key") == posted.key


def _payload(posted: Posted, shown: Shown) -> dict[str, Any]:
    payload = {TARGET.get(posted.method, "channel"): posted.channel, **_worded(posted, shown)}
    if posted.method == POST:
        mark = {"event_type": MARK, "event_payload": {"key": posted.key}}
        payload |= {"metadata": mark, "unfurl_links": False, "unfurl_media": False}
    if posted.method == "chat.update" and "text" in payload:
        payload["text"] = cut_markup(payload["text"], LONGEST_UPDATE)
    return payload


def _worded(posted: Posted, shown: Shown) -> dict[str, Any]:
    """Questions that are offered to be asked say nothing yet."""
    return posted.payload if posted.method in OPTIONAL else shown(posted.payload)


def _outcome(posted: Posted, error: SlackError) -> Outcome:
    match error:
        case MaybeDone():
            return Unknown(error.reason)
        case Refused():
            gone = posted.method == DELETE and error.reason == "message_not_found"
            return Sent() if gone or posted.method in OPTIONAL else Rejected(error.reason)
    return _not_done(error)


def _not_done(error: SlackError) -> Later | Limited | Unwelcome:
    match error:
        case TooMany():
            return Limited(error.seconds, error.reason)
        case NotDone():
            return Later(error.seconds, error.reason)
    log.error("Slack refuses our token (%s): nothing is sent until it is mended, nothing is lost", error.reason)
    return Unwelcome(error.reason)
