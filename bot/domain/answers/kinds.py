"""The kinds of questions, and an answer as it is stored: a number, and words where the kind asks for words.

The number is the option, counted from 0; of several options it is the sum of 2**option.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from bot.core.texts import Text, same

Kind = Literal["one", "several", "scale", "recommend", "unsure", "words"]
KINDS: tuple[Kind, ...] = get_args(Kind)
WRITTEN: tuple[Kind, ...] = ("one", "several")  # whose options whoever asks writes

SCALE = tuple(same(str(n)) for n in range(1, 6))
RECOMMEND = tuple(same(str(n)) for n in range(11))
UNSURE = (
    Text(nb="Ja", nn="Ja", en="Yes"),
    Text(nb="Nei", nn="Nei", en="No"),
    Text(nb="Vet ikke", nn="Veit ikkje", en="Not sure"),
)
FIXED: dict[Kind, tuple[Text, ...]] = {"scale": SCALE, "recommend": RECOMMEND, "unsure": UNSURE, "words": ()}


def is_answer(kind: Kind, options: int, most: int | None, option: int, words: str | None) -> bool:
    """Whether this can be answered to a question of this kind, with so many options and `most` to be chosen."""
    if kind == "words":
        return option == 0 and bool(words)
    if kind == "several":
        return 0 < option < 2**options and option.bit_count() <= (most or options) and words is None
    return 0 <= option < options and words is None


def together(options: Iterable[int]) -> int:
    """Several options as one number."""
    return sum(2**option for option in set(options))


def chosen(kind: Kind, option: int) -> tuple[int, ...]:
    """The options that a stored number stands for."""
    if kind == "words":
        return ()
    return tuple(n for n in range(option.bit_length()) if option >> n & 1) if kind == "several" else (option,)


def count(kind: Kind, options: int, answers: Iterable[int]) -> tuple[int, ...]:
    """How many chose each option."""
    counts = [0] * options
    for answer in answers:
        for option in chosen(kind, answer):
            counts[option] += 1
    return tuple(counts)
