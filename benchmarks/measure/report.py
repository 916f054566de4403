"""Report: the results of a run in; the figures as plain data, and as tables for a person, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from measure.figures import BANDS, calibration, quality, speed
from measure.marks import FIELDS, Mark
from measure.run import Result

ORDER = (*FIELDS, "related", "related titles")
COLUMNS = ("pages", "precision", "recall", "f1", "right", "answered")


def figures(results: Mapping[str, Result], parsing: float) -> dict[str, Any]:
    """Return all figures: extractor → `fields`, `by_source`, `calibration`, `speed`, `errors`."""
    return {
        name: {
            "fields": _by_field(result.marks),
            "by_source": _by_source(result.marks),
            "calibration": {
                field: calibration(marks)
                for field, marks in _grouped(result.marks).items()
                if any(mark.confidence is not None for mark in marks)
            },
            "speed": speed(result.seconds, parsing),
            "errors": dict(result.errors),
        }
        for name, result in results.items()
    }


def _by_source(marks: Sequence[tuple[str, Mark]]) -> dict[str, Any]:
    """Return the quality of the fields that are labelled by several origins, origin by origin."""
    sources = dict.fromkeys(source for source, _ in marks)
    found = {each: _by_field(pair for pair in marks if pair[0] == each) for each in sources}
    times = Counter(field for by_field in found.values() for field in by_field)
    return {
        source: {field: each for field, each in by_field.items() if times[field] > 1}
        for source, by_field in found.items()
    }


def _by_field(marks: Iterable[tuple[str, Mark]]) -> dict[str, Any]:
    return {field: quality(found) for field, found in _grouped(marks).items()}


def _grouped(marks: Iterable[tuple[str, Mark]]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for _, mark in marks:
        found.setdefault(mark.field, []).append(mark)
    return {field: found[field] for field in ORDER if field in found}


def tables(found: Mapping[str, Any], pages: int) -> Iterator[str]:
    """Yield the lines of the report: a table of quality, of calibration and of speed, in Markdown."""
    yield f"{pages} pages"
    yield from ("", "Quality", "")
    yield from _table(("field", "extractor", *COLUMNS), _quality_rows(found))
    yield from ("", "Calibration: of the answers given with this confidence, the share that is right", "")
    yield from _table(("field", "extractor", *_bands()), _calibration_rows(found))
    yield from ("", "Speed, as multiples of lxml's bare parse of the same pages", "")
    yield from _table(("extractor", "all pages", "p99", "slowest page", "errors"), _speed_rows(found))


def _bands() -> list[str]:
    """Return the heads of the columns: '0.9 and more', '0.8 to 0.9' ….

    >>> _bands()[:2]
    ['0.9 and more', '0.8 to 0.9']
    """
    return [f"{BANDS[0]} and more", *(f"{low} to {high}" for high, low in pairwise(BANDS))]


def _quality_rows(found: Mapping[str, Any]) -> Iterator[list[str]]:
    for field in ORDER:
        for name, figures_of in found.items():
            yield from _quality_row(field, name, figures_of["fields"])
        for source in dict.fromkeys(s for each in found.values() for s in each["by_source"]):
            for name, figures_of in found.items():
                yield from _quality_row(field, name, figures_of["by_source"].get(source, {}), source)


def _quality_row(field: str, name: str, by_field: Mapping[str, Any], source: str = "") -> Iterator[list[str]]:
    if field in by_field:
        label = f"{field}, {source}" if source else field
        yield [label, name, *(_shown(by_field[field][column]) for column in COLUMNS)]


def _calibration_rows(found: Mapping[str, Any]) -> Iterator[list[str]]:
    for name, figures_of in found.items():
        for field, bands in figures_of["calibration"].items():
            yield [field, name, *(_band(band) for band in bands.values())]


def _band(band: Mapping[str, Any]) -> str:
    return f"{_shown(band['right'])} of {band['answers']}" if band["answers"] else "–"


def _speed_rows(found: Mapping[str, Any]) -> Iterator[list[str]]:
    for name, figures_of in found.items():
        times = figures_of["speed"]
        slowest = f"{times['slowest']:.0f}× ({times['slowest_ms']:.0f} ms)"
        errors = ", ".join(f"{count} {error}" for error, count in figures_of["errors"].items())
        yield [name, f"{times['mean']:.1f}×", f"{times['p99']:.0f}×", slowest, errors or "none"]


def _shown(value: float | int | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    padded = [
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    ]
    yield f"| {padded[0]} |"
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield from (f"| {line} |" for line in padded[1:])
