"""Pieces: an element in, its text in reading order out, cut where a reader sees one part of a teaser end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from crawler.parsers.related.inner_text import inner_text
from crawler.parsers.related.labels import role_of
from crawler.parsers.related.targets import Target
from crawler.parsers.related.vocabulary import Role
from crawler.text import squeeze

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
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
# Tags that never end a part of a teaser by themselves; with a class of their own they do.
INLINE: Final = frozenset(
    (
        "em",
        "i",
        "b",
        "strong",
        "u",
        "s",
        "span",
        "font",
        "small",
        "sup",
        "sub",
        "abbr",
        "mark",
        "wbr",
        "q",
        "cite",
        "code",
        "bdi",
        "ins",
    )
)
# Bound for hostile pages; the longest honest block of the corpus has under 600.
MAX_PIECES: Final = 3_000
# Kicker, headline, summary, date, author: a row of parts has no more; words set one by one in spans are more.
MAX_PARTS: Final = 6
# A summary, as against 'Why?' beside another half of the headline.
MIN_SENTENCE: Final = 25
STOPS: Final = (".", "!", "?", "…")


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
    """Whether it is no text but the `title` or `aria-label` of a link without text; empty when it has none."""


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
class _Walk:
    anchors: Mapping[HtmlElement, Target]
    owners: Mapping[HtmlElement, str | None]
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
) -> list[Piece]:
    """Return the pieces of the elements, at most MAX_PIECES; `owners` says which element is one article's card."""
    walk = _Walk(anchors, owners)
    for element in elements:
        _walk_element(element, walk)
        if len(walk.pieces) >= MAX_PIECES:
            break
    return walk.pieces


def _walk_element(root: HtmlElement, walk: _Walk) -> None:
    states = [_State()]
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if element.tag in SILENT:
                events.skip_subtree()
                states.append(states[-1])
                continue
            state = _enter(element, states[-1], walk)
            states.append(state)
            if text := element.text:
                walk.run.append(text)
        else:
            state = states.pop()
            if state is not states[-1] or element.tag == "br":
                walk.cut(state)
            walk.rows += element.tag == "br"
            if element is not root and (tail := element.tail):
                walk.run.append(tail)
        if len(walk.pieces) >= MAX_PIECES:
            return
    walk.cut(states[-1])


def _enter(element: HtmlElement, outer: _State, walk: _Walk) -> _State:
    """Return the state inside an element; the outer one itself where the text runs on."""
    tag, names = element.tag, element.get("class")
    if tag in INLINE and not names and not _is_part(element, walk.run):
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
    if tag == "a" and state.target is not None and not inner_text(element).strip():
        walk.add(
            squeeze(element.get("title") or element.get("aria-label")) or "", state, spaced=True, spoken=True
        )
    return state


def _is_part(element: HtmlElement, run: list[str]) -> bool:
    """Tell whether an element without a class is a part of a teaser all the same, set apart by style alone."""
    if element.tag == "span" and _touches(run, element):
        return True
    parent = element.getparent()
    return parent is not None and _is_row_of_parts(parent)


def _is_row_of_parts(parent: HtmlElement) -> bool:
    """Tell whether an element holds nothing but inline ones, of which one is a sentence: headline, summary, date."""
    children = list(islice(parent, MAX_PARTS + 1))
    if not 2 <= len(children) <= MAX_PARTS or any(
        (text or "").strip() for text in (parent.text, *(child.tail for child in children))
    ):
        return False
    texts = [(inner_text(child) if child.tag in INLINE else "").strip() for child in children]
    return all(texts) and any(len(text) >= MIN_SENTENCE and text.endswith(STOPS) for text in texts)


def _touches(run: list[str], element: HtmlElement) -> bool:
    """Tell whether a span begins or ends inside what would read as one word: a kicker set apart by style alone."""
    before = next((text[-1] for text in islice(reversed(run), MAX_PARTS) if text), "")
    text, after = element.text or "", element.tail or ""
    return (_ends_part(before) and text[:1].isupper()) or (text[-1:].islower() and after[:1].isupper())


def _ends_part(char: str) -> bool:
    return char.islower() or char.isdigit() or char in STOPS
