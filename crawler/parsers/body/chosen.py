"""Chosen: a page and selectors of its text in; the body that stands there out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body import Body, Evidence
from crawler.parsers.body.anchors import without_anchors
from crawler.parsers.body.blocks import segment
from crawler.parsers.body.render import markdown, plain_text
from crawler.parsers.body.verdicts import Verdict
from crawler.parsers.selector import find

CHOSEN = "selected by the sites file"
RELATED = "related links"


def chosen_body(page: Page, selectors: Sequence[str], evidence: Evidence) -> Body | None:
    """Return all text within what the first selector finds that finds any, blocks of related links left out."""
    for selector in selectors:
        verdicts = tuple(_verdicts(find(selector, page.tree), set(evidence.related_roots)))
        kept = without_anchors([verdict.block for verdict in verdicts if verdict.kept])
        if kept:
            return Body(
                text=plain_text(kept),
                markdown=markdown(kept, page.absolute),
                pull_quotes=(),
                source="rule",
                judged=verdicts,
                evidence=evidence,
            )
    return None


def _verdicts(found: Sequence[HtmlElement | str], related: set[HtmlElement]) -> Iterator[Verdict]:
    for root in _outermost([each for each in found if not isinstance(each, str)]):
        # What stands behind an element hangs on it, and the walk would take it for its own.
        alone = deepcopy(root)
        alone.tail = None
        away = {copy for copy, each in zip(alone.iter(), root.iter(), strict=True) if each in related}
        # The walk begins at a block, and what is selected may be none.
        block_around = alone.makeelement("div")
        block_around.append(alone)
        cut = segment(block_around)
        for block in cut.blocks:
            frame = cut.frames.elements[block.frame]
            is_related = frame in away or not away.isdisjoint(frame.iterancestors())
            yield Verdict(block, not is_related, RELATED if is_related else CHOSEN)


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return the elements that stand in no other of them."""
    held = set(elements)
    return [each for each in elements if held.isdisjoint(each.iterancestors())]
