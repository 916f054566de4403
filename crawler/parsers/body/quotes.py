"""Pull quotes: the kept blocks in, which of them are decoration or repetition out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from crawler.parsers.body.blocks import Block
from crawler.parsers.body.prose import length
from crawler.text import fold

PULL_QUOTE = "pull quote"
REPEATED = "repeated"

# Shorter repetitions are ordinary in interviews and poems ("Yes.", "Why?").
SHORTEST_REPEATED = 25
# A block that stands so often is decoration even when no paragraph holds it.
OFTEN = 3
# Quotation marks around a pull quote are not in the paragraph it was taken from.
MARKS = "\"'«»-– "
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
    the first stays. `set_apart` are blocks that are out of the text already, in asides and figures: those that
    repeat the text, or one another, are pull quotes too. `form` tells blocks that are marked up alike.
    """
    keys = {block.index: quote_key(block.text) for block in (*blocks, *set_apart)}
    times = Counter(keys.values())
    texts = [keys[block.index] for block in blocks]
    own = _paragraphs_of_the_text(blocks, keys, form)
    found: dict[int, str] = {}
    seen = set(own)
    for block in blocks:
        key = keys[block.index]
        if not _is_suspect(block, times[key]) or own.get(key) == block.index:
            continue
        if times[key] >= OFTEN or (block.kind == "quote" and times[key] > 1) or _is_part(key, texts):
            found[block.index] = PULL_QUOTE
        elif key in seen:
            found[block.index] = REPEATED
        seen.add(key)
    for block in set_apart:
        key = keys[block.index]
        if _can_be_quote(block) and (times[key] >= OFTEN or key in own or _is_part(key, texts)):
            found[block.index] = PULL_QUOTE
    return found


def quote_key(text: str) -> str:
    """Return a text as it compares with the sentence that it repeats.

    >>> quote_key("“The tide came twice.”") == quote_key("The tide came  twice.")
    True
    """
    return fold(text).strip(MARKS)


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
        and length(block.text) >= SHORTEST_REPEATED
    )


def _can_be_quote(block: Block) -> bool:
    return (
        block.kind in {"paragraph", "quote", "heading"}
        and not block.link_chars
        and length(block.text) >= SHORTEST_REPEATED
        and len(block.text) < LONGEST_QUOTE
    )


def _is_part(key: str, others: Iterable[str]) -> bool:
    return any(key in other and len(other) > len(key) + 10 for other in others)
