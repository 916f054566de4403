"""Pieces: an element in, its text in reading order out, cut where a reader sees one part of a teaser end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

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


@dataclass(slots=True)
class _State:
    """What holds for the text at one depth; each child starts with a copy of its parent's."""

    target: Target | None = None
    linked: bool = False
    heading: HtmlElement | None = None
    role: Role | None = None
    stamp: str | None = None
    card: str | None = None


@dataclass(slots=True)
class _Walk:
    target_of: Callable[[str | None], Target | None]
    owners: dict[HtmlElement, str | None]
    pieces: list[Piece] = field(default_factory=list)
    run: list[str] = field(default_factory=list)

    def cut(self, state: _State) -> None:
        text = squeeze("".join(self.run)) if self.run else None
        self.run.clear()
        if text:
            self.pieces.append(
                Piece(
                    text=text, target=state.target, linked=state.linked, heading=state.heading,
                    role=state.role, stamp=state.stamp, card=state.card,
                )
            )  # fmt: skip


def pieces_of(
    elements: Iterable[HtmlElement],
    target_of: Callable[[str | None], Target | None],
    owners: dict[HtmlElement, str | None],
) -> list[Piece]:
    """Return the pieces of the elements, at most MAX_PIECES; `owners` says which element is one article's card."""
    walk = _Walk(target_of, owners)
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
            walk.run.append(element.text or "")
        else:
            state = states.pop()
            if state is not states[-1] or element.tag == "br":
                walk.cut(state)
            if element is not root:
                walk.run.append(element.tail or "")
        if len(walk.pieces) >= MAX_PIECES:
            return
    walk.cut(states[-1])


def _enter(element: HtmlElement, outer: _State, walk: _Walk) -> _State:
    """Return the state inside an element; the outer one itself where the text runs on."""
    tag, names = element.tag, element.get("class")
    if tag in INLINE and not names:
        return outer
    walk.cut(outer)
    role = (role_of(names) if names else None) or outer.role
    state = _State(outer.target, outer.linked, outer.heading, role, outer.stamp, outer.card)
    if tag == "a":
        state.target, state.linked = walk.target_of(element.get("href")), True
    elif tag in HEADINGS:
        state.heading = element
    elif tag == "time":
        state.stamp, state.role = element.get("datetime") or "", "date"
    elif tag == "figcaption":
        state.role = "skip"
    if state.card is None:
        state.card = walk.owners.get(element)
    return state


def owners_of(
    elements: Iterable[HtmlElement], target_of: Callable[[str | None], Target | None], limit: int
) -> dict[HtmlElement, str | None]:
    """Return for each element that holds article links the key of the only article, None where there are several."""
    owners: dict[HtmlElement, str | None] = {}
    for root in elements:
        for anchor in _first(root.iter("a"), limit):
            target = target_of(anchor.get("href"))
            if target is not None:
                _claim(anchor, root, target.key, owners)
    return owners


def _claim(anchor: HtmlElement, root: HtmlElement, key: str, owners: dict[HtmlElement, str | None]) -> None:
    element: HtmlElement | None = anchor
    while element is not None:
        if element in owners:
            if owners[element] in (None, key):
                return
            owners[element] = None
        else:
            owners[element] = key
        if element is root:
            return
        element = element.getparent()


def _first(elements: Iterator[HtmlElement], limit: int) -> Iterator[HtmlElement]:
    for count, element in enumerate(elements):
        if count == limit:
            return
        yield element
