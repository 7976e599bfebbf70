"""What an answer is: stored sentences with their entries, a choice to make, or a refusal with its reason."""

from dataclasses import dataclass, field
from typing import Literal

from bot.core.texts import Lang, Text
from knowledge.entry import Entry

Outcome = Literal["answered", "choose", "refused"]
Reason = Literal["nothing", "unsure", "outside"]


@dataclass(frozen=True)
class Sentence:
    """Words that stand in an entry, or a notice about it (a passed deadline), traceable to it."""

    words: Text
    entry: str


@dataclass(frozen=True)
class Answer:
    """`lang`: the question's language, none where it cannot be told; `norwegian`: it is bokmål or nynorsk.

    answered: `sentences` (the fact first), `entries` they come from (best first), at most one of `contacts` for each
              question, `related`.
    choose:   `entries` are the readings to choose between, two or three.
    refused:  `reason`; `entries` holds the nearest, at most two, `related` what may be meant as well, `contacts` the
              one that can help.
    """

    outcome: Outcome
    lang: Lang | None
    norwegian: bool = field(default=False, kw_only=True)
    sentences: tuple[Sentence, ...] = ()
    entries: tuple[Entry, ...] = ()
    contacts: tuple[Entry, ...] = ()
    related: tuple[Entry, ...] = ()
    reason: Reason | None = None
    confidence: float = 0.0
    why: dict[str, object] = field(default_factory=dict)

    @property
    def offered(self) -> tuple[Entry, ...]:
        """What one press answers: further questions, the readings to choose between, or what is near."""
        return self.related if self.outcome == "answered" else (*self.entries, *self.related)

    def spoken(self, own: Lang) -> Lang:
        """The language to answer in: the question's, else the asker's own; in Norwegian to who asks in Norwegian."""
        if self.lang or not self.norwegian:
            return self.lang or own
        return "nb" if own == "en" else own
