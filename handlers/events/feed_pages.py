"""The calendars that programs subscribe to, where PUBLIC_URL is set; nothing of an address reaches the log."""

import hashlib
import logging
import re

from flask import Blueprint, Response, request

from bot.core.texts import LANGUAGES
from bot.domain import members
from bot.domain.events import feeds, meetings, series
from bot.slack.context import Parts
from handlers.events import calendar

log = logging.getLogger("naeringsbot.calendar")
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def public_address(parts: Parts) -> str:
    return f"{parts.settings.public_url}/kalender.ics"


def own_address(parts: Parts, token: str) -> str:
    return f"{parts.settings.public_url}/kalender/{token}.ics"


def pages(parts: Parts) -> Blueprint | None:
    if not parts.settings.public_url:
        return None
    blueprint = Blueprint("calendar", __name__)

    @blueprint.get("/kalender.ics")
    def everybody() -> Response:
        asked = request.args.get("lang")
        lang = next((lang for lang in LANGUAGES if lang == asked), parts.settings.default_language)
        with parts.read() as session:
            events = feeds.open_to_all(session, parts.now())
            whole = series.members(session, {event.series for event in events if event.series}).values()
        return _calendar(parts, calendar.public(events, lang, parts.quiet.zone, whole), "public")

    @blueprint.get("/kalender/<token>.ics")
    def own(token: str) -> Response:
        with parts.read() as session:
            person = feeds.person_of(session, token) if TOKEN.fullmatch(token) else None
            if person is None:
                return Response("Not Found\n", 404, HEADERS | {"Cache-Control": "no-store"}, mimetype="text/plain")
            lang = members.language(session, person, parts.settings.default_language)
            events = feeds.theirs(session, person, parts.now())
            theirs = meetings.of_person(session, person, [event.id for event, _ in events])
            booked = [(event, one) for event, one in theirs if meetings.takes_place(event, one)]
        return _calendar(parts, calendar.own(events, lang, parts.quiet.zone, booked), "private")

    @blueprint.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        """Here, since Flask would log the path."""
        log.error("a calendar could not be given: %s", type(error).__name__)
        return Response("Service Unavailable\n", 503, HEADERS | {"Retry-After": "60"}, mimetype="text/plain")

    return blueprint


def _calendar(parts: Parts, written: str, whose: str) -> Response:
    """Programs that ask again are told when nothing has changed."""
    content: str = parts.shown({"content": written})["content"]
    headers = HEADERS | {"Cache-Control": f"{whose}, max-age=300"}
    response = Response(content, headers=headers, content_type="text/calendar; charset=utf-8")
    response.set_etag(hashlib.sha256(content.encode()).hexdigest()[:32])
    response.make_conditional(request)
    return response
