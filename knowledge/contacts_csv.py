"""A deployment's own contacts as one CSV: each row becomes a contact entry."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from bot.core.texts import LANGUAGES, Text
from knowledge.entry import BUTTON, Contact, Entry, Source, Verified
from knowledge.reading import Problem, Read, Record
from knowledge.vocabulary import vocabulary

FILE = "contacts.csv"
COLUMNS = ("id", "topic", "area", "role_nb", "role_nn", "role_en", "email", "phone", "url", "verified_on")

ANSWERS = Text(
    nb="{role} svarer på spørsmål om {topic}.",
    nn="{role} svarar på spørsmål om {topic}.",
    en="{role} answers questions about {topic}.",
)
QUESTION = Text(
    nb="Hvem svarer på spørsmål om {topic}?",
    nn="Kven svarar på spørsmål om {topic}?",
    en="Who answers questions about {topic}?",
)


def read_contacts(file: Path) -> Read:
    records: list[Record] = []
    problems: list[Problem] = []
    try:
        text = file.read_text(encoding="utf-8-sig")  # Excel begins its files with a mark
    except UnicodeDecodeError:
        return [], [Problem(file, 1, "The file is not saved as UTF-8.")]
    rows = csv.DictReader(text.splitlines(), delimiter=_delimiter(text))
    if missing := [column for column in COLUMNS if column not in (rows.fieldnames or ())]:
        return [], [Problem(file, 1, f"The first line must name the columns; missing: {', '.join(missing)}.")]
    for row in rows:
        cells = {column: (row[column] or "").strip() for column in COLUMNS}
        try:
            records.append(Record(_entry(cells, rows.line_num), file, rows.line_num))
        except ValueError as error:
            problems.append(Problem(file, rows.line_num, f"{cells['id'] or 'The row'}: {_say(error)}."))
    return records, problems


def _delimiter(text: str) -> str:
    """Norwegian Excel writes semicolons."""
    first = text.splitlines()[0] if text else ""
    return ";" if first.count(";") > first.count(",") else ","


def _entry(row: Mapping[str, str], line: int) -> Entry:
    topic = vocabulary().names.get(row["topic"])
    if topic is None:
        raise ValueError(f"«{row['topic']}» is no topic of vocabulary.tsv")
    if not row["verified_on"]:
        raise ValueError("verified_on is missing: the day on which somebody made sure, as 2026-01-31")
    role = Text(nb=row["role_nb"], nn=row["role_nn"], en=row["role_en"])
    verified = date.fromisoformat(row["verified_on"])
    return Entry(
        id=row["id"],
        kind="contact",
        title=role,
        text=_filled(ANSWERS, role, topic),
        question=_short(_filled(QUESTION, role, topic)),
        topics=(row["topic"],),
        areas=(row["area"],) if row["area"] else (),
        contact=Contact(role=role, email=row["email"] or None, phone=row["phone"] or None, url=row["url"] or None),
        verified=Verified(on=verified, by=FILE),
        source=(Source(document=FILE, section=row["topic"], position=f"{line}", as_of=verified.isoformat()),),
    )


def _filled(words: Text, role: Text, topic: Text) -> Text:
    nb, nn, en = (words[lang].format(role=role[lang], topic=topic[lang]) for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en)


def _short(question: Text) -> Text:
    return Text(nb=question.nb[:BUTTON], nn=question.nn[:BUTTON], en=question.en[:BUTTON])


def _say(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        return f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}".lstrip(": ")
    return str(error)
