"""The walk: a page's tree in, the runs of text on it and the elements around them out, gathered in one pass."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from lxml.html import HtmlElement

from crawler.parsers.body.class_words import ClassMeaning, meaning_of
from crawler.parsers.body.elements import (
    BLOCK,
    BREAK,
    CONTROLS,
    INLINE,
    LINK,
    LISTS,
    MARKED,
    PLACE_OF_ROLE,
    PLACE_OF_TAG,
    READ_WHOLE,
    SAYING,
    SKIPPED,
    TELLING,
    TELLING_TAGS,
    TREATMENTS,
    WHOLE,
    WITHIN,
)
from crawler.parsers.body.segmentation import LINE_BREAK, Block, BlockKind, Frame, Place, Segmentation
from crawler.parsers.body.tables import is_data_table, rows_of
from crawler.text import squeeze

# A page of more elements is read up to here: the busiest honest ones have 30,000, and 100,000 take about a second.
MAX_ELEMENTS = 100_000
UNSEEN = ClassMeaning.UNSEEN
# So many <br> in a row end a paragraph; one is a line's end.
LINES_OF_BREAK = 2
# Stands behind a page's last element, so that what is open there is left as it is elsewhere.
END: Final = (None,)


# One long loop over local names, against the house's limit on a function's length: it runs for every element of a
# page, and methods that keep their state in attributes take longer for the same steps. Nothing is made in it that the
# page does not need later: what is kept for every element or text stands in flat lists.
def walk(root: HtmlElement, frame_names: list[str | None]) -> Segmentation:  # noqa: PLR0912, PLR0915
    """Take up each element in page order, when those before it that it does not stand in are left.

    The class and id of each frame are added to `frame_names`: what they mean is looked up for all at once.
    """
    frames: list[Frame] = []
    blocks: list[Block] = []
    controls: set[int] = set()
    elements: list[HtmlElement] = []
    named: dict[str, int] = {}
    previous: list[int] = []
    with_property: list[HtmlElement] = []
    telling: list[HtmlElement] = []
    meanings = _Meanings()
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
                frame = frames[frame].parent
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
        if tag in TELLING_TAGS:
            telling.append(element)
        path.append(element)
        if treated[-1] >= WHOLE:
            treated.append(WITHIN)
            continue
        treatment = TREATMENTS[tag]
        if treatment == BLOCK:
            if start >= 0:
                _close(blocks, texts, hrefs, start, frame)
                start, breaks = -1, 0
            above = _open(element, str(tag), frames, frame)
            frame_names.append(names)
            if others and not TELLING.isdisjoint(keys):
                _told(element, above)
            frame = len(frames) - 1
            if tag in READ_WHOLE and _read_whole(element, blocks, frame):
                treatment = WHOLE
        elif treatment == LINK:
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
        elif treatment == INLINE and classes and meanings[classes] & UNSEEN:
            treatment = SKIPPED
        treated.append(treatment)
        text = element.text if treatment < WHOLE else None
        if text and (start >= 0 or not text.isspace()):
            if start < 0:
                start = len(texts)
            elif breaks and not text.isspace():
                breaks = 0
            texts.append(text)
            hrefs.append(href)
    if start >= 0:
        _close(blocks, texts, hrefs, start, frame)
    return Segmentation(frames, blocks, controls, elements, named, previous, with_property, telling)


class _Meanings(dict[str, int]):
    """Class names, as written → what they mean; each is looked into once a page."""

    def __missing__(self, names: str) -> int:
        self[names] = meaning = meaning_of(names)
        return meaning


def _open(element: HtmlElement, tag: str, frames: list[Frame], parent: int) -> Frame:
    """Add the frame of an element, with what its tag says of it."""
    if parent >= 0:
        above = frames[parent]
        place, lists, marked, depth = above.place, above.lists, above.marked, above.depth + 1
    else:
        place, lists, marked, depth = 0, 0, -1, 0
    if tag in SAYING:
        if tag in MARKED:
            marked = len(frames)
        elif tag in LISTS:
            lists += 1
        else:
            place |= PLACE_OF_TAG[tag]
    frame = Frame(parent, element, tag, place, 0, depth, lists, marked)
    frames.append(frame)
    return frame


def _close(blocks: list[Block], texts: list[str], hrefs: list[str | None], start: int, frame: int) -> None:
    """Make a block of the run that begins at a place of the page's texts, if it holds any text."""
    stop = len(texts)
    line = " ".join((texts[start] if stop - start == 1 else "".join(texts[start:])).split())
    # Most lines need none of what `squeeze` does beyond this.
    text = line if line.isprintable() else squeeze(line)
    if text:
        links = 0
        for place in range(start, stop):
            if hrefs[place] is not None:
                links += len(" ".join(texts[place].split()))
        blocks.append(
            Block(len(blocks), "paragraph", text, max(0, frame), links, 0, 0, texts, hrefs, start, stop)
        )


def _read_whole(element: HtmlElement, blocks: list[Block], frame: int) -> bool:
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


def _told(element: HtmlElement, frame: Frame) -> None:
    """Add to an element's frame what its role, `hidden`, style and itemprop say."""
    get = element.get
    frame.place |= PLACE_OF_ROLE.get(get("role", ""), Place.NONE)
    if get("hidden") is not None or "display:none" in get("style", "").replace(" ", ""):
        frame.place |= Place.HIDDEN
    if get("itemprop") in {"articleBody", "text"}:
        frame.meaning |= ClassMeaning.BODY
