"""Pull quotes: the kept blocks in, which of them are decoration or repetition out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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


def repeated_texts(blocks: Sequence[Block]) -> Mapping[int, str]:
    """Return block index → `pull quote` or `repeated` for the blocks that are not to be in the body.

    A pull quote is a sentence of the text set as a block of its own, or a block that stands OFTEN on the page:
    all of its blocks go. Of any other long block that stands twice the first stays.
    """
    keys = {block.index: fold(block.text).strip(MARKS) for block in blocks}
    times = Counter(keys.values())
    suspects = [b for b in blocks if _is_suspect(b, times[keys[b.index]])]
    found: dict[int, str] = {}
    seen: set[str] = set()
    for block in suspects:
        key = keys[block.index]
        if times[key] >= OFTEN or (block.kind == "quote" and times[key] > 1) or _is_part(key, keys.values()):
            found[block.index] = PULL_QUOTE
        elif key in seen:
            found[block.index] = REPEATED
        seen.add(key)
    return found


def _is_suspect(block: Block, times: int) -> bool:
    is_set_apart = block.kind == "quote" and len(block.text) < 400
    return (
        (times > 1 or is_set_apart)
        and block.kind in {"paragraph", "quote", "heading"}
        and length(block.text) >= (SHORTEST_REPEATED)
    )


def _is_part(key: str, others: Iterable[str]) -> bool:
    return any(key in other and len(other) > len(key) + 10 for other in others)
