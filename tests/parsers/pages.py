"""Pages for the tests of the field parsers: a head, a body, and everything around them."""

from datetime import UTC, datetime

from crawler.page import Page, read_page

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
URL = "https://gazette.example/science/the-tide-that-came-twice"

PARAGRAPH = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice "
    "before they believed that all of them were there, tied up where they had been left on the evening before.</p>"
)


def page(body: str = "", head: str = "", *, url: str = URL, lang: str = "en") -> Page:
    html = f"<html lang='{lang}'><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_page(html, url, now=NOW)


def article(above: str = "", below: str = "", head: str = "", **more: str) -> Page:
    """A page whose headline agrees with its <title>, with markup right above and below the headline."""
    title = "<title>The tide that came twice | The Gazette</title>"
    headline = "<h1>The tide that came twice</h1>"
    return page(f"<main>{above}{headline}{below}{PARAGRAPH * 4}</main>", title + head, **more)


def json_ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


def news(text: str) -> str:
    """A NewsArticle in JSON-LD with these properties."""
    return json_ld('{"@context": "https://schema.org", "@type": "NewsArticle", ' + text + "}")
