"""Entries as YAML files, one a kind: always in the same order and form, so that version control shows what changed."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bot.core.texts import Text
from knowledge.entry import Entry

WIDTH = 120


def write(entries: Iterable[Entry], folder: Path) -> dict[Path, int]:
    """How many entries stand in which file; files of kinds that are no more are emptied of what we wrote there."""
    kinds: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: each.id):
        kinds[entry.kind].append(entry)
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.yaml"):
        if file.stem not in kinds and file.read_text(encoding="utf-8").startswith(HEAD):
            file.unlink()
    written = {}
    for kind, some in sorted(kinds.items()):
        file = folder / f"{kind}.yaml"
        file.write_text(HEAD + "\n".join(dumped(entry) for entry in some), encoding="utf-8")
        written[file] = len(some)
    return written


HEAD = "# Written by `knowledge export`.\n\n"


def dumped(entry: Entry) -> str:
    values = {name: getattr(entry, name) for name in sorted(entry.model_fields_set, key=ORDER.index)}
    kept = {name: value for name, value in values.items() if value != Entry.model_fields[name].default}
    return yaml.dump([_plain(kept)], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


ORDER = list(Entry.model_fields)


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {"nb": value.nb, "nn": value.nn, "en": value.en}
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if hasattr(value, "model_dump"):
        return {
            name: _plain(getattr(value, name)) for name in type(value).model_fields if getattr(value, name) is not None
        }
    return value


class _Dumper(yaml.SafeDumper):
    """Lists are indented, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True
