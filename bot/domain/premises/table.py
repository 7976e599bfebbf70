"""Premises as a table: a CSV with the columns of COLUMNS, and those of MORE where they are wanted."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import LANGUAGES
from bot.domain.companies.table import Fault
from bot.domain.premises import keeping
from bot.domain.premises.offering import Details, offer
from bot.domain.premises.offering import read as checked
from bot.domain.premises.rows import KINDS, PRICES, TAKEN, Premises

COLUMNS = ("title", "kind", "area", "from", "to", "price", "free_from", "contact", "company")
MORE = ("address", "text", "title_nn", "text_nn", "title_en", "text_en")
FIELDS = {"title": "title_nb", "text": "text_nb", "from": "least", "to": "most"}
NAMES = {field: column for column, field in FIELDS.items()}


@dataclass(frozen=True)
class Row:
    """`company`: its row's id."""

    company: str
    details: Details

    @property
    def known_by(self) -> tuple[str, str, str]:
        return self.company, self.details.kind, self.details.title["nb"].casefold()


@dataclass(frozen=True)
class Count:
    """`taken`: rows of which the owner has said that they are not vacant any more, so that they stay away."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    taken: int = 0


def read(text: str, areas: Mapping[str, str], companies: Mapping[str, str]) -> tuple[list[Row], list[Fault]]:
    """`areas` and `companies`: from a name in lower case to an id. `kind`: a word of KINDS, or its name."""
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    if missing := [name for name in COLUMNS if name not in (lines.fieldnames or ())]:
        return [], [Fault(1, f"these columns are missing: {', '.join(missing)}")]
    rows: list[Row] = []
    faults: list[Fault] = []
    seen: set[tuple[str, str, str]] = set()
    for line in lines:
        row, wrong = _row(line, areas, companies)
        faults += [Fault(lines.line_num, words) for words in wrong]
        if row and row.known_by in seen:
            faults.append(Fault(lines.line_num, f"«{row.details.title['nb']}» of this company stands there twice"))
        elif row:
            seen.add(row.known_by)
            rows.append(row)
    return rows, faults


def _row(
    line: Mapping[str, str | None], areas: Mapping[str, str], companies: Mapping[str, str]
) -> tuple[Row | None, list[str]]:
    """The row, or what is wrong with it."""
    told = {name: (line.get(name) or "").strip() for name in (*COLUMNS, *MORE)}
    kinds = {text[lang].casefold(): word for word, text in KINDS.items() for lang in LANGUAGES}
    told["kind"] = kinds.get(told["kind"].casefold(), told["kind"])
    told["area"] = areas.get(told["area"].casefold(), told["area"])
    details, faults = checked({FIELDS.get(name, name): value for name, value in told.items()}, set(areas.values()))
    known = {"kind": KINDS, "area": areas, "price": PRICES}
    wrong = [_wrong(NAMES.get(str(fault.field), str(fault.field)), fault, known, told) for fault in faults]
    company = companies.get(told["company"].casefold())
    if company is None:
        wrong.append(f"company: «{told['company']}» is not known; put it in with `python -m bot companies` first")
    return (Row(company, details) if company and not wrong else None), wrong


def _wrong(column: str, fault: UserError, known: Mapping[str, Iterable[str]], told: Mapping[str, str]) -> str:
    if column in known:
        return f"{column}: «{told[column]}» is none; known are: {', '.join(sorted(known[column]))}"
    return f"{column}: {fault.say('en')}"


def take(session: Session, rows: Iterable[Row], now: datetime) -> Count:
    """What stands in the table is vacant. Known premises are those of the same company, kind and title."""
    known = {_known_by(one): one for one in session.scalars(sa.select(Premises).where(Premises.company.is_not(None)))}
    count = {"added": 0, "changed": 0, "unchanged": 0, "taken": 0}
    for row in rows:
        count[_take(session, known.get(row.known_by), row, now)] += 1
    return Count(**count)


def _known_by(premises: Premises) -> tuple[str, str, str]:
    return str(premises.company), premises.kind, premises.name("nb").casefold()


def _take(session: Session, premises: Premises | None, row: Row, now: datetime) -> str:
    if premises is None:
        offer(session, None, row.company, row.details, now)
        return "added"
    if premises.state == TAKEN:
        return "taken"
    told = vars(row.details) | {"contact_person": premises.contact_person}  # which no table tells
    differs = any(getattr(premises, name) != value for name, value in told.items())
    for name, value in told.items():
        setattr(premises, name, value)
    keeping.renew(session, premises, now)
    return "changed" if differs else "unchanged"
