"""/metrics for Prometheus: what this process has counted, and what stands in the database just now."""

import secrets
from collections.abc import Callable, Iterable, Iterator

from flask import Blueprint, Response, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Metric, generate_latest
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from bot.app import Bot
from bot.core import metrics
from scheduler import due


def page(bot: Bot, faults: Callable[[], Iterable[str]]) -> Blueprint:
    """Open, unless a token is set; `faults`: what keeps the process from doing its work."""
    blueprint = Blueprint("metrics", __name__)
    wanted = f"Bearer {token}" if (token := bot.parts.settings.metrics_token.get_secret_value()) else ""
    standing = CollectorRegistry()
    standing.register(Standing(bot, faults))

    @blueprint.get("/metrics")
    def show() -> Response:
        given = request.headers.get("Authorization", "")
        if wanted and not secrets.compare_digest(given.encode(), wanted.encode()):
            return Response("Unauthorized\n", 401, {"WWW-Authenticate": "Bearer"})
        text = generate_latest(metrics.REGISTRY) + generate_latest(standing)
        return Response(text, content_type=CONTENT_TYPE_LATEST)

    return blueprint


class Standing(Collector):
    """Read anew for each scrape, so it is right whichever of several processes is asked."""

    def __init__(self, bot: Bot, faults: Callable[[], Iterable[str]]) -> None:
        self._bot, self._faults = bot, faults

    def collect(self) -> Iterator[Metric]:
        well, found = not any(self._faults()), self._found()
        yield metrics.gauge("naeringsbot_ready", "Whether this process can do its work", well)
        yield metrics.gauge("naeringsbot_database_up", "Whether the database answers", found is not None)
        yield from found or ()

    def _found(self) -> list[Metric] | None:
        parts, offered = self._bot.parts, [feature.gauges for feature in self._bot.features if feature.gauges]
        try:
            with parts.read() as session:
                return [metric for read in (due.gauges, *offered) for metric in read(session, parts.now())]
        except SQLAlchemyError:
            return None
