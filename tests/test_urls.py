"""Addresses: what is one spelling, what is one article, what belongs together."""

from __future__ import annotations

import pytest

from crawler.urls import address_key, is_web_address, join, normalise_url, site_of


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example", "https://news.example/"),
        ("HTTP://News.EXAMPLE:80/A", "http://news.example/A"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://news.example/a#comments", "https://news.example/a"),
        ("https://news.example/a?utm_source=x&utm_medium=y", "https://news.example/a"),
        ("https://news.example/a?id=7&fbclid=abc&page=2", "https://news.example/a?id=7&page=2"),
        ("https://news.example/a?b=2&a=1", "https://news.example/a?b=2&a=1"),
        ("https://news.example/a?ref=homepage", "https://news.example/a"),
        ("https://news.example/a?ref=12345", "https://news.example/a?ref=12345"),
        ("https://news.example/%7euser/%c3%a9", "https://news.example/~user/%C3%A9"),
        ("https://news.example/é ü", "https://news.example/%C3%A9%20%C3%BC"),
        ("https://news.example/a/../b/./c/", "https://news.example/b/c/"),
        ("https://news.example/a;jsessionid=1/b", "https://news.example/a;jsessionid=1/b"),
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"),
        ("  https://news.example/a \n", "https://news.example/a"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("file:/data/page.html", "file:/data/page.html"),
    ],
)
def test_normalised(url: str, expected: str) -> None:
    assert normalise_url(url) == expected
    assert normalise_url(expected) == expected


@pytest.mark.parametrize(
    "spelling",
    [
        "http://news.example/a/b?x=1&y=2",
        "https://www.news.example/a/b?y=2&x=1",
        "https://m.news.example/a/b/?x=1&y=2&utm_campaign=z",
        "https://amp.news.example/a/b/amp?x=1&y=2",
        "https://news.example/a/b/index.html?x=1&y=2",
        "https://news.example/a/b.amp?x=1&y=2&amp=1",
    ],
)
def test_spellings_of_one_article_share_a_key(spelling: str) -> None:
    assert address_key(spelling) == address_key("https://news.example/a/b?x=1&y=2")


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/a/b?x=1",
        "https://news.example/a/b?x=1&y=3",
        "https://news.example/A/b?x=1&y=2",
        "https://sport.news.example/a/b?x=1&y=2",
        "https://news.example:8080/a/b?x=1&y=2",
        "https://news.example/example/a/b?x=1&y=2",
    ],
)
def test_other_articles_have_other_keys(other: str) -> None:
    assert address_key(other) != address_key("https://news.example/a/b?x=1&y=2")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/a",
        "ftp://news.example/a",
        "http://",
        "https://[::1",
        "https://news.example:x/",
        "https://a/" + "b" * 2000,
    ],
)
def test_no_web_address(url: str) -> None:
    assert not is_web_address(url)
    assert join("about:blank", url) is None


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("c.html", "https://news.example/a/c.html"),
        ("/c?d=1", "https://news.example/c?d=1"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("?p=2", "https://news.example/a/b?p=2"),
        ("c\n d", "https://news.example/a/c%20d"),
        ("#top", "https://news.example/a/b"),
        ("data:text/html,x", None),
        ("tel:+44", None),
        (None, None),
        ("", None),
    ],
)
def test_links_become_absolute(href: str | None, expected: str | None) -> None:
    assert join("https://news.example/a/b", href) == expected


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example/a", "news.example"),
        ("https://sport.news.co.uk/a", "news.co.uk"),
        ("http://news.com.au:8080/a", "news.com.au:8080"),
        ("http://127.0.0.1:8000/a", "127.0.0.1:8000"),
        ("http://localhost/a", "localhost"),
        ("http://[::1]:9/a", "::1:9"),
        ("file:/a/b.html", "file"),
    ],
)
def test_site(url: str, site: str) -> None:
    assert site_of(url) == site
