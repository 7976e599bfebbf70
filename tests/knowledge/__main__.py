"""`python -m tests.knowledge [FILE …]`: the mark on sets of questions, and what was not answered rightly.

`python -m tests.knowledge fit`: what other thresholds would cost.
Of the frozen set only the mark is told.
"""

import sys
from pathlib import Path

from knowledge.library import load
from tests.knowledge.fit import fit
from tests.knowledge.score import FROZEN, SETS, read, score, summary


def main(files: list[str]) -> int:
    library = load()
    if files == ["fit"]:
        for line in fit(library):
            print(line, flush=True)
        return 0
    for file in map(Path, files or map(str, SETS)):
        scored = score(read(file), library)
        for each in scored:
            if each.verdict != "right" and file.name != FROZEN.name:
                print(f"{each.verdict:6} {each.question['id']} {each.question['question']!r} -> {each.text[:150]!r}")
        print(f"{file.name}: {len(scored)} questions; {summary(scored)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
