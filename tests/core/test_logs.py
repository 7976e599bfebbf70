"""One line for each thing that happened, with its request; never the words of an error."""

import json
import logging

import pytest

from bot.core import logs
from bot.core.logs import JsonLines, Lines


def record(said: str, /, *args: object, error: BaseException | None = None, **fields: object) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("naeringsbot.test", logging.INFO, __file__, 1, said, args, info)
    made.created = 1_773_133_200.5
    made.__dict__.update(logs.fields(**fields))
    return made


def fails() -> None:
    try:
        int("et hemmelig ord")
    except ValueError as error:
        raise KeyError("et annet ord") from error


def broken() -> BaseException:
    with pytest.raises(KeyError) as caught:
        fails()
    return caught.value


def test_a_line_for_people_tells_words_then_values() -> None:
    with logs.request("abc"):
        line = Lines().format(record("took %s", 3, kind="event", words="to ord", seconds=0.125))
    assert line == (
        '2026-03-10T09:00:00Z INFO naeringsbot.test took 3 kind=event words="to ord" seconds=0.125 request=abc'
    )


def test_a_line_for_programs_is_one_object() -> None:
    with logs.request("abc"):
        line = JsonLines().format(record("took %s", 3, kind="event", ms=1.5))
    assert json.loads(line) == {
        "time": "2026-03-10T09:00:00Z",
        "level": "INFO",
        "logger": "naeringsbot.test",
        "message": "took 3",
        "kind": "event",
        "ms": 1.5,
        "request": "abc",
    }


def test_outside_of_requests_there_is_none() -> None:
    assert Lines().format(record("ok")) == "2026-03-10T09:00:00Z INFO naeringsbot.test ok"
    assert logs.current() is None


@pytest.mark.parametrize("form", [Lines(), JsonLines()], ids=["text", "json"])
def test_nothing_breaks_a_line(form: logging.Formatter) -> None:
    line = form.format(record("one\nINFO two\r", reason="three\nfour", empty="", error=broken()))
    assert line.splitlines() == [line]


@pytest.mark.parametrize("form", [Lines(), JsonLines()], ids=["text", "json"])
def test_an_error_tells_what_and_where_but_not_its_words(form: logging.Formatter) -> None:
    line = form.format(record("bug", error=broken()))
    assert "KeyError (" in line
    assert ", after ValueError (" in line
    assert "tests/core/test_logs.py:" in line
    assert " ord" not in line


def test_what_happens_within_a_request_belongs_to_it() -> None:
    with logs.request() as outer, logs.request() as inner:
        assert (inner, logs.current()) == (outer, outer.id)
        with logs.request("known"):
            assert logs.current() == "known"
        assert logs.current() == outer.id
    assert logs.current() is None


def test_each_request_has_a_name_of_its_own() -> None:
    with logs.request() as one:
        pass
    with logs.request() as other:
        pass
    assert one.id != other.id
