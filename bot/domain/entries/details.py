"""What stands around an answer: other names, topics, areas, links, key figures. Read from a form of their own."""

import re
from collections.abc import Mapping

from bot.core.texts import Lang, Said, Text
from bot.domain.entries import naming
from bot.domain.entries.naming import Names
from bot.domain.entries.writing import TOO_LONG, Form, Wrong, filled, sound
from knowledge import reasons
from knowledge.entry import Entry
from knowledge.library import Library

LONGEST_ALIAS = 100
FIELDS = ("aliases", "topics", "areas", "links", "facts")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")

NO_FACT = Text(
    nb="Skriv «{line}» som navn: verdi, for eksempel arbeidsplasser: 20720.",
    nn="Skriv «{line}» som namn: verdi, til dømes arbeidsplassar: 20720.",
    en="Write “{line}” as name: value, for instance jobs: 20720.",
)


def standing(entry: Entry, library: Library, lang: Lang) -> dict[str, str]:
    """What the entry holds, by the names of the form's fields."""
    named = {
        "aliases": entry.aliases,
        "topics": [naming.topic(name, lang) for name in entry.topics],
        "areas": [naming.entry(name, library.entries, lang) for name in entry.areas],
        "links": [naming.entry(name, library.entries, lang) for name in entry.links],
        "facts": [f"{name}: {value}" for name, value in entry.facts.items()],
    }
    return {name: "\n".join(lines) for name, lines in named.items()}


def read(fields: Mapping[str, str], before: Entry, library: Library) -> Entry:
    """What the fields make of the entry; raises Wrong."""
    form = Form(fields)
    entries = library.entries.values()
    values = {
        "aliases": _aliases(form),
        "topics": _named(form, "topics", naming.of_topics(), reasons.NO_TOPIC),
        "areas": _named(form, "areas", naming.of_entries(entries, "area"), reasons.NO_AREA),
        "links": _named(form, "links", naming.of_entries(entries), reasons.NO_ENTRY),
        "facts": _facts(form),
    }
    if form.errors:
        raise Wrong(form.errors)
    return sound(Entry.model_validate(dict(before) | values), library, FIELDS)


def _aliases(form: Form) -> tuple[str, ...]:
    lines = form.lines("aliases")
    if any(len(line) > LONGEST_ALIAS for line in lines):
        form.wrong("aliases", TOO_LONG, most=LONGEST_ALIAS)
    return lines


def _named(form: Form, field: str, names: Names, reason: Text) -> tuple[str, ...]:
    found = []
    for line in form.lines(field):
        if line.casefold() in names:
            found.append(names[line.casefold()])
        else:
            form.wrong(field, filled(Said(reason, name=line)))
    return tuple(dict.fromkeys(found))


def _facts(form: Form) -> dict[str, str | int | float]:
    facts: dict[str, str | int | float] = {}
    for line in form.lines("facts"):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not (name and colon and value):
            form.wrong("facts", NO_FACT, line=line)
        facts[name] = _value(value)
    return facts


def _value(said: str) -> str | int | float:
    """A number where it is one, as Norwegians write it: 20 720 or 69,3."""
    plain = re.sub(r"(?<=\d)[\s\u00a0](?=\d)", "", said)
    if not _NUMBER.fullmatch(plain):
        return said
    return float(plain.replace(",", ".")) if re.search("[.,]", plain) else int(plain)
