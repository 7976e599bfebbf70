"""A question that leans on the one before it is read together with it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from knowledge.function_words import ASKING
from knowledge.terms import POINTS
from knowledge.understand import Understood
from knowledge.words import words

DEPENDS = 0.5  # weight of what was said before, beside what is said now
_BEGINS = re.compile(
    r"^(og|and|ok|okay|men|but|så|so|hva med|kva med|what about|how about|enn|også|also|da)\b", re.IGNORECASE
)
_BRIEF = 5  # words


def continues(question: str) -> bool:
    """It says that it goes on from what was said: «og …», «hva med …», or it is brief and points back."""
    return bool(_BEGINS.search(question)) or (len(words(question)) <= _BRIEF and bool(POINTS.search(question)))


def may_continue(question: str) -> bool:
    """Brief or pointing: it goes on from what was said where it makes no sense alone."""
    return bool(POINTS.search(question)) or len(words(question)) <= _BRIEF


def together(now: Understood, before: Understood, answered: Iterable[str]) -> Understood:
    """What is said now counts in full; another area takes the place of the one before.

    `answered`: ids of the entries that answered what was asked before: «how many of them?» is asked of these. Where
    there are none, what was said before must still be known («and at Metro?» asks the same that we did not know), save
    where it is asked whom to turn to.
    """
    led = frozenset(answered)
    replaced = before.where if now.areas else frozenset()
    said = {each.word for each in now.asked} | replaced
    kept = [each for each in before.asked if each.word not in said and not (now.wants and each.word in ASKING)]
    leaning = bool(led or now.wants & {"handler", "reach"})
    added = [replace(each, weight=each.weight * DEPENDS, common=True) if leaning else each for each in kept]
    return replace(
        now,
        asked=(*now.asked, *added),
        wants=now.wants or before.wants,
        named=(now.named or before.named) | led,
        meant=led if POINTS.search(now.question) else frozenset(),
        areas=now.areas or before.areas,
        where=now.where or before.where,
        years=now.years or before.years,
        relations=now.relations if now.wants else now.relations or before.relations,
    )
