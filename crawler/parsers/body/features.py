"""Features: a scene and the rules' verdicts in; for each block that they leave open, what the learned score reads out.

The score (`block_score`) is rebuilt by `benchmarks/train_blocks.py` whenever a feature changes its meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from crawler.parsers.body.class_words import ClassMeaning
from crawler.parsers.body.frames import marked_below, prose_mass
from crawler.parsers.body.prose import ends_sentence
from crawler.parsers.body.scene import Scene
from crawler.parsers.body.segmentation import Block

try:
    from crawler.parsers.body._blocks import Words
except ImportError:
    from crawler.parsers.body.plain_blocks import Words

NAMES = (
    "kept",  # by the rules
    "home_share",  # of the page's prose that stands beside it, in the same frame
    "is_home",  # whether that frame is the one the text begins in
    "weight",  # letters of prose
    "parent_mass",  # share of the page's prose in the frame around its own
    "own_mass",  # share of the page's prose in its own frame
    "letters",
    "title_words",  # share of the headline's words that a short block holds
    "is_description",  # says what the page's description says
    "is_lead",  # says the standfirst and does not stand apart
    "link_density",
    "position",  # share of the page's prose above it
    "after_first",  # blocks since the first of running text
    "after_last",  # blocks since the last of running text
    "form_share",  # of the page's prose that is marked up as this block is
    "form_count",  # blocks marked up as this one
    "raw_form_share",  # the same of all prose, furniture's too
    "capitals",  # share of capitals among its first letters
    "prose_blocks",  # blocks of prose on the page
    "next_kept",  # whether the rules keep the next block; -1 behind the last
    "previous_kept",
    "facts",  # stands in a box of facts or a summary
    "sentence",  # ends as a sentence does
    "kind",  # place in KINDS
)
KINDS = ("paragraph", "heading", "list_item", "quote", "code", "table", "preformatted")

# Letters at a block's start among which capitals are counted.
COUNTED_CAPITALS = 80
# Letters from which a block that holds the headline's words is text about the same thing, not a repeated headline.
LONGEST_TITLE_LIKE = 250
SHORTEST_DESCRIPTION = 20
PLAIN_LETTERS = 60
PLAIN_HOME_SHARE = 0.5
PLAIN_FORM_SHARE = 0.3
NO_FORM = (0.0, 0, 0.0)


@dataclass(slots=True, frozen=True, kw_only=True)
class Survey:
    """What the features of all blocks of a page are read from."""

    scene: Scene
    kept: Sequence[bool]
    """For each block, whether the rules keep it."""
    total: float
    raw_total: float
    above: Sequence[float]
    """For each block, the prose above it."""
    mass: Sequence[float]
    """For each frame, the prose in it."""
    homes: dict[int, float]
    """Home frame → the prose in it."""
    forms: dict[tuple[str, str, str | None], tuple[float, int, float]]
    """Mark-up of a block → the prose marked up so, the number of blocks, and all such prose, furniture's too; of the
    blocks in the article's frame and of all prose."""
    facts: Sequence[bool]
    """For each frame, whether it stands in a box of facts below the article's own frame."""
    first_home: int
    title_words: Words
    prose_blocks: int


def survey(scene: Scene, kept: Sequence[bool]) -> Survey:
    """Return what the features of a page's blocks are read from; one pass over its blocks and its frames."""
    weights, blocks, frames, inside = scene.weights, scene.cut.blocks, scene.cut.frames, scene.inside
    homes: dict[int, float] = {}
    forms: dict[tuple[str, str, str | None], tuple[float, int, float]] = {}
    for block, weight, raw in zip(blocks, weights, scene.prose, strict=True):
        if not raw and block.frame not in inside:
            continue
        home = scene.homes[block.frame]
        homes[home] = homes.get(home, 0.0) + weight
        form = form_of(block, scene)
        prose, count, all_prose = forms.get(form, (0.0, 0, 0.0))
        forms[form] = (prose + weight, count + 1, all_prose + raw)
    mass, total = prose_mass(frames.parents, blocks, weights)
    return Survey(
        scene=scene,
        kept=kept,
        total=total or 1.0,
        raw_total=sum(scene.prose) or 1.0,
        above=list(accumulate(weights, initial=0.0)),
        mass=mass,
        homes=homes,
        forms=forms,
        facts=marked_below(frames.parents, frames.meanings, ClassMeaning.FACTS, scene.container),
        first_home=scene.home(blocks[scene.first]),
        title_words=Words(scene.title),
        prose_blocks=sum(1 for weight in weights if weight),
    )


def features(index: int, page: Survey) -> tuple[float, ...]:
    """Return a block's features in the order of NAMES."""
    scene = page.scene
    block, kept = scene.cut.blocks[index], page.kept
    home = scene.homes[block.frame]
    parent = scene.cut.frames.parents[block.frame]
    form_prose, form_count, form_all = page.forms.get(form_of(block, scene), NO_FORM)
    return (
        kept[index],
        page.homes.get(home, 0.0) / page.total,
        home == page.first_home,
        scene.weights[index],
        page.mass[parent] / page.total if parent >= 0 else 1.0,
        page.mass[block.frame] / page.total,
        block.letters,
        _title_words(block, page.title_words),
        _is_description(block, scene.description),
        index == scene.lead,
        block.link_density,
        page.above[index] / page.total,
        index - scene.first,
        index - scene.last,
        form_prose / page.total,
        form_count,
        form_all / page.raw_total,
        _capitals(block.text),
        page.prose_blocks,
        kept[index + 1] if index + 1 < len(kept) else -1,
        kept[index - 1] if index else -1,
        page.facts[block.frame],
        ends_sentence(block.text),
        KINDS.index(block.kind),
    )


def is_plain(index: int, page: Survey) -> bool:
    """Tell whether a block that the rules keep is so plainly text that its score need not be asked for.

    Running text beside most of the page's prose and marked up as much of it, in no box of facts, with more text below:
    of 6,864 such blocks on the labelled pages the score leaves out none.
    """
    scene = page.scene
    block = scene.cut.blocks[index]
    return (
        scene.weights[index] > PLAIN_LETTERS
        and index < scene.last
        and not page.facts[block.frame]
        and page.homes.get(scene.homes[block.frame], 0.0) > PLAIN_HOME_SHARE * page.total
        and page.forms.get(form_of(block, scene), NO_FORM)[0] > PLAIN_FORM_SHARE * page.total
    )


def form_of(block: Block, scene: Scene) -> tuple[str, str, str | None]:
    """Return how a block is marked up; two paragraphs of one text are marked up alike."""
    frames = scene.cut.frames
    return block.kind, frames.tags[block.frame], frames.class_of(block.frame)


def _title_words(block: Block, title: Words) -> float:
    return title.share_in(block.folded) if len(block.text) < LONGEST_TITLE_LIKE else 0.0


def _is_description(block: Block, description: str) -> bool:
    text = block.folded
    return (
        bool(description)
        and len(text) > SHORTEST_DESCRIPTION
        and (text in description or description in text)
    )


def _capitals(text: str) -> float:
    start = text[:COUNTED_CAPITALS]
    return sum(map(str.isupper, start)) / len(start)
