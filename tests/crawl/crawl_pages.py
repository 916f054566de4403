"""Pages of an invented newspaper, made as needed by the crawl's tests."""

from __future__ import annotations

from collections.abc import Iterable

from loopback import HTML, Answer

SENTENCES = (
    "The harbour office opened its gates before sunrise and counted forty boats that had spent the night outside.",
    "Ferries will run to the outer islands again from Friday, though only twice a day until the pier is repaired.",
    "Nobody on the quay could remember a tide that came in twice within three hours, and the gauge agrees with them.",
    "The council meets next week to decide who pays for the sand that now fills the cellar of the fish market.",
    "Until then the market trades in the school yard, where the children have drawn stalls on the ground in chalk.",
)


def article(number: int, *, links: Iterable[str] = (), related: Iterable[str] = (), head: str = "") -> bytes:
    """An article of five paragraphs whose text differs from that of any other number; `related` is a block of its own."""
    paragraphs = "".join(f"<p>Part {number}. {sentence} Case {number * 7919}.</p>" for sentence in SENTENCES)
    anchors = "".join(
        f'<a href="{link}">Another story that is told at length elsewhere</a>' for link in links
    )
    block = "".join(
        f'<li><a href="{link}">What the tide left behind at {link[-16:]}</a></li>' for link in related
    )
    block = f'<section class="related"><h2>Related articles</h2><ul>{block}</ul></section>' if block else ""
    return f"""<!doctype html><html lang="en"><head><title>Tide number {number} floods the market</title>
    <meta property="og:type" content="article">
    <meta property="article:published_time" content="2025-08-09T07:30:00Z">{head}</head>
    <body><article><h1>Tide number {number} floods the market</h1>{paragraphs}</article>
    <aside>{anchors}</aside>{block}</body></html>""".encode()


def listing(
    links: Iterable[str], *, head: str = "", menu: Iterable[str] = (), next_page: str | None = None
) -> bytes:
    """A front or section page: a menu, teasers with headline and summary, and a link to the next page."""
    teasers = "".join(
        f'<div><h2><a href="{link}">How the tide at {link[-12:]} came twice</a></h2><p>Two floods puzzle all.</p></div>'
        for link in links
    )
    entries = "".join(f'<li><a href="{path}">{path.strip("/").title()}</a></li>' for path in menu)
    more = f'<a rel="next" href="{next_page}">Older stories</a>' if next_page else ""
    return f"""<!doctype html><html lang="en"><head><title>The Harbour Gazette</title>{head}</head>
    <body><nav><ul>{entries}</ul></nav><main>{teasers}{more}</main></body></html>""".encode()


def html(body: bytes) -> Answer:
    """A page that is served as HTML."""
    return 200, HTML, body


def story(number: int) -> str:
    """The path of an article."""
    return f"/2025/08/tide-number-{number}-floods-market"
