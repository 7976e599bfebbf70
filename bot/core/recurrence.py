"""What comes again: a rule (RRULE of RFC 5545, the part of it that people use), its moments, and how it is said."""

import calendar
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from bot.core.errors import UserError
from bot.core.moments import ENGLISH, NORWEGIAN, WEEKDAYS, day
from bot.core.texts import LANGUAGES, Counted, Lang, Text, series

Freq = Literal["WEEKLY", "MONTHLY", "YEARLY"]
FREQS: tuple[Freq, ...] = get_args(Freq)
DAYS = "MO TU WE TH FR SA SU".split()
PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL"}
MOST = 200  # occurrences that a rule may count, and that are given at once
LONGEST_INTERVAL = 52
LAST, SAFE = -1, 28  # the last of a month, and the last day that each month has
STAMP = "%Y%m%dT%H%M%SZ"

NO_RULE = Text(
    nb="Gjentakelsen kan ikke leses: {part}.",
    nn="Gjentakinga kan ikkje lesast: {part}.",
    en="The recurrence cannot be read: {part}.",
)
CHOICES = {
    "week": Text(nb="Hver uke", nn="Kvar veke", en="Every week"),
    "month": Text(nb="Hver måned, samme ukedag", nn="Kvar månad, same vekedag", en="Every month, same weekday"),
    "year": Text(nb="Hvert år, samme ukedag", nn="Kvart år, same vekedag", en="Every year, same weekday"),
}

EACH: dict[Freq, tuple[Text, Text, Text]] = {  # every, every other, every nth
    "WEEKLY": (
        Text(nb="hver uke", nn="kvar veke", en="every week"),
        Text(nb="annenhver uke", nn="annakvar veke", en="every other week"),
        Text(nb="hver {nth} uke", nn="kvar {nth} veke", en="every {n} weeks"),
    ),
    "MONTHLY": (
        Text(nb="hver måned", nn="kvar månad", en="every month"),
        Text(nb="annenhver måned", nn="annankvar månad", en="every other month"),
        Text(nb="hver {nth} måned", nn="kvar {nth} månad", en="every {n} months"),
    ),
    "YEARLY": (
        Text(nb="hvert år", nn="kvart år", en="every year"),
        Text(nb="annethvert år", nn="annakvart år", en="every other year"),
        Text(nb="hvert {nth} år", nn="kvart {nth} år", en="every {n} years"),
    ),
}
COUNTED = {3: "tredje", 4: "fjerde", 5: "femte", 6: "sjette"}  # in both written standards
NTH = {
    1: Text(nb="første {day}", nn="første {day}", en="first {day}"),
    2: Text(nb="andre {day}", nn="andre {day}", en="second {day}"),
    3: Text(nb="tredje {day}", nn="tredje {day}", en="third {day}"),
    4: Text(nb="fjerde {day}", nn="fjerde {day}", en="fourth {day}"),
    LAST: Text(nb="siste {day}", nn="siste {day}", en="last {day}"),
}
DATE = Text(nb="den {n}.", nn="den {n}.", en="the {n}{th}")
ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
LAST_DAY = Text(nb="siste dag", nn="siste dag", en="last day")
EVERY_DAY = Text(nb="hver {days}", nn="kvar {days}", en="every {days}")
IN_MONTHS = Text(nb="i {months}", nn="i {months}", en="in {months}")
OF_MONTHS = Text(nb="{months}", nn="{months}", en="of {months}")  # after a date
TIMES = Counted(
    Text(nb=", én gang", nn=", éin gong", en=", once"),
    Text(nb=", {count} ganger i alt", nn=", {count} gonger i alt", en=", {count} times in all"),
)
UNTIL = Text(nb=", til og med {day}", nn=", til og med {day}", en=", up to and including {day}")


@dataclass(frozen=True)
class Rule:
    """`days`: as in BYDAY, such as TU, 1TU, -1FR. `until`: UTC, the last moment that counts. `str(rule)` is the RRULE.

    Without `days` and `monthdays` it is the day of the first occurrence that comes again.
    """

    freq: Freq
    interval: int = 1
    days: tuple[str, ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    count: int | None = None
    until: datetime | None = None

    def __str__(self) -> str:
        ends = {"COUNT": self.count, "UNTIL": self.until and f"{self.until.astimezone(UTC):{STAMP}}"}
        parts = {
            "FREQ": self.freq,
            "INTERVAL": self.interval if self.interval > 1 else None,
            "BYDAY": ",".join(self.days),
            "BYMONTHDAY": ",".join(map(str, self.monthdays)),
            "BYMONTH": ",".join(map(str, self.months)),
        }
        return ";".join(f"{name}={value}" for name, value in (parts | ends).items() if value)


def read(written: str) -> Rule:
    """A rule from its RRULE. UserError names the first part that is not of those that people use."""
    parts = dict(part.partition("=")[::2] for part in written.strip().upper().removeprefix("RRULE:").split(";"))
    freq: Freq | None = next((each for each in FREQS if each == parts.get("FREQ")), None)
    if freq is None or len(parts) != written.count(";") + 1:
        raise UserError(NO_RULE, part=written)
    for name, value in parts.items():
        if name not in PARTS or not value:
            raise UserError(NO_RULE, part=f"{name}={value}")
    rule = Rule(
        freq,
        _number(parts, "INTERVAL", LONGEST_INTERVAL) or 1,
        tuple(_each(parts, "BYDAY", r"[A-Z]{2}" if freq == "WEEKLY" else r"([1-4]|-1)[A-Z]{2}")),
        tuple(map(int, _each(parts, "BYMONTHDAY", r"-1|[1-9]\d?"))),
        tuple(map(int, _each(parts, "BYMONTH", r"[1-9]|1[0-2]"))),
        _number(parts, "COUNT", MOST),
        _until(parts),
    )
    _check(rule, parts)
    return rule


def usual(choice: str, starts_at: datetime, zone: ZoneInfo) -> Rule:
    """What one of CHOICES means for what begins then; a fifth Tuesday of a month is its last."""
    first = starts_at.astimezone(zone).date()
    weekday, nth = DAYS[first.weekday()], (first.day - 1) // 7 + 1
    in_month = (f"{nth if nth < 5 else LAST}{weekday}",)
    made = {
        "week": Rule("WEEKLY", days=(weekday,)),
        "month": Rule("MONTHLY", days=in_month),
        "year": Rule("YEARLY", days=in_month, months=(first.month,)),
    }
    return made[choice]


def ending(rule: Rule, zone: ZoneInfo, *, count: int | None = None, last: date | None = None) -> Rule:
    """The rule with an end, or with none; `last` is the last local day."""
    until = datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC) if last else None
    return replace(rule, count=None if until else count, until=until)


def occurrences(
    rule: Rule,
    starts_at: datetime,
    zone: ZoneInfo,
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    without: Collection[datetime] = (),
) -> Iterator[datetime]:
    """UTC, in order, at the same time of day in the zone, from `starts_at` on; MOST at once.

    `without` (EXDATE) are left out, though COUNT counts them. A time of day that does not exist that day is no
    occurrence (RFC 5545, 3.3.10); of one that comes twice it is the first.
    """
    wanted = (at for at in _all(rule, starts_at, zone, before) if (since is None or at >= since) and at not in without)
    return islice(wanted, MOST)


def _all(rule: Rule, starts_at: datetime, zone: ZoneInfo, before: datetime | None) -> Iterator[datetime]:
    endless = replace(rule, count=None, until=None)
    walls = rrulestr(str(endless), dtstart=starts_at.astimezone(zone).replace(tzinfo=None, fold=0))
    moments = ((wall, wall.replace(tzinfo=zone).astimezone(UTC)) for wall in walls)
    real = (at for wall, at in moments if at.astimezone(zone).replace(tzinfo=None, fold=0) == wall)
    for at in islice(real, rule.count):
        if (rule.until and at > rule.until) or (before and at >= before):
            return
        yield at


def said(rule: Rule, zone: ZoneInfo) -> Text:
    """«første tirsdag hver måned», «tredje torsdag i november hvert år, til og med 31. desember 2029»."""
    return Text(**{lang: _said(rule, zone, lang) for lang in LANGUAGES})


def _said(rule: Rule, zone: ZoneInfo, lang: Lang) -> str:
    end = TIMES(lang, rule.count) if rule.count else ""
    end = UNTIL(lang, day=day(rule.until.astimezone(zone).date(), lang)) if rule.until else end
    return _how_often(rule, lang) + end


def _how_often(rule: Rule, lang: Lang) -> str:
    n = rule.interval
    each = EACH[rule.freq][min(n, 3) - 1](lang, n=n, nth=COUNTED.get(n, f"{n}."))
    names = ENGLISH if lang == "en" else NORWEGIAN
    days, among = _days(rule, lang), OF_MONTHS if rule.monthdays and LAST not in rule.monthdays else IN_MONTHS
    months = among(lang, months=series([names[month - 1] for month in rule.months], lang)) if rule.months else ""
    if not days:
        return f"{each} {months}".strip()
    if rule.freq == "WEEKLY" and rule.interval == 1:
        return EVERY_DAY(lang, days=days)
    return " ".join(filter(None, [days, months, each]))


def _days(rule: Rule, lang: Lang) -> str:
    dates = [LAST_DAY[lang] if n == LAST else DATE(lang, n=n, th=ORDINAL.get(n, "th")) for n in rule.monthdays]
    named = [(one[:-2], WEEKDAYS[lang][DAYS.index(one[-2:])]) for one in rule.days]
    return series(dates + [NTH[int(nth)](lang, day=name) if nth else name for nth, name in named], lang)


def _each(parts: dict[str, str], name: str, shape: str) -> list[str]:
    values = parts[name].split(",") if name in parts else []
    for value in values:
        if not re.fullmatch(shape, value) or (name == "BYDAY" and value[-2:] not in DAYS):
            raise UserError(NO_RULE, part=f"{name}={parts[name]}")
    return values


def _number(parts: dict[str, str], name: str, most: int) -> int | None:
    if name not in parts:
        return None
    if not re.fullmatch(r"[1-9]\d{0,2}", parts[name]) or int(parts[name]) > most:
        raise UserError(NO_RULE, part=f"{name}={parts[name]}")
    return int(parts[name])


def _until(parts: dict[str, str]) -> datetime | None:
    try:
        return datetime.strptime(parts["UNTIL"], STAMP).replace(tzinfo=UTC) if "UNTIL" in parts else None
    except ValueError:
        raise UserError(NO_RULE, part=f"UNTIL={parts['UNTIL']}") from None


def _check(rule: Rule, parts: dict[str, str]) -> None:
    """What does not go together, or would leave a month or a year out without a word."""
    shortest = min((calendar.monthrange(2001, month)[1] for month in rule.months), default=SAFE)
    wrong = {
        "BYMONTH": rule.months and rule.freq != "YEARLY",
        "BYDAY": rule.days and rule.freq == "YEARLY" and not rule.months,
        "BYMONTHDAY": rule.monthdays and (rule.days or rule.freq == "WEEKLY" or max(rule.monthdays) > shortest),
        "FREQ": rule.monthdays and rule.freq == "YEARLY" and not rule.months,
        "COUNT": rule.count and rule.until,
    }
    for name, is_wrong in wrong.items():
        if is_wrong:
            raise UserError(NO_RULE, part=f"{name}={parts[name]}")
