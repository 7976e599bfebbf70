"""Tables in CSV, told apart by their names: contacts, areas and schemes; each row becomes an entry."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.core.texts import LANGUAGES, Text
from knowledge.contacts_csv import COLUMNS, contact
from knowledge.entry import BUTTON, Entry, Kind, Source, Verified
from knowledge.reading import Problem, Read, Record

Row = Mapping[str, str]
THREE = tuple(f"{name}_{lang}" for name in ("title", "text") for lang in LANGUAGES)
SOURCE = ("source", "as_of", "url")
AREAS = ("id", *THREE, "aliases", "handled_by", *SOURCE, "verified_on")
SCHEMES = ("id", *THREE, "aliases", "deadline", "handled_by", *SOURCE, "verified_on")
QUESTIONS: dict[Kind, Text] = {
    "area": Text(
        nb="Hva er planene for {title}?", nn="Kva er planane for {title}?", en="What are the plans for {title}?"
    ),
    "scheme": Text(nb="Hva er {title}?", nn="Kva er {title}?", en="What is {title}?"),
}


def read_table(file: Path) -> Read:
    table = next((name for name in TABLES if file.stem.lower().startswith(name)), None)
    if table is None:
        known = ", ".join(f"{name}.csv" for name in TABLES)
        return [], [Problem(file, 1, f"The name must tell what the table holds; it is one of {known}.")]
    columns, entry = TABLES[table]
    try:
        text = file.read_text(encoding="utf-8-sig")  # Excel begins its files with a mark
    except UnicodeDecodeError:
        return [], [Problem(file, 1, "The file is not saved as UTF-8.")]
    rows = csv.DictReader(text.splitlines(), delimiter=_delimiter(text))
    if missing := [column for column in columns if column not in (rows.fieldnames or ())]:
        return [], [Problem(file, 1, f"The first line must name the columns; missing: {', '.join(missing)}.")]
    records: list[Record] = []
    problems: list[Problem] = []
    for row in rows:
        cells = {column: (row[column] or "").strip() for column in columns}
        try:
            records.append(Record(entry(cells), file, rows.line_num))
        except ValueError as error:
            problems.append(Problem(file, rows.line_num, f"{cells['id'] or 'The row'}: {_say(error)}."))
    return records, problems


def _delimiter(text: str) -> str:
    """Norwegian Excel writes semicolons."""
    first = text.splitlines()[0] if text else ""
    return ";" if first.count(";") > first.count(",") else ","


def _area(row: Row) -> Entry:
    return _entry("area", row)


def _scheme(row: Row) -> Entry:
    deadline = date.fromisoformat(row["deadline"]) if row["deadline"] else None
    return _entry("scheme", row, deadline=deadline)


def _entry(kind: Kind, row: Row, **more: Any) -> Entry:
    title = Text(nb=row["title_nb"], nn=row["title_nn"], en=row["title_en"])
    verified = date.fromisoformat(row["verified_on"]) if row["verified_on"] else None
    nb, nn, en = (QUESTIONS[kind][lang].format(title=title[lang])[:BUTTON] for lang in LANGUAGES)
    source = Source(document=row["source"], section="", position="", as_of=row["as_of"], url=row["url"] or None)
    return Entry(
        id=row["id"],
        kind=kind,
        title=title,
        text=Text(nb=row["text_nb"], nn=row["text_nn"], en=row["text_en"]),
        question=Text(nb=nb, nn=nn, en=en),
        aliases=tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
        areas=(row["id"],) if kind == "area" else (),
        handled_by=row["handled_by"] or None,
        source=(source,),
        verified=Verified(on=verified, by="table") if verified else None,
        **more,
    )


def _say(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        fault = error.errors()[0]
        return f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}".lstrip(": ")
    return str(error)


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Row], Entry]]] = {
    "contacts": (COLUMNS, contact),
    "areas": (AREAS, _area),
    "schemes": (SCHEMES, _scheme),
}
