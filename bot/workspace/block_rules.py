"""Small rules for JSON, put together into shapes; each yields what is wrong in Slack's words, with a JSON pointer."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]


def fault(words: str, at: str) -> str:
    return f"{words} [json-pointer:{at or '/'}]"


def string(most: int = 3000, least: int = 0, pattern: str = "") -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield fault("must be a string", at)
        elif len(value) > most:
            yield fault(f"must be less than {most + 1} characters", at)
        elif len(value) < least:
            yield fault(f"must be more than {least - 1} characters", at)
        elif pattern and not re.fullmatch(pattern, value):
            yield fault("has the wrong format", at)

    return check


def number(least: float = float("-inf"), most: float = float("inf"), *, above: float = float("-inf")) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield fault("must be a number", at)
        elif not (least <= value <= most and value > above):
            yield fault("is out of range", at)

    return check


def flag(value: Any, at: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield fault("must be a boolean", at)


def anything(_value: Any, _at: str) -> Iterator[str]:
    """What Slack makes itself and apps pass on unread."""
    yield from ()


def one_of(*values: str) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if value not in values:
            yield fault(f"must be one of {', '.join(values)}", at)

    return check


def many(rule: Rule, most: int, least: int = 1) -> Rule:
    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield fault("must be an array", at)
            return
        if len(value) > most:
            yield fault(f"no more than {most} items allowed", at)
        if len(value) < least:
            yield fault(f"must have at least {least} items", at)
        for i, item in enumerate(value):
            yield from rule(item, f"{at}/{i}")

    return check


def shape(**fields: Rule) -> Rule:
    """An object; a field whose name begins with "must_" is required."""
    known = {name.removeprefix("must_"): rule for name, rule in fields.items()}
    required = [name.removeprefix("must_") for name in fields if name.startswith("must_")]

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield fault("must be an object", at)
            return
        yield from (fault(f"missing required field: {name}", at) for name in required if name not in value)
        for name, item in value.items():
            if name in known:
                yield from known[name](item, f"{at}/{name}")
            else:
                yield fault(f"invalid additional property: {name}", at)

    return check


def by_type(**shapes: Rule) -> Rule:
    """An object whose `type` says which shape it has to have."""

    def check(value: Any, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in shapes:
            yield fault(f"unsupported type: {kind}", f"{at}/type")
            return
        yield from shapes[kind]({key: item for key, item in value.items() if key != "type"}, at)

    return check


def both(first: Rule, *others: Rule) -> Rule:
    """The others look at a value only when the first found it well shaped."""

    def check(value: Any, at: str) -> Iterator[str]:
        found = list(first(value, at))
        yield from found
        if not found:
            for rule in others:
                yield from rule(value, at)

    return check
