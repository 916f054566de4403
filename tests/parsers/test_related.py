"""Related links: what a newsroom's blocks and insets give, and what looks like them and is none."""

from datetime import UTC, datetime

import pytest
from lxml.html import HtmlElement

from crawler.items import RelatedLink
from crawler.page import read_page
from crawler.parsers.related import RelatedFound, find_related
from crawler.parsers.related.find import MAX_READ

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://gazette.example/2025/08/the-tide"

PARAGRAPH = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice "
    "before they believed that all of them were there.</p>"
)


def found(inner: str, head: str = "", after: str = "") -> RelatedFound:
    body = f"<main><article><h1>The tide</h1>{inner}</article>{after}</main>"
    html = f"<html lang=en><head>{head}</head><body>{body}"
    return find_related(read_page(html, URL, now=NOW), URL)


def urls(inner: str, **more: str) -> list[str | None]:
    return [link.url for link in found(inner, **more).links]


SUMMARY = "Ferries run again from Friday, the port says."
ENTRY = {
    "url": "https://gazette.example/2025/08/harbour-reopens-after-storm",
    "title": "Harbour reopens after storm",
    "description": SUMMARY,
    "published_at": "2025-08-01",
}
HREF = "/2025/08/harbour-reopens-after-storm"
LINK = f"<a href='{HREF}'>Harbour reopens after storm</a>"
SECOND = "<a href='/2025/07/oak-gives-way-to-steel'>Oak gives way to steel at the weir</a>"
SECOND_SUMMARY = "The eels are promised a ladder of their own."

# Each holds the same two entries: link, summary sentence and a date as people write it.
MARKUP = {
    "list": f"<ul><li>{LINK}<p>{SUMMARY}</p><span>August 01, 2025</span></li>"
    f"<li>{SECOND}<p>{SECOND_SUMMARY}</p><span>July 20, 2025</span></li></ul>",
    "divs": f"<div><div><h3>{LINK}</h3><div>{SUMMARY}</div><div>August 01, 2025</div></div>"
    f"<div><h3>{SECOND}</h3><div>{SECOND_SUMMARY}</div><div>July 20, 2025</div></div></div>",
    "articles": f"<article><h3>{LINK}</h3><p>{SUMMARY}</p><time datetime=2025-08-01>August 01, 2025</time></article>"
    f"<article><h3>{SECOND}</h3><p>{SECOND_SUMMARY}</p><time>July 20, 2025</time></article>",
    "flat": f"<p>{LINK}</p><p>{SUMMARY}</p><span>August 01, 2025</span>"
    f"<p>{SECOND}</p><p>{SECOND_SUMMARY}</p><span>July 20, 2025</span>",
    "definitions": f"<dl><dt>{LINK}</dt><dd>{SUMMARY}</dd><dd>August 01, 2025</dd>"
    f"<dt>{SECOND}</dt><dd>{SECOND_SUMMARY}</dd><dd>July 20, 2025</dd></dl>",
    "table": f"<table><tr><td>{LINK}</td><td>{SUMMARY}</td><td>August 01, 2025</td></tr>"
    f"<tr><td>{SECOND}</td><td>{SECOND_SUMMARY}</td><td>July 20, 2025</td></tr></table>",
    "line breaks": f"<div>{LINK}<br>{SUMMARY}<br>August 01, 2025<br>{SECOND}<br>{SECOND_SUMMARY}<br>"
    "July 20, 2025</div>",
    "dates first": f"<div><span>August 01, 2025</span><h3>{LINK}</h3><p>{SUMMARY}</p>"
    f"<span>July 20, 2025</span><h3>{SECOND}</h3><p>{SECOND_SUMMARY}</p></div>",
    "whole card linked": f"<div class=card><a href='{HREF}'><img src=a.jpg><span class=kicker>Coast</span>"
    f"<span class=title>Harbour reopens after storm</span><p>{SUMMARY}</p>"
    f"<span class=date>August 01, 2025</span></a></div>"
    f"<div class=card><a href='/2025/07/oak-gives-way-to-steel'>"
    f"<span class=title>Oak gives way to steel at the weir</span>"
    f"<p>{SECOND_SUMMARY}</p><span class=date>July 20, 2025</span></a></div>",
    "image, headline and button": f"<ul><li><a href='{HREF}'><img src=a.jpg alt=''></a><a href='/coast'>Coast</a> "
    f"<h3>{LINK}</h3><p>{SUMMARY}</p><span>August 01, 2025</span><a href='{HREF}'>Read more</a></li>"
    f"<li><h3>{SECOND}</h3><p>{SECOND_SUMMARY}</p><span>July 20, 2025</span></li></ul>",
    "stretched link": f"<div><div class=c><h3>Harbour reopens after storm</h3><p>{SUMMARY}</p><p>August 01, 2025</p>"
    f"<a href='{HREF}' aria-label='Harbour reopens after storm'></a></div><div class=c>"
    f"<h3>Oak gives way to steel at the weir</h3><p>{SECOND_SUMMARY}</p><p>July 20, 2025</p>"
    "<a href='/2025/07/oak-gives-way-to-steel'></a></div></div>",
}


@pytest.mark.parametrize("markup", MARKUP.values(), ids=MARKUP)
def test_entry_has_address_title_summary_and_date_in_any_markup(markup: str) -> None:
    first, second = found(f"{PARAGRAPH * 3}<h2>Related Articles</h2>{markup}").links
    assert first == RelatedLink(**ENTRY, kind="block")
    assert (second.title, second.description, second.published_at) == (
        "Oak gives way to steel at the weir",
        SECOND_SUMMARY,
        "2025-07-20",
    )


def test_twenty_entries_come_in_page_order_and_once() -> None:
    entries = "".join(
        f"<li><a href='/2025/08/story-number-{n}-of-many'>Story number {n} of many</a>" for n in range(20)
    )
    links = found(f"{PARAGRAPH}<h2>Related Articles</h2><ul>{entries}{entries}</ul>").links
    assert [link.title for link in links] == [f"Story number {n} of many" for n in range(20)]


HEADINGS = [
    "Related Articles", "More on this story", "Read next", "You may also like", "More from Coast", "RELATED:",
    "Mehr zum Thema", "Das könnte Sie auch interessieren", "Lesen Sie auch", "Mehr aus Hamburg",
    "À lire aussi", "Sur le même sujet", "Lea también", "Te puede interesar", "Noticias relacionadas",
    "Leggi anche", "Potrebbe interessarti", "Leia também", "Lees ook", "Läs också", "Les også", "Læs også",
    "Lue myös", "Czytaj także", "Související články", "Kapcsolódó cikkek", "Articole similare", "Διαβάστε επίσης",
    "Читайте также", "Читайте також", "İlgili haberler", "اقرأ أيضا", "Baca juga", "関連記事", "관련기사", "相关阅读",
    "संबंधित खबरें", "यह भी पढ़ें", "தொடர்புடைய செய்திகள்", "இதையும் படியுங்கள்",
    "हेही वाचा", "ఇవి కూడా చదవండి", "ഇതും വായിക്കുക", "આ પણ વાંચો", "ಇದನ್ನೂ ಓದಿ", "ਇਹ ਵੀ ਪੜ੍ਹੋ", "সম্পর্কিত খবর",
    "อ่านข่าวที่เกี่ยวข้อง", "함께 볼만한 뉴스", "Otras noticias de Obras", "اقرأ أيضًا",
    "Pročitajte također", "Поврзани вести", "Կարդացեք նաև", "წაიკითხეთ ასევე", "Həmçinin oxuyun", "Тағы оқыңыз",
    "Lestu líka", "Lea tamén", "Irakurri ere", "Soma pia", "Mga kaugnay na balita", "Lees ook hierdie", "İLGİLİ HABERLER",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
def test_heading_opens_a_block_in_its_language(heading: str) -> None:
    assert urls(f"{PARAGRAPH}<section><h2>{heading}</h2><ul><li>{LINK}</ul></section>") == [ENTRY["url"]]


@pytest.mark.parametrize(
    "heading",
    [
        "Most read", "Trending", "Latest news", "Sponsored", "From around the web", "Comments", "Related topics",
        "Meistgelesen", "Les plus lus", "Lo más leído", "I più letti", "Mais lidas", "Meest gelezen", "ランキング",
        "ताजा खबरें", "Đọc nhiều nhất", "ข่าวล่าสุด", "Najčitanije", "Δημοφιλή",
    ],
)  # fmt: skip
def test_heading_of_another_list_opens_none(heading: str) -> None:
    assert urls(f"{PARAGRAPH}<section><h2>{heading}</h2><ul><li>{LINK}</ul></section>") == []


def test_most_read_beside_related_in_one_box_is_left_out() -> None:
    box = f"<aside><h3>Related stories</h3><ul><li>{LINK}</ul><h3>Most read</h3><ul><li>{SECOND}</ul></aside>"
    assert urls(PARAGRAPH + box) == [ENTRY["url"]]


@pytest.mark.parametrize(
    "names",
    [
        "related-posts",
        "c-readNext",
        "article__recommended",
        "yarpp-related",
        "noticias-relacionadas",
        "lire-aussi",
    ],
)
def test_class_opens_a_block_without_heading(names: str) -> None:
    assert urls(f"{PARAGRAPH}<div class='{names}'><ul><li>{LINK}</ul></div>") == [ENTRY["url"]]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class='related-topics'>{LINK}</div>",
        f"<div class='outbrain related'>{LINK}</div>",
        f"<div class='most-popular'><div class='related-list'>{LINK}</div></div>",
        f"<nav><ul><li>{LINK}</ul></nav>",
        "<h2>Related</h2><ul><li><a href='/tag/sea-walls-of-the-north'>Sea walls of the north</a></ul>",
        "<h2>Related</h2><ul><li><a href='/author/ada-holm-of-the-coast'>Ada Holm of the coast</a></ul>",
        "<h2>Related</h2><ul><li><a href='https://www.facebook.com/sharer?u=x'>Share this on Facebook now</a></ul>",
        f"<h2>Related</h2><ul><li><a href='{URL}?utm_source=x'>The very page that is being read</a></ul>",
        "<h2>Related</h2><ul><li><a href='/'>The front page of this paper</a></ul>",
        "<h2>Related</h2><ul><li><a href='#comments'>Go down to the comments here</a></ul>",
        f"<p>The council said that the {LINK} as planned, and that nobody had been told of it before the vote.</p>",
        f"<p>More on this story was promised to {LINK} by the council, which said that nobody had been told of it.</p>",
        f"<a rel=prev href='{HREF}'>Previous article</a>",
    ],
)
def test_what_is_no_related_link(markup: str) -> None:
    assert urls(PARAGRAPH * 2 + markup) == []


@pytest.mark.parametrize(
    "inset",
    [
        f"<p><strong>Read also:</strong> {LINK}</p>",
        f"<p>Les også: {LINK}</p>",
        f"<p><em>À lire aussi : {LINK}</em></p>",
        f"<p><a href='{HREF}'>READ MORE: Harbour reopens after storm</a></p>",
        f"<p><a href='{HREF}'><b>Lesen Sie auch: Harbour reopens after storm</b></a></p>",
        f"<div><h4>Related</h4><a href='{HREF}'><h5>Harbour reopens after storm</h5></a></div>",
        f"<div class=teaser><a href='{HREF}'><img src=a.jpg><h3>Harbour reopens after storm</h3></a></div>",
    ],
)
def test_inset_between_paragraphs(inset: str) -> None:
    links, roots = found(PARAGRAPH * 2 + inset + PARAGRAPH * 2)
    assert [(link.url, link.title, link.kind) for link in links] == [(ENTRY["url"], ENTRY["title"], "inset")]
    assert roots


@pytest.mark.parametrize(
    ("teaser", "title"),
    [
        (f"<a href='{HREF}'><i class=kicker>Sea</i><span>Harbour reopens after storm</span></a>", ENTRY["title"]),
        (f"<h3><a href='{HREF}'><span>Weather</span>Harbour reopens after storm</a></h3>", ENTRY["title"]),
        (f"<a href='{HREF}'>Harbour reopens after storm</a> <span>3 min read</span>", ENTRY["title"]),
        (f"<a href='{HREF}'><span>12:30</span> <span class=t>Harbour reopens after storm</span></a>", ENTRY["title"]),
        (
            f"<a href='{HREF}'><u class=x>Updated on Saturday, 9 August 2025</u> <u class=y>{ENTRY['title']}</u></a>",
            ENTRY["title"],
        ),
        (f"<p>Why the <a href='{HREF}'>harbour reopens</a> after all.</p>", "Why the harbour reopens after all."),
        (f"<a href='{HREF}' title='Harbour reopens after storm'><img src=a.jpg></a>", ENTRY["title"]),
    ],
)  # fmt: skip
def test_title_is_the_headline_alone(teaser: str, title: str) -> None:
    assert [link.title for link in found(f"{PARAGRAPH}<h2>Related</h2><ul><li>{teaser}</ul>").links] == [
        title
    ]


def test_dates_in_the_future_and_bare_years_are_none() -> None:
    entries = f"<li>{LINK}<span>March 1, 2031</span></li><li>{SECOND}<span>2024</span></li>"
    assert [link.published_at for link in found(f"{PARAGRAPH}<h2>Related</h2><ul>{entries}</ul>").links] == [
        None,
        None,
    ]


def test_group_without_heading_behind_the_text() -> None:
    cards = "".join(
        f"<div class=card><a href='/2025/0{n}/tale-of-the-sea-{n}{n}'><img src={n}.jpg></a>"
        f"<a class=headline href='/2025/0{n}/tale-of-the-sea-{n}{n}'>Tale of the sea, part {n}</a>"
        f"<p>It goes on, they say.</p></div>"
        for n in (1, 2, 3)
    )
    links = found(f"<div class=text>{PARAGRAPH * 3}</div><section class=cards>{cards}</section>").links
    assert [link.title for link in links] == [
        "Tale of the sea, part 1",
        "Tale of the sea, part 2",
        "Tale of the sea, part 3",
    ]


def test_hours_ago_count_back_only_from_a_moment_that_is_given() -> None:
    block = (
        f"<h2>Related</h2><ul><li>{LINK}<span>2 hours ago</span></li><li>{SECOND}<span>3 days ago</span></ul>"
    )
    html = f"<html lang=en><body><article>{PARAGRAPH}{block}"
    given, unknown = read_page(html, URL, now=NOW), read_page(html, URL)
    assert [link.published_at for link in find_related(given, URL).links] == [
        "2025-12-31T22:00:00Z",
        "2025-12-29",
    ]
    assert [link.published_at for link in find_related(unknown, URL).links] == [None, None]


def test_structured_links_come_last_and_only_with_a_headline() -> None:
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "isRelatedTo": [
        {"@type": "NewsArticle", "url": "/2025/06/ladder-for-eels", "headline": "A ladder for eels",
         "datePublished": "2025-06-02"},
        {"@type": "NewsArticle", "url": "/2025/08/harbour-reopens-after-storm", "headline": "Again"}],
        "relatedLink": "/thema/eels"}</script>"""
    links = found(f"{PARAGRAPH}<h2>Related</h2><ul><li>{LINK}</ul>", head=head).links
    assert [(link.title, link.kind) for link in links] == [
        (ENTRY["title"], "block"),
        ("A ladder for eels", "structured"),
    ]
    assert links[1].published_at == "2025-06-02"


def test_a_portals_long_list_and_the_pages_footer_are_none() -> None:
    portal = "".join(
        f"<li><a href='/2025/08/story-number-{n}-of-many'>Story number {n} of many</a>" for n in range(90)
    )
    assert urls(f"{PARAGRAPH}<section><h2>Recommended for you</h2><ul>{portal}</ul></section>") == []
    footer = f"<h4>More on this</h4><ul><li>{LINK}</ul>"
    page = f"<html><body><article>{PARAGRAPH}</article><footer>{footer}</footer>"
    assert find_related(read_page(page, URL, now=NOW), URL).links == ()
    assert urls(f"{PARAGRAPH}<footer>{footer}</footer>") == [ENTRY["url"]]


def paragraphs_in(roots: tuple[HtmlElement, ...]) -> int:
    return sum("fishermen counted" in root.text_content() for root in roots)


@pytest.mark.parametrize(
    "page",
    [
        f"{PARAGRAPH * 3}<h2>Related Articles</h2>{MARKUP['flat']}",
        f"{PARAGRAPH}<h4>Related</h4><ul><li>{LINK}</ul>{PARAGRAPH * 3}",
        f"<div class=related-story>{PARAGRAPH * 4}<p>{LINK}</p></div>",
        f"<h4>Related</h4>{PARAGRAPH}<p>{LINK}</p>{PARAGRAPH}",
        f"<div><p><strong>Related:</strong> {LINK}</p>{PARAGRAPH * 3}</div>",
        f"{(PARAGRAPH * 3 + f'<div><h4>More on this</h4>{LINK}</div>') * 3}{PARAGRAPH}",
    ],
)
def test_roots_hold_no_paragraph_of_the_article(page: str) -> None:
    assert paragraphs_in(found(page).roots) == 0


def test_tree_is_left_as_it_was() -> None:
    page = read_page(f"<article>{PARAGRAPH}<h2>Related</h2><ul><li>{LINK}</ul></article>", URL, now=NOW)
    before = page.tree.text_content()
    find_related(page, URL)
    assert page.tree.text_content() == before


@pytest.mark.parametrize(
    "html",
    [
        "", "\x00", "<h2>Related</h2>", "<a href='http://[x'>Related</a>", "<div>" * 5_000 + "<h2>Related</h2>" + LINK,
        "<h2>Related</h2>" + LINK * 20_000, "<h2>Related</h2><p>x" * 5_000, "<div class=related>" * 2_000 + LINK,
    ],
    ids=["empty", "null", "no link", "bad address", "deep", "many links", "many headings", "nested blocks"],
)  # fmt: skip
def test_hostile_pages_are_bounded(html: str) -> None:
    assert len(find_related(read_page(html, URL, now=NOW), URL).links) <= 300


def test_blocks_in_one_another_are_read_as_far_as_a_page_is() -> None:
    first = f"<ul class=related><li>{LINK}</ul>"
    empty = "<i class=x></i>" * (MAX_READ // 4)
    nested = f"<div class=related>{empty}" * 6 + f"<p>{SECOND}</p>" + "</div>" * 6
    assert urls(first + PARAGRAPH + nested) == [ENTRY["url"]]


def test_article_that_is_named_like_a_block_hides_no_block_behind_its_text() -> None:
    article = f"<div class=related-content>{PARAGRAPH * 30}<p>{SECOND}</p></div>"
    assert urls(article + f"<h2>Related</h2><ul><li>{LINK}</ul>") == [ENTRY["url"]]


@pytest.mark.parametrize(
    "block",
    [
        f"<div><span class='visually-hidden'>Related articles</span><p>{LINK}</p></div>",
        f"<table><tr><th>Year<th>Boats<tr><td>2024<td>7</table><div><b>Related articles</b><p>{LINK}</p></div>",
        f"<h3>Read more</h3><ul><li>{LINK}</ul>",
        f"<h3><em>Related</em> articles</h3><ul><li>{LINK}</ul>",
    ],
    ids=["hidden", "behind a table", "heading", "parted"],
)
def test_label_is_found_wherever_it_stands(block: str) -> None:
    assert urls(PARAGRAPH * 3 + block) == [ENTRY["url"]]
