"""Whatever is filled in, emptied, sent, pressed again and closed: the ballots are those of the plain definition."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.answers.asked import Given
from bot.domain.answers.kinds import chosen
from bot.domain.surveys import answering, closing, results, tables
from bot.domain.surveys.tables import GONE, Wave
from tests.domain.balloting import KEYS
from tests.domain.surveying import END, TYPED, ballots, begun, fills, sends

COMPANIES = 7
REFUSALS = (answering.CLOSED, answering.SENT, answering.MISSING, GONE)
ONE = st.one_of(st.none(), st.integers(0, 3).map(Given))  # 3 is no option
SEVERAL = st.one_of(st.none(), st.integers(0, 8).map(Given))  # nothing, three at once, and 8 are no answers
WORDS = st.one_of(st.none(), st.sampled_from(["Buss", "Lokaler"]).map(lambda words: Given(0, words)))
COMPANY = st.integers(0, COMPANIES - 1)
ASKS = {"first": ("one",), "second": ("several", "words")}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("first"), COMPANY, ONE),
        st.tuples(st.just("second"), COMPANY, SEVERAL, WORDS),
        st.tuples(st.just("send"), COMPANY),
        st.tuples(st.just("close")),
    ),
    max_size=60,
)
IN_WORDS = "# En\nHva? (egne ord)\n# To\nHvorfor? (egne ord)"
ASKS_WORDS = {"first": ("words",), "second": ("more",)}
TWO = st.integers(0, 1)  # so few that each comes to change what it has sent
STEPS_IN_WORDS = st.lists(
    st.one_of(st.tuples(st.sampled_from([*ASKS_WORDS]), TWO, WORDS), st.tuples(st.just("send"), TWO)),
    min_size=20,
    max_size=60,
)
AGAIN = st.lists(st.booleans(), min_size=60, max_size=60)


@dataclass
class Defined:
    """The plain definition: a sheet for each company, which counts as it was when it was sent last.

    `asks`: the questions of each part. `sheets`: what is filled in and not sent, even if that is nothing; None where
    nobody has begun. Where something was sent, it begins with that.
    """

    asks: Mapping[str, tuple[str, ...]]
    sheets: dict[int, dict[str, Given] | None] = field(default_factory=lambda: dict.fromkeys(range(COMPANIES)))
    sent: dict[int, dict[str, Given]] = field(default_factory=dict)
    closed: bool = False

    def step(self, what: str, *about: object) -> bool:
        """Whether it is taken."""
        if what == "close":
            self.closed = True
            return True
        n = int(str(about[0]))
        if self.closed:
            return False
        begun = self.sheets[n]
        sheet = dict(self.sent.get(n, {}) if begun is None else begun)
        if what == "send":
            if {name for names in self.asks.values() for name in names} - {"words", "more"} - sheet.keys():
                return False
            self.sent[n], self.sheets[n] = sheet, None
            return True
        names = self.asks[what]
        answers = dict(zip(names, about[1:], strict=True))
        if not all(_fits(name, answer) for name, answer in answers.items()):
            return False
        for name, answer in answers.items():
            sheet.pop(name, None)
            sheet |= {name: answer} if isinstance(answer, Given) else {}
        self.sheets[n] = sheet
        return True

    def ballots(self, name: str) -> Counter[tuple[int, str | None]]:
        """What stands in the database."""
        counted = [*self.sent.values(), *([] if self.closed else self.sheets.values())]
        found = [sheet[name] for sheet in counted if sheet and name in sheet]
        return Counter((one.option, one.words) for one in found if not self.closed or len(found) >= 5)


def _fits(name: str, answer: object) -> bool:
    if not isinstance(answer, Given) or name in ("words", "more"):
        return True
    return answer.option < 3 if name == "one" else answer.option in (1, 2, 3, 4, 5, 6)


def taken(database: Database, wave: Wave, what: str, *about: object) -> bool:
    """The same by the bot."""
    try:
        if what == "close":
            with database.write() as session:
                closing.close(session, KEYS, wave.id, END)
        elif what == "send":
            sends(database, wave, int(str(about[0])))
        else:
            fills(database, wave, int(str(about[0])), int(what == "second"), *about[1:])  # type: ignore[arg-type]
    except UserError as refused:
        if refused.words not in REFUSALS:
            raise
        return False
    return True


@given(steps=STEPS, again=AGAIN)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_steps_give_the_ballots_of_the_plain_definition(
    database: Database, steps: list[tuple[object, ...]], again: list[bool]
) -> None:
    agree(database, TYPED, ASKS, steps, again)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@given(steps=STEPS_IN_WORDS, again=AGAIN)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_they_do_where_all_answers_are_in_own_words(
    database: Database, steps: list[tuple[object, ...]], again: list[bool]
) -> None:
    agree(database, IN_WORDS, ASKS_WORDS, steps, again)


def agree(
    database: Database,
    typed: str,
    asks: Mapping[str, tuple[str, ...]],
    steps: list[tuple[object, ...]],
    again: list[bool],
) -> None:
    with database.read() as session:
        rounds = len(session.query(Wave).all())
    wave, defined = begun(database, COMPANIES, f"r{rounds}", typed), Defined(asks)
    asked = dict(zip([name for names in asks.values() for name in names], wave.questions(), strict=True))
    for step, repeated in zip(steps, again, strict=False):
        for _ in range(1 + repeated):  # Slack tells of it twice
            what, about = str(step[0]), step[1:]
            assert taken(database, wave, what, *about) == defined.step(what, *about)
    for name, question in asked.items():
        assert Counter((row.option, row.words) for row in ballots(database, question.id)) == defined.ballots(name)
    defined.step("close")
    taken(database, wave, "close")
    with database.read() as session:
        shut = tables.find(session, wave.id)
    for name, question in asked.items():
        found = defined.ballots(name)
        assert Counter((row.option, row.words) for row in ballots(database, question.id)) == found
        counted = Counter(n for (option, _), times in found.items() for n in chosen(question.kind, option) * times)
        shown = tuple(counted[n] for n in range(3)) if found and name not in ("words", "more") else None
        assert results.tally(shut, question).counts == shown
    assert (shut.key, shut.turnout) == (None, len(defined.sent))
