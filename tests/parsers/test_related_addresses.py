"""Related links' addresses: whatever a page writes, where its reader gets to; and what leads to no article."""

from datetime import UTC, datetime

import pytest

from crawler.page import read_page
from crawler.parsers.related import find_related
from crawler.parsers.related.wrappers import unwrap

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PAGE = "https://gazette.example/2025/08/the-tide"
WANTED = "https://gazette.example/2025/08/a-second-harbour"
ESCAPED = "https%3A%2F%2Fgazette.example%2F2025%2F08%2Fa-second-harbour"
# The same address in base64, with and without its padding.
BASE64 = "aHR0cHM6Ly9nYXpldHRlLmV4YW1wbGUvMjAyNS8wOC9hLXNlY29uZC1oYXJib3Vy"
BASE64_PADDED = "aHR0cHM6Ly9nYXpldHRlLmV4YW1wbGUvMjAyNS8wOC9hLXNlY29uZC1oYXJib3VyP2E9MQ=="


def urls(*anchors: str, head: str = "") -> list[str | None]:
    items = "".join(f"<li>{anchor}</li>" for anchor in anchors)
    html = (
        f"<html lang=en><head>{head}</head><body><article><p>It rained.</p><h2>Related</h2><ul>{items}</ul>"
    )
    return [link.url for link in find_related(read_page(html, PAGE, now=NOW), PAGE).links]


def led_to(href: str, head: str = "") -> list[str | None]:
    return urls(f'<a href="{href}">A second harbour for the town</a>', head=head)


@pytest.mark.parametrize(
    "href",
    [
        WANTED, "/2025/08/a-second-harbour", "../08/a-second-harbour", "//gazette.example/2025/08/a-second-harbour",
        f"{WANTED}#comments", f"{WANTED}?utm_source=rel&amp;utm_campaign=foot", f"{WANTED}?utm_source=a&amp;amp;xtor=b",
        f"{WANTED}?ref=related&fbclid=1#top", f" \n\t{WANTED}\n ", "/2025/08/\na-second-\tharbour",
        "https:\\/\\/gazette.example\\/2025\\/08\\/a-second-harbour", "\\2025\\08\\a-second-harbour",
        "/2025/08/a-s%65cond-harbour", "https://GAZETTE.example:443/2025/08/a-second-harbour",
        "https:///gazette.example/2025/08/a-second-harbour", f"http://{WANTED}",
    ],
)  # fmt: skip
def test_one_spelling_of_an_address(href: str) -> None:
    assert led_to(href) == [WANTED]


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/2025/08/hafen %e4%b8%80 ü?id=7", "https://gazette.example/2025/08/hafen%20%E4%B8%80%20%C3%BC?id=7"),
        ("/2025/08/100%-harbour", "https://gazette.example/2025/08/100%25-harbour"),
        ("/2025/08/50%%20harbour", "https://gazette.example/2025/08/50%25%20harbour"),
        ("/story.php?id=7&amp;amp;utm_medium=x&amp;amp;page=2", "https://gazette.example/story.php?id=7&page=2"),
        ("/a-second-harbour,4711.html;jsessionid=1F", "https://gazette.example/a-second-harbour,4711.html"),
    ],
)  # fmt: skip
def test_oddities_in_an_address(href: str, url: str) -> None:
    assert led_to(href) == [url]


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://gazette.example/archive/", "https://gazette.example/archive/a-second-harbour-1"),
        ("/paper/", "https://gazette.example/paper/a-second-harbour-1"),
        ("//www.gazette.example/b/c", "https://www.gazette.example/b/a-second-harbour-1"),
        ("javascript:void(0)", "https://gazette.example/2025/08/a-second-harbour-1"),
    ],
)
def test_base_counts(base: str, url: str) -> None:
    assert led_to("a-second-harbour-1", f'<base href="{base}">') == [url]


WRAPPERS = [
    f"https://count.example/redirect?url={ESCAPED}",
    f"https://count.example/redirect?url={ESCAPED}%3Futm_medium%3Dx&sig=1",
    f"https://search.example/url?q={ESCAPED}&amp;sa=D&amp;usg=x",
    f"https://search.example/url?sa=t&url={WANTED}",
    f"/out?to={ESCAPED}",
    f"/cgi-bin/go.cgi?id=12&goto={ESCAPED}",
    f"https://mail.example/track/click?u=1&link={ESCAPED}",
    f"https://count.example/?u={ESCAPED}",
    f"https://count.example/c/123?r={ESCAPED}",
    f"https://count.example/redirect?url={ESCAPED.replace('%', '%25')}",
    f"https://count.example/r?target={BASE64}",
    f"https://count.example/r?target={BASE64_PADDED[:-2]}",
    f"https://count.example/r?target={BASE64_PADDED.replace('=', '%3D')}",
    f"https://archive.example/web/20200131123059/{WANTED}",
    f"https://archive.example/web/2020*/{WANTED}?utm_source=x",
    f"https://proxy.example/go/{ESCAPED}?campaign=3",
    "https://archive.example/web/2020id_/https:/gazette.example/2025/08/a-second-harbour",
    "https://gazette-example.cdn.cache.example/c/s/gazette.example/2025/08/a-second-harbour?usqp=x",
    "https://search.example/amp/v/s/gazette.example/2025/08/a-second-harbour?amp_js_v=0.1",
    f"https://one.example/r?url=https%3A%2F%2Ftwo.example%2Fgo%3Fto%3D{ESCAPED.replace('%', '%25')}",
]


@pytest.mark.parametrize("href", WRAPPERS)
def test_wrapper_is_taken_off(href: str) -> None:
    assert [(url or "").replace("?a=1", "") for url in led_to(href)] == [WANTED]


@pytest.mark.parametrize(
    "href",
    [
        f"https://social.example/sharer.php?u={ESCAPED}",
        f"https://social.example/intent/tweet?url={ESCAPED}",
        f"https://www.facebook.com/sharer/sharer.php?u={ESCAPED}",
        f"https://getpocket.com/edit?url={ESCAPED}",
        f"/login?redirect={ESCAPED}",
        f"/send-to-a-friend/mail.php?url={ESCAPED}",
        f"https://paid.outbrain.com/network/redir?url={ESCAPED}",
        "https://count.example/redirect?url=https%3A%2F%2Fwww.facebook.com%2Fgazette-of-the-coast",
        "https://count.example/redirect?url=https%3A%2F%2Fgazette.example%2F",
        f"https://count.example/redirect?url={PAGE}",
        "https://count.example/redirect?url=https%3A%2F%2Fcdn.example%2Fthe-wall.pdf",
        f'{WANTED}" rel="noopener sponsored',
        "/amp/2025/08/the-tide",
        "https://{{host}}/2025/08/a-second-harbour",
        "{{ url }}",
        "/2025/08/${ slug }-the-harbour",
        "<%= url %>",
        "https://gazette example/2025/08/a-second-harbour",
    ],
)
def test_what_leads_to_no_article(href: str) -> None:
    assert led_to(href) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://count.example/r?url=http%3A%2F%2Flocalhost%2Fadmin",
        "https://count.example/r?url=http%3A%2F%2F10.0.0.7%2Fa",
        "https://count.example/r?url=http%3A%2F%2F169.254.169.254%2Flatest",
        "https://count.example/r?url=http%3A%2F%2Fprinter.local%2Fa",
        "https://count.example/r?url=file%3A%2F%2F%2Fetc%2Fpasswd",
        "https://count.example/r?url=javascript%3Aalert(1)",
        "https://count.example/r?target=aHR0c!!!",
        "https://news.example/2025/08/a-second-harbour?id=https",
        "https://news.example/2025/08/a-second-harbour?image=https%3A%2F%2Fcdn.example%2Fa",
        "https://news.example/v/second-harbour.html",
        # A story's own parameters.
        "https://news.example/2025/08/hold-the-eels?url=https%3A%2F%2Fcdn.example%2Fa",
        "https://news.example/why-the-harbour-wall-holds?continue=https%3A%2F%2Fnews.example%2Foffers",
        # A section called c, with a folder that looks like a host.
        "https://news.example/c/node.js/a-second-harbour",
    ],
)
def test_what_stays_as_it_is(url: str) -> None:
    assert unwrap(url) == url


def test_a_storys_name_is_no_share_button() -> None:
    href = "/2025/08/save-the-second-harbour?source=https%3A%2F%2Fcdn.example%2Fa&url=https%3A%2F%2Fcdn.example%2Fb"
    assert led_to(href) == [f"https://gazette.example{href}"]


def test_a_cache_that_keeps_a_page_without_encryption() -> None:
    url = "https://gazette-example.cdn.cache.example/c/gazette.example/2025/08/a-second-harbour"
    assert unwrap(url) == WANTED.replace("https", "http")


def test_wrappers_in_wrappers_are_bounded() -> None:
    url = "https://count.example/r?url=" * 300 + WANTED
    assert len(unwrap(url)) <= len(url)


def test_each_address_comes_once_at_its_first_place() -> None:
    other = "<a href='/2025/07/oak-gives-way-to-steel'>Oak gives way to steel at the weir</a>"
    spellings = [
        WANTED,
        "http://www.gazette.example/2025/08/a-second-harbour/?fbclid=1#x",
        f"/out?url={ESCAPED}",
    ]
    anchors = [f"<a href='{spelling}'>A second harbour for the town</a>" for spelling in spellings]
    assert urls(anchors[0], other, *anchors[1:]) == [
        WANTED,
        "https://gazette.example/2025/07/oak-gives-way-to-steel",
    ]
