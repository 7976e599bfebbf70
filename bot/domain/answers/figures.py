"""Shares, medians and scores, each with an interval that says how far it can be trusted.

The intervals are of 95 %: as if those who answered were drawn at random from all who might have.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Z = 1.959964  # of the normal distribution, 95 %
PROMOTERS, DETRACTORS = 9, 6  # from this answer, up to this one; of 0 to 10


@dataclass(frozen=True)
class Estimate:
    """`low` and `high` are none where there are too few answers for an interval."""

    value: float
    low: float | None
    high: float | None


def share(count: int, turnout: int) -> Estimate:
    """Of those who answered, in percent.

    Interval: Wilson's score interval (E. B. Wilson, “Probable inference, the law of succession, and statistical
    inference”, Journal of the American Statistical Association 22, 1927), which holds for few answers too.
    """
    if not turnout:
        return Estimate(0.0, None, None)
    part, square = count / turnout, Z * Z / turnout
    middle = (part + square / 2) / (1 + square)
    half = Z * math.sqrt(part * (1 - part) / turnout + square / (4 * turnout)) / (1 + square)
    return Estimate(100 * part, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half))


def median(counts: Sequence[int]) -> Estimate:
    """The position (counted from 0) in the middle; `counts` are the answers of each position.

    Interval: between two of the ordered answers, by the binomial distribution (W. J. Conover, “Practical Nonparametric
    Statistics”, confidence interval for a quantile). Fewer than six answers have none.
    """
    ordered = [position for position, count in enumerate(counts) for _ in range(count)]
    turnout = len(ordered)
    if not turnout:
        return Estimate(0.0, None, None)
    value = (ordered[(turnout - 1) // 2] + ordered[turnout // 2]) / 2
    below, left = 0.0, 0
    while (below := below + math.comb(turnout, left) / 2**turnout) <= 0.025:
        left += 1
    return Estimate(value, ordered[left - 1], ordered[-left]) if left else Estimate(value, None, None)


def score(counts: Sequence[int]) -> Estimate:
    """Whether people recommend: those who answer 9 or 10 less those who answer 0 to 6, in percent; -100 to 100.

    Interval: it is a difference of two shares of the same persons, so Wald's with half an answer added to each cell
    (A. Agresti and Y. Min, “Simple improved confidence intervals for comparing matched proportions”, Statistics in
    Medicine 24, 2005).
    """
    turnout = sum(counts)
    if not turnout:
        return Estimate(0.0, None, None)
    for_it, against = sum(counts[PROMOTERS:]), sum(counts[: DETRACTORS + 1])
    more, fewer, total = for_it + 0.5, against + 0.5, turnout + 2
    middle = (more - fewer) / total
    half = Z * math.sqrt(more + fewer - (more - fewer) ** 2 / total) / total
    low, high = max(-1.0, middle - half), min(1.0, middle + half)
    return Estimate(100 * (for_it - against) / turnout, 100 * low, 100 * high)
