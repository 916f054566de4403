"""Titles: the heading that readers see, against the head's titles, site names, overlines and logos."""

import pytest
from pages import URL, news, page

from crawler.parsers.title import headline

HEADLINE = "The tide that came twice"


def title(body: str, head: str = "", url: str = URL) -> str | None:
    found = headline(page(body, head, url=url))
    return found.value if found else None


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>{HEADLINE}</h1>", ""),
        (f"<h1>{HEADLINE}</h1>", f"<title>{HEADLINE} | The Gazette</title>"),
        # The site's logo and a section's name in <h1>
        (f"<h1>The Gazette</h1><h1>{HEADLINE}</h1>", f"<title>{HEADLINE} - The Gazette</title>"),
        (
            f"<h1><a href='/'>Tides and times</a></h1><h2>{HEADLINE}</h2>",
            f"<title>{HEADLINE} | Tides and times</title>",
        ),
        (f"<h1>News</h1><h2>{HEADLINE}</h2>", "<title>News | The Gazette</title>"),
        (f"<h1><a name=top></a>{HEADLINE}</h1>", ""),
        ("<h1><a href='/'>All the tides of the coast</a></h1>", f"<title>{HEADLINE}</title>"),
        # A blog's name, a menu's section, the site's name beside the headline, a heading of the frame
        (
            f"<h1>Notes of a lock keeper</h1><h3>{HEADLINE}</h3>",
            f"<title>{HEADLINE} - Notes of a lock keeper</title>",
        ),
        (
            "<div class=menu><a href='/science'><div class=headline>Science</div></a></div>",
            f"<meta property='og:title' content='{HEADLINE}'><title>{HEADLINE} - Front page - Science</title>",
        ),
        (
            f"<div class=top><h1>{HEADLINE}The Gazette of Tarnmouth</h1></div><h3>{HEADLINE}</h3>",
            f"<title>{HEADLINE} » The Gazette of Tarnmouth</title>",
        ),
        (
            f"<h1>The Gazette, for all who live by the sea</h1><h2>{HEADLINE}</h2>",
            f"<title>{HEADLINE} » The Gazette</title>",
        ),
        ("<div class=sidebar><h1>Tools of the site</h1></div>", f"<title>{HEADLINE} | The Gazette</title>"),
        # No heading at all
        ("", f"<meta name=dc.title content='gazette.example'><title>{HEADLINE} | The Gazette</title>"),
        ("", f"<title>gazette.example | {HEADLINE}</title>"),
        ("", f"<title>{HEADLINE} | The Gazette ♥ all of Tarnmouth</title>"),
        ("", f"<meta property='og:title' content='{HEADLINE}'>"),
        (
            "",
            f"<title>{HEADLINE} - Science - The Gazette</title><meta property='og:site_name' content='The Gazette'>",
        ),
        ("", news(f'"headline": "{HEADLINE}"')),
        (f"<div class='article-title'>{HEADLINE}</div>", f"<title>{HEADLINE} :: The Gazette</title>"),
        # Overlines
        (f"<h1><span class='kicker'>Flood</span> {HEADLINE}</h1>", f"<title>{HEADLINE}</title>"),
        (f"<h1>Flood: {HEADLINE}</h1>", f"<meta property='og:title' content='{HEADLINE}'>"),
        (f"<h1><span class=overline>Flood</span> - {HEADLINE}</h1>", f"<title>Flooding: {HEADLINE}</title>"),
        # Entities and white space
        ("<h1>The&nbsp;tide\n that came&#x200b; twice</h1>", ""),
        ("", news('"headline": "The tide &amp;#116;hat came twice"')),
    ],
)
def test_the_headline_stands_alone(body: str, head: str) -> None:
    assert title(body, head) == HEADLINE


SEARCHED = "Harbour of Tarnmouth: how the second tide of the night came about"
PATH = f"<nav class=path><ol><li><a href='/'>Home</a><li><h1>{SEARCHED}</h1></ol></nav>"
MARKED = f"<ol class='c-breadcrumb'><li><a href='/'>Home</a><li><h1>{SEARCHED}</h1></ol>"
SEARCH_HEAD = f"<title>{SEARCHED}</title>" + news(f'"headline": "{SEARCHED}"')


@pytest.mark.parametrize("path", [PATH, MARKED], ids=["nav", "breadcrumb"])
@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (f"<h2>{HEADLINE}</h2>", f"<meta property='og:title' content='{HEADLINE}'>", HEADLINE),
        (
            f"<h2><span>Flood</span> {HEADLINE}</h2>",
            f"<meta property='og:title' content='{HEADLINE}'>",
            HEADLINE,
        ),
        (
            "<h2><span>Flood</span> and the tide came twice</h2>",
            "<meta property='og:title' content='Flood: and the tide came twice'>",
            "Flood: and the tide came twice",
        ),
        (f"<h2>{HEADLINE}</h2>", "", SEARCHED),
        ("<h2>More of the harbour</h2>", f"<meta property='og:title' content='{HEADLINE}'>", SEARCHED),
    ],
    ids=["another headline", "with an overline", "with a colon", "no title of the head", "another heading"],
)
def test_a_headline_for_search_engines_on_the_path_to_the_page(
    path: str, body: str, head: str, expected: str
) -> None:
    """Readers see it in small letters above the article, whose headline stands below in `<h2>`."""
    url = "https://gazette.example/science/4711"
    assert title(path + body, SEARCH_HEAD + head, url) == expected


def test_a_headline_behind_another_part_of_the_title_stays() -> None:
    head = "<title>The Lamplighters – Purple Tide | Songs of the coast</title>"
    body = "<h1>Purple Tide</h1><h2>The Lamplighters</h2>"
    assert title(body, head, "https://songs.example/the-lamplighters-purple-tide-lyrics") == "Purple Tide"


def test_an_overline_that_belongs_to_the_headline_stays() -> None:
    body = "<h1><span class='kicker'>Draft of the harbour law</span>: A little progress</h1>"
    head = "<title>Draft of the harbour law: A little progress | Gazette</title>"
    assert title(body, head) == "Draft of the harbour law: A little progress"


def test_the_heading_is_what_the_reader_sees_when_the_head_differs() -> None:
    head = "<meta property='og:title' content='Two tides in one night: what the harbour learned'>"
    body = "<h1>What the harbour learned from two tides</h1>"
    assert title(body, head) == "What the harbour learned from two tides"


def test_a_sentence_in_h1_is_the_headline_whatever_the_head_says() -> None:
    head = "<title>About us | The Gazette</title><meta property='og:title' content='About us'>"
    assert title(f"<h1>{HEADLINE}</h1>", head, "https://gazette.example/a/4711") == HEADLINE


OG_FLOOD = f"<meta property='og:title' content='Flood: {HEADLINE}'>"


@pytest.mark.parametrize(
    ("heading", "head", "expected"),
    [
        # JSON-LD alone, or <title> alone, is only shorter.
        (f"Flood: {HEADLINE}", OG_FLOOD + news(f'"headline": "{HEADLINE}"'), f"Flood: {HEADLINE}"),
        (f"Flood: {HEADLINE}", f"{OG_FLOOD}<title>{HEADLINE} | Gazette</title>", f"Flood: {HEADLINE}"),
        # Two of them agree that the beginning is an overline.
        (
            f"Flood: {HEADLINE}",
            f"<title>{HEADLINE} | The Gazette</title>" + news(f'"headline": "{HEADLINE}"'),
            HEADLINE,
        ),
        # Open Graph and JSON-LD agree on an overline that stands elsewhere on the page.
        (HEADLINE, OG_FLOOD + news(f'"headline": "Flood: {HEADLINE}"'), f"Flood: {HEADLINE}"),
        (HEADLINE, OG_FLOOD + news(f'"headline": "{HEADLINE}"'), HEADLINE),
        # A title of the head knows the space that the markup lacks.
        (f"<b>Flood</b>{HEADLINE}", OG_FLOOD, f"Flood: {HEADLINE}"),
    ],
)
def test_the_head_decides_on_an_overline(heading: str, head: str, expected: str) -> None:
    assert title(f"<h1>{heading}</h1>", head) == expected


def test_a_heading_no_title_is_like_gives_way_to_open_graph() -> None:
    head = "<meta property='og:title' content='Two tides in one night'>"
    assert title("<h1>Our newsletter</h1>", head) == "Two tides in one night"


def test_a_separator_inside_a_heading_stays() -> None:
    text = "How to read a tide table | Step by step"
    assert title(f"<h1>{text}</h1>", f"<title>{text}</title>", "https://gazette.example/tide-table") == text


def test_chinese_titles_lose_the_site_behind_a_hyphen() -> None:
    head = "<title>潮水两次来到港口小城-潮汐新闻网</title>"
    assert title("", head, "https://gazette.example/c_112.htm") == "潮水两次来到港口小城"


SHUT = "Bridge to shut in spring"


@pytest.mark.parametrize(
    ("body", "head", "expected"),
    [
        (f"<font size=5><b>{SHUT}</b></font><br>March 9, 1999", f"Oldtown Online - News - {SHUT}", SHUT),
        (f"<b>Oldtown Online</b><p>{SHUT}<p>March 9, 1999", f"Oldtown Online - {SHUT}", SHUT),
        (f"<center><font size=+2>{SHUT}</font></center>", f"Oldtown Online: {SHUT}", SHUT),
        (
            "<table><tr><td><a href='/'>Anglers Forum</a></td></tr><tr><td><b>Bridge closing</b></td></tr></table>",
            "Bridge closing - Anglers Forum",
            "Bridge closing",
        ),
        # Both printed, the whole printed, the site's name alone, a link, no part of it
        (
            "<b>Anglers Forum</b><p>Bridge closing<p>March 9, 1999",
            "Bridge closing - Anglers Forum",
            "Bridge closing",
        ),
        (f"<p>Spring - {SHUT}<p>{SHUT}", f"Spring - {SHUT}", f"Spring - {SHUT}"),
        ("<b>Anglers Forum</b>", "Bridge closing - Anglers Forum", "Bridge closing - Anglers Forum"),
        ("<b>Oldtown Online</b>", f"Oldtown Online - {SHUT}", f"Oldtown Online - {SHUT}"),
        (f"<a href='/more'>{SHUT}</a>", f"Oldtown Online - {SHUT}", f"Oldtown Online - {SHUT}"),
        ("<p>It rained.</p>", f"Oldtown Online - {SHUT}", f"Oldtown Online - {SHUT}"),
    ],
)
def test_of_a_title_without_a_heading_the_printed_line_counts(body: str, head: str, expected: str) -> None:
    assert title(body, f"<title>{head}</title>", "https://gazette.example/1999/a4711.html") == expected


def test_a_page_without_title_has_none() -> None:
    assert headline(page("<p>Nothing here.</p>")) is None


def test_agreement_makes_it_surer() -> None:
    alone = headline(
        page("<h1>The tide that came twice</h1>", "<title>Water, twice, and the tide that came</title>")
    )
    agreed = headline(
        page(
            f"<h1>{HEADLINE}</h1>",
            f"<title>{HEADLINE}</title><meta property='og:title' content='{HEADLINE}'>",
        )
    )
    assert alone and agreed
    assert agreed.confidence >= 0.9 > alone.confidence


def test_disagreement_makes_it_less_sure() -> None:
    other = "<meta property='og:title' content='The tide came twice, and the town looked on'>"
    disputed = headline(page(f"<h1>{HEADLINE}</h1>", f"<title>{HEADLINE}</title>{other}"))
    assert disputed and disputed.value == HEADLINE and disputed.confidence < 0.9
