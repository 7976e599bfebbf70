"""Two clocks: calendar time, which rules and texts use, and machine time, which leases and waits use."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Now = Callable[[], datetime]


def now() -> datetime:
    """Calendar time, aware and UTC."""
    return datetime.now(UTC)


def machine() -> float:
    """Machine time in seconds since 1970; comparable between processes, never moved."""
    return time.time()
