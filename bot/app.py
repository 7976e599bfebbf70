"""The composition root: everything is put together here, for the program and for the tests alike."""

import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Literal
from zoneinfo import ZoneInfo

from slack_bolt import App
from slack_sdk import WebClient
from sqlalchemy.orm import Session

from bot.core import metrics
from bot.core.clocks import Now, machine, now
from bot.core.db import Database
from bot.core.settings import Settings
from bot.domain import members as people
from bot.domain.members import CHANGED
from bot.features import features as all_features
from bot.library import LiveLibrary, publisher
from bot.register.client import connect
from bot.slack import once
from bot.slack.context import Parts
from bot.slack.example import as_example, as_it_is
from bot.slack.feature import Feature
from bot.slack.identity import Myself
from bot.slack.listen import Listen, attach
from bot.slack.people import sync_people
from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from handlers import troubles
from scheduler import outbox
from scheduler.clock import Clock
from scheduler.closures import Closures
from scheduler.due import Work, run_due
from scheduler.pacing import Pace, rates
from scheduler.post_office import Post
from scheduler.quiet import Quiet
from scheduler.senders import Senders

log = logging.getLogger("naeringsbot.app")
KEEP_CLAIMS = timedelta(hours=48)
KEEP_SENT = timedelta(days=30)
KEEP_WALLS = timedelta(days=730)

Role = Literal["all", "web", "worker"]


@dataclass(frozen=True)
class Bot:
    """A running bot is `start()`ed; `stop()` lets what is under way finish.

    As `web` it hears Slack and leaves what it writes to others; as `worker` it sends, and does what time brings.
    """

    app: App
    parts: Parts
    myself: Myself
    listen: Listen
    features: tuple[Feature, ...]
    senders: Senders
    clock: Clock
    library: LiveLibrary
    role: Role = "all"

    @property
    def works(self) -> bool:
        return self.role != "web"

    def start(self) -> None:
        self.library.start()
        if self.works:
            self.senders.start()
            self.clock.start()

    def stop(self, within: float = 5.0) -> None:
        if self.works:
            self.senders.ask_to_stop()
            self.clock.stop()
            self.senders.stop(within)
        self.library.stop()
        self.parts.api.close()  # what still hangs on Slack ends here
        self.parts.register.close()
        self.parts.database.close()


def build(
    settings: Settings, now: Now = now, extra: Sequence[Feature] = (), role: Role = "all", *, example: bool = False
) -> Bot:
    """Put the bot together. Nothing is started, and Slack is not called.

    `extra`: features of this house alone. `example`: a demonstration, which says so in all that people see.
    """
    database = Database(settings.database_url)
    token = settings.slack_bot_token.get_secret_value()
    api = WebApi(settings.slack_api_url, token, settings.delivery_timeout)
    library = LiveLibrary(settings, database)
    pace = _pace(settings)
    at_once = api.heeding(Closures(database, pace))
    myself = Myself(database, at_once, token, example=example)
    shown = as_example if example else as_it_is
    zone = ZoneInfo(settings.timezone)
    features = all_features(settings, library, publisher(library, zone), extra)
    sources = tuple(feature.knows(database, zone) for feature in features if feature.knows)
    attachable = {feature.name: feature.attach for feature in features if feature.attach}
    register = connect(settings.register_url, on=settings.register_lookups)
    quiet = Quiet.by(settings)
    parts = Parts(settings, database, now, library, quiet, sources, myself, at_once, register, shown, attachable)
    listen = Listen()
    for feature in features:
        feature.register(listen)
    app = _bolt(settings, myself)
    attach(listen, app, parts)
    due: dict[str, Work] = {CHANGED: _following(parts, features)}
    due |= {kind: partial(work, parts) for feature in features for kind, work in feature.due.items()}
    metrics.expect(metrics.DUE_WORK, due, ("done", "failed"))
    post = _post(settings, database, SlackSend(api, shown, partial(_has_left, database), at_once), pace)
    clock = Clock(
        settings.timezone, settings.clock_tick, _nightly(parts, features, post), lambda: run_due(database, due, now)
    )
    return Bot(app, parts, myself, listen, tuple(features), Senders(post), clock, library, role)


def _post(settings: Settings, database: Database, send: SlackSend, pace: Pace) -> Post:
    lease, lookups = settings.delivery_lease, settings.delivery_lookups
    return Post(database, send, _owner(), lease, lookups, troubles.on_left(settings), pace)


def _has_left(database: Database, person: str) -> bool:
    with database.read() as session:
        return people.has_left(session, person)


def _pace(settings: Settings) -> Pace:
    limits = rates(settings.pace_posts, settings.pace_posts_most, settings.pace_tier_3, settings.pace_tier_4)
    return Pace(limits, 1 / settings.pace_channel if settings.pace_channel else 0.0, settings.pace_answers)


def _bolt(settings: Settings, myself: Myself) -> App:
    """Slack is acknowledged after the work is committed; who we are is told by `myself`, without a call each time."""
    token = settings.slack_bot_token.get_secret_value()
    quiet = logging.getLogger("naeringsbot.bolt")
    quiet.setLevel(logging.ERROR)  # below that, Bolt logs whole requests, which hold what people write
    return App(
        name=quiet.name,  # without one, Bolt reads the source of all its callers to find one, which takes 0.1 s
        logger=quiet,
        signing_secret=settings.slack_signing_secret.get_secret_value() or "socket mode needs none",
        authorize=lambda: myself.authorize(),  # noqa: PLW0108  Bolt takes `self` of a method for an argument
        client=WebClient(token=token, base_url=settings.slack_api_url, retry_handlers=[]),
        process_before_response=True,
        token_verification_enabled=False,
    )


def _nightly(parts: Parts, features: list[Feature], post: Post) -> dict[str, Callable[[], None]]:
    """Work of the night; each piece in a transaction of its own, and harmless when it runs twice."""

    def piece(work: Callable[[Session, datetime], None]) -> Callable[[], None]:
        def run() -> None:
            with parts.database.write() as session:
                work(session, parts.now())

        return run

    def tidy(session: Session, at: datetime) -> None:
        once.forget(session, at - KEEP_CLAIMS)
        outbox.prune(session, machine() - KEEP_SENT.total_seconds(), machine() - KEEP_WALLS.total_seconds())

    forgetting = {f"forget {n}": piece(feature.nightly) for n, feature in enumerate(features) if feature.nightly}
    asking = {f"ask {n}": partial(feature.asks, parts) for n, feature in enumerate(features) if feature.asks}
    return forgetting | {
        "tidy": piece(tidy),
        "log": parts.database.empty_log,
        "people": lambda: sync_people(parts, post.access.refuse),
        **asking,
    }


def _following(parts: Parts, features: list[Feature]) -> Work:
    """Due work: something changed about a person, and every feature follows."""
    following = [feature.follow for feature in features if feature.follow]

    def work(session: Session, person: str, at: datetime) -> None:
        for follow in following:
            follow(parts, session, person, at)

    return work


def _owner() -> str:
    """A name of this process that no other has, for its leases."""
    return f"{socket.gethostname()[:32]}:{os.getpid()}:{secrets.token_hex(4)}"
