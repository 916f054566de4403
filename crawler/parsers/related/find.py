"""The whole of related links: blocks, insets and structured data of a page in, links in page order out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from crawler.dates import iso_date
from crawler.items import RelatedKind, RelatedLink
from crawler.page import Page
from crawler.parsers.inner_texts import inner_text
from crawler.parsers.related.blocks import Block, ancestors, candidate_blocks
from crawler.parsers.related.cards import KICKER_WEIGHT, anchors_of, owners_of, without_kickers
from crawler.parsers.related.entries import entries_of
from crawler.parsers.related.extent import trim
from crawler.parsers.related.labels import class_verdict
from crawler.parsers.related.links import is_own_headline, links_of, without_sections
from crawler.parsers.related.pieces import MIN_PARAGRAPH, Budget, Piece, Prose, pieces_of
from crawler.parsers.related.rows import headline_rows, reads_as_headline
from crawler.parsers.related.structured import structured_link, structured_links
from crawler.parsers.related.targets import Target, is_paid, looks_like_section, target_reader
from crawler.parsers.related.teaser import SEPARATORS
from crawler.parsers.related.topical import are_about, topical_groups
from crawler.parsers.related.unlabelled import unlabelled_teasers
from crawler.text import words

# Bounds for hostile pages; the fullest honest block of the corpus has 60 entries.
MAX_ANCHORS: Final = 400
MAX_LINKS: Final = 300
# Wrappers of the whole page say much about its template and nothing about the block.
MAX_AROUND: Final = 8
# Words that make a footer an article's own: 'article-footer', 'entry_footer'.
ARTICLE_WORDS: Final = ("article", "post", "entry", "story", "content", "artikel")
# A longer list is a portal's front page, whatever stands above it; related blocks have one to thirty entries.
MAX_ENTRIES: Final = 60
# Teasers without a heading are a block when they are this many.
MIN_GROUP: Final = 3
# Elements read on a page, one in several blocks once for each; the busiest of the corpus has 723.
MAX_READ: Final = 20_000

# Rows whose addresses must be articles' for the others to be believed: a label says what its list is, a class less.
LEAST_SURE: Final = {"label": 0.0, "text": 0.0, "class": 0.5}

# What a sentence may begin with.
QUOTES: Final = "\"'“„«‘¿¡"

Links = Sequence[tuple[str, RelatedLink]]
TargetOf = Callable[[str | None], Target | None]


class RelatedFound(NamedTuple):
    """What `find_related` answers."""

    links: tuple[RelatedLink, ...]
    """In page order, each address once."""
    roots: tuple[HtmlElement, ...]
    """The elements that hold only related entries and their labels; none holds a paragraph of the article."""


@dataclass(slots=True)
class _Found:
    links: dict[str, RelatedLink] = field(default_factory=dict)
    roots: dict[HtmlElement, None] = field(default_factory=dict)
    budget: Budget = field(default_factory=lambda: Budget(MAX_READ))


def find_related(page: Page, own_url: str) -> RelatedFound:
    """Return the related links of a page and the elements that hold them.

    Sources in this order: blocks under a related heading or with a class that says so, insets with a label in the
    body, and what only JSON-LD names. `own_url` is the page's canonical address: links to it are left out.
    """
    target_of = target_reader(page, own_url)
    found = _Found()
    blocks = chain(
        candidate_blocks(page, lambda anchor: _leads_on(anchor, target_of, page)),
        (Block((element,), kind, None) for element, kind in unlabelled_teasers(page)),
        (Block((element,), "topic", None) for element in topical_groups(page)),
    )
    for block in blocks:
        if not _is_inside(block.elements[0], found.roots):
            _read_block(block, page, target_of, found)
    printed = frozenset(found.links)
    for url, node in structured_links(page):
        target = target_of(url)
        # A bare address may as well be a topic's page.
        if target is None or target.key in printed or (not node and looks_like_section(target.url)):
            continue
        date = node.get("datePublished")
        published = iso_date(date, now=page.now) if isinstance(date, str) else None
        new = structured_link(target, node, published)
        found.links[target.key] = _richer(old, new) if (old := found.links.get(target.key)) else new
    return RelatedFound(tuple(found.links.values())[:MAX_LINKS], tuple(found.roots))


def _leads_on(anchor: HtmlElement, target_of: TargetOf, page: Page) -> bool:
    """Tell whether a link may lead to an article: 'All of Science' to '/science' does not where the menu has it."""
    target = target_of(anchor.get("href"))
    if target is None or is_paid(anchor):
        return False
    if not looks_like_section(target.url):
        return True
    text = inner_text(anchor)
    return len(words(text)) > KICKER_WEIGHT or reads_as_headline(text, target.url, page)


def _is_inside(element: HtmlElement, roots: dict[HtmlElement, None]) -> bool:
    return bool(roots) and (element in roots or any(around in roots for around in ancestors(element)))


def _read_block(block: Block, page: Page, target_of: TargetOf, found: _Found) -> None:
    elements = block.elements
    if len(elements) > 1:
        elements = trim(elements[0], elements[1:])
    if not elements or _is_elsewhere(elements[0]) or found.budget.elements < 0:
        return
    every = anchors_of(elements, target_of, MAX_ANCHORS)
    rows = _rows(block, every, elements, page)
    anchors = without_kickers(every, rows)
    if not anchors:
        return
    pieces, prose = pieces_of(elements, anchors, owners_of(anchors, elements), found.budget)
    if found.budget.elements < 0 or prose.is_article(len({target.key for target in anchors.values()})):
        return
    entries = entries_of(pieces)
    links = without_sections(links_of(entries, page, rows), rows, page)
    if not _is_sure(block, links, len(entries), page) or _is_other(links, len(entries), prose, pieces):
        return
    kind: RelatedKind = "inset" if block.why in ("text", "inset") or _is_inset(elements) else "block"
    for key, link in links:
        old = found.links.get(key)
        new = _with_kind(link, kind)
        found.links[key] = new if old is None else _richer(old, new)
    found.roots.update(dict.fromkeys(elements))


def _rows(
    block: Block, anchors: Mapping[HtmlElement, Target], elements: Sequence[HtmlElement], page: Page
) -> frozenset[str]:
    least = LEAST_SURE.get(block.why)
    return frozenset() if least is None else headline_rows(anchors, elements, page, least_sure=least)


def _is_sure(block: Block, links: Links, entries: int, page: Page) -> bool:
    """Tell whether a place without a label holds enough else to be believed."""
    if block.why not in ("inset", "group", "topic"):
        return True
    if not all(is_own_headline(link, page) for _, link in links):
        return False
    if block.why == "topic":
        return are_about(page, [link.title or "" for _, link in links])
    return block.why == "inset" or (len(links) >= MIN_GROUP and len(links) == entries)


def _is_other(links: Links, entries: int, prose: Prose, pieces: list[Piece]) -> bool:
    """Tell whether what was read is no list of teasers after all: nothing, a front page, an article's text."""
    many_or_none = not links or len(links) > MAX_ENTRIES
    return many_or_none or prose.is_article(entries) or _is_in_sentences(pieces, entries)


def _with_kind(link: RelatedLink, kind: RelatedKind) -> RelatedLink:
    return RelatedLink(
        url=link.url,
        title=link.title,
        description=link.description,
        published_at=link.published_at,
        kind=kind,
    )


def _richer(old: RelatedLink, new: RelatedLink) -> RelatedLink:
    """Return the first mention, completed from a later one."""
    return RelatedLink(
        url=old.url,
        title=old.title or new.title,
        description=old.description or new.description,
        published_at=old.published_at or new.published_at,
        kind=old.kind,
    )


def _is_in_sentences(pieces: list[Piece], entries: int) -> bool:
    """Tell whether pieces have their links inside sentences."""
    linked = Counter[tuple[HtmlElement | None, int]]()
    around = Counter[tuple[HtmlElement | None, int]]()
    for piece in pieces:
        line = piece.line, piece.row
        # Behind a headline that opens the line stands a summary, no sentence that the link is a part of.
        if piece.linked or around[line] or not linked[line] or not _opens_sentence(piece.text):
            (linked if piece.linked else around)[line] += len(piece.text)
    sentences = sum(around[line] > max(MIN_PARAGRAPH, size) for line, size in linked.items())
    return sentences > 0.3 * entries


def _opens_sentence(text: str) -> bool:
    first = text.lstrip(SEPARATORS)[:1]
    return bool(first) and not first.islower() and (first.isalnum() or first in QUOTES)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Tell whether the block stands in a list of another kind, in a menu or among comments."""
    footer = False
    for around in (element, *ancestors(element)[:MAX_AROUND]):
        if around.tag in ("article", "main"):
            return False
        names = around.get("class")
        if names and around.tag != "body" and class_verdict(names) == "other":
            return True
        # An article may have a footer of its own; this one is the page's unless an <article> holds it.
        footer = footer or around.tag == "footer" or (names is not None and _is_page_footer(names))
    return footer


def _is_page_footer(names: str) -> bool:
    lowered = names.casefold()
    return "footer" in lowered and not any(word in lowered for word in ARTICLE_WORDS)


def _is_inset(elements: tuple[HtmlElement, ...]) -> bool:
    """Tell whether label and link are one paragraph, or the article goes on behind the block."""
    if len(elements) == 1 and elements[0].tag == "p":
        return True
    last = elements[-1]
    return any(_is_paragraph(element) for element in _after(last))


def _after(element: HtmlElement) -> Iterator[HtmlElement]:
    for count, sibling in enumerate(element.itersiblings()):
        if count == 8:
            return
        yield sibling


def _is_paragraph(element: HtmlElement) -> bool:
    if element.tag != "p":
        return False
    text = len(inner_text(element).strip())
    return text >= MIN_PARAGRAPH and sum(len(inner_text(a)) for a in element.iter("a")) < text / 2
