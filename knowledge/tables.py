"""Tables in CSV, told apart by their names: contacts, areas and schemes; each row becomes an entry."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bot.core.texts import LANGUAGES, Text
from knowledge.contacts_csv import COLUMNS, contact
from knowledge.entry import BUTTON, Kind
from knowledge.reading import Problem, Read, Record, Way, read_entry

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
        found, failed, wrong = read_entry(entry(cells))
        told = {_column(path, columns): words for path, words in wrong}
        problems += [
            Problem(file, rows.line_num, f"{cells['id'] or 'The row'}: {column}: {told[column]}.")
            for column in sorted(told, key=columns.index)
        ]
        if found:
            names = {name: _column(tuple(name.split(".")), columns) for name in NAMED}
            records.append(Record(found, file, rows.line_num, names=names, failed=failed))
    return records, problems


NAMED = (
    *(f"{name}.{lang}" for name in ("title", "text") for lang in LANGUAGES),
    *("contact.role", "contact.email", "contact.phone", "topics", "areas", "verified.on", "source.as_of", "question"),
)
COLUMN = {
    "topics": "topic",
    "areas": "area",
    "verified.on": "verified_on",
    "contact": "email",
    "contact.role": "role_nb",
    "contact.email": "email",
    "contact.phone": "phone",
    "contact.url": "url",
    "source.as_of": "as_of",
    "source.url": "url",
}


def _column(path: Way, columns: tuple[str, ...]) -> str:
    """Where in the table a value of an entry stands; `id` where it stands nowhere."""
    plain = [str(part) for part in path if not isinstance(part, int)]
    name, lang = ".".join(plain), plain[-1] if plain else ""
    if name.startswith(("title.", "text.")):
        likely = [f"{plain[0]}_{lang}", f"role_{lang}"]
    else:
        likely = [COLUMN.get(name, name), "verified_on" if name == "source.as_of" else ""]
    return next((one for one in likely if one in columns), "id")


def _delimiter(text: str) -> str:
    """Norwegian Excel writes semicolons."""
    first = text.splitlines()[0] if text else ""
    return ";" if first.count(";") > first.count(",") else ","


def _area(row: Row) -> dict[str, Any]:
    return _entry("area", row)


def _scheme(row: Row) -> dict[str, Any]:
    return _entry("scheme", row, deadline=row["deadline"] or None)


def _entry(kind: Kind, row: Row, **more: Any) -> dict[str, Any]:
    title = Text(nb=row["title_nb"], nn=row["title_nn"], en=row["title_en"])
    nb, nn, en = (QUESTIONS[kind][lang].format(title=title[lang])[:BUTTON] for lang in LANGUAGES)
    source = {
        "document": row["source"],
        "section": "",
        "position": "",
        "as_of": row["as_of"],
        "url": row["url"] or None,
    }
    return {
        "id": row["id"],
        "kind": kind,
        "title": title,
        "text": Text(nb=row["text_nb"], nn=row["text_nn"], en=row["text_en"]),
        "question": Text(nb=nb, nn=nn, en=en),
        "aliases": tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
        "areas": (row["id"],) if kind == "area" else (),
        "handled_by": row["handled_by"] or None,
        "source": (source,),
        "verified": {"on": row["verified_on"], "by": "table"} if row["verified_on"] else None,
        **more,
    }


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Row], dict[str, Any]]]] = {
    "contacts": (COLUMNS, contact),
    "areas": (AREAS, _area),
    "schemes": (SCHEMES, _scheme),
}
