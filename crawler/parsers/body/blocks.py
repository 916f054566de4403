"""Blocks: a page's tree in, its runs of text in page order out, each with where it stands and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from crawler.page import Page
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
    SKIPPED,
    TELLING,
    TREATMENTS,
    WHOLE,
    WITHIN,
)
from crawler.parsers.body.kinds import Kinds
from crawler.parsers.body.segmentation import LINE_BREAK, Block, BlockKind, Frame, Place, Segmentation
from crawler.parsers.body.tables import is_data_table, rows_of
from crawler.text import squeeze

# A page of more elements is read up to here: the busiest honest ones have 30,000, and 100,000 take about a second.
MAX_ELEMENTS = 100_000
UNSEEN = ClassMeaning.UNSEEN


def blocks_of(page: Page) -> Segmentation:
    """Cut a page into blocks; asked for by `page.once(blocks_of)`, since several fields need this one walk."""
    return segment(page.tree)


def segment(root: HtmlElement) -> Segmentation:
    """Cut a page's tree into blocks, in one walk; scripts, controls and other unreadable elements are left out."""
    walker = _Walker(root)
    walker.walk()
    _name_kinds(walker.frames, walker.blocks)
    return Segmentation(
        walker.frames, walker.blocks, walker.controls, walker.elements, walker.named, walker.with_property
    )


@dataclass(slots=True, eq=False)
class _Walker:
    root: HtmlElement
    frames: list[Frame] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    controls: set[int] = field(default_factory=set)
    elements: list[HtmlElement] = field(default_factory=list)
    with_property: list[HtmlElement] = field(default_factory=list)
    named: dict[str, list[int]] = field(default_factory=dict)
    meanings: dict[str, int] = field(default_factory=dict)
    path: list[HtmlElement | None] = field(default_factory=list)
    """The elements around the walk's place, from what is around the root down."""
    treated: list[int] = field(default_factory=lambda: [INLINE])
    """How each element of the path is treated."""
    frame: int = -1
    """The innermost open frame."""
    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    hrefs: list[str | None] = field(default_factory=lambda: [None])
    is_linked: bool = False
    """Whether any of the pieces is a link's."""
    breaks: int = 0

    def walk(self) -> None:
        """Take up each element in page order, when those before it that it does not stand in are left."""
        path, treated, leave, note = self.path, self.treated, self._leave, self._note
        path.append(self.root.getparent())
        for element in islice(self.root.iter(), MAX_ELEMENTS):
            parent = element.getparent()
            while path[-1] is not parent:
                leave()
            names = note(element)
            treated.append(self._enter(element, names) if treated[-1] < WHOLE else WITHIN)
            path.append(element)
        while len(path) > 1:
            leave()
        self._flush()

    def _note(self, element: HtmlElement) -> str | None:
        """Keep an element that other fields may look for; return its class and id, None when it has neither."""
        get = element.get
        if get("itemprop"):
            self.with_property.append(element)
        classes, name = get("class"), get("id")
        if not classes and not name:
            return None
        names = f"{classes or ''} {name or ''}"
        places = self.named.get(names)
        if places is None:
            places = self.named[names] = []
        places.append(len(self.elements))
        self.elements.append(element)
        return names

    def _enter(self, element: HtmlElement, names: str | None) -> int:
        """Take an element up that is not within a skipped one; return how it is treated."""
        tag = element.tag
        treatment = TREATMENTS[tag]
        if treatment == BLOCK and isinstance(tag, str):
            treatment = self._open(element, tag, names)
        elif treatment == LINK:
            self.hrefs.append(element.get("href") or "")
        elif treatment == BREAK:
            self._break()
        elif treatment == SKIPPED:
            if tag in CONTROLS and self.frame >= 0:
                self.controls.add(self.frame)
        elif names and treatment == INLINE and self._meaning(element.get("class", "")) & UNSEEN:
            treatment = SKIPPED
        if treatment < WHOLE and (text := element.text):
            self._text(text)
        return treatment

    def _leave(self) -> None:
        """Leave the innermost element; what stands behind it is its parent's text."""
        element, treatment = self.path.pop(), self.treated.pop()
        if treatment == WITHIN or element is None:
            return
        if treatment == LINK:
            self.hrefs.pop()
        elif BLOCK <= treatment <= WHOLE:
            if self.pieces:
                self._flush()
            self.frame = self.frames[self.frame].parent
        if tail := element.tail:
            self._text(tail)

    def _meaning(self, names: str) -> int:
        meaning = self.meanings.get(names)
        if meaning is None:
            meaning = self.meanings[names] = meaning_of(names)
        return meaning

    def _open(self, element: HtmlElement, tag: str, names: str | None) -> int:
        if self.pieces:
            self._flush()
        place, lists, marked, depth = 0, 0, -1, 0
        if self.frame >= 0:
            above = self.frames[self.frame]
            place, lists, marked, depth = above.place, above.lists, above.marked, above.depth + 1
        if tag in PLACE_OF_TAG:
            place |= PLACE_OF_TAG[tag]
        meaning = self._meaning(names) if names else 0
        if not TELLING.isdisjoint(element.keys()):
            place |= _told_place(element)
            meaning |= _told_meaning(element)
        index = len(self.frames)
        if tag in MARKED:
            marked = index
        elif tag in LISTS:
            lists += 1
        self.frames.append(Frame(self.frame, element, tag, place, meaning, depth, lists, marked))
        self.frame = index
        return self._read_whole(element, tag) if tag in {"pre", "table"} else BLOCK

    def _text(self, text: str) -> None:
        # White space before a run's first word says nothing, and most texts of a page are nothing else.
        if not self.pieces and text.isspace():
            return
        if self.breaks and not text.isspace():
            self.breaks = 0
        href = self.hrefs[-1]
        if href is not None:
            self.is_linked = True
        self.pieces.append((text, href))

    def _break(self) -> None:
        """One <br> is a line's end, two in a row end a paragraph."""
        self.breaks += 1
        self.pieces.append((LINE_BREAK, None))
        if self.breaks >= 2:
            self._flush()

    def _flush(self) -> None:
        """Close the current run and make a block of it, if it holds any text."""
        pieces, is_linked = self.pieces, self.is_linked
        self.pieces, self.is_linked, self.breaks = [], False, 0
        text = squeeze(pieces[0][0] if len(pieces) == 1 else "".join([piece for piece, _ in pieces]))
        if text:
            links = _letters_in_links(pieces) if is_linked else 0
            self.blocks.append(Block(len(self.blocks), "paragraph", text, max(0, self.frame), pieces, links))

    def _read_whole(self, element: HtmlElement, tag: str) -> int:
        """Read preformatted text or a table of data; another table is a frame like others."""
        if tag == "pre":
            self._preformatted(element)
            return WHOLE
        if is_data_table(element):
            self._table(element)
            return WHOLE
        return BLOCK

    def _preformatted(self, element: HtmlElement) -> None:
        text = "".join(str(part) for part in element.itertext()).strip("\n").expandtabs(4).rstrip()
        if text.strip():
            is_code = element.find(".//code") is not None or "code" in element.get("class", "")
            kind: BlockKind = "code" if is_code else "preformatted"
            self.blocks.append(Block(len(self.blocks), kind, text, self.frame, ((text, None),), 0))

    def _table(self, element: HtmlElement) -> None:
        for row in rows_of(element):
            text = " | ".join(cell.text for cell in row)
            links = sum(cell.link_chars for cell in row)
            pieces = [(cell.text, None) for cell in row]
            self.blocks.append(Block(len(self.blocks), "table", text, self.frame, pieces, links, len(row)))


def _letters_in_links(pieces: Sequence[tuple[str, str | None]]) -> int:
    return sum([len(" ".join(piece.split())) for piece, href in pieces if href is not None])


def _name_kinds(frames: Sequence[Frame], blocks: Sequence[Block]) -> None:
    """Tell headings, list items and quotes from paragraphs: known only when what follows in their frames is."""
    kinds = Kinds(frames)
    for block in blocks:
        frame = frames[block.frame] if frames else None
        if frame and frame.marked >= 0 and block.kind == "paragraph":
            block.kind, block.level, block.number = kinds.of(frame)


def _told_place(element: HtmlElement) -> int:
    """What an element's role, `hidden` and style say of its place."""
    place = PLACE_OF_ROLE.get(element.get("role", ""), Place.NONE)
    is_hidden = element.get("hidden") is not None
    if is_hidden or "display:none" in element.get("style", "").replace(" ", ""):
        place |= Place.HIDDEN
    return place


def _told_meaning(element: HtmlElement) -> int:
    return ClassMeaning.BODY if element.get("itemprop") in {"articleBody", "text"} else ClassMeaning.NONE
