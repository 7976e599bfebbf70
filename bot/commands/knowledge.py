"""Look after the knowledge base: `check` validates it, `schema` prints the JSON Schema of an entry."""

import argparse
import json
import sys
from pathlib import Path

from bot.core.settings import Settings
from knowledge.library import problems, schema


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["check", "schema"])
    parser.add_argument("folder", nargs="?", type=Path, help="your own entries (default: KNOWLEDGE_DIR)")


def run(options: argparse.Namespace) -> int:
    if options.what == "schema":
        print(json.dumps(schema(), indent=2, ensure_ascii=False))
        return 0
    folder = options.folder or Settings.read().knowledge_dir
    if folder is not None and not folder.is_dir():
        print(f"There is no folder {folder}.", file=sys.stderr)
        return 2
    found = problems(folder)
    for problem in found:
        print(f"{problem.file}:{problem.line}: {problem.words}")
    print(f"{len(found)} problems." if found else "The knowledge base is sound.")
    return 1 if found else 0
