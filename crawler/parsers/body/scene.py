"""Scene: a page's blocks and what other fields know in; where the article stands among them out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from lxml.html import HtmlElement

from crawler.parsers.body.class_words import ClassMeaning
from crawler.parsers.body.frames import article_frame, furniture_reasons
from crawler.parsers.body.lines import is_comments_line, is_furniture_line
from crawler.parsers.body.prose import is_head_line, length, prose_weight
from crawler.parsers.body.segmentation import Block, Frames, Segmentation
from crawler.parsers.body.teasers import in_offers, in_teasers
from crawler.text import fold

# Letters of a line that are looked for before a block is folded to be compared.
PROBED_LETTERS = 12
# Letters of a block that can open the article; what stands above the first such block is the page's head.
OPENING_PROSE = 60
# Structured data's text decides where the article is when so much of it is printed on the page.
STRUCTURED_LETTERS = 500
STRUCTURED_PRINTED = 0.6
# Looking for every block in all of that text is quadratic; no honest article has more letters or paragraphs.
MOST_STRUCTURED = 200_000
MOST_COMPARED = 2_000
# So many letters of a block are looked for in structured data's text: editors' notes and links vary behind them.
COMPARED_LETTERS = 60
# Letters that the headline's block has at most when byline, date and standfirst stand in it too.
LONGEST_HEAD = 500
# What stands between a dateline and the paragraph that it opens: 'Harbourton (Agency) - The tide …'.
DATELINE_ENDS = ("-", ")", ":", ".")
# Letters of text that stand before the comments of an article; with fewer, 'Comments' is something else.
FEWEST_BEFORE_COMMENTS = 200
SHARE_BEFORE_COMMENTS = 0.3
# Elements that are part of a paragraph's or a list's own markup.
TEXT_TAGS = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, frozen=True, kw_only=True)
class Evidence:
    """What other fields know that helps to tell the text from the rest."""

    title: str | None = None
    standfirst: str | None = None
    """The standfirst or the page's description; its block is found when it is printed."""
    related_roots: Collection[HtmlElement] = ()
    article_body: str | None = None
    """JSON-LD's `articleBody`."""


@dataclass(slots=True, frozen=True, kw_only=True)
class Scene:
    """Where the article is on the page: what each block is judged against."""

    cut: Segmentation
    title: str
    """The headline, folded; empty where there is none."""
    description: str
    """The standfirst or the page's description, folded; empty where there is none."""
    reasons: Sequence[str | None]
    """For each frame, why all in it is furniture."""
    teasers: Collection[int]
    """Blocks that announce other articles."""
    weights: Sequence[float]
    """For each block, its letters of running text, 0 in furniture."""
    prose: Sequence[float]
    """For each block, its letters of running text wherever it stands."""
    container: int
    """The frame that holds the article."""
    standfirst: int
    """The block that prints it, when it stands apart from the text; -1 for none."""
    lead: int
    """The block that prints it, when it is the text's first paragraph; -1 for none."""
    first: int
    last: int
    """The first and the last block of running text in the container."""
    offers: Collection[int]
    """Blocks in boxes that invite to subscribe."""
    comments: int
    """The block that the readers' comments begin with; the number of blocks where there are none."""

    inside: range
    """The frames in it, itself included."""
    article: range
    """The frames in the `<article>` that holds both the headline and the text; empty where none does."""
    homes: Sequence[int]
    """For each frame, the one that holds its paragraph, or its whole list, as one of its own."""

    def is_inside(self, block: Block) -> bool:
        """Tell whether a block stands in the article's frame."""
        return block.frame in self.inside

    def home(self, block: Block) -> int:
        """Return the frame that holds a block's paragraph, or its whole list, as one of its own."""
        return self.homes[block.frame]


def scene_of(cut: Segmentation, evidence: Evidence) -> Scene:
    """Find the article on a page."""
    prose = [prose_weight(block) for block in cut.blocks]
    reasons = furniture_reasons(cut, evidence.related_roots, prose)
    title = fold(evidence.title or "")
    headline = _headline(cut.blocks, title)
    teasers = in_teasers(cut)
    weights = [0.0 if reasons[b.frame] else weight for b, weight in zip(cut.blocks, prose, strict=True)]
    comments = _comments_start(cut.blocks, weights, headline)
    for index in {*teasers, *_headline_runs(cut.blocks, title), *range(comments, len(cut.blocks))}:
        weights[index] = 0.0
    sure = _structured_weights(cut.blocks, weights, evidence.article_body) or weights
    container = article_frame(cut, sure, headline)
    description = fold(evidence.standfirst or "")
    standfirst, lead, is_in_head = _standfirst(cut, weights, headline, description)
    if standfirst >= 0 or is_in_head:
        weights[max(standfirst, lead)] = 0.0
    within = cut.frames.inside(container)
    article = [block for block in cut.blocks if block.frame in within]
    offers = in_offers(cut, article if lead < 0 else [*article, cut.blocks[lead]], container)
    for index in offers:
        weights[index] = 0.0
    first, last = _extent(article, weights)
    return Scene(
        cut=cut,
        title=title,
        description=description,
        reasons=reasons,
        teasers=teasers,
        weights=weights,
        prose=prose,
        container=container,
        inside=within,
        article=_article(cut, container, headline),
        homes=_homes(cut.frames),
        standfirst=standfirst,
        lead=lead,
        first=first,
        last=last,
        offers=offers,
        comments=comments,
    )


def _article(cut: Segmentation, container: int, headline: int) -> range:
    """Return the frames in the innermost `<article>` around the text, when the headline stands in it."""
    frame = container
    while frame >= 0 and cut.frames.tags[frame] != "article":
        frame = cut.frames.parents[frame]
    within = cut.frames.inside(frame) if frame >= 0 else range(0)
    return within if headline >= 0 and cut.blocks[headline].frame in within else range(0)


def _headline_runs(blocks: Sequence[Block], title: str) -> Iterator[int]:
    """The blocks whose first line is the headline: pages without paragraphs set byline and date below it."""
    for block in blocks:
        if (
            title
            and block.kind == "paragraph"
            and len(block.text) < LONGEST_HEAD
            and opens_with(block, title)
        ):
            yield block.index


def _comments_start(blocks: Sequence[Block], weights: Sequence[float], headline: int) -> int:
    """Return the block of the readers' comments' heading, when running text stands above it."""
    top = max(0, headline)
    lines = [block.index for block in blocks[top:] if is_comments_line(block.text)]
    above = list(accumulate(weights[top:], initial=0.0)) if lines else []
    start = next((i for i in lines if above[i - top] >= FEWEST_BEFORE_COMMENTS), len(blocks))
    has_text_before = sum(weights[:start]) >= SHARE_BEFORE_COMMENTS * sum(weights)
    return start if has_text_before else len(blocks)


def _structured_weights(
    blocks: Sequence[Block], weights: Sequence[float], text: str | None
) -> list[float] | None:
    """Return the weights of the blocks that structured data's text holds, None when it holds too little of them."""
    if not text or length(text) < STRUCTURED_LETTERS:
        return None
    whole = fold(text[:MOST_STRUCTURED])
    found = [0.0] * len(blocks)
    for block in islice((block for block in blocks if weights[block.index]), MOST_COMPARED):
        if block.folded[:COMPARED_LETTERS] in whole:
            found[block.index] = weights[block.index]
    return found if sum(found) >= STRUCTURED_PRINTED * length(text) else None


def _headline(blocks: Sequence[Block], title: str) -> int:
    """Return the block that prints the headline: the heading equal to it, else the first h1; -1 for none."""
    headings = [block for block in blocks if block.kind == "heading"]
    equal = next((block.index for block in headings if title and block.folded == title), None)
    first = next((block.index for block in headings if block.level == 1), -1)
    return first if equal is None else equal


def _standfirst(
    cut: Segmentation, weights: Sequence[float], headline: int, text: str
) -> tuple[int, int, bool]:
    """Return the block of a standfirst that stands apart from the text, and of one that opens it; -1 for none.

    With it whether the one that opens the text has the page's head, date or byline, below it.

    It stands apart by its class, or when it is directly under the headline, the date or byline follows, and it is a
    heading or a share bar follows too. A paragraph with nothing but a date below it is counted as text by most of
    those who label pages, and under the date it is the text's first paragraph, also in a box of its own.
    """
    block = next((b for b in cut.blocks if text and _can_say(b, text) and _says_only(b.folded, text)), None)
    if block is None or not any(weight for i, weight in enumerate(weights) if i != block.index):
        return -1, -1, False
    following = next((i for i in range(block.index + 1, len(weights)) if weights[i]), block.index)
    above, below = cut.blocks[headline + 1 : block.index], cut.blocks[block.index + 1 : following]
    is_under_headline = headline < block.index and not _has_head_line(above)
    has_date_below = block.folded != text or any(is_head_line(line.text) for line in below)
    has_bar_below = any(is_furniture_line(line.text, line.folded) for line in below)
    is_set_apart = has_bar_below or block.kind == "heading"
    is_apart = _is_classed(cut.frames, block) or (is_under_headline and has_date_below and is_set_apart)
    if is_apart:
        return block.index, -1, False
    return -1, block.index, is_under_headline and (has_date_below or has_bar_below)


def _can_say(block: Block, line: str) -> bool:
    """Tell quickly whether a block may hold a folded line: folding ASCII text changes case and one quote at most."""
    text = block.text
    return not text.isascii() or (
        len(text) >= len(line) and ("`" in text or line[:PROBED_LETTERS] in text.lower())
    )


def _says_only(line: str, standfirst: str) -> bool:
    """Tell whether a line is the standfirst, be it with an overline before or date or byline behind it in the line."""
    rest = line.removeprefix(standfirst)
    if len(rest) == len(line):
        before = line.removesuffix(standfirst).rstrip()
        return len(before) < len(standfirst) and before != line and not before.endswith(DATELINE_ENDS)
    return not rest or is_head_line(rest.strip())


def _has_head_line(blocks: Sequence[Block]) -> bool:
    return any(is_head_line(block.text) or is_furniture_line(block.text, block.folded) for block in blocks)


def _is_classed(frames: Frames, block: Block) -> bool:
    parent = frames.parents[block.frame]
    meaning = frames.meanings[block.frame] | (frames.meanings[parent] if parent >= 0 else 0)
    return bool(meaning & ClassMeaning.STANDFIRST)


def _extent(article: Sequence[Block], weights: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last block of prose in the container; an empty range where there is none."""
    prose = [block for block in article if weights[block.index]]
    if not prose:
        return 0, -1
    opening = next((b.index for b in prose if length(b.text) >= OPENING_PROSE), prose[0].index)
    return opening, prose[-1].index


def opens_with(block: Block, title: str) -> bool:
    """Tell whether a block's first line is the headline."""
    return _can_say(block, title) and block.folded.startswith(title) and fold(block.first_line) == title


def _homes(frames: Frames) -> list[int]:
    homes: list[int] = []
    for frame, (parent, tag) in enumerate(zip(frames.parents, frames.tags, strict=True)):
        homes.append(homes[parent] if tag in TEXT_TAGS and parent >= 0 else frame)
    return homes
