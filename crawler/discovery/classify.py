"""Classification: a page and its article in; article, listing or neither out, with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from lxml import etree

from crawler.discovery.address import Shape, shape_of
from crawler.discovery.interleaving import posts_in_a_row
from crawler.discovery.page_links import page_links, teasers
from crawler.discovery.vocabulary import names
from crawler.items import Article
from crawler.json_ld import article_nodes, types_of
from crawler.page import Page
from crawler.text import count_words

# schema.org's types for pages that gather others or serve the reader.
GATHERING_TYPES = names("CollectionPage SearchResultsPage ProfilePage ItemList MediaGallery Blog")
SERVICE_TYPES = names("AboutPage ContactPage CheckoutPage FAQPage QAPage")
# More article nodes than this are a list of teasers, not the page's own subject and its neighbours.
MAX_OWN_NODES = 3
# A teaser's summary has 10 to 25 words; what is longer is a paragraph somebody wrote to be read through.
PARAGRAPH_WORDS = 20
WEAK = "og:type article"
# A listing shows at least so many teasers (a small paper's section page has ten), whatever its address.
MANY_TEASERS = 6
# A page without a text, at an address that is no single page's, is the section of a small site with so few.
FEW_TEASERS = 2
# A text may be broken by an inset or two that lead elsewhere.
MANY_POSTS = 3
# A page that is little but its text: a story of 60 words with a menu and a footer around it. Where menus and teasers
# outweigh the text, its words may be an introduction to them.
MOST_OF_PAGE = 0.5
SHORT_STORY = 40
# What a reader sees, near enough to weigh it.
SEEN_TEXT = etree.XPath(
    "//body//text()[not(parent::script or parent::style or parent::noscript or parent::template)]"
)


class Verdict(NamedTuple):
    """What a page is, and why."""

    outcome: Literal["article", "listing", "not_article"]
    """The outcome. Example: `article`."""
    reason: str
    """For a person to read. Example: `412 words, JSON-LD NewsArticle`."""


@dataclass(frozen=True)
class Evidence:
    """What counts for and against an article on a page; each is found out when a rule first asks for it.

    Most articles say that they are one, and their hundreds of links need not be looked at: half of the reading.
    """

    page: Page
    """The page."""
    article: Article
    """What the parsers found on it."""

    @cached_property
    def words(self) -> int:
        """Words of the body."""
        return self.article.word_count

    @cached_property
    def paragraphs(self) -> int:
        """Blocks of the body with PARAGRAPH_WORDS or more."""
        return sum(count_words(block) >= PARAGRAPH_WORDS for block in self.article.body.split("\n\n"))

    @cached_property
    def declared(self) -> str | None:
        """What the page says it is, when it says 'article': `JSON-LD NewsArticle`, `og:type article`."""
        return _declared(self.page)

    @cached_property
    def gathers(self) -> str | None:
        """The type by which the page says that it is a collection or a service page."""
        return _gathers(self.page)

    @property
    def dated(self) -> bool:
        """The parser found a publication date."""
        return self.article.published_at is not None

    @cached_property
    def teasers(self) -> int:
        """Links that look like articles of the same site."""
        return teasers(self.page.once(page_links))

    @property
    def leads_on(self) -> bool:
        """It has links to follow: articles, sections, further pages."""
        return any(link.kind in {"article?", "listing?", "next"} for link in self.page.once(page_links))

    @cached_property
    def posts(self) -> int:
        """Linked headlines that stand between pieces of the text."""
        return posts_in_a_row(self.page, self.article.body)

    @property
    def fills(self) -> bool:
        """The body is most of what a reader sees on the page."""
        return _fills(self.page, self.words)

    @cached_property
    def shape(self) -> Shape:
        """What the address alone says: the one the page has as its own, wherever a copy of it lies."""
        return shape_of(self.article.url or self.page.url)

    @property
    def is_strong(self) -> bool:
        """The page names a schema.org type or a time; `og:type article` alone is what many templates say everywhere."""
        return self.declared not in {None, WEAK}

    @property
    def is_text(self) -> bool:
        """The body reads like one text: paragraphs make it up, more of them than teasers would."""
        return self.paragraphs >= 3 or self.words >= 200


# A rule gives a verdict's outcome and reason, or None; the first that speaks decides.
Rule = Callable[[Evidence], Verdict | None]


def classify(page: Page, article: Article) -> Verdict:
    """Return whether the page is an article, a listing or neither, by the first of RULES that applies."""
    evidence = Evidence(page, article)
    return next(verdict for rule in RULES if (verdict := rule(evidence)))


def _declared(page: Page) -> str | None:
    nodes = article_nodes(page.json_ld)
    if 0 < len(nodes) <= MAX_OWN_NODES:
        return "JSON-LD " + min(types_of(nodes[0]))
    if (page.meta_first("og:type") or "").lower() == "article":
        return "article:published_time" if page.meta_first("article:published_time") else WEAK
    return None


def _gathers(page: Page) -> str | None:
    kinds = frozenset().union(*(types_of(node) for node in page.json_ld))
    found = kinds & (GATHERING_TYPES | SERVICE_TYPES)
    return min(found) if found else None


def _fills(page: Page, words: int) -> bool:
    if words < SHORT_STORY:
        return False
    return words >= MOST_OF_PAGE * count_words(" ".join(map(str, SEEN_TEXT(page.tree))))


def _home_page(e: Evidence) -> Verdict | None:
    if not e.shape.home or (e.is_strong and e.is_text and e.teasers < MANY_TEASERS):
        return None
    if e.leads_on:
        return Verdict("listing", f"{e.teasers} teasers, the site's home page")
    return Verdict("not_article", "the site's home page, without links to follow")


def _declared_article(e: Evidence) -> Verdict | None:
    if e.declared and e.words and not e.shape.gathering and (e.words >= 40 or e.dated):
        return Verdict("article", f"{e.words} words, {e.declared}")
    return None


def _declared_collection(e: Evidence) -> Verdict | None:
    if e.gathers is None or (e.declared and e.is_text) or (e.dated and e.is_text and not e.shape.gathering):
        return None
    return _gathering(e, e.gathers)


def _gathering_address(e: Evidence) -> Verdict | None:
    """A tag's page may carry long summaries and a teaser's date; a text of its own is far longer than its teasers."""
    if not e.shape.gathering:
        return None
    is_own_text = (e.is_strong or e.dated) and e.is_text and e.words >= 30 * e.teasers
    return None if is_own_text else _gathering(e, "an archive's or section's address")


def _posts_in_a_row(e: Evidence) -> Verdict | None:
    if not e.is_strong and e.posts >= (MANY_TEASERS if e.shape.own else MANY_POSTS):
        return Verdict("listing", f"{e.posts} posts in a row, each with a linked headline")
    return None


def _service_address(e: Evidence) -> Verdict | None:
    if e.shape.service and not e.is_strong:
        return Verdict("not_article", "a service page's address, nothing says article")
    return None


def _long_text(e: Evidence) -> Verdict | None:
    if e.is_text and e.words >= 5 * e.teasers:
        return Verdict("article", f"{e.words} words in {e.paragraphs} paragraphs, {e.teasers} teasers")
    return None


def _dated_text(e: Evidence) -> Verdict | None:
    if e.words >= 30 and e.dated and (e.paragraphs or e.shape.slug_words >= 3):
        return Verdict("article", f"{e.words} words, dated")
    return None


def _article_address(e: Evidence) -> Verdict | None:
    if e.words >= 40 and e.paragraphs and e.shape.own:
        return Verdict("article", f"{e.words} words at an article's address")
    return None


def _nothing_but_text(e: Evidence) -> Verdict | None:
    """A small site's story: a headline and a paragraph or two at a plain address, without any metadata."""
    if e.fills and e.words >= SHORT_STORY * max(1, e.teasers):
        return Verdict("article", f"{e.words} words, most of the page")
    return None


def _remainder(e: Evidence) -> Verdict:
    return _gathering(e, f"{e.words} words of text")


def _gathering(e: Evidence, why: str) -> Verdict:
    small = e.words < SHORT_STORY and not e.shape.own
    if e.teasers >= (FEW_TEASERS if small else MANY_TEASERS):
        return Verdict("listing", f"{e.teasers} teasers, {why}")
    return Verdict("not_article", f"{why}, {e.teasers} teasers")


RULES: tuple[Rule, ...] = (
    _home_page,
    _declared_collection,
    _gathering_address,
    _posts_in_a_row,
    _service_address,
    _declared_article,
    _long_text,
    _dated_text,
    _article_address,
    _nothing_but_text,
    _remainder,
)
