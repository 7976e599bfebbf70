"""All that the bot knows: the shipped entries, and a deployment's own that add to them or replace them by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from knowledge.entry import Entry
from knowledge.index import Index
from knowledge.reading import Problem, Read, Record, read_yaml, unread, without_lost
from knowledge.rules import broken
from knowledge.tables import TABLES, read_table

SHIPPED = Path(__file__).with_name("content")
GENERAL = "contact.kommunen"  # whom to ask when nothing fits
NO_GENERAL = f"There is no general contact: an entry {GENERAL} of kind contact, who is named where nothing fits."


RETIRED = "retired.txt"  # in a deployment's folder: ids of shipped entries that do not hold there, one a line


class KnowledgeError(Exception):
    """The knowledge base has faults: one sentence each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Library:
    """Entries by id, and the indexes that find them: passages of documents have one of their own.

    `files`: the entries as the files have them, before any edit.
    """

    entries: Mapping[str, Entry]
    index: Index
    passages: Index
    files: Mapping[str, Entry]

    @classmethod
    def of(cls, entries: Iterable[Entry], before: "Library | None" = None) -> "Library":
        """Later entries replace earlier ones of the same id. `before`: the library that this one follows."""
        by_id = {entry.id: entry for entry in entries}
        written = [entry for entry in by_id.values() if entry.kind != "passage"]
        passages = [entry for entry in by_id.values() if entry.kind == "passage"]
        if before is None:
            return cls(by_id, Index(written), Index(passages), by_id)
        return cls(by_id, Index(written, before.index), Index(passages, before.passages), before.files)

    def find(self, name: str) -> Entry | None:
        return self.entries.get(name)

    @property
    def general_contact(self) -> Entry | None:
        return self.find(GENERAL)


def load(folder: Path | None = None, shipped: Path | None = SHIPPED) -> Library:
    """The whole knowledge base. Only what cannot be read is a KnowledgeError, not a forgotten link."""
    read = _read_all(folder, shipped)
    if wrong := [problem for _, faults in read for problem in faults]:
        raise KnowledgeError(wrong)
    return Library.of(record.entry for records, _ in read for record in records)


def problems(folder: Path | None = None, shipped: Path | None = SHIPPED, today: date | None = None) -> list[Problem]:
    """All that is wrong, by file and line; with `today` also what time has overtaken."""
    read = _read_all(folder, shipped)
    known = {record.entry.id: record.entry for records, _ in read for record in records}
    found = [problem for records, faults in read for problem in (*faults, *broken(records, known, today))]
    lost = unread(problem.file for problem in found) | (_retired(folder).keys() if folder else set())
    found = without_lost(found, lost - known.keys())
    if GENERAL not in known and GENERAL not in lost:
        found.append(Problem(folder or SHIPPED, 1, NO_GENERAL))
    return sorted(found, key=lambda problem: (problem.file, problem.line))


def records(folder: Path | None = None, shipped: Path | None = SHIPPED) -> list[Record]:
    """Every entry with its place."""
    return [record for read, _ in _read_all(folder, shipped) for record in read]


def schema() -> dict[str, Any]:
    """The published JSON Schema of a file of entries."""
    return TypeAdapter(list[Entry]).json_schema()


def _read_all(folder: Path | None, shipped: Path | None) -> list[Read]:
    ours = [_without(_read(shipped), folder)] if shipped else []
    return [*ours, _read(folder)] if folder else ours


def _without(shipped: Read, folder: Path | None) -> Read:
    """What the deployment has retired is not there; a name that is none of ours is a fault."""
    if folder is None or not (named := _retired(folder)):
        return shipped
    unknown = named.keys() - {record.entry.id for record in shipped[0]}
    told = "There is no shipped entry «{}» to retire."
    wrong = [Problem(folder / RETIRED, named[name], told.format(name)) for name in unknown]
    return [record for record in shipped[0] if record.entry.id not in named], [*shipped[1], *wrong]


def _retired(folder: Path) -> dict[str, int]:
    """The ids, with the line of each."""
    file = folder / RETIRED
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    return {name: n for n, line in enumerate(lines, 1) if (name := line.strip()) and not name.startswith("#")}


def _read(folder: Path) -> Read:
    if not folder.is_dir():
        return [], [Problem(folder, 1, "There is no such folder.")]
    read = [read_yaml(file) for file in sorted(folder.glob("*.yaml"))]
    read += [read_table(file) for name in TABLES if (file := folder / f"{name}.csv").is_file()]
    return [record for records, _ in read for record in records], [wrong for _, faults in read for wrong in faults]
