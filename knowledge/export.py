"""Entries as YAML files, one a kind: always in the same order and form, so that version control shows what changed."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from bot.core.texts import Text
from knowledge.entry import Entry
from knowledge.library import RETIRED

WIDTH = 120


class NotOurs(Exception):
    """Files in the way, which somebody else wrote."""

    def __init__(self, files: Iterable[Path]) -> None:
        super().__init__(", ".join(file.name for file in files))


def write(entries: Iterable[Entry], folder: Path, retired: Iterable[str] = ()) -> dict[Path, int]:
    """How many entries stand in which file; files of kinds that are no more are taken away.

    `retired`: shipped entries that hold no longer, which a file of its own names. Raises NotOurs, before anything is
    written, where the folder holds entries that we did not write.
    """
    kinds: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: each.id):
        kinds[entry.kind].append(entry)
    folder.mkdir(parents=True, exist_ok=True)
    there = [*sorted(folder.glob("*.yaml")), *sorted(folder.glob("*.csv")), folder / RETIRED]
    there = [file for file in there if file.is_file()]
    if others := [file for file in there if not file.read_bytes().startswith(HEAD.encode())]:
        raise NotOurs(others)
    for file in there:
        if file.stem not in kinds:
            file.unlink()
    written = {}
    if gone := sorted(retired):
        (folder / RETIRED).write_text(HEAD + "".join(f"{name}\n" for name in gone), encoding="utf-8")
        written[folder / RETIRED] = len(gone)
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
