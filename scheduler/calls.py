"""What may become of a call of the world outside, and of looking whether it was done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Posted:
    """A call as the sender gets it: channel and thread are resolved. `attempted_at`: when it was perhaps made."""

    key: str
    method: str
    channel: str
    payload: dict[str, Any] = field(repr=False)
    attempted_at: float | None = None


@dataclass(frozen=True)
class Sent:
    channel: str = ""
    ts: str = ""


@dataclass(frozen=True)
class Later:
    """Certainly not done; to be tried again after `seconds`."""

    seconds: float
    reason: str


@dataclass(frozen=True)
class Limited:
    """Certainly not done: there were too many calls of this kind, and none is to be made for `seconds`."""

    seconds: float
    reason: str


@dataclass(frozen=True)
class Unwelcome:
    """Certainly not done, and no call will be until a person has mended our access."""

    reason: str


@dataclass(frozen=True)
class Unknown:
    """Perhaps done: the reply was lost, or says nothing."""

    reason: str


@dataclass(frozen=True)
class Rejected:
    """Never to be done; of a look-up: it can never be looked for."""

    reason: str


@dataclass(frozen=True)
class Unwanted:
    """Not done, and not to be done any more: the receiver gets nothing."""

    reason: str


@dataclass(frozen=True)
class Missing:
    """Looked for and not found. Not `certain`: nor was the place itself, so it may have been done all the same."""

    certain: bool = True


Outcome = Sent | Later | Limited | Unwelcome | Unknown | Rejected | Unwanted
Found = Sent | Later | Limited | Unwelcome | Missing | Rejected


class Send(Protocol):
    """What makes the calls."""

    def __call__(self, posted: Posted) -> Outcome: ...

    def knock(self) -> Outcome:
        """Whether we are let in, where there is nothing to send: Unwelcome, or anything else."""

    def find(self, posted: Posted, still_ours: Callable[[], bool]) -> Found:
        """Look for a call whose outcome is unknown. `still_ours` is asked before each request, and gives it time."""
