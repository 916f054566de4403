"""Segmentation: what a page's tree is cut into: frames (the elements around the text) and blocks (its runs)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Literal

from lxml.html import HtmlElement

from crawler.parsers.body.letters import length
from crawler.text import fold, squeeze

BlockKind = Literal["paragraph", "heading", "list_item", "quote", "code", "table", "preformatted"]

# How a <br> stands in a block's pieces: white space to all readers, yet no line break of the source.
LINE_BREAK = "\x0b"


class Place:
    """What the ancestors of a block say about it, from the root down: bits of a plain int."""

    NONE = 0
    NAVIGATION = 1
    FOOTER = 2
    ASIDE = 4
    FIGURE = 8
    FORM = 16
    HIDDEN = 32


class Unmade(Sequence[HtmlElement]):
    """Elements that are made when they are asked for: what the compiled walk gives in place of lists."""

    def places_of(self, elements: Iterable[HtmlElement]) -> Sequence[int]:
        """Return where some elements stand, in order, without making the others."""
        raise NotImplementedError


@dataclass(slots=True, eq=False)
class Frames:
    """The block-level elements on the way to blocks, in page order; nobody changes them once the page is cut.

    A frame is an index into these lists: a page has hundreds of them, and an object for each takes longer to make than
    all else that is done with it.
    """

    parents: list[int] = field(default_factory=list)
    """Of each the index of the enclosing frame, -1 at the root."""
    elements: Sequence[HtmlElement] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Of each the places of its element and all around it."""
    marked: list[int] = field(default_factory=list)
    """Of each the innermost heading, list item or quote around it, itself included; -1 for none."""
    names: list[str | None] = field(default_factory=list)
    """Of each its class and id as written."""
    meanings: list[int] = field(default_factory=list)
    """Of each what its own class and id say."""
    headings: list[int] = field(default_factory=list)
    """Those that are headings."""
    bodies: list[int] = field(default_factory=list)
    """Those whose `itemprop` says that they hold an article's text."""

    def __len__(self) -> int:
        return len(self.parents)

    def of(self, elements: Collection[HtmlElement]) -> Sequence[int]:
        """Return the frames of some elements, in page order; those that are no frames have none."""
        if not elements:
            return ()
        if isinstance(self.elements, Unmade):
            return self.elements.places_of(elements)
        asked = {id(element) for element in elements}
        return [frame for frame, element in enumerate(self.elements) if id(element) in asked]

    def class_of(self, frame: int) -> str | None:
        """Return a frame's class as written; the element is not made for one that has none."""
        return self.elements[frame].get("class") if self.names[frame] is not None else None

    def article_around(self, frame: int) -> int:
        """Return the innermost `<article>` around a frame, itself included; -1 for none."""
        while frame >= 0 and self.tags[frame] != "article":
            frame = self.parents[frame]
        return frame

    def inside(self, frame: int) -> range:
        """Return a frame and all that stand in it: they follow one another."""
        parents, end = self.parents, frame + 1
        while end < len(parents) and parents[end] >= frame:
            end += 1
        return range(frame, end)


# Blocks are made hundreds of times a page: not frozen, since that makes them four times as slow to make.
@dataclass(slots=True, eq=False)
class Block:
    """A run of text between two block boundaries; nobody changes it once it is made."""

    index: int
    kind: BlockKind
    text: str
    frame: int
    """Index of the innermost frame."""
    link_chars: int = 0
    level: int = 0
    """1 to 6 for a heading, the nesting for a list item, the columns for a table's first row."""
    number: int = 0
    """Position in an ordered list, 0 elsewhere."""
    page_texts: Sequence[str] = ()
    """The stretches of text of all runs of a page: one list, since lists of their own take longer to make."""
    page_hrefs: Sequence[str | None] = ()
    """For each of them the href of the link it stands in; empty where there are no links."""
    start: int = 0
    """Where in `page_texts` the run begins."""
    stop: int = 0
    _folded: str | None = None
    _letters: float = -1.0

    @property
    def folded(self) -> str:
        """The text as it compares (`text.fold`); kept, since many rules ask for it."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def letters(self) -> float:
        """The text's length in Latin letters' worth (`letters.length`); kept, since many rules ask for it."""
        if self._letters < 0:
            self._letters = length(self.text)
        return self._letters

    @property
    def link_density(self) -> float:
        """Share of the characters that stand in links, from 0 to 1."""
        if not self.link_chars:
            return 0.0
        return 1.0 if self.link_chars >= len(self.text) else self.link_chars / len(self.text)

    @property
    def first_line(self) -> str:
        """The text before the first <br>; all of it where there is none."""
        return squeeze("".join(self.texts).partition(LINE_BREAK)[0]) or ""

    @property
    def texts(self) -> Sequence[str]:
        """The run's stretches of text as the page has them; a table row's cells."""
        return self.page_texts[self.start : self.stop] or (self.text,)

    @property
    def pieces(self) -> Sequence[tuple[str, str | None]]:
        """The run's stretches of text with the href of the link each stands in."""
        return list(zip(self.texts, self.page_hrefs[self.start : self.stop] or repeat(None), strict=False))


@dataclass(slots=True, frozen=True)
class Segmentation:
    """All blocks of a page and the frames they stand in."""

    frames: Frames
    blocks: Sequence[Block]
    controls: Collection[int] = frozenset()
    """The frames that buttons and fields stand in directly."""
    elements: Sequence[HtmlElement] = ()
    """All that have a class or id, read or not, in page order."""
    named: Mapping[str, int] = field(default_factory=dict)
    """'class id' as written → the index in `elements` of the last that has it; a page has far fewer of these than
    elements."""
    previous: Sequence[int] = ()
    """For each of `elements` the index of the one before it with the same 'class id', -1 for none."""
    with_property: Sequence[HtmlElement] = ()
    """All that have an `itemprop`, in page order."""
    telling: Sequence[HtmlElement] = ()
    """All of `elements.TELLING_TAGS`, read or not, in page order."""
    links: Sequence[HtmlElement] = ()
    """All `<a>`, read or not, in page order."""
    with_relation: Sequence[HtmlElement] = ()
    """Those of them that have a `rel`."""
    begun: Sequence[HtmlElement] = ()
    """Those that begin with a text, read or not, in page order."""
    beginnings: Sequence[str] = ()
    """What each of them begins with."""

    def places(self, last: int) -> Iterator[int]:
        """Return the indexes in `elements` of all with one 'class id', given the last of them; it comes first."""
        while last >= 0:
            yield last
            last = self.previous[last]
