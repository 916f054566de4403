"""Blocks: a page's tree in, its runs of text in page order out, each with where it stands and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.class_words import meanings_of
from crawler.parsers.body.kinds import Kinds
from crawler.parsers.body.segmentation import Block, Frame, Segmentation
from crawler.parsers.body.walk import walk


def blocks_of(page: Page) -> Segmentation:
    """Cut a page into blocks; asked for by `page.once(blocks_of)`, since several fields need this one walk."""
    return segment(page.tree)


def segment(root: HtmlElement) -> Segmentation:
    """Cut a page's tree into blocks, in one walk; scripts, controls and other unreadable elements are left out."""
    names: list[str | None] = []
    cut = walk(root, names)
    _name_meanings(cut.frames, names)
    _name_kinds(cut.frames, cut.blocks)
    return cut


def _name_meanings(frames: Sequence[Frame], names: Sequence[str | None]) -> None:
    """Add what their class and id say to the frames."""
    lines = {each for each in names if each}
    meanings = dict(zip(lines, meanings_of(lines), strict=False))
    for frame, each in zip(frames, names, strict=True):
        if each:
            frame.meaning |= meanings[each]


def _name_kinds(frames: Sequence[Frame], blocks: Sequence[Block]) -> None:
    """Tell headings, list items and quotes from paragraphs: known only when what follows in their frames is."""
    if not frames:
        return
    kinds = Kinds(frames)
    for block in blocks:
        frame = frames[block.frame]
        if frame.marked >= 0 and block.kind == "paragraph":
            block.kind, block.level, block.number = kinds.of(frame)
