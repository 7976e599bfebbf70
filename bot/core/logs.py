"""One line for each thing that happened, with the request it belongs to; never message text, tokens or ballots."""

import json
import logging
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any, Literal

Form = Literal["text", "json"]
TALKATIVE = ("slack_sdk", "httpx", "httpcore", "alembic", "waitress")
PLAIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:/+")


@dataclass(frozen=True)
class Request:
    """What belongs together, from where it came in to where it leaves. `begun`: time.perf_counter()."""

    id: str = field(default_factory=lambda: token_hex(6))
    begun: float = field(default_factory=time.perf_counter)


_under_way: ContextVar[Request | None] = ContextVar("request", default=None)


@contextmanager
def request(known: str | None = None) -> Iterator[Request]:
    """All that is logged in this block belongs to one request: the known one, else that under way, else a new one."""
    given = Request(known) if known else _under_way.get() or Request()
    before = _under_way.set(given)
    try:
        yield given
    finally:
        _under_way.reset(before)


def current() -> str | None:
    """The id of the request under way."""
    given = _under_way.get()
    return given.id if given else None


def fields(**values: object) -> dict[str, Any]:
    """For `log.info("…", extra=fields(name=value))`: what a line tells besides its words."""
    return {"fields": values}


def configure(level: str, form: Form = "text") -> None:
    """Log to standard error in UTC."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines() if form == "text" else JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # that a tick is left out while one runs is no news


class Lines(logging.Formatter):
    """For people: the time, the level, who says it, the words, then `name=value`."""

    def format(self, record: logging.LogRecord) -> str:
        told = _told(record)
        opening = [str(told.pop(name)) for name in ("time", "level", "logger")]
        words = str(told.pop("message")).replace("\r", "\\r").replace("\n", "\\n")
        return " ".join([*opening, words, *(f"{name}={_value(value)}" for name, value in told.items())])


class JsonLines(logging.Formatter):
    """For programs: one object on each line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(_told(record), ensure_ascii=False, default=str)


def _told(record: logging.LogRecord) -> dict[str, Any]:
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
    told = {"time": at, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
    told |= getattr(record, "fields", {})
    if request_id := current():
        told["request"] = request_id
    if record.exc_info and record.exc_info[1]:
        told["error"] = raised(record.exc_info[1])
    return told


def _value(value: object) -> str:
    words = f"{value:.6g}" if isinstance(value, float) else str(value)
    return words if words and set(words) <= PLAIN else json.dumps(words, ensure_ascii=False)


def raised(error: BaseException) -> str:
    """What went wrong and where, on one line; without the error's words, which may be what a person wrote."""
    chain = [error]
    while before := chain[-1].__cause__ or (None if chain[-1].__suppress_context__ else chain[-1].__context__):
        chain.append(before)
    return ", after ".join(f"{type(one).__name__} ({_way(one)})" for one in chain)


def _way(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)


def _place(filename: str) -> str:
    return "/".join(filename.split("/")[-3:])
