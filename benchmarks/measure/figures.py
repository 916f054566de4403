"""Figures: marks and times of many pages in; quality, calibration and speed, as plain data, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from measure.marks import Mark

Figures = Mapping[str, float | int | None]

# Fields whose precision and recall are the means of the pages'; in the others each name, link or passage counts alike.
BY_PAGE = frozenset({"body"})
# Lower bounds of the confidences that are looked at together, best first.
BANDS = (0.9, 0.8, 0.6, 0.0)


def quality(marks: Sequence[Mark]) -> Figures:
    """Return precision, recall, F1, the share of pages answered rightly and the share answered at all, of one field."""
    counted = _by_page if marks[0].field in BY_PAGE else _by_value
    precision = counted(marks, lambda mark: mark.given)
    recall = counted(marks, lambda mark: mark.wanted)
    both = precision + recall
    return {
        "pages": len(marks),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
        "right": fmean(mark.right for mark in marks),
        "answered": fmean(mark.answered for mark in marks),
    }


def _by_page(marks: Sequence[Mark], of: Callable[[Mark], int]) -> float:
    shares = [mark.hits / of(mark) for mark in marks if of(mark)]
    return fmean(shares) if shares else 0.0


def _by_value(marks: Sequence[Mark], of: Callable[[Mark], int]) -> float:
    return sum(mark.hits for mark in marks) / max(1, sum(map(of, marks)))


def calibration(marks: Sequence[Mark]) -> Mapping[str, Figures]:
    """Return for each band of confidence how many answers of one field it has, and the share of them that is right."""
    sure = [(mark.confidence, mark.right) for mark in marks if mark.answered and mark.confidence is not None]
    bands: dict[str, Figures] = {}
    above = float("inf")
    for least in BANDS:
        rights = [right for confidence, right in sure if least <= confidence < above]
        bands[f"{least:.1f}"] = {"answers": len(rights), "right": fmean(rights) if rights else None}
        above = least
    return bands


def speed(seconds: Sequence[float], parsing: float) -> Figures:
    """Return an extractor's time as multiples of lxml's bare parse of the same pages, `parsing` seconds in all."""
    mean_parse = parsing / len(seconds)
    ordered = sorted(seconds)
    return {
        "mean": sum(seconds) / parsing,
        "p99": ordered[int(len(ordered) * 0.99)] / mean_parse,
        "slowest": ordered[-1] / mean_parse,
        "slowest_ms": ordered[-1] * 1000,
    }
