"""Pieces: an element in, its text in reading order out, cut where a reader sees one part of a teaser end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.inner_text import is_longer
from crawler.parsers.related.labels import role_of
from crawler.parsers.related.marks import HEADINGS
from crawler.parsers.related.parts import INLINE, is_part
from crawler.parsers.related.targets import Target
from crawler.parsers.related.vocabulary import Role
from crawler.text import squeeze

SILENT: Final = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "button",
        "form",
        "input",
        "select",
        "textarea",
        "object",
        "video",
        "audio",
    )
)
# Bound for hostile pages; the longest honest block of the corpus has under 600.
MAX_PIECES: Final = 3_000
# A headline that a page cuts off; a link that is never closed says much more.
MAX_CUT_OFF: Final = 400
# A paragraph of the article, as against a caption or a label.
MIN_PARAGRAPH: Final = 80
# A link whose text ends so may have the whole headline for a name.
CUT_OFF: Final = ("…", "...")
# Text beside the links, for each entry: more is the article itself.
MAX_PROSE: Final = 450


@dataclass(slots=True, kw_only=True)
class Piece:
    """A run of text that belongs together."""

    text: str
    """On one line."""
    target: Target | None
    """Where the link that holds it leads, when that can be an article."""
    linked: bool
    """Whether it stands in any link."""
    heading: HtmlElement | None
    """The h1 to h6 that holds it."""
    role: Role | None
    """What a class name around it says."""
    stamp: str | None
    """`datetime` of the <time> that holds it."""
    card: str | None
    """The key of the only article that the element around it links to; None where several share it."""
    line: HtmlElement | None
    """The paragraph, list item or other block that holds it."""
    row: int
    """How many line breaks stand before it."""
    spaced: bool
    """Whether white space stands before it."""
    spoken: bool = False
    """Whether it is no text but the `title` or `aria-label` of a link without text, or with a text that is cut off;
    empty when it has none."""


@dataclass(slots=True)
class _State:
    """What holds for the text at one depth; each child starts with a copy of its parent's."""

    target: Target | None = None
    linked: bool = False
    heading: HtmlElement | None = None
    role: Role | None = None
    stamp: str | None = None
    card: str | None = None
    line: HtmlElement | None = None

    def inner(self, role: Role | None) -> _State:
        """Return a copy with this role; `dataclasses.replace` takes three times as long."""
        return _State(self.target, self.linked, self.heading, role, self.stamp, self.card, self.line)


@dataclass(slots=True)
class Prose:
    """What is said beside the links of a block, in paragraphs."""

    letters: int = 0
    paragraphs: int = 0

    def add(self, letters: int) -> None:
        """Count one more paragraph."""
        self.letters += letters
        self.paragraphs += 1

    def is_article(self, entries: int) -> bool:
        """Tell whether it is more than so many teasers say."""
        return self.letters > MAX_PROSE * entries or self.paragraphs > 2 * entries + 1


@dataclass(slots=True)
class Budget:
    """How many elements may yet be read on a page, since its blocks may lie in one another."""

    elements: int


@dataclass(slots=True)
class _Walk:
    anchors: Mapping[HtmlElement, Target]
    owners: Mapping[HtmlElement, str | None]
    prose: Prose
    pieces: list[Piece] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    rows: int = 0
    loose: bool = True
    """Whether white space ended the last piece."""

    def cut(self, state: _State) -> None:
        if not self.run:
            return
        raw = "".join(self.run)
        self.run.clear()
        if text := squeeze(raw):
            self.add(text, state, raw[0].isspace() or self.loose)
            self.loose = raw[-1].isspace()
        else:
            self.loose = self.loose or bool(raw)

    def add(self, text: str, state: _State, spaced: bool, *, spoken: bool = False) -> None:
        if not state.linked and len(text) >= MIN_PARAGRAPH:
            self.prose.add(len(text))
        self.pieces.append(
            Piece(
                text=text,
                target=state.target,
                linked=state.linked,
                heading=state.heading,
                role=state.role,
                stamp=state.stamp,
                card=state.card,
                line=state.line,
                row=self.rows,
                spaced=spaced,
                spoken=spoken,
            )
        )


def pieces_of(
    elements: Iterable[HtmlElement],
    anchors: Mapping[HtmlElement, Target],
    owners: Mapping[HtmlElement, str | None],
    budget: Budget,
) -> tuple[list[Piece], Prose]:
    """Return the pieces of the elements, at most MAX_PIECES, and how much they say beside the links.

    `owners` says which element is one article's card. What says more than teasers do is read no further.
    """
    walk = _Walk(anchors, owners, Prose())
    most = len({target.key for target in anchors.values()})
    for element in elements:
        _walk_element(element, walk, most, budget)
        if len(walk.pieces) >= MAX_PIECES or walk.prose.is_article(most) or budget.elements < 0:
            break
    return walk.pieces, walk.prose


def _walk_element(root: HtmlElement, walk: _Walk, most: int, budget: Budget) -> None:
    states = [_State()]
    events = etree.iterwalk(root, events=("start", "end"))
    run, paragraphs = walk.run, 0
    for event, element in events:
        if event == "start":
            budget.elements -= 1
            if element.tag in SILENT:
                events.skip_subtree()
                states.append(states[-1])
                continue
            states.append(_enter(element, states[-1], walk))
            if text := element.text:
                run.append(text)
        else:
            state = states.pop()
            if run and (state is not states[-1] or element.tag == "br"):
                walk.cut(state)
            walk.rows += element.tag == "br"
            if element is not root and (tail := element.tail):
                run.append(tail)
        if len(walk.pieces) >= MAX_PIECES or budget.elements < 0:
            return
        if walk.prose.paragraphs > paragraphs:
            if walk.prose.is_article(most):
                return
            paragraphs = walk.prose.paragraphs
    walk.cut(states[-1])


def _enter(element: HtmlElement, outer: _State, walk: _Walk) -> _State:
    """Return the state inside an element; the outer one itself where the text runs on."""
    tag, names = element.tag, element.get("class")
    if tag in INLINE and not names and not is_part(element, walk.run):
        return outer
    walk.cut(outer)
    whole = outer.card is None and tag != "a" and tag not in HEADINGS and element in walk.owners
    # The class of a whole teaser or of several ('topic-box') says nothing about its parts.
    state = outer.inner((role_of(names) if names and not whole else None) or outer.role)
    if tag == "a":
        state.target, state.linked = walk.anchors.get(element), True
    elif tag in HEADINGS:
        state.heading = element
    elif tag == "time":
        state.stamp, state.role = element.get("datetime") or "", "date"
    elif tag == "figcaption":
        state.role = "skip"
    if state.card is None:
        state.card = walk.owners.get(element)
    if tag not in INLINE and tag != "a":
        state.line = element
    if tag == "a" and state.target is not None and _needs_name(element):
        name = squeeze(element.get("title") or element.get("aria-label")) or ""
        walk.add(name, state, spaced=True, spoken=True)
    return state


def _needs_name(anchor: HtmlElement) -> bool:
    """Tell whether a link says nothing, or a headline that is cut off, so that its own name is worth knowing."""
    if not is_longer(anchor, 0):
        return True
    return not is_longer(anchor, MAX_CUT_OFF) and inner_text(anchor).rstrip().endswith(CUT_OFF)
