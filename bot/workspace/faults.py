"""How the little Slack misbehaves when it is told to."""

import threading
from collections import Counter
from dataclasses import dataclass

from bot.workspace.shapes import ControlError

ERRORS = ("internal_error", "fatal_error", "service_unavailable", "request_timeout")  # which say nothing for certain
STATUSES = ("500", "502", "503", "504")
# Of a call of the bot. With `before` the call is not carried out, else it is and only its answer suffers. "late": it is
# carried out after a while. "lag": it stands in the history after a while, as with `lag` beside any other fault.
# "ok": it goes well, for plans of several.
KINDS = ("drop", "hang", "hold", "late", "429", *STATUSES, *ERRORS, "not_json", "lag", "ok")
# Of a delivery to the bot: sent twice, sent after the following one, its answer taken for lost.
DELIVERY_KINDS = ("duplicate", "reorder", "lost")
NEVER_CARRIED_OUT = ("429",)
HANG_SECONDS = 60.0


@dataclass
class Fault:
    kind: str
    times: int = 1
    seconds: float = 0.0
    before: bool = False
    lag: float = 0.0

    @property
    def name(self) -> str:
        return self.kind + ("_before" if self.before else "") + (" with lag" if self.lag else "")


class Faults:
    """The faults still to come, by method, those that came, and the gate that holds replies back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._planned: dict[str, list[Fault]] = {}
        self._deliveries: dict[str, int] = {}
        self.copies = 2
        self.came: Counter[str] = Counter()
        self._gate = threading.Event()

    def plan(
        self,
        method: str,
        kind: str,
        times: int = 1,
        seconds: float = 0.0,
        *,
        before: bool = False,
        lag: float = 0.0,
    ) -> None:
        """Fail the next calls of a method ("*": any)."""
        if kind.endswith("_before"):
            kind, before = kind.removesuffix("_before"), True
        if kind not in KINDS:
            raise ControlError(f"unknown fault {kind!r}, known: {', '.join(KINDS)}")
        with self._lock:
            fault = Fault(kind, times, seconds, before or kind in NEVER_CARRIED_OUT, lag)
            self._planned.setdefault(method, []).append(fault)

    def take(self, method: str) -> Fault | None:
        with self._lock:
            for key in (method, "*"):
                waiting = self._planned.get(key, [])
                if not waiting:
                    continue
                fault = waiting[0]
                fault.times -= 1
                if fault.times <= 0:
                    waiting.pop(0)
                self.came[fault.name] += 1
                return fault
            return None

    def wait_for_release(self, seconds: float) -> None:
        gate = self._gate
        gate.wait(seconds or HANG_SECONDS)

    def release(self) -> None:
        """Let go of all replies held now; later ones are held again."""
        with self._lock:
            gate, self._gate = self._gate, threading.Event()
        gate.set()

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()
            self._deliveries.clear()
        self.release()

    def plan_delivery(self, kind: str, times: int = 1, copies: int = 2) -> None:
        if kind not in DELIVERY_KINDS:
            raise ControlError(f"unknown delivery fault {kind!r}, known: {', '.join(DELIVERY_KINDS)}")
        with self._lock:
            self._deliveries[kind] = self._deliveries.get(kind, 0) + times
            self.copies = copies

    def take_delivery(self, kind: str) -> bool:
        with self._lock:
            left = self._deliveries.get(kind, 0)
            if left:
                self._deliveries[kind] = left - 1
            return left > 0
