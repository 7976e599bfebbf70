"""What an organizer wrote as a survey, checked in all languages and kept."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import in_turn, new_id
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.answers.kinds import WRITTEN
from bot.domain.surveys.lines import Heading, Line, read
from bot.domain.surveys.tables import Part, Question, Survey, for_organizer

FEWEST, MOST = 2, 10  # options
PARTS = QUESTIONS = 10  # of a survey, of a part
LONGEST_TITLE, LONGEST_QUESTION, LONGEST_OPTION, LONGEST_TYPED = 40, 150, 75, 3000
NAMES = "names of surveys"

NO_TITLE = Text(nb="Skriv et navn.", nn="Skriv eit namn.", en="Write a name.")
LONG_TITLE = Text(
    nb="Navnet kan ha høyst {most} tegn.", nn="Namnet kan ha høgst {most} teikn.", en="{most} characters at most."
)
TAKEN = Text(
    nb="En annen undersøkelse heter «{name}». Gi denne et annet navn.",
    nn="Ei anna undersøking heiter «{name}». Gi denne eit anna namn.",
    en="Another survey is called “{name}”. Give this one another name.",
)
NOTHING = Text(
    nb="Skriv minst en del med ett spørsmål.",
    nn="Skriv minst ein del med eitt spørsmål.",
    en="Write at least one part with one question.",
)
NO_PART_NAME = Text(
    nb="Del {number} mangler navn: skriv det etter #, som «# Om bedriften».",
    nn="Del {number} manglar namn: skriv det etter #, som «# Om bedrifta».",
    en="Part {number} has no name: write it after the #, such as “# About the company”.",
)
EMPTY_PART = Text(
    nb="Delen «{title}» trenger fra 1 til {most} spørsmål.",
    nn="Delen «{title}» treng frå 1 til {most} spørsmål.",
    en="The part “{title}” needs 1 to {most} questions.",
)
MANY_PARTS = Text(
    nb="Det kan være høyst {most} deler.",
    nn="Det kan vere høgst {most} delar.",
    en="There can be {most} parts at most.",
)
ONLY_KIND = Text(
    nb="Linje {line}: skriv et spørsmål foran parentesen.",
    nn="Linje {line}: skriv eit spørsmål framfor parentesen.",
    en="Line {line}: write a question before the brackets.",
)
LONG = Text(
    nb="«{said}» er for langt: her kan det stå høyst {most} tegn.",
    nn="«{said}» er for langt: her kan det stå høgst {most} teikn.",
    en="“{said}” is too long: there can be {most} characters at most.",
)
HOW_MANY = Text(
    nb="«{said}» trenger fra {fewest} til {most} svaralternativer. Her er det {count}.",
    nn="«{said}» treng frå {fewest} til {most} svaralternativ. Her er det {count}.",
    en="“{said}” needs {fewest} to {most} options. Here there are {count}.",
)
TWO_ENDS = Text(
    nb="«{said}» trenger to linjer: hva 1 betyr, og hva 5 betyr. Eller ingen.",
    nn="«{said}» treng to linjer: kva 1 tyder, og kva 5 tyder. Eller ingen.",
    en="“{said}” needs two lines: what 1 means, and what 5 means. Or none.",
)
NO_OPTIONS = Text(
    nb="«{said}» har ferdige svar. Ta bort linjene under.",
    nn="«{said}» har ferdige svar. Ta bort linjene under.",
    en="“{said}” has ready answers. Take away the lines below it.",
)
TWICE = Text(nb="«{said}» står to ganger.", nn="«{said}» står to gonger.", en="“{said}” is there twice.")
NO_MOST = Text(
    nb="«{said}»: høyst må være fra 2 til {most}.",
    nn="«{said}»: høgst må vere frå 2 til {most}.",
    en="“{said}”: at most must be from 2 to {most}.",
)
NOT_SAME = Text(
    nb="Her må det være de samme delene, spørsmålene og svaralternativene som på bokmål, i samme rekkefølge. Det "
    "skiller seg ved «{said}».",
    nn="Her må det vere dei same delane, spørsmåla og svaralternativa som på bokmål, i same rekkjefølgje. Det skil seg "
    "ved «{said}».",
    en="There must be the same parts, questions and options as in bokmål, in the same order. It differs at “{said}”.",
)


@dataclass(frozen=True)
class Draft:
    """What the form holds, by language, as typed."""

    title: Mapping[str, str]
    typed: Mapping[str, str]

    def named(self, lang: Lang) -> str:
        return " ".join(self.title.get(lang, "").split())

    def languages(self) -> list[Lang]:
        return [lang for lang in LANGUAGES if lang == "nb" or self.typed.get(lang, "").strip()]


def faults(draft: Draft) -> Iterator[UserError]:
    """All that cannot be taken, each with its field."""
    if not draft.named("nb"):
        yield UserError(NO_TITLE, field="title_nb")
    for lang in LANGUAGES:
        if len(draft.named(lang)) > LONGEST_TITLE:
            yield UserError(LONG_TITLE, field=f"title_{lang}", most=LONGEST_TITLE)
    for lang in draft.languages():
        fault = _fault(draft, lang)
        if fault:
            yield UserError(fault.words, field=f"parts_{lang}", **fault.values)


def taken(session: Session, draft: Draft, survey_id: str) -> Iterator[UserError]:
    """Names that another survey bears in the same language, each with its field. `survey_id`: this one; empty: new."""
    others = session.scalars(sa.select(Survey).where(Survey.id != survey_id)).all()
    for lang in LANGUAGES:
        shown = draft.named(lang) or draft.named("nb")
        if shown.casefold() in {other.named(lang).casefold() for other in others}:
            yield UserError(TAKEN, field=f"title_{lang if draft.named(lang) else 'nb'}", name=shown)


def _fault(draft: Draft, lang: Lang) -> UserError | None:
    """The first fault in what was written in this language."""
    try:
        parts = read(draft.typed.get(lang, ""))
        first = next(_faults(parts), None)
        return first or (None if lang == "nb" else _unlike(parts, read(draft.typed.get("nb", ""))))
    except UserError as fault:
        return fault


def _faults(parts: list[Heading]) -> Iterator[UserError]:
    if not parts:
        yield UserError(NOTHING)
    if len(parts) > PARTS:
        yield UserError(MANY_PARTS, most=PARTS)
    for number, part in enumerate(parts, 1):
        if not part.title:
            yield UserError(NO_PART_NAME, number=number)
        if len(part.title) > LONGEST_OPTION:
            yield UserError(LONG, said=part.title[:20] + "…", most=LONGEST_OPTION)
        if not 1 <= len(part.lines) <= QUESTIONS:
            yield UserError(EMPTY_PART, title=part.title, most=QUESTIONS)
        for line in part.lines:
            yield from _line_faults(line)


def _line_faults(line: Line) -> Iterator[UserError]:
    if not line.asked:
        yield UserError(ONLY_KIND, line=line.number)
    if len(line.asked) > LONGEST_QUESTION:
        yield UserError(LONG, said=line.asked[:20] + "…", most=LONGEST_QUESTION)
    yield from _option_faults(line)


def _option_faults(line: Line) -> Iterator[UserError]:
    name, count = line.asked[:40], len(line.options)
    longest = max(line.options, key=len, default="")
    if len(longest) > LONGEST_OPTION - 4:  # a scale puts «1 – » before it
        yield UserError(LONG, said=longest[:20] + "…", most=LONGEST_OPTION - 4)
    same = [one.casefold() for one in line.options]
    if twice := next((one for n, one in enumerate(line.options) if same[n] in same[:n]), None):
        yield UserError(TWICE, said=twice)
    if line.kind in WRITTEN and not FEWEST <= count <= MOST:
        yield UserError(HOW_MANY, said=name, fewest=FEWEST, most=MOST, count=count)
    if line.kind == "scale" and count not in (0, 2):
        yield UserError(TWO_ENDS, said=name)
    if line.kind not in (*WRITTEN, "scale") and count:
        yield UserError(NO_OPTIONS, said=name)
    if line.most and not 2 <= int(line.most) <= count:
        yield UserError(NO_MOST, said=name, most=max(2, count))


def _unlike(parts: list[Heading], first: list[Heading]) -> UserError | None:
    """Where this language asks something else than bokmål."""
    for n, part in enumerate(parts):
        if n >= len(first) or len(part.lines) != len(first[n].lines):
            return UserError(NOT_SAME, said=part.title)
        for line, other in zip(part.lines, first[n].lines, strict=True):
            if (line.kind, line.most, len(line.options)) != (other.kind, other.most, len(other.options)):
                return UserError(NOT_SAME, said=line.asked[:40])
    return UserError(NOT_SAME, said=first[len(parts)].title) if len(parts) < len(first) else None


def parts(draft: Draft) -> list[Part]:
    """The questions in all languages that they were written in, each under a new id."""
    written = {lang: read(draft.typed[lang]) for lang in draft.languages()}
    return [
        Part(
            {lang: found[n].title for lang, found in written.items()},
            tuple(
                Question(
                    new_id(),
                    line.kind,
                    {lang: found[n].lines[m].asked for lang, found in written.items()},
                    {lang: found[n].lines[m].choices(lang) for lang, found in written.items()},
                    int(line.most) if line.most else None,
                )
                for m, line in enumerate(part.lines)
            ),
        )
        for n, part in enumerate(written["nb"])
    ]


def stored(parts: list[Part]) -> list[dict[str, object]]:
    """As a wave keeps them."""
    kept = ("id", "kind", "question", "options", "most")
    return [
        {
            "title": dict(part.title),
            "questions": [{name: asdict(one)[name] for name in kept} for one in part.questions],
        }
        for part in parts
    ]


def save(session: Session, draft: Draft, survey_id: str, by: str, now: datetime) -> Survey:
    """A new survey, or this one changed; waves that were begun keep their questions."""
    members.require(session, by, "organizer")
    in_turn(session, NAMES)
    for fault in (*faults(draft), *taken(session, draft, survey_id)):
        raise fault
    languages = draft.languages()
    title: dict[str, Any] = {lang: draft.named(lang) for lang in LANGUAGES if draft.named(lang)}
    typed: dict[str, Any] = {lang: draft.typed[lang].strip() for lang in languages}
    if survey_id:
        survey = for_organizer(session, survey_id, by)
        survey.title, survey.typed = title, typed
    else:
        survey = Survey(title=title, typed=typed, made_by=by, made_at=now)
        session.add(survey)
        session.flush()
    audit.note(session, now, who=by, what="survey written", about=survey.id)
    return survey
