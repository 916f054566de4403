"""Lead image: the address of the picture that stands for the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.inner_texts import inner_text
from crawler.parsers.microdata import properties
from crawler.parsers.seek import next_behind
from crawler.parsers.structured import as_list, main_nodes, texts

# The pictures an article begins with stand among the first behind its headline.
MAX_FOLLOWING = 6
# Smaller pictures are icons, portraits of authors and buttons.
MIN_SIDE = 150
OPEN_GRAPH = ("og:image:secure_url", "og:image", "og:image:url")
OTHERS = (
    "twitter:image",
    "twitter:image:src",
    "thumbnail",
    "sailthru.image.full",
    "parsely-image-url",
    "image",
)
# A picture that stands for the site, not for the article.
PLACEHOLDERS = ("logo", "placeholder", "default", "favicon", "blank", "spacer", "1x1", "pixel", "avatar")


def lead_image(page: Page) -> Found[str] | None:
    """Return the lead image's absolute address.

    Open Graph, JSON-LD, Twitter, microdata, `<link rel=image_src>`, else the first picture under the headline. The
    site's logo or a placeholder is believed only when no source names anything else.
    """
    placeholder: Found[str] | None = None
    for href, source, confidence in _claims(page):
        if url := page.absolute(href):
            if not any(word in url.lower() for word in PLACEHOLDERS):
                return Found(url, source, confidence)
            placeholder = placeholder or Found(url, source, 0.5)
    return placeholder


def _claims(page: Page) -> Iterator[tuple[str | None, str, float]]:
    yield page.meta_first(*OPEN_GRAPH), "meta", 0.95
    for node in page.once(main_nodes):
        for name in ("image", "thumbnailUrl"):
            yield from ((url, "json-ld", 0.9) for url in _image_urls(node.get(name)))
    yield page.meta_first(*OTHERS), "meta", 0.85
    for element in properties(page, "image"):
        inner = next(element.iter("img"), element)
        yield element.get("content") or inner.get("src") or inner.get("href"), "microdata", 0.8
    yield from ((href, "meta", 0.7) for href in page.links.get("image_src", ()))
    yield from ((source, "dom", 0.6) for source in _below_headline(page))


def _below_headline(page: Page) -> Iterator[str]:
    """Yield the pictures that follow the headline and are no icons, teasers or advertisements."""
    area = page.once(headline_area)
    if area is None:
        return
    for image in next_behind(area.heading.element, "img", MAX_FOLLOWING):
        source = image.get("src") or ""
        if (
            source
            and not source.startswith("data:")
            and not _is_small(image)
            and not _is_teaser(image)
            and not is_away(image, area.held)
        ):
            yield source


def _is_teaser(image: HtmlElement) -> bool:
    """Tell whether a link holds the picture and words that are not its caption: another article's teaser."""
    link = next(image.iterancestors("a"), None)
    if link is None or next(link.iter("figcaption"), None) is not None:
        return False
    return next(link.iterancestors("figure"), None) is None and bool(inner_text(link).strip())


def _is_small(image: HtmlElement) -> bool:
    sizes = [
        int(size)
        for name in ("width", "height")
        if (size := image.get(name) or "").isdecimal() and len(size) < 6
    ]
    return bool(sizes) and max(sizes) < MIN_SIDE


def _image_urls(value: Any) -> list[str]:
    flat = [
        entry.get("url", entry.get("contentUrl")) if isinstance(entry, dict) else entry
        for entry in as_list(value)
    ]
    return [url for entry in flat for url in texts(entry, "url", "contentUrl")]
