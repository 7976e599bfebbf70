"""Days and points in time as people say them: «torsdag 3. desember kl. 09.00»."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.core.texts import LANGUAGES, Lang, Text

NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember".split()
ENGLISH = "January February March April May June July August September October November December".split()
WEEKDAYS: dict[Lang, list[str]] = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
AT = Text(nb="{day} kl. {clock}", nn="{day} kl. {clock}", en="{day} at {clock}")
FROM_TO = Text(nb="{day} kl. {clock}–{ends}", nn="{day} kl. {clock}–{ends}", en="{day}, {clock}–{ends}")
UNTIL = Text(nb="{begins} til {ends}", nn="{begins} til {ends}", en="{begins} until {ends}")
TODAY = Text(nb="i dag", nn="i dag", en="today")
TOMORROW = Text(nb="i morgen", nn="i morgon", en="tomorrow")
IN_DAYS = Text(nb="om {days} dager", nn="om {days} dagar", en="in {days} days")


def shifted(at: datetime | None, before: datetime, after: datetime, zone: ZoneInfo) -> datetime | None:
    """As long before the one as it was before the other, by the clock on the wall."""
    if at is None:
        return None
    first, second, wall = (each.astimezone(zone).replace(tzinfo=None) for each in (before, after, at))
    return (wall + (second - first)).replace(tzinfo=zone).astimezone(UTC)


def day(value: date, lang: Lang) -> str:
    """A date that stands alone: «3. mars 2021», “3 March 2021”."""
    return f"{day_of_year(value, lang)} {value.year}"


def dated(words: Text, value: date) -> Text:
    """The words with that `{day}` in them."""
    nb, nn, en = (words(lang, day=day(value, lang)) for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en)


def day_of_year(value: date, lang: Lang) -> str:
    """«3. mars», “3 March”."""
    return f"{value.day} {ENGLISH[value.month - 1]}" if lang == "en" else f"{value.day}. {NORWEGIAN[value.month - 1]}"


@dataclass(frozen=True)
class Local:
    """Time as people see it: from now, in their zone. The year is said where it is another one."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def moment(self, at: datetime, lang: Lang) -> str:
        """«torsdag 3. desember kl. 09.00», “Thursday 3 December at 09:00”."""
        local = at.astimezone(self.zone)
        return AT[lang].format(day=self._weekday(local, lang), clock=_clock(local, lang))

    def clock(self, at: datetime, lang: Lang) -> str:
        """«09.00», “09:00”."""
        return _clock(at.astimezone(self.zone), lang)

    def day(self, at: datetime, lang: Lang) -> str:
        """«torsdag 3. desember»."""
        return self._weekday(at.astimezone(self.zone), lang)

    def span(self, begins: datetime, ends: datetime, lang: Lang) -> str:
        """«torsdag 3. desember kl. 09.00–11.00»; both moments where the days differ."""
        first, last = begins.astimezone(self.zone), ends.astimezone(self.zone)
        if first.date() != last.date():
            return UNTIL[lang].format(begins=self.moment(begins, lang), ends=self.moment(ends, lang))
        words = {"day": self._weekday(first, lang), "clock": _clock(first, lang), "ends": _clock(last, lang)}
        return FROM_TO[lang].format(**words)

    def away(self, at: datetime, lang: Lang) -> str:
        """How far away a day to come is: «i dag», «i morgen», «om 2 dager»."""
        days = (at.astimezone(self.zone).date() - self.today).days
        return IN_DAYS[lang].format(days=days) if days > 1 else (TOMORROW if days == 1 else TODAY)[lang]

    def _weekday(self, local: datetime, lang: Lang) -> str:
        this_year = local.year == self.today.year
        return f"{WEEKDAYS[lang][local.weekday()]} {(day_of_year if this_year else day)(local.date(), lang)}"


def _clock(local: datetime, lang: Lang) -> str:
    return f"{local:%H:%M}" if lang == "en" else f"{local:%H.%M}"
