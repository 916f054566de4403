"""Reading a page: charsets, markup of all sorts, metadata and JSON-LD as sites really serve them."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest

from crawler.json_ld import article_nodes, read_json_ld, types_of
from crawler.page import Page, read_page
from crawler.parsers import parse_article

URL = "https://news.example/a/b"


def page_of(html: bytes | str, content_type: str | None = None) -> Page:
    return read_page(html, URL, content_type=content_type, now=datetime(2026, 1, 1, tzinfo=UTC))


def text_of(page: Page) -> str:
    return page.tree.text_content().strip()


WORDS = "Käse, Smørrebrød – „Grüße“"


@pytest.mark.parametrize(
    ("html", "content_type"),
    [
        (f"<p>{WORDS}".encode(), None),
        (f"<p>{WORDS}".encode(), "text/html; charset=utf-8"),
        (f"<meta charset=windows-1252><p>{WORDS}".encode("cp1252"), None),
        (f"<p>{WORDS}".encode("cp1252"), "text/html; charset=windows-1252"),
        (f"<p>{WORDS}".encode("cp1252"), "text/html; charset=iso-8859-1"),
        (f"<meta charset=utf-8><p>{WORDS}".encode("cp1252"), "text/html; charset=windows-1252"),
        (f'<meta http-equiv=content-type content="text/html; charset=iso-8859-1"><p>{WORDS}'.encode(), None),
        (f"<p>{WORDS}".encode("utf-16"), None),
        (f"<p>{WORDS}".encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        (f'<?xml version="1.0" encoding="utf-8"?><html><p>{WORDS}', None),
        (f"<meta charset=utf-16><p>{WORDS}".encode(), None),
        (f"<p>{WORDS}".encode() + b"\xe2\x80", None),
    ],
)
def test_charsets(html: bytes | str, content_type: str | None) -> None:
    assert text_of(page_of(html, content_type)).rstrip("\ufffd") == WORDS


@pytest.mark.parametrize(
    ("html", "charset"),
    [
        ("<meta charset=shift_jis><p>港の灯台は三年ぶりに", "shift_jis"),
        ("<meta charset=gb2312><p>港口的灯塔三年来首次", "gb18030"),
        ("<meta charset=euc-kr><p>항구의 등대가 삼 년 만에", "euc-kr"),
        ("<meta charset=iso-2022-jp><p>港の灯台は三年ぶりに", "iso-2022-jp"),  # bytes of ASCII alone
        ("<meta charset=koi8-r><p>Маяк в гавани снова зажёгся", "koi8-r"),
    ],
)
def test_charsets_of_other_scripts(html: str, charset: str) -> None:
    assert text_of(page_of(html.encode(charset))) == html.partition("<p>")[2]


@pytest.mark.parametrize(
    "word", ["naïve", "flößt", "Müller", "don’t", "“harbour”", "año", "São Paulo", "Ångström"]
)
@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8"])
def test_an_odd_letter_makes_no_foreign_charset(word: str, times: int, content_type: str | None) -> None:
    sentence = (
        f"The harbour office opened its gates before sunrise, {word} as ever, and counted forty boats that "
    )
    text = (
        sentence + "spent the night outside, as nobody could remember a tide that came in twice. "
    ) * times
    assert text_of(page_of(f"<p>{text}".encode("cp1252"), content_type)) == text.strip()


def test_apostrophes_of_english_are_no_korean_and_korean_is() -> None:
    english = "‘Don’t’, she said, ‘can’t’ and ‘won’t’ aren’t words. " * 9
    assert text_of(page_of(f"<p>{english}".encode("cp1252"))) == english.strip()
    korean = "항구의 등대가 삼 년 만에 다시 불을 밝혔다. 어부들은 새벽에 배를 타고 나갔다."
    assert text_of(page_of(f"<p>{korean}".encode("euc-kr"))) == korean


def test_scripts_do_not_make_a_foreign_text_english() -> None:
    text = "Маяк в гавани снова зажёгся, и рыбаки вышли в море на рассвете. " * 5
    script = "<SCRIPT>" + "var harbour = counted + boats; " * 900 + "</SCRIPT>"
    assert text_of(page_of(f"{script}<p>{text}".encode("cp1251"))).endswith(text.strip())


@pytest.mark.parametrize(
    "html", [b"", b"\0\0", b"<", b"<!--", b"\xff\xfe", "", "plain words", b"%PDF-1.4 \x00\xff"]
)
def test_anything_is_a_page(html: bytes | str) -> None:
    assert page_of(html).tree.tag == "html" or page_of(html).tree.tag in {"p", "span", "div"}


def test_deep_nesting_is_bounded_and_keeps_what_stands_before() -> None:
    page = page_of(b"<p>first</p>" + b"<div>" * 100_000 + b"deep")
    assert text_of(page).startswith("first")


def test_null_bytes_do_not_hide_text() -> None:
    assert text_of(page_of(b"<p>be\0fore</p>\0<p>after")) == "beforeafter"


def test_metadata_keep_page_order_and_case_does_not_count() -> None:
    page = page_of(
        '<meta property="og:title" content=" One \n two "><meta NAME="Author" content="Ada">'
        '<meta name=author content="Jo"><meta name=empty content=" ">'
        '<link rel="Alternate amphtml" href=/amp><link rel=canonical href="/c">'
    )
    assert page.meta == {"og:title": ("One two",), "author": ("Ada", "Jo")}
    assert page.links == {"alternate": ("/amp",), "amphtml": ("/amp",), "canonical": ("/c",)}
    assert page.meta_first("dc.creator", "author") == "Ada"
    assert page.meta_first("dc.creator") is None


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("", "c", "https://news.example/a/c"),
        ("<base href=/x/>", "c", "https://news.example/x/c"),
        ("<base href='https://cdn.example/y/'>", "c", "https://cdn.example/y/c"),
        ("<base target=_blank><base href=/z/>", "c", "https://news.example/z/c"),
        ("<base href='javascript:0'>", "c", "https://news.example/a/c"),
    ],
)
def test_relative_links_follow_the_base(base: str, href: str, expected: str) -> None:
    assert page_of(f"<head>{base}</head><body>x").absolute(href) == expected


ARTICLE = '{"@type": "NewsArticle", "headline": "Tides"}'


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        '{"@type": "NewsArticle", "headline": "Tides",}',
        '{"@type": ["Thing", "http://schema.org/NewsArticle"], "headline": "Tides", "x": "a\nb"}',
    ],
)
def test_json_ld_as_sites_write_it(text: str) -> None:
    assert [node["headline"] for node in article_nodes(read_json_ld([text]))] == ["Tides"]


@pytest.mark.parametrize(
    "text", ["", "null", "7", '"text"', "{", "[" * 100_000, '{"@type": ', '{"@graph": 7}']
)
def test_json_ld_that_says_nothing(text: str) -> None:
    assert article_nodes(read_json_ld([text, ARTICLE]))[0]["headline"] == "Tides"


def test_the_node_that_says_most_is_first() -> None:
    teaser = '{"@type": "Article", "headline": "Other"}'
    whole = '{"@type": "NewsArticle", "headline": "Tides", "datePublished": "2025-08-09", "author": "Ada"}'
    assert [n["headline"] for n in article_nodes(read_json_ld([f"[{teaser},{whole}]"]))] == ["Tides", "Other"]


@pytest.mark.parametrize("types", [None, 7, {"@id": "x"}, [None, 7]])
def test_odd_types(types: object) -> None:
    assert types_of({"@type": types}) == frozenset()


def test_charset_that_fits_badly_is_not_spoken_of(caplog: pytest.LogCaptureFixture) -> None:
    page_of(bytes(range(128, 256)) * 3)
    assert not caplog.records
    logging.getLogger("bs4.dammit").warning("of another's page")
    assert caplog.messages == ["of another's page"]


def test_a_noscript_with_an_open_element_does_not_swallow_the_page() -> None:
    """Its end is passed over by libxml2 while a <div> is open in it; browsers show what follows."""
    paragraph = "<p>The ferry left on time, and the quay was empty a minute later, as on every other day of the week.</p>"
    found = parse_article(
        f"<title>The ferry left</title><body><noscript><div id=notice></noscript>"
        f"<div><h1>The ferry left</h1>{paragraph}<p>Nobody had waited for the last passenger, who had overslept.</p></div>",
        URL,
    )
    assert found.title == "The ferry left"
    assert found.body is not None
    assert found.body.splitlines()[0].startswith("The ferry left on time")
    assert "overslept" in found.body


def test_a_notice_for_browsers_without_scripts_is_no_article() -> None:
    """Two pages that scripts fill would else be one article twice."""
    notice = "<h1>Scripts are switched off</h1><p>Switch them on to read what stands on this page, and load it anew.</p>"
    page = page_of(f"<body><noscript><div>{notice}</div></noscript><div id=root></div>")
    assert [element.tag for element in page.tree.iter("noscript")] == ["noscript"]
    assert not parse_article(f"<body><noscript><div>{notice}</div></noscript><div id=root></div>", URL).body


QUAY = "The quay was dry by noon, and the boats stood where the water had left them, upright and dry. "


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><title>Tides</title><article><h1>Tides</h1><p>{}</p></article>",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Tides</title><main><h1>Tides</h1><p>{}</p></main>",
        "<title>Tides</title><header>Gazette</header><section><h1>Tides</h1><p>{}</p></section><link rel=next href=/b>",
        "<html><body><title>Tides</title><h1>Tides</h1></body></html><div><p>{}</p></div>",
        "<html><body><title>Tides</title><h1>Tides</h1></body>\n</html>\n<html><body><p>{}</p></body></html>",
        "<HTML><BODY><TITLE>Tides</TITLE><H1>Tides</H1></BODY></HTML><P>{}</P>",
    ],
    ids=["no body", "no end of the head", "sections", "an early end", "two documents", "in capitals"],
)
def test_a_page_is_read_where_its_body_is_not_marked(html: str) -> None:
    article = parse_article(html.format(QUAY * 5), "https://news.example/tides")
    assert (article.title, article.body) == ("Tides", (QUAY * 5).strip())


def test_a_document_pasted_into_a_page_does_not_end_it() -> None:
    pasted = f"<html><body><p>{QUAY}</p></body></html>"
    html = f"<html><body><h1>Tides</h1><div>{pasted}</div><p>{QUAY * 2}</p></body></html>"
    assert parse_article(html, "https://news.example/tides").body.count(QUAY.strip()) == 3


def test_control_characters_beside_what_is_astray_in_a_head_are_dropped() -> None:
    html = (
        b"<head><title>Tide</title><article>One</article>\x01two \x0b</head><body>\x02three \xef\xbf\xbf four"
    )
    assert "".join(read_page(html, URL).tree.find("body").itertext()).split() == ["Onetwo", "three", "four"]


def test_what_is_astray_in_a_head_keeps_its_place() -> None:
    html = f"<head><title>Tides</title><section><h1>Tides</h1></section><article><p>{QUAY * 3}</p></article>The end of it."
    text = "".join(read_page(html, "https://news.example/tides").tree.itertext())
    assert text.index("Tides", 5) < text.index(QUAY) < text.index("The end")


def test_a_page_with_conditional_comments_ends_where_its_text_ends() -> None:
    start = "<!--[if lt IE 7]> <html class=ie6> <![endif]--><!--[if gt IE 8]><!--> <html> <!--<![endif]-->"
    html = f"{start}<body><h1>Tides</h1><p>{QUAY * 3}</p></body></html><div><p>{QUAY * 2}</p></div>"
    assert parse_article(html, "https://news.example/tides").body.count(QUAY.strip()) == 5
