"""A new poll: what an organizer wrote, checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.answers.kinds import FIXED, WRITTEN, Kind
from bot.domain.answers.sealing import Keys
from bot.domain.polls.tables import Poll
from scheduler import due

FEWEST, MOST = 2, 10
LONGEST_QUESTION = 150
LONGEST_OPTION = 75
LONGEST_END = 60
ALIKE = ("question", "options", "channel", "private", "named", "kind", "most", "by_company")  # when it is asked again

NO_QUESTION = Text(nb="Skriv et spørsmål.", nn="Skriv eit spørsmål.", en="Write a question.")
LONG_QUESTION = Text(
    nb="Spørsmålet kan ha høyst {most} tegn.",
    nn="Spørsmålet kan ha høgst {most} teikn.",
    en="The question can have {most} characters at most.",
)
HOW_MANY = Text(
    nb="Skriv fra {fewest} til {most} svaralternativer, ett på hver linje. Du har skrevet {count}.",
    nn="Skriv frå {fewest} til {most} svaralternativ, eitt på kvar linje. Du har skrive {count}.",
    en="Write {fewest} to {most} options, one on each line. You have written {count}.",
)
LONG_OPTION = Text(
    nb="«{option}» er for langt: et svaralternativ kan ha høyst {most} tegn.",
    nn="«{option}» er for langt: eit svaralternativ kan ha høgst {most} teikn.",
    en="“{option}” is too long: an option can have {most} characters at most.",
)
TWICE = Text(nb="«{option}» står to ganger.", nn="«{option}» står to gonger.", en="“{option}” is there twice.")
NOT_ALL = Text(
    nb="Her må det være like mange svaralternativer som på bokmål, i samme rekkefølge.",
    nn="Her må det vere like mange svaralternativ som på bokmål, i same rekkjefølgje.",
    en="There must be as many options here as in bokmål, in the same order.",
)
BOTH = Text(
    nb="Skriv både spørsmål og svaralternativer på dette språket, eller ingen av delene.",
    nn="Skriv både spørsmål og svaralternativ på dette språket, eller ingen av delane.",
    en="Write both the question and the options in this language, or neither.",
)
NO_MOST = Text(
    nb="Skriv et tall fra 2 til {most}, eller la feltet stå tomt.",
    nn="Skriv eit tal frå 2 til {most}, eller lat feltet stå tomt.",
    en="Write a number from 2 to {most}, or leave the field empty.",
)
TWO_ENDS = Text(
    nb="Skriv to linjer: først hva 1 betyr, så hva 5 betyr.",
    nn="Skriv to linjer: først kva 1 tyder, så kva 5 tyder.",
    en="Write two lines: first what 1 means, then what 5 means.",
)
ALL_ENDS = Text(
    nb="Skriv hva 1 og 5 betyr på alle språkene du har skrevet spørsmålet på, eller la alle feltene stå tomme.",
    nn="Skriv kva 1 og 5 tyder på alle språka du har skrive spørsmålet på, eller la alle felta stå tomme.",
    en="Write what 1 and 5 mean in every language you have written the question in, or leave all the fields empty.",
)
NO_CHANNEL = Text(nb="Velg en kanal.", nn="Vel ein kanal.", en="Choose a channel.")
PAST = Text(
    nb="Tidspunktet er passert. Velg et senere tidspunkt.",
    nn="Tidspunktet er passert. Vel eit seinare tidspunkt.",
    en="That time has passed. Choose a later one.",
)
NOT_OPEN = Text(
    nb="Før det er det stilletid, så målingen er ikke lagt ut ennå. Velg et senere tidspunkt.",
    nn="Før det er det stilletid, så målinga er ikkje lagd ut enno. Vel eit seinare tidspunkt.",
    en="Until then it is quiet time, so the poll will not be posted yet. Choose a later time.",
)
NO_TIME = Text(nb="Velg når målingen stenger.", nn="Vel når målinga stenger.", en="Choose when the poll closes.")


@dataclass(frozen=True)
class Draft:
    """What the form holds; `question`, `options` and `ends` (the words at the ends of a scale) by language, as typed.

    `most`: how many of several options may be chosen, as typed. `same_as`: an earlier poll that this one repeats.
    """

    question: dict[Lang, str]
    options: dict[Lang, str]
    channel: str
    private: bool
    named: bool
    closes_at: datetime | None
    kind: Kind = "one"
    ends: dict[Lang, str] = field(default_factory=dict)
    most: str = ""
    by_company: bool = False
    same_as: str = ""

    def lines(self, lang: Lang) -> list[str]:
        """The options that were written."""
        return _lines(self.options.get(lang, "")) if self.kind in WRITTEN else []

    def ended(self, lang: Lang) -> list[str]:
        return _lines(self.ends.get(lang, "")) if self.kind == "scale" else []

    def choices(self, lang: Lang) -> list[str]:
        """All that can be chosen."""
        if self.kind in WRITTEN:
            return self.lines(lang)
        labels = [text[lang] for text in FIXED[self.kind]]
        if len(ends := self.ended(lang)) == 2:
            labels[0], labels[-1] = f"{labels[0]} – {ends[0]}", f"{labels[-1]} – {ends[1]}"
        return labels

    def asked(self, lang: Lang) -> str:
        return " ".join(self.question.get(lang, "").split())

    def languages(self) -> list[Lang]:
        """Those that something was written in."""
        return [lang for lang in LANGUAGES if lang == "nb" or self.asked(lang) or self.lines(lang) or self.ended(lang)]


def _lines(typed: str) -> list[str]:
    return [line for each in typed.splitlines() if (line := " ".join(each.split()))]


def faults(draft: Draft, now: datetime, opens: datetime) -> Iterator[UserError]:
    """All that cannot be taken, each with its field. `opens`: when it is posted."""
    for lang in draft.languages():
        yield from _question_faults(draft, lang)
        yield from (_option_faults(draft, lang) if draft.kind in WRITTEN else _end_faults(draft, lang))
    yield from _most_faults(draft)
    if draft.channel[:1] not in ("C", "G"):
        yield UserError(NO_CHANNEL, field="channel")
    if draft.closes_at is None:
        yield UserError(NO_TIME, field="closes")
    elif draft.closes_at <= now:
        yield UserError(PAST, field="closes")
    elif draft.closes_at <= opens:
        yield UserError(NOT_OPEN, field="closes")


def _question_faults(draft: Draft, lang: Lang) -> Iterator[UserError]:
    asked = draft.asked(lang)
    if not asked:
        yield UserError(NO_QUESTION if lang == "nb" else BOTH, field=f"question_{lang}")
    if len(asked) > LONGEST_QUESTION:
        yield UserError(LONG_QUESTION, field=f"question_{lang}", most=LONGEST_QUESTION)


def _option_faults(draft: Draft, lang: Lang) -> Iterator[UserError]:
    options, field = draft.lines(lang), f"options_{lang}"
    long = next((option for option in options if len(option) > LONGEST_OPTION), None)
    same = [option.casefold() for option in options]
    twice = next((option for n, option in enumerate(options) if same[n] in same[:n]), None)
    if not options and lang != "nb":
        yield UserError(BOTH, field=field)
    elif not FEWEST <= len(options) <= MOST:
        yield UserError(HOW_MANY, field=field, fewest=FEWEST, most=MOST, count=len(options))
    elif long:
        yield UserError(LONG_OPTION, field=field, option=long[:20] + "…", most=LONGEST_OPTION)
    elif twice:
        yield UserError(TWICE, field=field, option=twice)
    elif len(options) != len(draft.lines("nb")):
        yield UserError(NOT_ALL, field=field)


def _end_faults(draft: Draft, lang: Lang) -> Iterator[UserError]:
    ends = draft.ended(lang)
    if ends and len(ends) != 2:
        yield UserError(TWO_ENDS, field=f"ends_{lang}")
    elif any(len(end) > LONGEST_END for end in ends):
        yield UserError(LONG_OPTION, field=f"ends_{lang}", option=max(ends, key=len)[:20] + "…", most=LONGEST_END)
    elif not ends and any(draft.ended(other) for other in draft.languages()):
        yield UserError(ALL_ENDS, field=f"ends_{lang}")


def _most_faults(draft: Draft) -> Iterator[UserError]:
    typed, options = draft.most.strip(), len(draft.lines("nb"))
    if draft.kind == "several" and typed and not (typed.isdecimal() and len(typed) < 3 and 2 <= int(typed) <= options):
        yield UserError(NO_MOST, field="most", most=max(2, options))


def make(session: Session, keys: Keys, draft: Draft, by: str, now: datetime, enough: int = ENOUGH) -> Poll:
    """The poll is open from now on, and closes by itself. `enough`: answers that an anonymous one needs."""
    members.require(session, by, "organizer")
    for fault in faults(draft, now, now):
        raise fault
    languages = draft.languages()
    poll = Poll(
        question={lang: draft.asked(lang) for lang in languages},
        options={lang: draft.choices(lang) for lang in languages},
        channel=draft.channel,
        private=draft.private,
        named=draft.named,
        made_by=by,
        made_at=now,
        closes_at=draft.closes_at or now,
        kind=draft.kind,
        most=int(draft.most) if draft.kind == "several" and draft.most.strip() else None,
        by_company=draft.by_company,
        enough=enough,
        series=_series(session, draft),
    )
    return _opened(session, keys, poll, by)


def again(session: Session, keys: Keys, poll: Poll, by: str, now: datetime, closes_at: datetime, enough: int) -> Poll:
    """The same asked once more in the same channel."""
    alike = {name: getattr(poll, name) for name in ALIKE}
    series = poll.series or poll.id
    same = Poll(**alike, made_by=by, made_at=now, closes_at=closes_at, enough=enough, series=series)
    return _opened(session, keys, same, by)


def _opened(session: Session, keys: Keys, poll: Poll, by: str) -> Poll:
    poll.key = None if poll.named else keys.new(poll.id)
    poll.series = poll.series or poll.id
    session.add(poll)
    session.flush()
    audit.note(session, poll.made_at, who=by, what="poll made", about=poll.id)
    due.schedule(session, "poll.close", poll.id, poll.closes_at)
    return poll


def _series(session: Session, draft: Draft) -> str | None:
    """The series that the poll goes on with."""
    earlier = session.get(Poll, draft.same_as) if draft.same_as else None
    return (earlier.series or earlier.id) if earlier else None
