"""Norwegian compounds: which known words a long word is made of."""

from collections.abc import Container

SHORTEST = 4  # letters of a part; with three, «kommune» falls apart into «kom» and «mune»
LONGEST = 40  # of a word; nobody writes a longer one in earnest
_JOINTS = ("", "s", "e", "es")


def split(word: str, known: Container[str]) -> tuple[str, ...]:
    """The fewest known stems that make up the folded word, the longest last part first; nothing where they do not."""
    if len(word) > LONGEST:
        return ()
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        last = word[at:]
        if last not in known:
            continue
        first = _first(word[:at], known)
        if first:
            return (*first, last)
    return ()


def _first(word: str, known: Container[str]) -> tuple[str, ...]:
    for joint in _JOINTS:
        bare = word.removesuffix(joint)
        if len(bare) >= SHORTEST and bare in known:
            return (bare,)
    return split(word, known)
