"""Blocks: a page's tree in, its runs of text in page order out, each with where it stands and what it is."""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.compiled import UNUSABLE
from crawler.page import Page
from crawler.parsers.body.class_words import ClassMeaning, meanings_of
from crawler.parsers.body.segmentation import Frames, Segmentation

try:
    from crawler.parsers.body._blocks import name_kinds
except ImportError:
    from crawler.parsers.body.kinds import name_kinds
try:
    from crawler.parsers.body._walk import walk
except UNUSABLE:
    from crawler.parsers.body.walk import walk


def blocks_of(page: Page) -> Segmentation:
    """Cut a page into blocks; asked for by `page.once(blocks_of)`, since several fields need this one walk."""
    return segment(page.tree)


def segment(root: HtmlElement) -> Segmentation:
    """Cut a page's tree into blocks, in one walk; scripts, controls and other unreadable elements are left out."""
    cut = walk(root)
    _name_meanings(cut.frames)
    name_kinds(cut.frames, cut.blocks)
    return cut


def _name_meanings(frames: Frames) -> None:
    """Add what their class and id say to the frames."""
    frames.meanings[:] = meanings_of(frames.names)
    for frame in frames.bodies:
        frames.meanings[frame] |= ClassMeaning.BODY
