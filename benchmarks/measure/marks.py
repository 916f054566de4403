"""Marks: an answer and a page's labels in, one mark a labelled field out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.text import fold
from measure.extractors import Answer
from measure.labelled import LabelledPage
from measure.links import links_of

TOKEN = re.compile(r"\w+")
# Words in a row that are compared: with single words a shuffled text would be as good as the right one.
SHINGLE = 4
# A text or a list of links is right, as a whole, from this F1 on: two people who mark a page differ by as much.
RIGHT = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one answer stands beside its label."""

    field: str
    hits: int
    """Of what was given, how many are wanted: 0 or 1 for a field of one value, else shingles, names, links …."""
    given: int
    wanted: int
    right: bool
    """The answer as a whole."""
    answered: bool
    confidence: float | None


def marks_of(page: LabelledPage, answer: Answer) -> Iterator[Mark]:
    """Yield a mark for each field that the page has a label for."""
    for name, (label, of, mark) in FIELDS.items():
        if says_something(page.gold.get(label)):
            yield mark(name, page, answer, answer.confidence.get(of))
    if page.related is not None and answer.related is not None:
        yield from _related(page, answer)


def says_something(label: str | Sequence[str] | None) -> bool:
    """Tell whether a label is more than white space and invisible characters; a list, whether it has any entry."""
    return bool(fold(label)) if isinstance(label, str) else bool(label)


def one_value(name: str, given: str, wanted: str, confidence: float | None) -> Mark:
    """Mark a field of one value: equal or not."""
    right = given == wanted
    return Mark(
        field=name,
        hits=int(right),
        given=int(bool(given)),
        wanted=1,
        right=right,
        answered=bool(given),
        confidence=confidence,
    )


def many(
    name: str, given: Iterable[Hashable], wanted: Iterable[Hashable], confidence: float | None, least: float
) -> Mark:
    """Mark a field of many values, each counted as often as it stands; it is right from an F1 of `least` on.

    >>> mark = many("authors", ["ada holm", "jo marsh"], ["ada holm"], None, 1.0)
    >>> mark.hits, mark.given, mark.wanted, mark.right
    (1, 2, 1, False)
    """
    mine, theirs = Counter(given), Counter(wanted)
    hits = (mine & theirs).total()
    total = mine.total() + theirs.total()
    return Mark(
        field=name,
        hits=hits,
        given=mine.total(),
        wanted=theirs.total(),
        right=total == 0 or 2 * hits / total >= least,
        answered=bool(mine),
        confidence=confidence,
    )


def shingles(text: str) -> list[tuple[str, ...]]:
    """Return every run of SHINGLE words; of a shorter text, the whole.

    >>> shingles("The tide came in twice.")
    [('The', 'tide', 'came', 'in'), ('tide', 'came', 'in', 'twice')]
    """
    tokens = TOKEN.findall(text)
    return (
        [tuple(tokens[i : i + SHINGLE]) for i in range(max(1, len(tokens) - SHINGLE + 1))] if tokens else []
    )


def _folded(label: str, of: str) -> Callable[[str, LabelledPage, Answer, float | None], Mark]:
    """Return the marker of a text that is right when it is the label's, case, quotes, dashes and spaces aside."""

    def mark(name: str, page: LabelledPage, answer: Answer, confidence: float | None) -> Mark:
        return one_value(name, fold(getattr(answer, of) or ""), fold(page.gold[label]), confidence)

    return mark


def _date(name: str, page: LabelledPage, answer: Answer, confidence: float | None) -> Mark:
    return one_value(name, (answer.date or "")[:10], page.gold["date"][:10], confidence)


def _authors(name: str, page: LabelledPage, answer: Answer, confidence: float | None) -> Mark:
    return many(name, map(fold, answer.authors), map(fold, page.gold["authors"]), confidence, 1.0)


def _body(name: str, page: LabelledPage, answer: Answer, confidence: float | None) -> Mark:
    return many(name, shingles(answer.body), shingles(page.gold["body"]), confidence, RIGHT)


def _passages(name: str, page: LabelledPage, answer: Answer, _: float | None) -> Mark:
    """Count the passages that are in the text; one that must not be there counts as given and not wanted.

    The confidence is that of the whole text, of which a few passages tell too little.
    """
    text = " ".join(answer.body.split())
    wanted, unwanted = (_found(page.gold.get(label) or (), text) for label in ("with", "without"))
    hits, total = len(wanted), len(page.gold["with"])
    return Mark(
        field=name,
        hits=hits,
        given=hits + len(unwanted),
        wanted=total,
        right=hits == total and not unwanted,
        answered=bool(text),
        confidence=None,
    )


def _found(passages: Sequence[str], text: str) -> list[str]:
    return [passage for passage in passages if " ".join(passage.split()) in text]


def _related(page: LabelledPage, answer: Answer) -> Iterator[Mark]:
    links = links_of(page, answer)
    given, wanted = [*links.found, *links.extra], [*links.found, *links.missed]
    yield many("related", given, wanted, answer.confidence.get("related"), RIGHT)
    if links.titles:
        mine, theirs = ([(key, titles[at]) for key, titles in links.titles.items()] for at in (0, 1))
        yield many("related titles", mine, theirs, None, 1.0)


Marker = Callable[[str, LabelledPage, Answer, float | None], Mark]

FIELDS: dict[str, tuple[str, str, Marker]] = {
    "body": ("body", "body", _body),
    "passages": ("with", "body", _passages),
    "title": ("title", "title", _folded("title", "title")),
    "date": ("date", "date", _date),
    "authors": ("authors", "authors", _authors),
    "description": ("description", "description", _folded("description", "description")),
    "dek": ("dek", "description", _folded("dek", "description")),
}
"""Name in the tables → the label it is measured by, the answer's field, how the two are compared."""
