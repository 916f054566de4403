"""Render: the kept blocks in; the body as plain text and as Markdown out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from crawler.parsers.body.segmentation import Block
from crawler.text import squeeze

Absolute = Callable[[str | None], str | None]

# Characters that would turn text into markup: at a line's start ('#', '-', '1.') or around words ('*', '_', '[').
INLINE_MARKUP = re.compile(r"([\\`*_\[\]<])")
LINE_MARKUP = re.compile(r"^(\d*)(?=#{1,6} |[-+>] |[.)] )")
FENCE = "```"


def plain_text(blocks: Sequence[Block]) -> str:
    """Return the blocks as plain text, a blank line between two of them."""
    return "\n\n".join(block.text for block in blocks)


def markdown(blocks: Sequence[Block], absolute: Absolute) -> str:
    """Return the blocks as CommonMark (tables as in GitHub's): headings, lists, quotes, code, links."""
    parts: list[str] = []
    for kind, run in groupby(blocks, key=_run_of):
        parts.append(_RUNS[kind](list(run), absolute))
    return "\n\n".join(part for part in parts if part)


def _run_of(block: Block) -> str:
    return block.kind if block.kind in {"list_item", "table"} else "single"


def _singles(run: Sequence[Block], absolute: Absolute) -> str:
    return "\n\n".join(_single(block, absolute) for block in run)


def _single(block: Block, absolute: Absolute) -> str:
    if block.kind in {"code", "preformatted"}:
        fence = FENCE + "`" * block.text.count(FENCE)
        return f"{fence}\n{block.text}\n{fence}"
    text = _inline(block, absolute)
    if block.kind == "heading":
        return f"{'#' * max(2, block.level)} {text}"
    if block.kind == "quote":
        return f"> {text}"
    return LINE_MARKUP.sub(r"\1\\", text) if LINE_MARKUP.match(text) else text


def _list(run: Sequence[Block], absolute: Absolute) -> str:
    base = min(block.level for block in run)
    lines = []
    for block in run:
        mark = f"{block.number}." if block.number else "-"
        lines.append(f"{'   ' * (block.level - base)}{mark} {_inline(block, absolute)}")
    return "\n".join(lines)


def _table(run: Sequence[Block], absolute: Absolute) -> str:
    width = max(block.level for block in run)
    rows = [[text.replace("|", "\\|") for text, _ in block.pieces] for block in run]
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


_RUNS: dict[str, Callable[[Sequence[Block], Absolute], str]] = {
    "single": _singles,
    "list_item": _list,
    "table": _table,
}


def _inline(block: Block, absolute: Absolute) -> str:
    """Return a block's text with its links; white space between two stretches is kept as one space."""
    if not block.link_chars:
        return _escaped(block.text)
    text = "".join(_stretches(block, absolute))
    return squeeze(text) or ""


def _escaped(text: str) -> str:
    return INLINE_MARKUP.sub(r"\\\1", text) if INLINE_MARKUP.search(text) else text


def _stretches(block: Block, absolute: Absolute) -> Iterator[str]:
    for href, group in groupby(block.pieces, key=lambda piece: piece[1]):
        raw = "".join(piece for piece, _ in group)
        text = _escaped(raw)
        target = absolute(href) if href else None
        label = squeeze(text)
        if target and label:
            before, after = (" " if raw[:1].isspace() else ""), (" " if raw[-1:].isspace() else "")
            yield f"{before}[{label}]({target.replace('(', '%28').replace(')', '%29')}){after}"
        else:
            yield text
