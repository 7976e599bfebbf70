"""The little Slack as one object: built from a network and an app's manifest, served, connected, and acted in."""

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.workspace import interact, posting, show
from bot.workspace.app import InstalledApp
from bot.workspace.deliver import Deliveries
from bot.workspace.doors import PATIENCE, HttpDoor, Parcel
from bot.workspace.emoji import pictured
from bot.workspace.events import Events
from bot.workspace.faults import Faults
from bot.workspace.keep import Keeper
from bot.workspace.limits import Limits, Rates
from bot.workspace.lookup import Lookup
from bot.workspace.response_url import ResponseUrls
from bot.workspace.seed import new_state, user_object
from bot.workspace.server import Server
from bot.workspace.shapes import ControlError, Json
from bot.workspace.state import Channel
from bot.workspace.traffic import Exchange, Traffic
from bot.workspace.triggers import Triggers


class Workspace:
    """One workspace with one installed app.

    `kept_in` is a JSON file that survives a restart. `retry_scale` shortens the waits before Slack's retries,
    `page_size` makes cursors short, `limited=False` lifts the rate limits.
    """

    def __init__(  # noqa: PLR0913  (settings, all with a default)
        self,
        seed: Json,
        manifest: Json,
        *,
        kept_in: Path | None = None,
        app: InstalledApp | None = None,
        limited: bool = True,
        rates: Rates | None = None,
        retry_scale: float = 1.0,
        page_size: int = 1000,
        log_size: int = 10_000,
    ) -> None:
        self.seed = seed
        self.app = app or InstalledApp(manifest)
        self.page_size = page_size
        self.address = ""
        self.open = True  # to visitors of the page
        self.state = new_state(seed, self.app)
        self._keeper = Keeper(self.state, kept_in) if kept_in else None
        self.traffic = Traffic(log_size)
        self.faults = Faults()
        self.limits = Limits(rates or Rates(), lifted=not limited)
        self.triggers = Triggers()
        self.response_urls = ResponseUrls()
        self.deliveries = Deliveries(self.faults, self.traffic, lambda: self.state.touch(()), retry_scale)
        self.find = Lookup(self.state)
        self.events = Events(self.state, self.app, self.deliveries)
        self._server: Server | None = None

    # --- serving ---

    def serve(self, port: int = 0, host: str = "127.0.0.1") -> str:
        """Begin to listen; the address."""
        self._server = Server(self, host, port)
        self.address = self._server.address
        return self.address

    @property
    def api_url(self) -> str:
        return f"{self.address}/api/"

    def connect(self, request_url: str, signing_secret: str | None = None, patience: float = PATIENCE) -> None:
        """Deliver to this request URL from now on, over HTTP."""
        before, secret = self.deliveries.door, signing_secret or self.app.signing_secret
        self.deliveries.door = HttpDoor(request_url, secret, patience)
        if before:
            before.close()

    def open_socket(self) -> str:
        """Deliver over Socket Mode from now on; the address for one connection."""
        from bot.workspace.socket_mode import SocketDoor  # noqa: PLC0415  (`websockets` is a package of the tests)

        door = self.deliveries.door
        if not isinstance(door, SocketDoor):
            if door:
                door.close()
            door = self.deliveries.door = SocketDoor(self.app.id)
        return door.new_ticket()

    def close(self) -> None:
        self.faults.clear()
        self.state.close()
        self.deliveries.close()
        if self._server:
            self._server.close()
        if self._keeper:
            self._keeper.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- waiting ---

    def wait(self, condition: Callable[[], object], timeout: float = 10.0) -> None:
        """Until the condition holds; it is looked at whenever something happens here."""
        if not self.state.wait(condition, timeout):
            last = [f"{entry.direction} {entry.what}: {entry.status} {entry.error}" for entry in self.traffic.since()]
            raise TimeoutError(f"not within {timeout} s; the last traffic: {last[-10:]}")

    def settled(self) -> bool:
        """No event is on its way, nor waits for a retry."""
        return self.deliveries.pending == 0

    # --- what people do ---

    def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> Json:
        """Post as a person; {"ts": …}, or {"error": …} of a slash command."""
        where = self.find.channel_for(user, channel)
        if text.startswith("/"):
            if thread_ts:
                raise ControlError("Kommandoer virker ikke i tråder.")
            word, _, rest = text.partition(" ")
            return _error(interact.command(self, user, where, word, rest.strip()))
        if not text.strip():
            raise ControlError("Skriv noe først.")
        if thread_ts and thread_ts not in where.posts:
            raise ControlError("Tråden finnes ikke.")
        post = posting.person_wrote(self.state, user, text, thread_ts)
        posting.put(self.state, self.events, where, post)
        return {"ts": post.ts}

    def command(self, user: str, channel: str, text: str) -> Json:
        return self.say(user, channel, text)

    def edit(self, user: str, channel: str, ts: str, text: str) -> None:
        where = self.find.channel_for(user, channel)
        post = self.find.post_for(user, where, ts)
        if post.body.get("user") != user:
            raise ControlError("Bare egne meldinger kan endres.")
        sent = posting.typed(text, self.state)
        fields = {"text": sent, "blocks": [posting.rich_text(sent)], "edited": {"user": user, "ts": ts}}
        posting.change(self.state, self.events, where, post, fields)

    def open_home(self, user: str, tab: str = "home") -> None:
        self.find.person(user)
        self.events.home_opened(user, tab)

    def click(self, user: str, **given: Any) -> Json:
        """Use an element of a message (`channel`, `ts`) or a view (`view_id`): `block_id`, `action_id`, the choice."""
        if given.get("view_id"):
            return _error(interact.click_view(self, user, self.find.view_for(user, given["view_id"]), given))
        where = self.find.channel_for(user, given["channel"])
        return _error(interact.click_message(self, user, where, self.find.post_for(user, where, given["ts"]), given))

    def submit(self, user: str, view_id: str, values: Json | None = None) -> Json:
        return interact.submit(self, user, self.find.view_for(user, view_id), values or {})

    def close_view(self, user: str, view_id: str) -> Json:
        return _error(interact.close(self, user, self.find.view_for(user, view_id)))

    def options(self, user: str, *, block_id: str, action_id: str, value: str, **place: str) -> Json:
        if place.get("view_id"):
            view = self.find.view_for(user, place["view_id"])
            where = interact.in_view(view, {})
        else:
            channel = self.find.channel_for(user, place["channel"])
            where = interact.in_message(channel, self.find.post_for(user, channel, place["ts"]))
        return interact.options(self, user, where, block_id, action_id, value)

    def shortcut(self, user: str, callback_id: str, channel: str | None = None, ts: str | None = None) -> Json:
        self.find.person(user)
        kind = "message" if ts else "global"
        if (callback_id, kind) not in [(known["callback_id"], known["type"]) for known in self.app.shortcuts]:
            raise ControlError("Snarveien finnes ikke.")
        if not (channel and ts):
            return _error(interact.shortcut(self, user, callback_id))
        where = self.find.channel_for(user, channel)
        return _error(interact.message_shortcut(self, user, callback_id, where, self.find.post_for(user, where, ts)))

    def join(self, user: str, channel: str) -> None:
        where = self.find.channel_by_id(channel)
        if where.kind != "channel":
            raise ControlError("Hit må noen invitere deg.")
        self._add(where, user)

    def invite(self, user: str, channel: str, whom: str) -> None:
        self._add(self.find.channel_for(user, channel), whom, user)

    def _add(self, channel: Channel, whom: str, inviter: str | None = None) -> None:
        if whom not in self.state.users:
            raise ControlError("Den brukeren finnes ikke.")
        if whom not in channel.members:
            posting.join(self.state, self.events, channel, whom, inviter)

    def leave(self, user: str, channel: str) -> None:
        where = self.find.channel_for(user, channel)
        if where.kind == "im":
            raise ControlError("En direktemelding kan ikke forlates.")
        posting.leave(self.state, self.events, where, user)

    def add_user(self, **fields: Any) -> None:
        """A new member of the workspace, announced as Slack does."""
        user = user_object(self.state.team["id"], **fields)
        self.state.users[user["id"]] = user
        self.events.emit({"type": "team_join", "user": user, "event_ts": self.state.new_ts()})

    def change_user(self, user_id: str, **fields: Any) -> None:
        user = self.state.users[user_id] = self.state.users[user_id] | fields
        self.events.emit({"type": "user_change", "user": user, "cache_ts": 0, "event_ts": self.state.new_ts()})

    # --- what people see ---

    def messages(self, user: str, channel: str, thread: str | None = None) -> list[Json]:
        return show.messages(self, user, self.find.channel_seen_by(user, channel), thread)

    def home(self, user: str) -> Json | None:
        view: Json | None = pictured(self.state.homes.get(user))
        return view

    def modals(self, user: str) -> list[Json]:
        """Those open, the top one last, each with the words its reader is told."""
        with self.state.lock:
            return [pictured(view) | self.state.view_words.get(view["id"], {}) for view in self.state.modals_of(user)]

    def im(self, user: str) -> str:
        """The id of the person's conversation with the app."""
        return self.state.im(user, self.app.bot_user).id

    def log(self, since: int = 0) -> list[Exchange]:
        return self.traffic.since(since)

    # --- misbehaviour ---

    def fault(self, method: str, kind: str, times: int = 1, seconds: float = 0.0, **more: Any) -> None:
        """Spoil the next calls of a method ("*": any); see faults.KINDS."""
        self.faults.plan(method, kind, times, seconds, **more)

    def release(self) -> None:
        self.faults.release()

    def spoil_deliveries(self, kind: str, times: int = 1, copies: int = 2) -> None:
        """Spoil the next events to the bot; see faults.DELIVERY_KINDS. `copies` of a duplicate go out at once."""
        self.faults.plan_delivery(kind, times, copies)

    def verify_url(self) -> bool:
        """What Slack asks when the request URL is typed into the app's settings."""
        challenge = secrets.token_hex(16)
        payload = {"token": "verification-token", "challenge": challenge, "type": "url_verification"}
        answer = self.deliveries.now(Parcel("events_api", payload), "url_verification")
        said = answer.json().get("challenge") if "json" in answer.content_type else answer.body.decode()
        return answer.ok and said == challenge

    def announce_event_limit(self) -> bool:
        """What Slack sends instead of events when there were too many."""
        payload = {"token": "verification-token", "type": "app_rate_limited", "team_id": self.state.team["id"]}
        payload |= {"minute_rate_limited": int(time.time()), "api_app_id": self.app.id}
        return self.deliveries.now(Parcel("events_api", payload), "app_rate_limited").ok


def _error(words: str | None) -> Json:
    return {"error": words} if words else {}
