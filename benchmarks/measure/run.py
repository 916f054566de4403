"""Run: labelled pages and extractors in; every extractor's marks and times, page by page side by side, out."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import lxml.html
from lxml.etree import ParserError

from measure.extractors import NOTHING, Answer, Extract
from measure.labelled import LabelledPage
from measure.marks import Mark, marks_of

# Imports, caches and tables of words load on the first pages; no page of a crawl but the first pays for them.
WARM_UP = 5


@dataclass(slots=True)
class Result:
    """One extractor's run."""

    marks: list[tuple[str, Mark]] = field(default_factory=list)
    """The page's source and a mark on it."""
    seconds: list[float] = field(default_factory=list)
    """Of each page."""
    errors: Counter[str] = field(default_factory=Counter)
    """Exception's name → pages; such a page counts as answered with nothing."""


def run(
    pages: Sequence[LabelledPage], extractors: Mapping[str, Extract]
) -> tuple[Mapping[str, Result], float]:
    """Return each extractor's result, and the seconds that lxml took to parse all pages and nothing else.

    Seconds are the processor's, so that what other programs do meanwhile does not count.
    """
    results = {name: Result() for name in extractors}
    for page in pages[:WARM_UP]:
        for extract in extractors.values():
            _answer(extract, page.html(), page.url, Counter())
    parsing = 0.0
    for number, page in enumerate(pages, 1):
        html = page.html()
        parsing += _parse_seconds(html)
        for name, extract in extractors.items():
            _measure(page, html, extract, results[name])
        _show_progress(number, len(pages))
    return results, parsing


def _measure(page: LabelledPage, html: bytes, extract: Extract, result: Result) -> None:
    start = time.process_time()
    answer = _answer(extract, html, page.url, result.errors)
    result.seconds.append(time.process_time() - start)
    result.marks += [(page.source, mark) for mark in marks_of(page, answer)]


def _answer(extract: Extract, html: bytes, url: str, errors: Counter[str]) -> Answer:
    try:
        return extract(html, url)
    except Exception as error:  # noqa: BLE001 - whatever an extractor raises is a figure of the benchmark
        errors[type(error).__name__] += 1
        return NOTHING


def _parse_seconds(html: bytes) -> float:
    start = time.process_time()
    with suppress(ParserError):
        lxml.html.document_fromstring(html)
    return time.process_time() - start


def _show_progress(number: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{number} of {total} pages", end="" if number < total else "\n", file=sys.stderr, flush=True)
