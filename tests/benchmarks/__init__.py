"""Measurements with targets: each module here offers `run() -> list[Figure]`."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Figure:
    """What was measured. Without a target it is told for comparison only."""

    name: str
    value: float
    unit: str
    target: float | None = None
    wanted: Literal["at most", "at least"] = "at most"

    @property
    def ok(self) -> bool:
        if self.target is None:
            return True
        return self.value <= self.target if self.wanted == "at most" else self.value >= self.target
