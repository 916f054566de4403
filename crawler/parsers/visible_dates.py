"""Date candidates that a reader sees: near the headline, in `<time>`, marked by a class, anywhere in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.dates import DATEISH, iso_date
from crawler.page import Page
from crawler.parsers.away import is_away, is_quoted_or_in
from crawler.parsers.date_candidates import Candidate, Kind
from crawler.parsers.date_lines import MAX_LINE, Sight, counted_back, in_line, read, word_of_change
from crawler.parsers.finder import Finder
from crawler.parsers.headline_area import Area
from crawler.parsers.inner_texts import inner_texts
from crawler.parsers.laid_lines import Line
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.seek import numbered_texts
from crawler.text import squeeze

# Classes and ids of elements that hold a date.
DATED = Finder("date time publish posted datum fecha meta byline info created submitted".split())
MAX_ELEMENTS = 60
# The lines right beside the headline, below and above it: of their dates 96 % are the article's, of those further off
# 57 %.
NEXT_BELOW, NEXT_ABOVE = 6, 2
MAX_LABEL = 30
MAX_TEXTS = 60
TEXT_LENGTHS = range(6, 400)
MAX_WALK = 30_000
MAX_CHILDREN = 12
MAX_PIECES = 60
MAX_READ = 1_000
# Where elements state for machines what they print: `<time datetime>`, `<abbr title>`, `<span data-date-time>`.
TIMES = frozenset({"time", "abbr"})
DATA_STAMPS = ("data-date-time", "data-datetime")
STAMPS = ("datetime", "title", *DATA_STAMPS)
MINUTE = len("2024-03-05T10:22")


def sight_of(
    page: Page, area: Area | None, languages: Sequence[str], others: Collection[HtmlElement] = ()
) -> Sight:
    """Return how the page is looked at: its moment, its languages, where its headline and other articles are."""
    held = area.held if area else frozenset()
    return Sight(now=page.now, languages=tuple(languages), held=held, others=frozenset(others))


def near_candidates(area: Area, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates of the lines beside the headline, those below before those above, nearest first."""
    yield from _of_lines(area.below[:NEXT_BELOW], sight, "near")
    yield from _of_lines(area.above[:NEXT_ABOVE], sight, "near")


def far_candidates(area: Area, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates of the lines further off the headline."""
    for line in (*area.below[NEXT_BELOW:], *area.above[NEXT_ABOVE:]):
        # Few lines have a date at all.
        if (found := list(_of_lines([line], sight, "far"))) and not is_quoted_or_in(
            line.element, sight.held, sight.others
        ):
            yield from found


def relative_candidates(area: Area, sight: Sight) -> Iterator[Candidate]:
    """Yield the moments that the lines beside the headline count back from now: '2 hours ago'."""
    for line in (*area.below[:NEXT_BELOW], *area.above[:NEXT_ABOVE]):
        yield from counted_back(line.text, sight)


def _of_lines(lines: Sequence[Line], sight: Sight, place: str) -> Iterator[Candidate]:
    label = ""
    for line in lines:
        found = list(in_line(line.text, sight, place))
        if found and word_of_change(label):
            # 'Last updated' and its day, each in a line of its own.
            found = [each._replace(kind="modified") if each.kind == "day" else each for each in found]
        label = "" if found or len(line.text) > MAX_LABEL else line.text
        if found:
            exact = _exact([each.value for each in found], _stamps(line.element, sight))
            yield from (each._replace(value=value) for each, value in zip(found, exact, strict=True))


def _exact(printed: Sequence[str], stamps: Sequence[str]) -> Iterator[str]:
    """Yield for each date of a line the machine's form of the very day, which has its time and offset.

    Of several stamps of a day ('Published 10:22, updated 14:00') each belongs to the date that prints its time; what is
    left goes in page order.

    >>> list(_exact(["2024-03-05T10:22:00", "2024-03-05T14:00:00"], ["2024-03-05T14:00:00+01:00"]))
    ['2024-03-05T10:22:00', '2024-03-05T14:00:00+01:00']
    """
    minutes = {stamp[:MINUTE]: stamp for stamp in reversed(stamps)}
    timed = {each: minutes[each[:MINUTE]] for each in printed if each[:MINUTE] in minutes}
    free = [stamp for stamp in stamps if stamp not in timed.values()]
    for each in printed:
        same = [stamp for stamp in free if stamp[:10] == each[:10]]
        if len(same) > 1 and each not in timed:
            free.remove(same[0])
        yield timed.get(each) or next(iter(same), each)


def _stamps(element: HtmlElement, sight: Sight) -> list[str]:
    """Return the moments that an element and those in it state for machines, in page order, each once."""
    inside = islice(element.iterdescendants(), MAX_PIECES) if len(element) <= MAX_CHILDREN else ()
    values = (
        iso_date(stamp, languages=sight.languages, now=sight.now)
        for each in (element, *inside)
        if each.attrib and (stamp := _stamp(each, each is element))
    )
    return list(dict.fromkeys(value for value in values if value and "T" in value))


def _stamp(element: HtmlElement, is_whole: bool) -> str | None:
    names = STAMPS if is_whole or element.tag in TIMES else DATA_STAMPS
    return next((value for name in names if (value := element.get(name))), None)


def time_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates of `<time>` elements outside of comments, teasers and sidebars, in page order."""
    for element in _times(page):
        if _is_elsewhere(element, sight):
            continue
        text = squeeze(_text(element)) or ""
        value = read(element.get("datetime") or element.get("title"), sight) or read(text, sight)
        if value:
            yield Candidate(value, _kind_of(element, text), "dom", "time")


def _is_elsewhere(element: HtmlElement, sight: Sight) -> bool:
    """Tell whether an element stands in comments, teasers, sidebars, a footer or a box of other articles."""
    return is_away(element, sight.held) or is_quoted_or_in(element, sight.held, sight.others)


def _times(page: Page) -> list[HtmlElement]:
    tags = page.once(landmarks).tags
    marked = [each for each in tags.get("abbr", []) if "published" in (each.get("class") or "")]
    return [*tags.get("time", [])[:MAX_ELEMENTS], *marked[:MAX_ELEMENTS]]


def marked_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates in elements whose class or id says that one is there, in page order."""
    for element in elements_named(page, DATED, MAX_ELEMENTS * 3):
        if len(element) <= MAX_CHILDREN:
            text = _text(element)
            if DATEISH.search(text) and not _is_elsewhere(element, sight):
                text = squeeze(text) or ""
                if len(text) <= MAX_LINE:
                    yield from in_line(text, sight, "marked")


def text_candidates(page: Page, sight: Sight) -> Iterator[Candidate]:
    """Yield the dates that stand alone in a text of the page, of pages that mark none; last changes in footers too."""
    for element, text in islice(_dated_texts(page), MAX_TEXTS):
        found = list(in_line(squeeze(text) or "", sight, "text"))
        away = bool(found) and _is_elsewhere(element, sight)
        yield from (each for each in found if not away or each.kind == "modified")


def _dated_texts(page: Page) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the short runs of text between two tags that may hold a date, each with the element it stands in."""
    body = page.tree.find("body")
    texts = numbered_texts(page.tree if body is None else body, TEXT_LENGTHS, MAX_WALK)
    return (each for each in texts if DATEISH.search(each[1]))


def _text(element: HtmlElement) -> str:
    """Return the text of an element as far as a date is looked for; one may hold the whole page."""
    return " ".join(inner_texts(element, MAX_PIECES))[:MAX_READ]


def _kind_of(element: HtmlElement, text: str) -> Kind:
    named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    parent, previous = element.getparent(), element.getprevious()
    before = (
        ((parent.text or "")[-40:] if previous is None else (previous.tail or "")[-40:])
        if parent is not None
        else ""
    )
    if word_of_change(f"{named} {before} {text}"):
        return "modified"
    return "published" if "publ" in named.lower() or element.get("pubdate") is not None else "day"
