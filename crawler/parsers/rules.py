"""Rules: what a user says of a site's pages, and a page, in; the fields that it decides on, the page trimmed, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from lxml.html import HtmlElement

from crawler.dates import find_date, iso_date
from crawler.items import Provenance
from crawler.page import Page
from crawler.parsers.byline_leads import without_lead
from crawler.parsers.found import Found
from crawler.parsers.language import language_of
from crawler.parsers.own_names import own_names
from crawler.parsers.person_names import names_of
from crawler.parsers.selector import Match, check, find
from crawler.parsers.tags import split_tags, tags_of
from crawler.text import squeeze

# A person has looked at the page and named the place; what may be wrong is that the site has changed since.
RULED = Provenance("rule", 0.95)
# Where an element says more than it prints: `<meta>` and `<img>` print nothing, and `<time>` perhaps '2 h ago'.
DATE_ATTRIBUTES = ("datetime", "content", "title")
IMAGE_ATTRIBUTES = ("src", "data-src", "content", "href")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Selectors for the pages of one site; ValueError for what is no field or no selector."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Field → selectors, of which the first that finds a value counts. Example: `{"title": ("h1.head",)}`."""
    drop: tuple[str, ...] = ()
    """Selectors of what is taken out before anything is read. Example: `("aside.promo",)`."""

    def __post_init__(self) -> None:
        """Check all that is said."""
        for name, selectors in self.fields.items():
            if name not in OVERRIDABLE:
                raise ValueError(f"{name!r} has no selector; known are {', '.join(OVERRIDABLE)}")
            for selector in selectors:
                check(selector, elements_only=name == "body")
        for selector in self.drop:
            check(selector, elements_only=True)


def trimmed(page: Page, rules: Rules) -> Page:
    """Return the page without what the rules drop; the very page where that is nothing."""
    if not any(find(selector, page.tree) for selector in rules.drop):
        return page
    tree = deepcopy(page.tree)
    for selector in rules.drop:
        for element in elements(selector, tree):
            if element.getparent() is not None:
                element.drop_tree()
    return replace(page, tree=tree)


def ruled(page: Page, rules: Rules) -> dict[str, Found[Any]]:
    """Return the fields that the rules find a value for, `body` apart."""
    read = (
        (name, _value(page, name, selectors)) for name, selectors in rules.fields.items() if name in READERS
    )
    return {name: Found(value, *RULED) for name, value in read if value}


def elements(selector: str, tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that a selector finds, texts left out."""
    return [each for each in find(selector, tree) if isinstance(each, HtmlElement)]


def _value(page: Page, name: str, selectors: Sequence[str]) -> Any:
    values = (READERS[name](page, find(selector, page.tree)) for selector in selectors)
    return next((value for value in values if value), None)


def _text(page: Page, matches: Sequence[Match]) -> str | None:
    return next(_texts(matches), None)


def _date(page: Page, matches: Sequence[Match]) -> str | None:
    said = page.once(language_of)
    languages = (said.value,) if said else ()
    for text in (text for match in matches for text in _told(match, DATE_ATTRIBUTES)):
        read = iso_date(text, languages=languages, now=page.now, relative_to_now=page.now_is_given)
        if found := read or find_date(text, languages=languages, now=page.now):
            return found
    return None


def _names(page: Page, matches: Sequence[Match]) -> tuple[str, ...]:
    """Return the people; where nothing looks like a name, what is written there."""
    texts = list(_texts(matches))
    return names_of(texts, site=page.once(own_names)) or tuple(
        dict.fromkeys(filter(None, map(without_lead, texts)))
    )


def _tags(page: Page, matches: Sequence[Match]) -> tuple[str, ...]:
    """Return the tags; one string of the head holds several, an element one."""
    is_list = any(isinstance(match, str) or match.tag == "meta" for match in matches)
    texts = list(_texts(matches))
    return tags_of(split_tags(texts) if is_list else texts)


def _image(page: Page, matches: Sequence[Match]) -> str | None:
    hrefs = (text for match in matches for text in _told(match, IMAGE_ATTRIBUTES))
    return next((url for href in hrefs if (url := page.absolute(href))), None)


def _texts(matches: Sequence[Match]) -> Iterator[str]:
    """Yield what the matches print, or say in the head; none is empty."""
    for match in matches:
        yield from list(
            _told(match, ("content",) if not isinstance(match, str) and match.tag == "meta" else ())
        )[:1]


def _told(match: Match, attributes: Sequence[str]) -> Iterator[str]:
    """Yield the attributes that a match has, then its text; none is empty."""
    if isinstance(match, str):
        told: list[str | None] = [match]
    else:
        told = [*(match.get(name) for name in attributes), "".join(match.itertext())]
    yield from filter(None, map(squeeze, told))


READERS: Mapping[str, Callable[[Page, Sequence[Match]], Any]] = {
    "title": _text,
    "description": _text,
    "published_at": _date,
    "modified_at": _date,
    "authors": _names,
    "tags": _tags,
    "section": _text,
    "image_url": _image,
    "site_name": _text,
}
OVERRIDABLE = (*READERS, "body")
"""The fields that a selector may override."""
