"""The part of a form that tells when something comes again, and what happens then."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.core.blocks import Block, button, confirm, input_of, options, select
from bot.core.moments import Local
from bot.core.recurrence import read as parsed
from bot.core.recurrence import said
from bot.core.texts import Lang, Text
from bot.slack.words import CANCEL
from scheduler.rhythm import Rhythm

REPEAT = Text(nb="Gjenta", nn="Gjenta", en="Repeat")
CHANGE = Text(nb="Endre gjentakelsen", nn="Endre gjentakinga", en="Change repetition")
STOP = Text(nb="Ikke gjenta mer", nn="Ikkje gjenta meir", en="Repeat no more")
FIRST = Text(nb="Første gang", nn="Første gong", en="First time")
FIRST_HINT = Text(
    nb="Klokka 9. Er dagen ikke en arbeidsdag, blir det neste arbeidsdag.",
    nn="Klokka 9. Er dagen ikkje ein arbeidsdag, blir det neste arbeidsdag.",
    en="At nine. If that is no working day, it is the next working day.",
)
OFTEN = Text(nb="Hvor ofte", nn="Kor ofte", en="How often")
CHOICES = {
    "year": Text(nb="Hvert år", nn="Kvart år", en="Every year"),
    "half": Text(nb="Hvert halvår", nn="Kvart halvår", en="Every half year"),
    "quarter": Text(nb="Hvert kvartal", nn="Kvart kvartal", en="Every quarter"),
    "month": Text(nb="Hver måned", nn="Kvar månad", en="Every month"),
}
TIMES = Text(nb="Antall ganger i alt", nn="Tal på gonger i alt", en="Number of times in all")
LAST = Text(nb="Til og med", nn="Til og med", en="Up to and including")
END_HINT = Text(
    nb="Er begge feltene tomme, gjentas den til du stopper den.",
    nn="Er begge felta tomme, blir ho gjenteken til du stoppar ho.",
    en="If both fields are left empty, it repeats until you stop it.",
)
HOW = Text(nb="Hva skjer da?", nn="Kva skjer då?", en="What happens then?")
REPEATS = Text(
    nb="Gjentas: {rule}. Neste: {when}.", nn="Gjentaking: {rule}. Neste: {when}.", en="Repeats: {rule}. Next: {when}."
)
NEXT = Text(nb="Neste gang: {when}.", nn="Neste gong: {when}.", en="Next time: {when}.")
READY, OPENS = "ready", "opens"  # what happens then


def repeats(rule: str, next_at: datetime, lang: Lang, local: Local) -> str:
    """«Gjentas: den 10. mars hvert år. Neste: …»."""
    return REPEATS(lang, rule=said(parsed(rule), local.zone)[lang], when=local.moment(next_at, lang))


def buttons(feature: str, about: str, sure: Text, lang: Lang, *, repeats: bool) -> list[Block]:
    """`feature.repeat`, and `feature.stop` where it repeats; `sure`: what is asked before that."""
    if not repeats:
        return [button(REPEAT[lang], f"{feature}.repeat", about)]
    stop = button(STOP[lang], f"{feature}.stop", about)
    stop |= {"confirm": confirm(STOP[lang], sure[lang], STOP[lang], CANCEL[lang])}
    return [button(CHANGE[lang], f"{feature}.repeat", about), stop]


def fields(shown: Rhythm, days: Text, hows: Mapping[str, Text], lang: Lang, *, opens: bool) -> list[Block]:
    """`days`: the label of how long it is open. `hows`: what READY and OPENS mean here."""
    choices = [(name, label[lang]) for name, label in CHOICES.items()]
    offered = options([(name, hows[name][lang]) for name in (READY, OPENS)])
    how: Block = {"type": "radio_buttons", "action_id": "how", "options": offered, "initial_option": offered[opens]}
    return [
        input_of("first", FIRST[lang], _picker("first", shown.first), hint=FIRST_HINT[lang]),
        input_of("often", OFTEN[lang], select("often", OFTEN[lang], choices, shown.often)),
        input_of("times", TIMES[lang], _number("times", shown.times), optional=True),
        input_of("last", LAST[lang], _picker("last", shown.last), optional=True, hint=END_HINT[lang]),
        input_of("days", days[lang], _number("days", shown.days)),
        input_of("how", HOW[lang], how),
    ]


def _number(name: str, initial: int | None) -> Block:
    block: Block = {"type": "plain_text_input", "action_id": name, "max_length": 3}
    return block | ({"initial_value": str(initial)} if initial else {})


def _picker(name: str, initial: date | None) -> Block:
    block: Block = {"type": "datepicker", "action_id": name}
    return block | ({"initial_date": initial.isoformat()} if initial else {})


def read(typed: Mapping[str, str]) -> tuple[Rhythm, bool]:
    """What was wished, and whether it opens by itself."""
    rhythm = Rhythm(
        _day(typed.get("first", "")),
        typed.get("often", ""),
        _whole(typed.get("times", "").strip() or "0"),
        _day(typed.get("last", "")),
        _whole(typed.get("days", "").strip()),
    )
    return rhythm, typed.get("how") == OPENS


def _whole(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and typed.isascii() else None


def _day(picked: str) -> date | None:
    try:
        return date.fromisoformat(picked)
    except ValueError:
        return None
