"""The walk: a page's tree in, the runs of text on it and the elements around them out, gathered in one pass."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any, Final

from lxml.html import HtmlElement

from crawler.parsers.body.class_words import is_unseen
from crawler.parsers.body.elements import (
    BLOCK,
    BREAK,
    CONTROLS,
    HEADINGS,
    INLINE,
    LINK,
    MARKED,
    PLACE_OF_ROLE,
    PLACE_OF_TAG,
    SAYING,
    SKIPPED,
    TELLING,
    TELLING_TAGS,
    TEXT_PROPERTIES,
    TREATMENTS,
    WHOLE,
    WITHIN,
    WORDED,
    treatment_of,
)
from crawler.parsers.body.segmentation import LINE_BREAK, Block, BlockKind, Frames, Place, Segmentation
from crawler.parsers.body.tables import is_data_table, rows_of
from crawler.text import squeeze

# A page of more elements is read up to here: the busiest honest ones have 30,000, and 100,000 take about a second.
MAX_ELEMENTS = 100_000
# So many <br> in a row end a paragraph; one is a line's end.
LINES_OF_BREAK = 2
# Stands behind a page's last element, so that what is open there is left as it is elsewhere.
END: Final = (None,)


# One long loop over local names, against the house's limit on a function's length: it runs for every element of a
# page, and methods that keep their state in attributes take longer for the same steps. Nothing is made in it that the
# page does not need later: what is kept for every element, frame or text stands in flat lists.
def walk(root: HtmlElement) -> Segmentation:  # noqa: PLR0912, PLR0915
    """Take up each element in page order, when those before it that it does not stand in are left.

    What the names of frames mean is for others to add (`Frames.meanings`), who look them all up at once.
    """
    framed: list[HtmlElement] = []
    frames = Frames(elements=framed)
    parents, places, marked = frames.parents, frames.places, frames.marked
    frame_names = frames.names
    tags: list[Any] = frames.tags
    blocks: list[Block] = []
    controls: set[int] = set()
    elements: list[HtmlElement] = []
    named: dict[str, int] = {}
    previous: list[int] = []
    with_property: list[HtmlElement] = []
    telling: list[HtmlElement] = []
    links: list[HtmlElement] = []
    with_relation: list[HtmlElement] = []
    begun: list[HtmlElement] = []
    beginnings: list[str] = []
    unseen = _Unseen()
    around = root.getparent()
    path: list[HtmlElement | None] = [around]
    treated = [INLINE]
    texts: list[str] = []
    hrefs: list[str | None] = []
    outer: list[str | None] = []
    href, frame, breaks = None, -1, 0
    # Where in `texts` the open run begins, -1 where there is none.
    start = -1
    for element in chain(islice(root.iter(), MAX_ELEMENTS), END):
        parent = element.getparent() if element is not None else around
        while path[-1] is not parent:
            left, treatment = path.pop(), treated.pop()
            if treatment == WITHIN or left is None:
                continue
            if treatment == LINK:
                href = outer.pop()
            elif BLOCK <= treatment <= WHOLE:
                if start >= 0:
                    _close(blocks, texts, hrefs, start, frame)
                    start, breaks = -1, 0
                frame = parents[frame]
            text = left.tail
            # White space before a run's first word says nothing, and most texts of a page are nothing else.
            if text and (start >= 0 or not text.isspace()):
                if start < 0:
                    start = len(texts)
                elif breaks and not text.isspace():
                    breaks = 0
                texts.append(text)
                hrefs.append(href)
        if element is None:
            break
        tag, keys = element.tag, element.keys()
        names = classes = None
        # To look into the names first is faster than to ask for the values of three, most of which are not there.
        others = len(keys)
        if others:
            if "class" in keys:
                names = classes = element.get("class")
                others -= 1
            if "id" in keys:
                others -= 1
                if name := element.get("id"):
                    names = f"{names or ''} {name}"
            if names:
                previous.append(named.get(names, -1))
                named[names] = len(elements)
                elements.append(element)
            if others and "itemprop" in keys and element.get("itemprop"):
                with_property.append(element)
        path.append(element)
        if treated[-1] >= WHOLE:
            treated.append(WITHIN)
            if tag in WORDED:
                if (text := element.text) and not text.isspace():
                    begun.append(element)
                    beginnings.append(text)
                if tag in TELLING_TAGS:
                    telling.append(element)
                elif tag == "a":
                    links.append(element)
                    if others and "rel" in keys:
                        with_relation.append(element)
            continue
        try:
            treatment = TREATMENTS[tag]
        except KeyError:
            treatment = treatment_of(tag)
        if treatment >= BLOCK and treatment != SKIPPED:
            if start >= 0:
                _close(blocks, texts, hrefs, start, frame)
                start, breaks = -1, 0
            if frame >= 0:
                place, mark = places[frame], marked[frame]
            else:
                place, mark = 0, -1
            parents.append(frame)
            frame = len(parents) - 1
            if treatment == SAYING:
                if tag in TELLING_TAGS:
                    telling.append(element)
                if tag in PLACE_OF_TAG:
                    place |= PLACE_OF_TAG[tag]
                elif tag in MARKED:
                    mark = frame
                    if tag in HEADINGS:
                        frames.headings.append(frame)
                elif read_whole(element, blocks, frame):
                    treatment = WHOLE
            if others and not TELLING.isdisjoint(keys):
                place |= _told(element)
                if element.get("itemprop") in TEXT_PROPERTIES:
                    frames.bodies.append(frame)
            places.append(place)
            marked.append(mark)
            tags.append(tag)
            framed.append(element)
            frame_names.append(names)
        elif treatment == LINK:
            links.append(element)
            if others and "rel" in keys:
                with_relation.append(element)
            outer.append(href)
            href = element.get("href") or ""
        elif treatment == BREAK:
            if start < 0:
                start = len(texts)
            texts.append(LINE_BREAK)
            hrefs.append(None)
            breaks += 1
            if breaks >= LINES_OF_BREAK:
                _close(blocks, texts, hrefs, start, frame)
                start, breaks = -1, 0
        elif treatment == SKIPPED:
            if frame >= 0 and tag in CONTROLS:
                controls.add(frame)
        elif treatment == INLINE:
            if tag in TELLING_TAGS:
                telling.append(element)
            if classes and unseen[classes]:
                treatment = SKIPPED
        treated.append(treatment)
        if treatment >= WHOLE:
            if tag in WORDED and (text := element.text) and not text.isspace():
                begun.append(element)
                beginnings.append(text)
            continue
        text = element.text
        if not text:
            continue
        if not text.isspace():
            begun.append(element)
            beginnings.append(text)
            if start < 0:
                start = len(texts)
            breaks = 0
        if start >= 0:
            texts.append(text)
            hrefs.append(href)
    if start >= 0:
        _close(blocks, texts, hrefs, start, frame)
    return Segmentation(
        frames=frames,
        blocks=blocks,
        controls=controls,
        elements=elements,
        named=named,
        previous=previous,
        with_property=with_property,
        telling=telling,
        links=links,
        with_relation=with_relation,
        begun=begun,
        beginnings=beginnings,
    )


class _Unseen(dict[str, bool]):
    """Class names, as written → whether they say that no reader sees it; each is looked into once a page."""

    def __missing__(self, names: str) -> bool:
        self[names] = says_unseen = is_unseen(names)
        return says_unseen


def _close(blocks: list[Block], texts: list[str], hrefs: list[str | None], start: int, frame: int) -> None:
    """Make a block of the run that begins at a place of the page's texts, if it holds any text."""
    stop = len(texts)
    links = 0
    if stop - start == 1:
        text = squeeze(texts[start])
        if text and hrefs[start] is not None:
            links = len(text)
    else:
        text = squeeze("".join(texts[start:]))
        if text and hrefs[start:].count(None) < stop - start:
            for place in range(start, stop):
                if hrefs[place] is not None:
                    links += len(squeeze(texts[place]) or "")
    if text:
        blocks.append(
            Block(len(blocks), "paragraph", text, max(0, frame), links, 0, 0, texts, hrefs, start, stop)
        )


def read_whole(element: HtmlElement, blocks: list[Block], frame: int) -> bool:
    """Read preformatted text or a table of data; tell whether it is one, since other tables are read as frames are."""
    if element.tag == "pre":
        _preformatted(element, blocks, frame)
        return True
    if is_data_table(element):
        _table(element, blocks, frame)
        return True
    return False


def _preformatted(element: HtmlElement, blocks: list[Block], frame: int) -> None:
    text = "".join(str(part) for part in element.itertext()).strip("\n").expandtabs(4).rstrip()
    if text.strip():
        is_code = element.find(".//code") is not None or "code" in element.get("class", "")
        kind: BlockKind = "code" if is_code else "preformatted"
        blocks.append(Block(len(blocks), kind, text, frame))


def _table(element: HtmlElement, blocks: list[Block], frame: int) -> None:
    for row in rows_of(element):
        cells = [cell.text for cell in row]
        links = sum(cell.link_chars for cell in row)
        blocks.append(
            Block(
                len(blocks), "table", " | ".join(cells), frame, links, len(row), 0, cells, (), 0, len(cells)
            )
        )


def _told(element: HtmlElement) -> int:
    """Return the places that an element's role, `hidden` and style say."""
    get = element.get
    place = PLACE_OF_ROLE.get(get("role", ""), Place.NONE)
    if get("hidden") is not None or "display:none" in get("style", "").replace(" ", ""):
        place |= Place.HIDDEN
    return place
