"""How improbable few are: counts and what is usual in, bounds of probabilities out."""

from __future__ import annotations

from math import exp, log


def so_few(count: float, mean: float) -> float:
    """Return a bound of the probability that so few or fewer come where `mean` are usual (Chernoff's, of Poisson).

    1 where the count is no less than usual.

    >>> so_few(0, 10) == exp(-10), so_few(12, 10), so_few(3, 30) < 1e-7
    (True, 1.0, True)
    """
    if count >= mean:
        return 1.0
    return exp(count - mean - (count * log(count / mean) if count else 0.0))


def so_small_a_share(filled: float, number: float, share: float) -> float:
    """Return a bound of the probability that so few of `number` have what a `share` of them usually has.

    Chernoff's bound of the binomial distribution; 1 where it is no less than usual.

    >>> round(so_small_a_share(0, 10, 0.5), 6), so_small_a_share(6, 10, 0.5)
    (0.000977, 1.0)
    """
    if not number or filled / number >= share:
        return 1.0
    if share >= 1:
        return 0.0
    seen = filled / number
    distance = (1 - seen) * log((1 - seen) / (1 - share))
    if seen:
        distance += seen * log(seen / share)
    return exp(-number * distance)
