"""Judge: a page's blocks in, which of them are the article's text out, each with the rule that decided."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from crawler.parsers.body.blocks import Block, Frame, Segmentation
from crawler.parsers.body.frames import article_frame, furniture_reasons, is_inside, prose_weights
from crawler.parsers.body.prose import ends_sentence, has_sentence, length
from crawler.parsers.body.quotes import repeated_texts
from crawler.parsers.body.vocabulary import begins_like_furniture, is_furniture_line
from crawler.text import fold

# Letters of a block that can open the article; what stands above the first such block is the page's head.
OPENING_PROSE = 60
# Above this share of link text a short block is a link to elsewhere.
LINK_LINE = 0.6
# A sentence of this many letters that is not all link is text, as in lists of the day's stories.
LINKED_SENTENCE = 90
ALL_LINK = 0.9


@dataclass(slots=True, frozen=True, kw_only=True)
class Evidence:
    """What other fields know that helps to tell the text from the rest."""

    title: str | None = None
    standfirst: str | None = None
    """Only when it is printed on the page, so that its block can be left out."""
    related_roots: Collection[HtmlElement] = ()
    article_body: str | None = None
    """JSON-LD's `articleBody`."""


@dataclass(slots=True, frozen=True)
class JudgedBlock:
    """A block with its verdict."""

    block: Block
    kept: bool
    reason: str
    """The rule that decided, for a person to read. Example: `advert`."""


def judge(cut: Segmentation, evidence: Evidence) -> tuple[JudgedBlock, ...]:
    """Return a verdict for every block, in page order."""
    reasons = furniture_reasons(cut, evidence.related_roots)
    weights = prose_weights(cut.blocks, reasons)
    container = article_frame(cut, weights)
    first, last = _extent(cut, weights, container)
    verdicts = [
        _verdict(block, _Scene(cut, evidence, reasons, weights, container, first, last))
        for block in cut.blocks
    ]
    return _without_lone_headings(_without_repeats(verdicts))


@dataclass(slots=True, frozen=True)
class _Scene:
    """Where the article is on the page: what each block is judged against."""

    cut: Segmentation
    evidence: Evidence
    reasons: Sequence[str | None]
    weights: Sequence[float]
    container: int
    first: int
    last: int


def _extent(cut: Segmentation, weights: Sequence[float], container: int) -> tuple[int, int]:
    """Return the first and the last block of prose inside the container; an empty range where there is none."""
    inside = [b for b in cut.blocks if weights[b.index] and is_inside(cut.frames, b.frame, container)]
    opening = next((b.index for b in inside if length(b.text) >= OPENING_PROSE), None)
    if not inside or opening is None:
        return (inside[0].index, inside[-1].index) if inside else (0, -1)
    return opening, inside[-1].index


def _verdict(block: Block, scene: _Scene) -> JudgedBlock:
    reason = _why_not(block, scene)
    return JudgedBlock(block, reason is None, reason or "text of the article")


def _why_not(block: Block, scene: _Scene) -> str | None:
    """Return the first rule that keeps a block out, None when it is text of the article."""
    return (
        scene.reasons[block.frame]
        or _outside(block, scene)
        or _label(block)
        or _repeats_the_head(block, scene.evidence)
        or _links_away(block)
        or _stands_before_or_after(block, scene)
    )


def _outside(block: Block, scene: _Scene) -> str | None:
    return None if is_inside(scene.cut.frames, block.frame, scene.container) else "outside the article"


def _label(block: Block) -> str | None:
    if is_furniture_line(block.text):
        return "placeholder or label"
    if begins_like_furniture(block.text) and not prose_is_long(block):
        return "inset, credit or offer"
    return None if any(map(str.isalnum, block.text)) else "no words"


def prose_is_long(block: Block) -> bool:
    """Tell whether a block is too long, and too little of a link, for an inset or a credit."""
    return length(block.text) > 120 and block.link_density < 0.3


def _repeats_the_head(block: Block, evidence: Evidence) -> str | None:
    if block.kind == "heading" and block.level == 1:
        return "headline"
    folded = fold(block.text)
    if evidence.title and folded == fold(evidence.title):
        return "headline"
    if evidence.standfirst and folded == fold(evidence.standfirst):
        return "standfirst"
    return None


def _links_away(block: Block) -> str | None:
    if block.link_density <= LINK_LINE:
        return None
    is_sentence = (
        length(block.text) >= LINKED_SENTENCE and block.link_density < ALL_LINK and has_sentence(block.text)
    )
    return None if is_sentence else "link"


# A line of the head: a time, a year, a byline. Examples: '14:05 Uhr', 'By Ada Holm', '9 August 2025'.
HEAD_LINE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d|^(?:by|von|par|por|di|da|door|af|av)\s", re.IGNORECASE
)
LONGEST_HEAD_LINE = 90


def _stands_before_or_after(block: Block, scene: _Scene) -> str | None:
    if block.index < scene.first:
        return None if _leads_in(block, scene) else "before the text"
    if block.index <= scene.last:
        return _short_and_alone(block, scene)
    return None if _belongs_to_the_end(block, scene) else "after the text"


def _leads_in(block: Block, scene: _Scene) -> bool:
    """What precedes the first long paragraph: a short one or a list beside it, or its heading; no date, no byline."""
    if len(block.text) < LONGEST_HEAD_LINE and HEAD_LINE.search(block.text):
        return False
    opening = scene.cut.blocks[scene.first]
    frames = scene.cut.frames
    return _home(block, frames) == _home(opening, frames) or (
        block.kind == "heading" and block.index == scene.first - 1
    )


def _home(block: Block, frames: Sequence[Frame]) -> int:
    """The frame that holds a block's paragraph (or its whole list) as one of its own."""
    frame = block.frame
    while frames[frame].tag in {"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6"}:
        frame = frames[frame].parent
    return frame


def _short_and_alone(block: Block, scene: _Scene) -> str | None:
    """A short line with no sentence, alone in its corner of the page, is a label; beside paragraphs it is text."""
    if scene.weights[block.index] or block.kind != "paragraph" or has_sentence(block.text):
        return None
    return None if _has_prose_beside(block, scene) else "label"


# How far around a block its neighbours are looked for.
NEIGHBOURHOOD = 8
# Letters from which a line beside the last paragraph is text even when no sentence ends in it.
CLOSING_PROSE = 40


def _has_prose_beside(block: Block, scene: _Scene) -> bool:
    frames = scene.cut.frames
    home = _home(block, frames)
    near = scene.cut.blocks[max(0, block.index - NEIGHBOURHOOD) : block.index + NEIGHBOURHOOD + 1]
    return any(scene.weights[other.index] and _home(other, frames) == home for other in near)


def _belongs_to_the_end(block: Block, scene: _Scene) -> bool:
    """What follows the last paragraph: only a sentence or an item of a list beside it."""
    if block.kind == "heading" or not _has_prose_beside(block, scene):
        return False
    if block.kind in {"list_item", "table", "code", "preformatted"}:
        return True
    return ends_sentence(block.text) or length(block.text) >= CLOSING_PROSE


def _without_repeats(verdicts: Sequence[JudgedBlock]) -> list[JudgedBlock]:
    """Drop pull quotes, and paragraphs that the page prints a second time."""
    repeated = repeated_texts([v.block for v in verdicts if v.kept])
    return [
        replace(v, kept=False, reason=repeated[v.block.index]) if v.block.index in repeated else v
        for v in verdicts
    ]


def _without_lone_headings(verdicts: Sequence[JudgedBlock]) -> tuple[JudgedBlock, ...]:
    """Drop headings that no text of the article follows before the next heading of their rank."""
    out: list[JudgedBlock] = []
    below = 0  # the rank of the next kept block: 0 for none, 1 to 6 for a heading, 7 for text
    for verdict in reversed(verdicts):
        if verdict.kept:
            rank = verdict.block.level if verdict.block.kind == "heading" else 7
            if rank < 7 and below <= rank:
                verdict = replace(verdict, kept=False, reason="heading without text")
            else:
                below = rank
        out.append(verdict)
    return tuple(reversed(out))
