"""/ytelse: the figures of the last days as a page that needs no JavaScript and nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from flask import Blueprint, Response, render_template, request

from bot.core.clocks import Day
from bot.core.few import ENOUGH
from bot.core.moments import day_of_year
from bot.core.texts import Lang, Text
from bot.domain import performance
from bot.domain.performance import Figures
from bot.slack.context import Parts
from bot.slack.words import LANGUAGE
from handlers.performance import words

SHOWN = 14  # days
FRESH = 10  # seconds for which what was counted is shown again
SPOKEN: dict[str, Lang] = {"nb": "nb", "nn": "nn", "en": "en", "no": "nb"}
OWN_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
Days = Mapping[date, Mapping[str, float]]
HEADERS = {
    "Cache-Control": "public, max-age=60",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Language",
    "X-Content-Type-Options": "nosniff",
}


def page(parts: Parts, counted: Sequence[Figures], notices: Sequence[Text]) -> Blueprint:
    blueprint = Blueprint("performance", "handlers.performance", template_folder=".")

    @lru_cache(maxsize=1)
    def days(_moment: int) -> Days:
        return _days(parts, counted, parts.now())

    @blueprint.get("/ytelse")
    def show() -> Response:
        lang, now = _language(parts.settings.default_language), parts.now()
        today = now.astimezone(parts.quiet.zone).date()
        html = render_template(
            "performance.html",
            lang=lang,
            words=words,
            language=LANGUAGE[lang],
            names=OWN_NAMES,
            few=ENOUGH,
            shown_days=SHOWN,
            notices=[notice[lang] for notice in notices],
            tables=[_table(table, days(int(now.timestamp() / FRESH)), today, lang) for table in words.TABLES],
        )
        return Response(html, headers=HEADERS | {"Content-Language": lang}, mimetype="text/html")

    return blueprint


def _language(otherwise: Lang) -> Lang:
    """The one asked for in the address, else the browser's."""
    wished = request.args.get("lang", "")
    return SPOKEN.get(wished) or SPOKEN.get(request.accept_languages.best_match(SPOKEN) or "", otherwise)


def _days(parts: Parts, counted: Sequence[Figures], now: datetime) -> Days:
    """Today is counted as it stands; the days before were written down at night."""
    zone = parts.quiet.zone
    today = now.astimezone(zone).date()
    with parts.read() as session:
        so_far = performance.count(session, counted, Day.of(today, zone, now))
        return {today: so_far} | performance.days(session, today - timedelta(days=SHOWN - 1))


def _table(table: words.Table, days: Days, today: date, lang: Lang) -> dict[str, object]:
    """Days on which nothing of it happened are left out."""
    happened = {at: found for at, found in days.items() if any(found.get(name) for name, _ in table.columns)}
    rows = [
        (_day(at, today, lang), [shown(found, name, lang) for name, _ in table.columns])
        for at, found in happened.items()
    ]
    head = [title(lang, percent=name[-2:]) for name, title in table.columns]
    return {"name": table.name, "title": table.title[lang], "head": head, "rows": rows}


def _day(at: date, today: date, lang: Lang) -> str:
    return words.TODAY[lang] if at == today else day_of_year(at, lang)


def shown(found: Mapping[str, float], name: str, lang: Lang) -> str:
    """A number or a time in words; nothing of fewer than five."""
    of, is_time, _ = name.partition("_p")
    if is_time:
        return _time(found[name], lang) if found.get(of, 0) >= ENOUGH else "–"
    value = round(found.get(name, 0))
    if name in COUNTS_NO_PEOPLE or value == 0 or value >= ENOUGH:
        return str(value)
    return words.FEW(lang, count=ENOUGH)


COUNTS_NO_PEOPLE = {"polls"}


def _time(seconds: float, lang: Lang) -> str:
    if seconds < 60:
        return words.SECONDS(lang, value=_number(seconds, 2 if seconds < 1 else 1, lang))
    if seconds < 3600:
        return words.MINUTES(lang, value=_number(seconds / 60, 1 if seconds < 600 else 0, lang))
    return words.HOURS(lang, value=_number(seconds / 3600, 1, lang))


def _number(value: float, digits: int, lang: Lang) -> str:
    written = f"{value:.{digits}f}"
    return written if lang == "en" else written.replace(".", ",")
