"""Waiting for a state, never for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def eventually(look: Callable[[], T], within: float = 10.0) -> T:
    """What `look` gives as soon as it gives something; a TimeoutError where it does not."""
    end = time.monotonic() + within
    while not (seen := look()):
        if time.monotonic() > end:
            raise TimeoutError(f"not within {within} s: still {seen!r}")
        time.sleep(0.005)
    return seen
