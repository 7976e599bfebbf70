"""Repair of misspelt words: the nearest word that the knowledge base uses."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; shorter words have too many neighbours


class Speller:
    """Words wait in drawers by their first two letters and by their last two: a slip rarely spoils both ends."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known

    @cached_property
    def _drawers(self) -> dict[str, list[str]]:
        drawers: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1 and word[0].isalpha():
                drawers[f"{word[:2]}*"].append(word)
                drawers[f"*{word[-2:]}"].append(word)
        return drawers

    def repair(self, word: str) -> str | None:
        """The known word that is one slip away, two where the word is long; none when nothing is that near."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        slips = 1 if len(word) < 2 * SHORTEST - 2 else 2
        near = self._drawers.get(f"{word[:2]}*", []) + self._drawers.get(f"*{word[-2:]}", [])
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        return found[0] if found else None
