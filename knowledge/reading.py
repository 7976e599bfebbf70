"""Entries as they stand in YAML files, with the place of each and of what is wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import yaml
from pydantic import ValidationError

from bot.core import faults
from bot.core.texts import Said, same
from knowledge.entry import Contact, Entry, Source

FORMS = {
    "as_of": "must be a year, a month or a day, in quotes: '2019', '2019-03' or '2019-03-20'",
    "url": "must begin with http:// or https://",
    "where": "must begin with http:// or https://",
    "id": "must be small letters, digits and _, in parts with dots, such as area.visperud",
}
# What stands in for a field that cannot be read, so that the others are looked at too.
SPARE: dict[str, Any] = {
    "title": same("…"),
    "text": same("…"),
    "question": same("…"),
    "source": (Source(document="…", section="", position="", as_of="2000"),),
    "contact": Contact(role=same("…"), url="https://example.invalid"),
}
SPARE_CONTACT: dict[str, Any] = {"role": same("…"), "url": "https://example.invalid"}


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file, in one sentence. `field`: of the entry that it is about, where there is one.

    `reason`: why, for those who edit entries, where a rule was broken.
    """

    file: Path
    line: int
    words: str
    field: str = ""
    reason: Said | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}"


@dataclass(frozen=True)
class Record:
    """An entry and where it stands, if in a file; `lines`: the lines of its fields.

    `names`: what the file calls its fields, where that differs. `failed`: fields that could not be read.
    """

    entry: Entry
    file: Path = Path()
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    failed: frozenset[str] = frozenset()

    def problem(self, reason: Said, name: str) -> Problem:
        line = self.lines.get(name.partition(".")[0], self.line)
        said = f"{self.entry.id}: {self.names.get(name, name)}: {reason['en']}"
        return Problem(self.file, line, said, name, reason)


Read = tuple[list[Record], list[Problem]]
Way = tuple[int | str, ...]
_ID = re.compile(r"^\s*-\s+id:\s*([\w.]+)", re.MULTILINE)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Dates stay words, as in JSON: so what is no day is told at its place."""

    yaml_implicit_resolvers: ClassVar[Any] = {
        first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read_yaml(file: Path) -> Read:
    loader = _Loader(file.read_bytes())
    try:
        root = loader.get_single_node()
        if root is None:
            return [], []
        if not isinstance(root, yaml.SequenceNode):
            return [], [Problem(file, 1, "The file must be a list of entries, each beginning with «- id:».")]
        read = [_read_node(loader, node, file) for node in root.value]
    except (yaml.YAMLError, ValueError) as error:
        return [], [Problem(file, _line(error), f"This is no valid YAML: {_short(error)}.")]
    finally:
        loader.dispose()
    return [record for records, _ in read for record in records], [wrong for _, told in read for wrong in told]


def unread(files: Iterable[Path]) -> set[str]:
    """The ids of all entries in these files, although they may be no valid YAML."""
    there = {file for file in files if file.suffix == ".yaml" and file.is_file()}
    return {name for file in there for name in _ID.findall(file.read_text(encoding="utf-8", errors="replace"))}


def without_lost(problems: Iterable[Problem], lost: Iterable[str]) -> list[Problem]:
    """Without what only follows from entries that could not be read, or were taken away on purpose."""
    named = [f"«{name}»" for name in lost]
    return [each for each in problems if each.reason is None or not any(name in each.words for name in named)]


def _read_node(loader: Any, node: yaml.Node, file: Path) -> Read:
    line = node.start_mark.line + 1
    data = loader.construct_document(node)
    if not isinstance(node, yaml.MappingNode):
        return [], [Problem(file, line, "An entry must have fields, such as id, kind and title.")]
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    if len(lines) < len(node.value):
        return [], [Problem(file, line, f"{data.get('id', 'The entry')}: a field stands twice.")]
    name = data.get("id", "The entry")
    if not all(isinstance(key, str) for key in data):
        return [], [Problem(file, line, f"{name}: the names of fields must be words.")]
    entry, failed, wrong = read_entry(data)
    told = [
        Problem(file, _line_of(node, path), ": ".join([str(name), *filter(None, [dotted(path)]), f"{words}."]))
        for path, words in wrong
    ]
    return [Record(entry, file, line, lines, failed=failed)] if entry else [], told


def read_entry(data: Mapping[str, Any]) -> tuple[Entry | None, frozenset[str], list[tuple[Way, str]]]:
    """The entry, with something in place of the fields that could not be read; these; and why: paths and words."""
    try:
        return Entry(**data), frozenset(), []
    except ValidationError as error:
        wrong = list(_explain(error))
    paths = [path for path, _ in wrong]
    failed = frozenset(dotted(path[:2] if path[:1] == ("contact",) else path[:1]) for path in paths)
    if not failed.isdisjoint({"id", "kind", ""}):
        return None, failed, wrong
    spare = {
        str(path[0]): SPARE.get(str(path[0]), Entry.model_fields[str(path[0])].default)
        for path in paths
        if path[0] in Entry.model_fields
    }
    if "contact" in spare and isinstance(data.get("contact"), dict):  # its e-mail may be wrong besides its address
        lost = {path[1] for path in paths if path[0] == "contact" and len(path) > 1}
        spare["contact"] = SPARE_CONTACT | {name: value for name, value in data["contact"].items() if name not in lost}
        spare["contact"] |= {"url": SPARE_CONTACT["url"]}
    known = {name: value for name, value in data.items() if name in Entry.model_fields}
    try:
        return Entry(**known | spare), failed, wrong
    except ValidationError as error:
        return None, failed, [*wrong, *_explain(error)]


def _explain(error: ValidationError) -> Iterator[tuple[Way, str]]:
    told = error.errors()
    for fault in told:
        path = fault["loc"]
        if any(_within(other["loc"], path) for other in told):
            continue  # it only follows from the other
        if fault["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
            yield path, "is not a field of an entry"
        elif path[-1:] and path[-1] in FORMS and fault["type"].startswith("string"):
            yield path, FORMS[str(path[-1])]
        else:
            yield path, faults.said(fault, FORMS)


def dotted(path: Way) -> str:
    """The place of a value: `source.1.as_of` is in the first source."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _within(inner: Way, outer: Way) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _line_of(node: yaml.Node, path: Way) -> int:
    """The line of the deepest part of the path that is there."""
    line = int(node.start_mark.line) + 1
    for part in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = (node.value[part], node.value[part])
        else:
            found = None
        if found is None:
            return line
        line, node = int(found[0].start_mark.line) + 1, found[1]
    return line


def _line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _short(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).strip().splitlines()[0].rstrip(".")
