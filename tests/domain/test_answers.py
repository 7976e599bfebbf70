"""What is answered is what the kind allows; figures come with known intervals; names and addresses are pointed out."""

import pytest

from bot.domain.answers import figures, kinds
from bot.domain.answers.figures import Estimate, median, score, share
from bot.domain.answers.kinds import Kind
from bot.domain.answers.pointing import pointers


@pytest.mark.parametrize(
    ("kind", "most", "option", "words", "expected"),
    [
        ("one", None, 3, None, True),
        ("one", None, 4, None, False),
        ("one", None, -1, None, False),
        ("one", None, 0, "and words", False),
        ("several", 2, 0b0101, None, True),
        ("several", 2, 0b0111, None, False),
        ("several", None, 0b1111, None, True),
        ("several", None, 0b10000, None, False),
        ("several", 2, 0, None, False),
        ("words", None, 0, "Flere busser.", True),
        ("words", None, 0, "", False),
        ("words", None, 1, "Flere busser.", False),
    ],
)
def test_an_answer_is_what_the_kind_allows(
    kind: Kind, most: int | None, option: int, words: str | None, expected: bool
) -> None:
    assert kinds.is_answer(kind, 4, most, option, words) is expected


def test_several_options_are_one_number_and_come_back() -> None:
    assert kinds.chosen("several", kinds.together([0, 3, 9])) == (0, 3, 9)
    assert kinds.count("several", 4, [0b0001, 0b1001, 0b1000]) == (2, 0, 0, 2)
    assert kinds.count("one", 3, [0, 2, 2]) == (1, 0, 2)
    assert kinds.count("words", 0, [0, 0]) == ()


def rounded(estimate: Estimate) -> tuple[float, float | None, float | None]:
    return tuple(one if one is None else round(one, 1) for one in (estimate.value, estimate.low, estimate.high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("count", "turnout", "expected"),
    [(5, 10, (50, 23.7, 76.3)), (0, 10, (0, 0, 27.8)), (10, 10, (100, 72.2, 100)), (0, 0, (0, None, None))],
)
def test_a_share_has_wilsons_interval(count: int, turnout: int, expected: tuple[float, float, float]) -> None:
    assert rounded(share(count, turnout)) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 1, 1, 1, 1], Estimate(2, None, None)),
        ([1, 1, 1, 1, 1, 1], Estimate(2.5, 0, 5)),
        ([1] * 10, Estimate(4.5, 1, 8)),
        ([0, 0, 20], Estimate(2, 2, 2)),
        ([0, 0], Estimate(0, None, None)),
    ],
)
def test_a_median_lies_between_two_answers(counts: list[int], expected: Estimate) -> None:
    assert median(counts) == expected


def test_a_score_is_those_who_recommend_less_those_who_do_not() -> None:
    counts = [0, 1, 0, 0, 0, 0, 1, 2, 1, 3, 2]  # two against, three in between, five for it
    assert rounded(score(counts)) == (30, -19.0, 69.0)
    everybody = score([0] * 10 + [5])
    assert (everybody.value, everybody.high, everybody.low is not None and everybody.low < 60) == (100, 100, True)
    assert score([0] * 11) == Estimate(0, None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ring Kari Nordmann på 400 00 000, eller skriv til kari@firma.example.", 3),
        ("Se www.firma.example og spør @kari", 2),
        ("Ring 67-93-40-00, +47 400 00 000 eller 67.93.40.01.", 3),
        ("Det gjelder 912 345 678, og 010190 12345 i går.", 2),
        ("KARI NORDMANN og Ola O'Hara vet mer.", 2),
        ("Fra 2018-2026 kom 1500 kvm, 10.000 kroner og 12.30.", 0),
        ("Ring 9123-4567 eller 22.33.4455.", 2),
        ("Født 01.02.1990 12345, 01.02.1990-12345 eller 1990-02-01 12345.", 3),
        ("Den 01.02.2024 12:30, 1.2.2024 kl. 12.30 og 2024-02-01 12.30, som i 2018-2026 1500 kvm.", 0),
        ("Den 01.02.2024 ring 400 00 000.", 1),
        ("Flere busser til Visperud, og bedre bredbånd i 2027.", 0),
        ("Vi trenger 1500 kvm. Lørenskog kommune kan hjelpe.", 0),
        ("Hei, Anne-Lise Berg-Hansen vet mer.", 1),
    ],
)
def test_what_could_point_to_somebody_is_found(words: str, expected: int) -> None:
    found = pointers(words)
    assert (len(found), [one for one in found if one not in words]) == (expected, [])


def test_the_fixed_kinds_have_their_options() -> None:
    assert [len(kinds.FIXED[kind]) for kind in ("scale", "recommend", "unsure", "words")] == [5, 11, 3, 0]
    assert figures.PROMOTERS > figures.DETRACTORS
