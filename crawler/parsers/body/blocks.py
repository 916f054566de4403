"""Blocks: a page's tree in, its runs of text in page order out, each with where it stands and what it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from crawler.parsers.body.class_words import ClassMeaning, meaning_of
from crawler.parsers.body.tables import is_data_table, rows_of
from crawler.text import squeeze

BlockKind = Literal["paragraph", "heading", "list_item", "quote", "code", "table", "preformatted"]

# Elements whose content is never text to read.
SKIPPED = frozenset(
    """script style noscript template svg math head iframe object embed canvas audio video map button select
    option textarea input datalist dialog label meter progress frameset noframes applet link meta amp-ad
    amp-analytics amp-sidebar amp-consent""".split()
)
CONTROLS = frozenset({"button", "input", "select", "textarea"})
# How a <br> stands in a block's pieces: white space to all readers, yet no line break of the source.
LINE_BREAK = "\x0b"
# Elements that begin and end a run of text (HTML standard, 'flow content' rendered as blocks); so do all custom ones.
BLOCK_LEVEL = frozenset(
    """html body main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote
    pre table thead tbody tfoot tr td th caption figure figcaption form fieldset address hgroup details summary
    center menu dir hr search""".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "menu", "dir"})


class Place:
    """What the ancestors of a block say about it, from the root down: bits of a plain int."""

    NONE = 0
    NAVIGATION = 1
    FOOTER = 2
    ASIDE = 4
    FIGURE = 8
    FORM = 16
    HIDDEN = 32


PLACE_OF_TAG = {
    "nav": Place.NAVIGATION,
    "footer": Place.FOOTER,
    "aside": Place.ASIDE,
    "figure": Place.FIGURE,
    "figcaption": Place.FIGURE,
    "form": Place.FORM,
}
PLACE_OF_ROLE = {
    "navigation": Place.NAVIGATION,
    "contentinfo": Place.FOOTER,
    "complementary": Place.ASIDE,
    "menu": Place.NAVIGATION,
    "menubar": Place.NAVIGATION,
    "search": Place.FORM,
    "dialog": Place.FORM,
}


@dataclass(slots=True, frozen=True)
class Frame:
    """A block-level element on the way to blocks."""

    parent: int
    """Index of the enclosing frame, -1 at the root."""
    element: HtmlElement
    tag: str
    place: int
    """Of this element and all around it."""
    meaning: int
    """What its own class and id say."""


@dataclass(slots=True, frozen=True)
class Block:
    """A run of text between two block boundaries."""

    index: int
    kind: BlockKind
    text: str
    frame: int
    """Index of the innermost frame."""
    pieces: tuple[tuple[str, str | None], ...]
    """The run's stretches of text with the href of the link each stands in."""
    link_chars: int
    level: int = 0
    """1 to 6 for a heading, the nesting for a list item, the columns for a table's first row."""
    number: int = 0
    """Position in an ordered list, 0 elsewhere."""

    @property
    def first_line(self) -> str:
        """The text before the first <br>; all of it where there is none."""
        raw = "".join(piece for piece, _ in self.pieces)
        return squeeze(raw.partition(LINE_BREAK)[0]) or ""

    @property
    def link_density(self) -> float:
        """Share of the characters that stand in links, from 0 to 1."""
        return min(1.0, self.link_chars / max(1, len(self.text)))


@dataclass(slots=True, frozen=True)
class Segmentation:
    """All blocks of a page and the frames they stand in."""

    frames: Sequence[Frame]
    blocks: Sequence[Block]
    controls: Collection[int] = frozenset()
    """The frames that buttons and fields stand in directly."""


def segment(root: HtmlElement) -> Segmentation:
    """Cut a page's tree into blocks, in one walk; scripts, controls and other unreadable elements are left out."""
    walker = _Walker()
    walker.walk(root)
    return Segmentation(walker.frames, walker.blocks, walker.controls)


@dataclass(slots=True)
class _Walker:
    frames: list[Frame] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    pieces: list[tuple[str, str | None]] = field(default_factory=list)
    hrefs: list[str | None] = field(default_factory=lambda: [None])
    breaks: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    controls: set[int] = field(default_factory=set)
    stories: dict[int, bool] = field(default_factory=dict)

    def walk(self, root: HtmlElement) -> None:
        events = iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    events.skip_subtree()
            else:
                self._end(element)
        self.flush()

    def _start(self, element: HtmlElement) -> bool:
        """Take an element up; True when what is inside is not to be walked."""
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            if tag in CONTROLS and self.open:
                self.controls.add(self.open[-1])
            return True
        if tag == "br":
            self._break()
        elif tag == "a":
            self.hrefs.append(element.get("href") or "")
        elif tag in BLOCK_LEVEL or "-" in tag:
            self.flush()
            self._open(element, tag)
            if tag == "pre":
                self._preformatted(element)
                return True
            if tag == "table" and is_data_table(element):
                self._table(element)
                return True
        elif element.get("class") and meaning_of(element.get("class", "")) & ClassMeaning.UNSEEN:
            return True
        if element.text:
            self._text(element.text)
        return False

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if isinstance(tag, str) and tag not in SKIPPED:
            if tag == "a":
                if len(self.hrefs) > 1:
                    self.hrefs.pop()
            elif tag in BLOCK_LEVEL or "-" in tag:
                self.flush()
                self.open.pop()
        if element.tail:
            self._text(element.tail)

    def _open(self, element: HtmlElement, tag: str) -> None:
        parent = self.open[-1] if self.open else -1
        place = self.frames[parent].place if parent >= 0 else Place.NONE
        place |= PLACE_OF_TAG.get(tag, Place.NONE)
        attributes = element.attrib
        if attributes:
            place |= PLACE_OF_ROLE.get(attributes.get("role", ""), Place.NONE)
            if "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", ""):
                place |= Place.HIDDEN
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else " "
        meaning = meaning_of(names) if names != " " else ClassMeaning.NONE
        if attributes and attributes.get("itemprop") in {"articleBody", "text"}:
            meaning |= ClassMeaning.BODY
        self.open.append(len(self.frames))
        self.frames.append(Frame(parent, element, tag, place, meaning))

    def _text(self, text: str) -> None:
        if self.breaks and not text.isspace():
            self.breaks = 0
        self.pieces.append((text, self.hrefs[-1]))

    def _break(self) -> None:
        """One <br> is a line's end, two in a row end a paragraph."""
        self.breaks += 1
        self.pieces.append((LINE_BREAK, None))
        if self.breaks >= 2:
            self.flush()

    def flush(self) -> None:
        """Close the current run and make a block of it, if it holds any text."""
        if self.pieces:
            text = squeeze("".join(piece for piece, _ in self.pieces))
            if text:
                links = sum(len(" ".join(piece.split())) for piece, href in self.pieces if href is not None)
                self._add(text, tuple(self.pieces), links)
            self.pieces = []
        self.breaks = 0

    def _add(self, text: str, pieces: tuple[tuple[str, str | None], ...], links: int) -> None:
        kind, level, number = self._kind()
        self.blocks.append(
            Block(
                len(self.blocks), kind, text, self.open[-1] if self.open else 0, pieces, links, level, number
            )
        )

    def _kind(self) -> tuple[BlockKind, int, int]:
        for index in reversed(self.open[-6:]):
            tag = self.frames[index].tag
            if tag in HEADINGS:
                return "heading", HEADINGS[tag], 0
            if tag == "li" and not self._is_story(index):
                depth = sum(self.frames[i].tag in LISTS for i in self.open)
                return "list_item", max(1, depth), self._number(index)
            if tag == "blockquote":
                return "quote", 0, 0
        return "paragraph", 0, 0

    def _is_story(self, item: int) -> bool:
        """A list item with a heading in it (an entry of a live ticker) holds paragraphs of its own."""
        if item not in self.stories:
            self.stories[item] = next(self.frames[item].element.iter(*HEADINGS), None) is not None
        return self.stories[item]

    def _number(self, item: int) -> int:
        """Position of a list item in its ordered list: a second block of the same item keeps the number."""
        parent = self.frames[item].parent
        if parent < 0 or self.frames[parent].tag != "ol":
            return 0
        if item not in self.numbers:
            self.numbers[item] = self.numbers[-parent - 1] = self.numbers.get(-parent - 1, 0) + 1
        return self.numbers[item]

    def _preformatted(self, element: HtmlElement) -> None:
        text = "".join(str(part) for part in element.itertext()).strip("\n").expandtabs(4).rstrip()
        if text.strip():
            is_code = element.find(".//code") is not None or "code" in element.get("class", "")
            kind: BlockKind = "code" if is_code else "preformatted"
            self.blocks.append(Block(len(self.blocks), kind, text, self.open[-1], ((text, None),), 0))

    def _table(self, element: HtmlElement) -> None:
        for row in rows_of(element):
            text = " | ".join(cell.text for cell in row)
            links = sum(cell.link_chars for cell in row)
            pieces = tuple((cell.text, None) for cell in row)
            self.blocks.append(Block(len(self.blocks), "table", text, self.open[-1], pieces, links, len(row)))
