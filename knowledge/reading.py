"""Entries as they stand in YAML files, with the place of each and of what is wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge.entry import Entry


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file, in one sentence. `field`: of the entry that it is about, where there is one."""

    file: Path
    line: int
    words: str
    field: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}"


@dataclass(frozen=True)
class Record:
    """An entry and where it stands, if in a file; `lines`: the lines of its fields."""

    entry: Entry
    file: Path = Path()
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, words: str, field_name: str = "") -> Problem:
        return Problem(self.file, self.lines.get(field_name, self.line), f"{self.entry.id}: {words}", field_name)


Read = tuple[list[Record], list[Problem]]


def read_yaml(file: Path) -> Read:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(file.read_bytes())
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
    wrong = [problem for each in read if isinstance(each, list) for problem in each]
    return [each for each in read if isinstance(each, Record)], wrong


def _read_node(loader: Any, node: yaml.Node, file: Path) -> "Record | list[Problem]":
    line = node.start_mark.line + 1
    data = loader.construct_document(node)
    if not isinstance(node, yaml.MappingNode):
        return [Problem(file, line, "An entry must have fields, such as id, kind and title.")]
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value}
    if len(lines) < len(node.value):
        return [Problem(file, line, f"{data.get('id', 'The entry')}: a field stands twice.")]
    try:
        return Record(Entry(**data), file, line, lines)
    except (ValidationError, TypeError) as error:
        return list(_explain(error, node, data.get("id", "The entry"), file))


def _explain(error: ValidationError | TypeError, node: yaml.Node, name: object, file: Path) -> Iterator[Problem]:
    if isinstance(error, TypeError):
        yield Problem(file, node.start_mark.line + 1, f"{name}: the names of fields must be words.")
        return
    faults = error.errors()
    for fault in faults:
        if any(_within(other["loc"], fault["loc"]) for other in faults):
            continue  # it only follows from the other
        at = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
        yield Problem(file, _line_of(node, fault["loc"]), f"{name}: {at + ': ' if at else ''}{_say(fault)}.")


def _within(inner: Sequence[int | str], outer: Sequence[int | str]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def _say(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "missing":
        return "is missing"
    if fault["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return "is not a field of an entry"
    said = str(fault["msg"]).removeprefix("Value error, ")
    return said[0].lower() + said[1:]


def _line_of(node: yaml.Node, path: Sequence[int | str]) -> int:
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
