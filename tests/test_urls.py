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
        (
            "https://news.example/100%-sure/50%%20off?a=5%",
            "https://news.example/100%25-sure/50%25%20off?a=5%25",
        ),
        ("https://news.example/a%2Fb/%e2%80%99x%2d1", "https://news.example/a%2Fb/%E2%80%99x-1"),
        ("https://news.example/a.do;jsessionid=1F2E?id=7", "https://news.example/a.do?id=7"),
        ("https://user:secret@news.example./a", "https://news.example/a"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("file:/data/page.html", "file:/data/page.html"),
    ],
)
def test_normalised(url: str, expected: str) -> None:
    assert normalise_url(url) == expected
    assert normalise_url(expected) == expected


@pytest.mark.parametrize(
    "tracking",
    [
        "utm_source=x", "UTM_Medium=x", "fbclid=1", "gclid=1", "gad_source=1", "srsltid=1", "msclkid=1", "mc_cid=1",
        "_hsenc=1", "__hstc=1", "igsh=1", "xtor=RSS-1", "at_medium=x", "at_custom2=x", "cx_testId=1", "itm_source=x",
        "wt_zmc=x", "dicbo=v2", "usqp=mq331", "amp_js_v=0.1", "__twitter_impression=true", "replytocom=12",
        "PHPSESSID=1f", "ref=homepage", "referrer=feed", "from=rss", "src=related", "share=twitter", "intcmp=foot", "ico=in-line_link",
    ],
)  # fmt: skip
def test_what_says_who_sent_the_reader_is_cut(tracking: str) -> None:
    assert normalise_url(f"https://news.example/a?{tracking}") == "https://news.example/a"
    assert normalise_url(f"https://news.example/a?id=7&{tracking}&p=2") == "https://news.example/a?id=7&p=2"


@pytest.mark.parametrize(
    "naming",
    [
        "id=7", "p=7", "page=2", "story=7", "sid=7", "cid=7", "article=7", "artikel=7", "item=7", "nid=7", "aid=7",
        "v=7", "s=7", "q=eels", "ref=4711", "from=20", "source=4711", "src=harbour", "share=7", "title=eels",
    ],
)  # fmt: skip
def test_what_may_name_the_page_is_kept(naming: str) -> None:
    assert normalise_url(f"https://news.example/a?{naming}") == f"https://news.example/a?{naming}"


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
        ("\n\t\t/c?d=1&amp;amp;utm_source=x&amp;e=2\n\t", "https://news.example/c?d=1&e=2"),
        ("/c?d=1&amp;amp;e=2", "https://news.example/c?d=1&e=2"),
        ("/c?d=1&#38;e=2", "https://news.example/c?d=1&e=2"),
        ("https:\\/\\/news.example\\/c", "https://news.example/c"),
        ("\\c\\d?e=f", "https://news.example/c/d?e=f"),
        ("https:///news.example/c", "https://news.example/c"),
        ("https//news.example/c", "https://news.example/c"),
        ("http://https://news.example/c", "https://news.example/c"),
        ("\u200bhttps://news.example/c\ufeff", "https://news.example/c"),
        ("\u00a0/c ", "https://news.example/c"),
        ("/a b/\u00e9\u00fc?q=\u6d77", "https://news.example/a%20b/%C3%A9%C3%BC?q=%E6%B5%B7"),
        ("/100%-sure", "https://news.example/100%25-sure"),
        ("../../../c", "https://news.example/c"),
        ("", None),
        ("data:text/html,x", None),
        ("tel:+44", None),
        (None, None),
        ("", None),
        ("/2025/the-tide_2.html", "https://news.example/2025/the-tide_2.html"),
        ("/2025/../tide", "https://news.example/tide"),
        ("/a//b", "https://news.example/a//b"),
        ("//other.example/tide", "https://other.example/tide"),
        ("https://other.example", "https://other.example/"),
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


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("HTTPS://News.Example:443/a", "https://news.example/2025/tide"),
        ("http://news.example:8080/a", "http://news.example:8080/2025/tide"),
        ("https://ada:secret@news.example/a", "https://news.example/2025/tide"),
        ("file:///pages/a.html", None),
        ("", None),
    ],
)
def test_links_of_the_plainest_kind_take_the_pages_host_as_it_is_spelled(
    base: str, expected: str | None
) -> None:
    assert join(base, "/2025/tide") == expected
