"""From the fields of a form to an entry; what is wrong is said at its field."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Said, Text
from bot.domain.entries import naming
from knowledge import reasons
from knowledge.consistency import still_stated
from knowledge.entry import BUTTON, Contact, Entry, Kind, Source, Valid, Verified, first_day
from knowledge.library import Library
from knowledge.reading import Record
from knowledge.rules import LONGEST, broken, email, phone
from knowledge.words import fold

LONGEST_NAME = 100
NETWORK = "Næringsnettverket"  # a source that is no document: what its staff said
KINDS = tuple(kind for kind in get_args(Kind) if kind != "passage")  # those are imported

EMPTY = Text(nb="Fyll ut dette.", nn="Fyll ut dette.", en="Please fill this in.")
TOO_LONG = Text(nb="Høyst {most} tegn.", nn="Høgst {most} teikn.", en="{most} characters at most.")
NO_DATE = Text(nb="Skriv datoen som 2026-01-31.", nn="Skriv datoen som 2026-01-31.", en="Write the date as 2026-01-31.")
NO_AS_OF = Text(
    nb="Skriv et år, eller en dato som 2026-01-31.",
    nn="Skriv eit år, eller ein dato som 2026-01-31.",
    en="Write a year, or a date as 2026-01-31.",
)
NO_EMAIL = Text(
    nb="Dette er ingen e-postadresse.", nn="Dette er inga e-postadresse.", en="This is not an e-mail address."
)
NO_PHONE = Text(
    nb="Skriv nummeret som 12 34 56 78.", nn="Skriv nummeret som 12 34 56 78.", en="Write the number as 12 34 56 78."
)
NO_URL = Text(
    nb="Adressen må begynne med https://.", nn="Adressa må byrje med https://.", en="It must begin with https://."
)
PASSED = Text(nb="Denne dagen er passert.", nn="Denne dagen er passert.", en="This day has passed.")
NO_WAY = Text(
    nb="Oppgi minst én av e-post, telefon og nettside.",
    nn="Oppgi minst éin av e-post, telefon og nettside.",
    en="Give at least one of e-mail, phone and web page.",
)
NO_KIND = Text(
    nb="Velg hva slags oppføring det er.", nn="Vel kva slags oppføring det er.", en="Choose the kind of entry."
)
FIELDS = {
    "contact.email": "email",
    "contact.phone": "phone",
    "contact.role": "role_nb",
    "valid.until": "until",
    "verified.on": "as_of",
    "source.as_of": "as_of",
}


class Wrong(Exception):
    """What is wrong with the fields, a refusal for each."""

    def __init__(self, errors: dict[str, UserError]) -> None:
        super().__init__(", ".join(errors))
        self.errors = errors


@dataclass
class Form:
    """The fields as they are read; the first error of each is kept."""

    fields: Mapping[str, str]
    errors: dict[str, UserError] = field(default_factory=dict)

    def wrong(self, name: str, words: Text, **values: object) -> None:
        self.errors.setdefault(name, UserError(words, field=name, **values))

    def text(self, name: str, most: int = LONGEST_NAME, *, needed: bool = True) -> str:
        said = " ".join(self.fields.get(name, "").split())
        if needed and not said:
            self.wrong(name, EMPTY)
        if len(said) > most:
            self.wrong(name, TOO_LONG, most=most)
        return said

    def three(self, name: str, most: int = LONGEST_NAME) -> Text:
        nb, nn, en = (self.text(f"{name}_{lang}", most) for lang in LANGUAGES)
        return Text(nb=nb, nn=nn, en=en)

    def lines(self, name: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.fields.get(name, "").splitlines() if line.strip())

    def day(self, name: str) -> date | None:
        said = self.text(name, needed=False)
        try:
            return date.fromisoformat(said) if said else None
        except ValueError:
            self.wrong(name, NO_DATE)
            return None

    def coming(self, name: str, today: date, before: date | None) -> date | None:
        """A day that is not over; one that stood there before may have passed meanwhile, and answers say so."""
        day = self.day(name)
        if day and day < today and day != before:
            self.wrong(name, PASSED)
        return day

    def url(self, name: str) -> str | None:
        said = self.text(name, 500, needed=False)
        if said and not re.match(r"https?://[^\s<>|]+$", said):
            self.wrong(name, NO_URL)
        return said or None


def read(fields: Mapping[str, str], before: Entry | None, library: Library, today: date) -> Entry:
    """The entry that the fields make, or make of the entry before; raises Wrong."""
    form = Form(fields)
    kind = before.kind if before else fields.get("kind", "")
    if kind not in KINDS:
        form.wrong("kind", NO_KIND)
    title = form.three("title")
    values = {
        "title": title,
        "text": form.three("text", LONGEST),
        "question": form.three("question", BUTTON),
        "asks": form.lines("asks"),
        "source": _sources(form, before),
        "contact": _contact(form) if kind == "contact" else None,
        **({} if kind == "contact" else {"handled_by": _handled_by(form, library)}),
        "valid": Valid(
            since=before.valid.since if before else None,
            until=form.coming("until", today, before.valid.until if before else None),
        ),
        "deadline": form.coming("deadline", today, before.deadline if before else None),
        "responsible": form.text("responsible", needed=False) or None,
        "next_check": form.day("next_check"),
    }
    if form.errors:
        raise Wrong(form.errors)
    if before:
        entry = still_stated(Entry.model_validate(dict(before) | values))
    else:
        entry = Entry.model_validate(values | {"id": _name(kind, title.nb, library), "kind": kind})
    return sound(entry, library, [*fields, "text_nb"])


def answered(
    question: Text, answer: Text, asks: tuple[str, ...], topic: str | None, on: date, library: Library
) -> Entry:
    """What the staff answer to a question that nobody had an answer for; raises Wrong. Its source is the network."""
    entry = Entry(
        id=_name("procedure", question.nb, library),
        kind="procedure",
        title=question,
        text=answer,
        question=question,
        asks=asks,
        topics=(topic,) if topic else (),
        source=(Source(document=NETWORK, section="", position="", as_of=on.isoformat()),),
        verified=Verified(on=on, by="staff"),
        responsible="staff",
    )
    return sound(entry, library, [f"{name}_{lang}" for name in ("question", "text") for lang in LANGUAGES])


def _sources(form: Form, before: Entry | None) -> tuple[Source, ...] | None:
    document, as_of, url = form.text("document", 200), form.text("as_of"), form.url("source_url")
    old = before.source if before else ()
    try:
        first_day(as_of)
        if old:
            first = old[0].model_copy(update={"document": document, "as_of": as_of, "url": url})
            return (Source.model_validate(dict(first)), *old[1:])
        return (Source(document=document, section="", position="", as_of=as_of, url=url),)
    except ValueError:
        form.wrong("as_of", NO_AS_OF)
        return None


def _contact(form: Form) -> Contact | None:
    role, address = form.three("role"), form.url("url")
    post, number = form.text("email", needed=False), form.text("phone", needed=False)
    if post and not email(post):
        form.wrong("email", NO_EMAIL)
    if number and not phone(number):
        form.wrong("phone", NO_PHONE)
    if not (post or number or address):
        form.wrong("email", NO_WAY)
        return None
    return Contact(role=role, email=post or None, phone=number or None, url=address) if not form.errors else None


def _handled_by(form: Form, library: Library) -> str | None:
    said = form.text("handled_by", needed=False)
    name = naming.of_entries(library.entries.values(), "contact").get(said.casefold())
    if said and name is None:
        form.wrong("handled_by", filled(Said(reasons.NO_CONTACT, name=said)))
    return name


def _name(kind: str, title: str, library: Library) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", fold(title.lower())).strip("_")[:60] or "ny"
    return next(name for name in _names(f"{kind}.{plain}") if name not in library.entries)


def _names(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def sound(entry: Entry, library: Library, fields: Collection[str]) -> Entry:
    """The rules that also hold for files; raises Wrong, at the form's `fields`."""
    errors: dict[str, UserError] = {}
    for one in broken([Record(entry)], {**library.entries, entry.id: entry}):
        if one.reason:
            at = form_field(one.field)
            at = at if at in fields else next(each for each in ("text_nb", "aliases") if each in fields)
            errors.setdefault(at, UserError(filled(one.reason), field=at))
    if errors:
        raise Wrong(errors)
    return entry


def form_field(name: str) -> str:
    """Where in the form a field of an entry stands."""
    if name in {"text", "title", "question"}:
        return f"{name}_nb"
    return FIELDS.get(name, name.replace(".", "_"))


def filled(reason: Said) -> Text:
    """Filled in, and with braces that stay braces."""
    nb, nn, en = (reason[lang].replace("{", "{{").replace("}", "}}") for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en[:1].upper() + en[1:])
