"""Canonical address, language, section, tags, image, site name, access: what the head and the markup say of them."""

import pytest
from pages import URL, article, json_ld, news, page

from crawler.parsers.access import accessible_for_free
from crawler.parsers.canonical import canonical_url
from crawler.parsers.image import lead_image
from crawler.parsers.language import language_of, language_tag
from crawler.parsers.section import department
from crawler.parsers.site_name import publication
from crawler.parsers.tags import keywords

ASKED = "https://gazette.example/science/2025/the-tide-that-came-twice?utm_source=x"
PLAIN = "https://gazette.example/science/2025/the-tide-that-came-twice"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", PLAIN),
        ("<link rel=canonical href='/science/2025/tide'>", "https://gazette.example/science/2025/tide"),
        ("<link rel=canonical href='https://agency.example/tide'>", "https://agency.example/tide"),
        ("<meta property='og:url' content='/tide-2'>", "https://gazette.example/tide-2"),
        (
            news('"mainEntityOfPage": {"@id": "https://gazette.example/tide-3"}'),
            "https://gazette.example/tide-3",
        ),
        ("<link rel=canonical href='/'>", PLAIN),
        ("<link rel=canonical href='/science/'>", PLAIN),
        ("<link rel=canonical href='javascript:void(0)'>", PLAIN),
        ("<link rel=canonical href='http://[::1'>", PLAIN),
        (
            "<link rel=canonical href='/'><meta property='og:url' content='/tide-2'>",
            "https://gazette.example/tide-2",
        ),
    ],
)
def test_canonical_address_is_believed_where_it_can_be_true(head: str, expected: str) -> None:
    assert canonical_url(page(head=head, url=ASKED)).value == expected


def test_a_view_of_an_article_names_the_article_above_it() -> None:
    found = canonical_url(page(head=f"<link rel=canonical href='{PLAIN}'>", url=f"{PLAIN}/amp"))
    assert found.value == PLAIN


def test_the_home_page_is_canonical_for_no_other() -> None:
    found = canonical_url(page(head="<link rel=canonical href='/'>", url="https://gazette.example/?p=7"))
    assert found.value == "https://gazette.example/?p=7"


def test_the_home_page_may_be_canonical_for_itself() -> None:
    found = canonical_url(
        page(head="<link rel=canonical href='/'>", url="https://gazette.example/?utm_source=x")
    )
    assert found.value == "https://gazette.example/"


@pytest.mark.parametrize("url", ["", "file:/a.html", "http://[::1", "not an address", "about:blank"])
def test_any_address_is_taken(url: str) -> None:
    assert canonical_url(page(url=url)).source == "url"


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"), ("en-US", "en-US"), ("PT_br", "pt-BR"), ("zh-hans-cn", "zh-Hans-CN"), ("German", "de"),
        ("de-DE-x-foo", "de-DE"), ("en_GB.UTF-8", "en-GB"), ("jp", "ja"), ("", None), ("und", None), ("{{lang}}", None),
        ("deutschland", None),
    ],
)  # fmt: skip
def test_languages_are_written_as_bcp_47(written: str, tag: str | None) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        ("de", "", "de"),
        ("de", "<meta property='og:locale' content='de_AT'>", "de"),
        ("", "<meta http-equiv='content-language' content='fr'>", "fr"),
        ("", news('"inLanguage": "it-IT"'), "it-IT"),
        ("en", "<meta property='og:locale' content='de_DE'>" + news('"inLanguage": "de"'), "de"),
        ("en", "<meta property='og:locale' content='de_DE'>", "en"),
        ("", "", None),
    ],
)
def test_language_is_what_most_of_the_page_says(lang: str, head: str, expected: str | None) -> None:
    found = language_of(page(head=head, lang=lang))
    assert (found.value if found else None) == expected


BREADCRUMB = """{"@type": "BreadcrumbList", "itemListElement": [
    {"position": 1, "name": "Home"}, {"position": 2, "item": {"name": "Science"}},
    {"position": 3, "name": "The tide"}]}"""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta property='article:section' content='Science'>", "Science"),
        (news('"articleSection": ["Science", "Sea"]'), "Science"),
        (json_ld(BREADCRUMB), "Science"),
        ("<meta property='article:section' content='https://gazette.example/science'>", None),
        ("<meta property='article:section' content='17'>", None),
        (news('"articleSection": {"a": 1}'), None),
        (news('"articleSection": "null"'), None),
        (news('"articleSection": "Kategorie: Hafen"'), "Hafen"),
        (news('"articleSection": "Posted in Harbour"'), "Harbour"),
        (news('"articleSection": "Category Theory"'), "Category Theory"),
        (news('"articleSection": "Harbour, Boats, Quay, Boats"'), "Harbour"),
        (news('"articleSection": "Foto, Kunst und Hafen"'), "Foto, Kunst und Hafen"),
        (
            "<meta property='article:section' content='Uncategorized'>" + news('"articleSection": "Sea"'),
            "Sea",
        ),
        ("", None),
    ],
)
def test_section(head: str, expected: str | None) -> None:
    found = department(page(head=head))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("<p class=category>in <a href=/c/harbour>Harbour</a></p>", "Harbour"),
        ("<p class=category>The tide that came twice</p>", None),
        (
            "<p class=category><a href=/a/ada>Ada Holm</a></p><p>By <a rel=author href=/a/ada>Ada Holm</a></p>",
            None,
        ),
        ("<p class=category><a href=/all>Zurück</a></p>", None),
    ],
)
def test_a_printed_section_is_no_label_headline_or_author(printed: str, expected: str | None) -> None:
    found = department(article("", printed))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        ("", news('"keywords": ["floods", "harbour", "Floods"]'), ("floods", "harbour")),
        ("", news('"keywords": "floods, harbour"'), ("floods", "harbour")),
        ("", news('"keywords": [{"@type": "DefinedTerm", "name": "floods"}, 7]'), ("floods",)),
        (
            "",
            "<meta property='article:tag' content='floods'><meta property='article:tag' content='harbour'>",
            ("floods", "harbour"),
        ),
        ("", "<meta name=keywords content='floods; harbour;;type:article,4711'>", ("floods", "harbour")),
        ("<a rel='tag nofollow' href='/t/floods'>#floods</a>", "", ("floods",)),
        (
            "<p>Tags: <a href=/t/f>floods</a>, <a href=/t/h>harbour <b>walls</b></a></p>",
            "",
            ("floods", "harbour walls"),
        ),
        ("<p>Schlagwörter: Flut, Hafen</p>", "", ("Flut", "Hafen")),
        ("<div>キーワード：<a href=/t/1>港</a><a href=/t/2>潮</a></div>", "", ("港", "潮")),
        (
            "<p>Topics: what they talk about on the quay when the boats are in, and nobody else is there</p>",
            "",
            None,
        ),
        ("<p>Topics: water, boats.</p>", "", None),
        ("<p>Tag: <a href=/tag>Tag</a></p>", "", None),
        ("<aside><p>Tags: <a href=/t/f>floods</a></p></aside>", "", None),
        ("", "", None),
    ],
)
def test_tags(body: str, head: str, expected: tuple[str, ...] | None) -> None:
    found = keywords(page(body, head))
    assert (found.value if found else None) == expected


IMAGE = "https://gazette.example/i/tide.jpg"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta property='og:image' content='/i/tide.jpg'>", IMAGE),
        ("<meta property='og:image' content='/i/logo.png'>" + news('"image": "/i/tide.jpg"'), IMAGE),
        (news('"image": {"@type": "ImageObject", "url": "/i/tide.jpg"}'), IMAGE),
        (news('"image": [{"url": ["/i/tide.jpg"]}, null]'), IMAGE),
        ("<meta name='twitter:image' content='/i/tide.jpg'>", IMAGE),
        ("<link rel=image_src href='/i/tide.jpg'>", IMAGE),
        ("<meta property='og:image' content='data:image/png;base64,xx'>", None),
        ("", None),
    ],
)
def test_lead_image(head: str, expected: str | None) -> None:
    found = lead_image(page(head=head))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta property='og:site_name' content='The Harbour Gazette'>", "The Harbour Gazette"),
        (news('"publisher": {"name": "The Harbour Gazette"}'), "The Harbour Gazette"),
        (json_ld('{"@type": "WebSite", "name": "The Harbour Gazette"}'), "The Harbour Gazette"),
        ("<meta name='application-name' content='The Harbour Gazette'>", "The Harbour Gazette"),
        ("<meta property='og:site_name' content='{$site.name}'>", None),
        (news('"publisher": 7'), None),
    ],
)
def test_site_name(head: str, expected: str | None) -> None:
    found = publication(page(head=head))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (news('"isAccessibleForFree": true'), True),
        (news('"isAccessibleForFree": "False"'), False),
        (news('"isAccessibleForFree": "http://schema.org/True"'), True),
        (news('"isAccessibleForFree": [false]'), False),
        ("<meta property='article:content_tier' content='locked'>", False),
        ("<meta property='article:content_tier' content='free'>", True),
        (news('"isAccessibleForFree": {"a": 1}'), None),
        ("", None),
    ],
)
def test_access(head: str, expected: bool | None) -> None:
    found = accessible_for_free(article(head=head, url=URL))
    assert (found.value if found else None) is expected
