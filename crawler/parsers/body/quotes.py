"""Pull quotes: the kept blocks in, which of them are decoration or repetition out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import islice

from crawler.parsers.body.segmentation import Block
from crawler.text import fold

PULL_QUOTE = "pull quote"
REPEATED = "repeated"

# Shorter repetitions are ordinary in interviews and poems ("Yes.", "Why?").
SHORTEST_REPEATED = 25
# A block that stands so often is decoration even when no paragraph holds it.
OFTEN = 3
COPIED_SHARE = 0.5
# Quotation marks around a pull quote are not in the paragraph it was taken from, and where the sentence goes on there,
# a comma stands in place of its full stop: '"We stay," she said.'
MARKS = "\"'«»-– "
STOPS = ".,;"
# Comparing every quote with every paragraph is quadratic; no honest page has more quotes.
MAX_COMPARED = 300
# A longer block that is set apart is a document or a letter.
LONGEST_QUOTE = 400

# What two blocks have in common that are marked up alike.
Form = Callable[[Block], Hashable]


def repeated_texts(
    blocks: Sequence[Block], set_apart: Sequence[Block] = (), form: Form = lambda block: block.kind
) -> Mapping[int, str]:
    """Return block index → `pull quote` or `repeated` for the blocks that are not to be in the body.

    A pull quote is a sentence of the text set as a block of its own, or a block that stands OFTEN on the page:
    all of its blocks go, but for the one that is set as paragraphs are. Of any other long block that stands twice
    the first stays; so it does where most of the text stands OFTEN, on pages with a copy for each width of screen.
    `set_apart` are blocks that are out of the text already, in asides and figures: those that repeat the text, or
    one another, are pull quotes too. `form` tells blocks that are marked up alike.
    """
    keys = {block.index: block.folded.strip(MARKS) for block in (*blocks, *set_apart)}
    times = Counter(keys.values())
    suspects = [block for block in blocks if _is_suspect(block, times[keys[block.index]])]
    apart = [block for block in set_apart if _can_be_quote(block)]
    if not suspects and not apart:
        return {}
    texts = [keys[block.index] for block in blocks]
    own = _paragraphs_of_the_text(blocks, keys, form)
    parts = _parts_of_texts((keys[block.index] for block in (*suspects, *apart)), texts)
    often = frozenset() if _are_copies(texts, times) else {key for key in times if times[key] >= OFTEN}
    found: dict[int, str] = {}
    seen = set(own)
    for block in suspects:
        key = keys[block.index]
        if own.get(key) == block.index:
            continue
        if key in often or (block.kind == "quote" and times[key] > 1) or key in parts:
            found[block.index] = PULL_QUOTE
        elif key in seen:
            found[block.index] = REPEATED
        seen.add(key)
    for block in apart:
        key = keys[block.index]
        if key in often or key in own or key in parts:
            found[block.index] = PULL_QUOTE
    return found


def quote_key(text: str) -> str:
    """Return a text as it compares with the sentence that it repeats.

    >>> quote_key("“The tide came twice.”") == quote_key("The tide came  twice.")
    True
    """
    return fold(text).strip(MARKS)


def _are_copies(texts: Sequence[str], times: Mapping[str, int]) -> bool:
    """Tell whether most of a text stands OFTEN: then it is the text that is repeated, not a line of decoration."""
    letters = {text: len(text) for text in texts}
    return sum(letters[text] for text in letters if times[text] >= OFTEN) > COPIED_SHARE * sum(
        letters.values()
    )


def _paragraphs_of_the_text(blocks: Sequence[Block], keys: Mapping[int, str], form: Form) -> dict[str, int]:
    """Return key → block for each text that exactly one block set as most paragraphs are says."""
    usual = Counter(form(block) for block in blocks if block.kind == "paragraph").most_common(1)
    set_so = [block for block in blocks if usual and form(block) == usual[0][0] and block.kind == "paragraph"]
    times = Counter(keys[block.index] for block in set_so)
    return {keys[block.index]: block.index for block in set_so if times[keys[block.index]] == 1}


def _is_suspect(block: Block, times: int) -> bool:
    is_set_apart = block.kind == "quote" and len(block.text) < LONGEST_QUOTE
    return (
        (times > 1 or is_set_apart)
        and block.kind in {"paragraph", "quote", "heading"}
        and block.letters >= SHORTEST_REPEATED
    )


def _can_be_quote(block: Block) -> bool:
    return (
        block.kind in {"paragraph", "quote", "heading"}
        and not block.link_chars
        and block.letters >= SHORTEST_REPEATED
        and len(block.text) < LONGEST_QUOTE
    )


def _parts_of_texts(keys: Iterable[str], texts: Sequence[str]) -> frozenset[str]:
    """Return which of the keys, at most MAX_COMPARED of them, are a part of a longer text."""
    compared = ((key, key.rstrip(STOPS)) for key in islice(dict.fromkeys(keys), MAX_COMPARED))
    return frozenset(
        key for key, bare in compared if any(bare in text and len(text) > len(key) + 10 for text in texts)
    )
