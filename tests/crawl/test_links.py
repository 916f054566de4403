import pytest
from crawl_pages import html, listing, story

from crawler.discovery.address import ARTICLE_SCORE, is_next_page, is_page, score
from crawler.discovery.page_links import page_links, sources
from crawler.page import read_page

HOME = "https://news.example/"


@pytest.mark.parametrize(
    "path",
    [
        "2025/08/09/tide-comes-twice",
        "sport/rowers-win-the-long-reach-by-a-ball",
        "news/world-12345678",
        "politik/flut-am-hafen-reisst-den-steg-mit.html",
        "technology/archive/2016/09/why-the-tide-came-twice/500591/",
        "artikel/20250809/flut.php",
        "?p=4127&x=harbour",
    ],
)
def test_articles_addresses_score_as_such(path: str) -> None:
    assert score(HOME + path, "The tide that came twice to town") >= ARTICLE_SCORE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("", "The Harbour Gazette, news since 1871"),
        ("sport", "Sport"),
        ("news/local", "Local news"),
        ("tag/tides", "Tides"),
        ("author/ada-holm", "Ada Holm"),
        ("2025/08/", "August 2025"),
        ("about-us", "Who we are and what we do"),
        ("contact.html", "Contact"),
        ("search?q=tide", "Search"),
        ("login", "Log in"),
        ("news/page/2/", "Older stories"),
        ("news?page=2", "2"),
        ("privacy-policy", "Privacy policy"),
    ],
)
def test_other_addresses_do_not(path: str, text: str) -> None:
    assert score(HOME + path, text) < ARTICLE_SCORE


@pytest.mark.parametrize("path", ["a.pdf", "i/tide.JPG", "feed.xml", "app.apk"])
def test_files_are_no_pages(path: str) -> None:
    assert not is_page(HOME + path)


@pytest.mark.parametrize(
    ("path", "of", "follows"),
    [
        ("news/?page=2", "news/", True),
        ("news?page=2", "news/", True),
        ("news/page/3/", "news/page/2", True),
        ("news/page-2.html", "news", True),
        ("news/?page=1", "news/?page=2", False),
        ("news/?page=3", "news/", False),
        ("sport/?page=2", "news/", False),
        ("news/page-two", "news/", False),
    ],
)
def test_the_next_page_is_known_by_its_number(path: str, of: str, follows: bool) -> None:
    assert is_next_page(HOME + path, HOME + of) is follows


def test_a_listing_gives_next_page_articles_by_score_and_sections() -> None:
    body = listing([story(1), story(2)], menu=["/sport", "/about"], next_page="/?page=2")
    links = page_links(read_page(body, HOME))
    assert [(link.kind, link.url.removeprefix(HOME[:-1])) for link in links] == [
        ("next", "/?page=2"),
        ("article?", story(1)),
        ("article?", story(2)),
        ("listing?", "/sport"),
    ]


def test_links_off_the_site_sponsored_ones_files_and_the_page_itself_are_left_out() -> None:
    body = b"""<a href="https://other.example/2025/08/tide-comes-twice-to-town">x</a>
    <a rel="sponsored" href="/2025/08/buy-boats-at-the-harbour">x</a> <a href="/2025/08/report.pdf">x</a>
    <a href="javascript:alert(1)">x</a> <a href="mailto:a@b.example">x</a> <a href="/?utm_source=x">Home page</a>
    <a href="https://news.example/2025/08/tide-comes-twice-to-town">x</a>"""
    links = page_links(read_page(body, HOME))
    assert [link.url for link in links] == ["https://news.example/2025/08/tide-comes-twice-to-town"]


def test_spellings_of_one_address_are_one_link_with_the_best_text() -> None:
    body = b"""<a href="/2025/08/tide-comes-twice"><img src=x></a>
    <h2><a href="/2025/08/tide-comes-twice/?utm_source=front">The tide that came twice to town</a></h2>"""
    (link,) = page_links(read_page(body, HOME))
    assert link.text == "The tide that came twice to town"


def test_sources_are_the_feeds_and_sitemaps_that_the_head_names() -> None:
    head = """<link rel="alternate" type="application/rss+xml" title="News" href="/feed">
    <link rel="alternate" type="text/html" hreflang="de" href="/de"><link rel="sitemap" href="/map.xml">"""
    page = read_page(html(listing([], head=head))[2], HOME)
    assert [(link.kind, link.url) for link in sources(page)] == [
        ("feed", HOME + "feed"),
        ("sitemap", HOME + "map.xml"),
    ]


def test_a_page_of_a_hundred_thousand_links_is_bounded() -> None:
    body = b"".join(b"<a href='/2025/08/tide-%d-comes-twice'>x</a>" % number for number in range(100_000))
    assert len(page_links(read_page(body, HOME))) <= 5_000
