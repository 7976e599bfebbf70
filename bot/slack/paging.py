"""Long lists a page at a time: what is shown, where in the list that is, and the buttons to the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.blocks import Block, actions, button, context
from bot.core.texts import Lang, Text

T = TypeVar("T")

PLACE = Text(
    nb="Viser {first}–{last} av {all}.", nn="Viser {first}–{last} av {all}.", en="Showing {first}–{last} of {all}."
)
LAST = Text(nb="Viser {last} av {all}.", nn="Viser {last} av {all}.", en="Showing {last} of {all}.")
MORE = Text(nb="Vis flere", nn="Vis fleire", en="Show more")
BACK = Text(nb="Vis de forrige", nn="Vis dei førre", en="Show previous")


@dataclass(frozen=True)
class Page(Generic[T]):
    """`shown`: what is on it; `begins`: how many come before; `all`: how many there are; `size`: the most on a page."""

    shown: Sequence[T]
    begins: int
    all: int
    size: int

    def place(self, lang: Lang) -> str:
        """«Viser 9–16 av 20.»; nothing where all is shown."""
        if self.all <= self.size:
            return ""
        last = self.begins + len(self.shown)
        return (PLACE if len(self.shown) > 1 else LAST)(lang, first=self.begins + 1, last=last, all=self.all)

    def blocks(self, lang: Lang, action: str, of: str = "") -> list[Block]:
        """Two at most. The buttons carry where the other page begins, and `of` which list."""
        if self.all <= self.size:
            return []
        first, after = max(0, self.begins - self.size), self.begins + self.size
        before = [button(BACK[lang], f"{action}:back", f"{first} {of}".strip())] if self.begins else []
        more = [button(MORE[lang], f"{action}:more", f"{after} {of}".strip())] if after < self.all else []
        return [context(self.place(lang)), actions(*before, *more)]


def page(items: Sequence[T], begins: str, size: int) -> Page[T]:
    """`begins` is what a button carried. Where the list has become shorter than that, its last page."""
    wished = int(begins) if begins.isdecimal() and begins.isascii() and len(begins) < 7 else 0
    first = min(wished, max(0, len(items) - 1)) // size * size
    return Page(items[first : first + size], first, len(items), size)
