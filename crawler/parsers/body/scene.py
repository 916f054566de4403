"""Scene: a page's blocks and what other fields know in; where the article stands among them out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from lxml.html import HtmlElement

from crawler.parsers.body.disclosures import appealing
from crawler.parsers.body.frames import article_frame, furniture_reasons, outside_of
from crawler.parsers.body.head_blocks import headed, headline_of, headline_runs, standfirst_of, that_may_say
from crawler.parsers.body.letters import length
from crawler.parsers.body.lines import LONGEST_COMMENTS_LINE, is_comments_line
from crawler.parsers.body.prose import ends_sentence, is_head_line, is_paragraph_in_large_type
from crawler.parsers.body.segmentation import Block, Segmentation
from crawler.parsers.body.teasers import in_offers, in_teasers
from crawler.text import fold

try:
    from crawler.parsers.body._blocks import prose_weights
except ImportError:
    from crawler.parsers.body.plain_blocks import prose_weights

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
# Letters of text that stand before the comments of an article; with fewer, 'Comments' is something else.
FEWEST_BEFORE_COMMENTS = 200
SHARE_BEFORE_COMMENTS = 0.3
# So many letters, and twice as many as stand in paragraphs, are a text that is set as headings.
FEW_LETTERS = 300
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
    authors: Sequence[str] = ()


@dataclass(slots=True, frozen=True, kw_only=True)
class Scene:
    """Where the article is on the page: what each block is judged against."""

    cut: Segmentation
    title: str
    """The headline, folded; empty where there is none."""
    headed: Collection[int]
    """The blocks that open with it."""
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
    appeals: Collection[int]
    """Of the blocks that may be the article's text, those that may invite to subscribe or speak of the page."""
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
    prose = _weights(cut.blocks)
    reasons = furniture_reasons(cut, evidence.related_roots, prose)
    title = fold(evidence.title or "")
    saying = that_may_say(cut.blocks, title)
    headline, opening = headline_of(cut.blocks, saying, title), headed(cut.blocks, saying, title)
    teasers = in_teasers(cut)
    weights = [0.0 if reasons[b.frame] else weight for b, weight in zip(cut.blocks, prose, strict=True)]
    comments = _comments_start(cut.blocks, weights, headline)
    for index in {*teasers, *headline_runs(cut.blocks, opening), *range(comments, len(cut.blocks))}:
        weights[index] = 0.0
    sure = _structured_weights(cut.blocks, weights, evidence.article_body) or weights
    container = article_frame(cut, sure, headline)
    description = fold(evidence.standfirst or "")
    standfirst, lead, is_in_head = standfirst_of(cut, weights, headline, description)
    if standfirst >= 0 or is_in_head:
        weights[max(standfirst, lead)] = 0.0
    within = cut.frames.inside(container)
    article = [block for block in cut.blocks if block.frame in within]
    lead_block = [] if lead < 0 else [cut.blocks[lead]]
    outside = [block for block in cut.blocks if weights[block.index] and block.frame not in within]
    appeals = appealing([*article, *lead_block, *outside])
    offers = in_offers(cut, [b for b in (*article, *lead_block) if b.index in appeals], container)
    for index in offers:
        weights[index] = 0.0
    first, last = _extent(article, weights)
    return Scene(
        cut=cut,
        title=title,
        headed=opening,
        description=description,
        reasons=reasons,
        teasers=teasers,
        weights=weights,
        prose=prose,
        container=container,
        inside=within,
        article=_article(cut, container, headline),
        homes=outside_of(cut.frames.parents, cut.frames.tags, TEXT_TAGS),
        standfirst=standfirst,
        lead=lead,
        first=first,
        last=last,
        offers=offers,
        appeals=appeals,
        comments=comments,
    )


def _weights(blocks: Sequence[Block]) -> Sequence[float]:
    """Return the letters of running text of each block; those of headings where a page sets its text as such."""
    prose = prose_weights(blocks)
    large = [b.letters if b.kind == "heading" and is_paragraph_in_large_type(b) else 0.0 for b in blocks]
    return large if sum(large) >= max(FEW_LETTERS, 2 * sum(prose)) else prose


def _article(cut: Segmentation, container: int, headline: int) -> range:
    """Return the frames in the innermost `<article>` around the text, when the headline stands in it."""
    frame = cut.frames.article_around(container)
    within = cut.frames.inside(frame) if frame >= 0 else range(0)
    return within if headline >= 0 and cut.blocks[headline].frame in within else range(0)


def _comments_start(blocks: Sequence[Block], weights: Sequence[float], headline: int) -> int:
    """Return the block of the readers' comments' heading, when running text stands above it."""
    top = max(0, headline)
    short = [block for block in blocks[top:] if len(block.text) <= LONGEST_COMMENTS_LINE]
    lines = [block.index for block in short if is_comments_line(block.text)]
    if not lines:
        return len(blocks)
    above = list(accumulate(weights[top:], initial=0.0))
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


def _extent(article: Sequence[Block], weights: Sequence[float]) -> tuple[int, int]:
    """Return the first and the last block of prose in the container; an empty range where there is none."""
    prose = [block for block in article if weights[block.index] and _is_running(block.text)]
    if not prose:
        return 0, -1
    opening = next((block.index for block in prose if block.letters >= OPENING_PROSE), prose[0].index)
    return opening, prose[-1].index


def _is_running(text: str) -> bool:
    """Tell whether a text is more than an address or a date line as they stand above the first paragraph."""
    if is_head_line(text) and any(map(str.isdigit, text)) and not ends_sentence(text):
        return False
    return not text.isascii() or " " in text
