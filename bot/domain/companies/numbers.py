"""Organisation numbers: nine digits, the last of which checks the others (modulus 11)."""

import re

from bot.core.errors import UserError
from bot.core.texts import Text

DIGITS = 9
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
AROUND = re.compile(r"\b(?:org(?:anisasjons)?\.?\s*n(?:umme)?r\.?|no|mva)\b|[\s.:-]", re.IGNORECASE)
MEANT = re.compile(r"[0-9]{7,}")  # fewer digits alone may be a name

WRONG_LENGTH = Text(
    nb="Et organisasjonsnummer har ni sifre. Her står det {count}.",
    nn="Eit organisasjonsnummer har ni siffer. Her står det {count}.",
    en="An organisation number has nine digits. Here are {count}.",
)
WRONG_DIGIT = Text(
    nb="Dette er ikke et gyldig organisasjonsnummer. Se etter om to sifre er byttet om.",
    nn="Dette er ikkje eit gyldig organisasjonsnummer. Sjå etter om to siffer er bytte om.",
    en="This is not a valid organisation number. See whether two digits have changed places.",
)


def is_valid(number: str) -> bool:
    if not re.fullmatch(r"[0-9]{9}", number):
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False)) % 11
    return int(number[-1]) == (11 - rest) % 11  # a rest of 1 would need the digit 10, which there is not


def read(typed: str, field: str) -> str | None:
    """The number, as people write it («NO 842 566 142 MVA»); none where a name was typed.

    Raises UserError where it is meant to be a number and cannot be one.
    """
    bare = AROUND.sub("", typed)
    if not MEANT.fullmatch(bare):
        return None
    if len(bare) != DIGITS:
        raise UserError(WRONG_LENGTH, field=field, count=len(bare))
    if not is_valid(bare):
        raise UserError(WRONG_DIGIT, field=field)
    return bare


def spaced(number: str) -> str:
    """As it is read: «842 566 142»."""
    return " ".join((number[:3], number[3:6], number[6:]))
