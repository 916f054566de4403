"""Dates of articles: which of the many dates of a page is the article's."""

import pytest
from pages import PARAGRAPH, URL, article, news, page

from crawler.page import read_page
from crawler.parsers.published import publication_dates


def published(
    below: str = "", head: str = "", above: str = "", url: str = URL, lang: str = "en"
) -> str | None:
    found = publication_dates(article(above, below, head, url=url, lang=lang)).published
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (news('"datePublished": "2025-08-09T07:30:00+02:00"'), "2025-08-09T07:30:00+02:00"),
        (news('"datePublished": ["2025-08-09"]'), "2025-08-09"),
        (news('"datePublished": {"@value": "2025-08-09"}'), "2025-08-09"),
        (news('"datePublished": 20250809, "dateCreated": "2025-08-08"'), "2025-08-08"),
        ("<meta property='article:published_time' content='2025-08-09T07:30:00Z'>", "2025-08-09T07:30:00Z"),
        ("<meta name='date' content='Sat, 09 Aug 2025 07:30:00 GMT'>", "2025-08-09T07:30:00Z"),
        ("<meta name='DC.date.issued' content='2025-08-09'>", "2025-08-09"),
        ("<meta property='shop:uploaded' content='2025-08-09'>", "2025-08-09"),
        ('<script>var a = {"publishedAt": "2025-08-09T07:30:00Z"}</script>', "2025-08-09T07:30:00Z"),
    ],
)
def test_the_head_says_when(head: str, expected: str) -> None:
    assert published(head=head) == expected


def test_a_label_in_the_line_above_says_which_day_is_the_change() -> None:
    rows = "<dl><dt>{}</dt><dd>9 August 2025</dd><dt>{}</dt><dd>11 August 2025</dd></dl>"
    for first, second in (("Published", "Last updated"), ("Veröffentlicht", "Aktualisiert")):
        dates = publication_dates(article("", rows.format(first, second)))
        assert dates.published is not None and dates.modified is not None
        assert (dates.published.value, dates.modified.value) == ("2025-08-09", "2025-08-11")
        turned = publication_dates(article("", rows.format(second, first)))
        assert turned.published is not None and turned.published.value == "2025-08-11"


@pytest.mark.parametrize(
    ("below", "lang", "expected"),
    [
        ("<p>August 09, 2025</p>", "en", "2025-08-09"),
        ("<p>By Ada Holm | Published 9 August 2025 at 7:30 pm</p>", "en-GB", "2025-08-09T19:30:00"),
        ("<time datetime='2025-08-09T07:30:00Z'>today</time>", "en", "2025-08-09T07:30:00Z"),
        ("<div>Von Ada Holm<br>9. August 2025</div>", "de", "2025-08-09"),
        ("<span>08/09/2025</span>", "en-GB", "2025-09-08"),
        ("<p>Published August 9, 2025, updated August 11, 2025</p>", "en", "2025-08-09"),
        ("<aside class=meta>9 Aug 2025</aside>", "en", "2025-08-09"),
        ("<ul class='nav meta'><li>9 Aug 2025 18:29</li></ul>", "en", "2025-08-09T18:29:00"),
        ("<p>Pressemitteilung vom 9. August 2025</p>", "de", "2025-08-09"),
        (
            f"<p>Berlin, 9. August 2025 – {'Die Mauer hielt in der Nacht, und am Morgen zählten sie. ' * 8}</p>",
            "de",
            "2025-08-09",
        ),
    ],
)
def test_the_line_near_the_headline_says_when(below: str, lang: str, expected: str) -> None:
    assert published(below, lang=lang) == expected


@pytest.mark.parametrize(
    ("below", "lang", "expected"),
    [
        ("<div>5 มี.ค. 2567 10:22 น.</div>", "th", "2024-03-05T10:22:00"),
        ("<div>سه‌شنبه ۱۵ اسفند ۱۴۰۲ - ۱۰:۲۲</div>", "fa", "2024-03-05T10:22:00"),
        ("<time>প্রকাশ: ০৫ মার্চ ২০২৪, ১০: ২২</time>", "bn", "2024-03-05T10:22:00"),
        ("<div>5 मार्च 2024, 10:22 AM IST</div>", "hi", "2024-03-05T10:22:00+05:30"),
        ("<div>令和6年3月5日 10時22分</div>", "ja", "2024-03-05T10:22:00"),
        ("<div>民國113年3月5日</div>", "zh-TW", "2024-03-05"),
        ("<div>Ditulis oleh Ada Holm | Selasa, 5 Mac 2024</div>", "ms", "2024-03-05"),
        (
            "<div>[항구일보] 이정훈 기자 &nbsp; 승인 2024.03.05 10:22 댓글 0</div>",
            "ko",
            "2024-03-05T10:22:00",
        ),
        ("<table><tr><td>[항구일보] 이정훈 기자 승인 2024.03.05</td></tr></table>", "ko", "2024-03-05"),
        ("<p>5.3. 10:22</p>", "fi", None),
        ("<p>Julkaistu 5.3. 22:15</p>", "fi", None),
        ("<p>부산에서 2024년 3월 5일 열린 축제에 많은 사람이 모였다.</p>", "ko", None),
        ("<p>田中一郎（平成6年3月5日生まれ）</p>", "ja", None),
        ("<p>김철수 1994년 3월 5일생</p>", "ko", None),
    ],
)
def test_the_line_near_the_headline_as_other_countries_write_it(
    below: str, lang: str, expected: str | None
) -> None:
    assert published(below, lang=lang) == expected


FIRST = "<time datetime='2024-03-05T10:22:13+01:00'>{}</time>"
SECOND = "<time datetime='2024-03-05T14:00:00+01:00'>{}</time>"
UTC_FIRST, UTC_SECOND = (
    "<time datetime='2024-03-05T09:22:13Z'>{}</time>",
    "<time datetime='2024-03-05T13:00:00Z'>{}</time>",
)
EARLY, LATE, DAY = "5 March 2024 at 10:22", "5 March 2024 at 14:00", "5 March 2024"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"Published {FIRST.format(EARLY)} Updated {SECOND.format(LATE)}",
            ("2024-03-05T10:22:13+01:00", "2024-03-05T14:00:00+01:00"),
        ),
        (
            f"Updated {SECOND.format(LATE)} Published {FIRST.format(EARLY)}",
            ("2024-03-05T10:22:13+01:00", "2024-03-05T14:00:00+01:00"),
        ),
        (
            f"Published {FIRST.format(DAY)} Updated {SECOND.format(DAY)}",
            ("2024-03-05T10:22:13+01:00", "2024-03-05T14:00:00+01:00"),
        ),
        (
            f"Published {UTC_FIRST.format(EARLY)} Updated {UTC_SECOND.format(LATE)}",
            ("2024-03-05T09:22:13Z", "2024-03-05T13:00:00Z"),
        ),
        (
            f"Published {EARLY}, updated {SECOND.format(LATE)}",
            ("2024-03-05T10:22:00", "2024-03-05T14:00:00+01:00"),
        ),
    ],
)
def test_two_moments_of_one_day_in_a_line_are_told_apart(line: str, expected: tuple[str, str]) -> None:
    dates = publication_dates(article(below=f"<div>{line}</div>", lang="en-GB"))
    assert dates.published and dates.modified
    assert (dates.published.value, dates.modified.value) == expected


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-03-05 15:22:11", "2024-03-05T15:22:11"),
        ("2024-03-06 15:22:11", "2024-03-05"),
        ("soon", "2024-03-05"),
    ],
)
def test_the_time_that_an_element_states_for_machines_is_that_of_the_day_it_prints(
    stamp: str, expected: str
) -> None:
    below = f"<div>입력 <span data-date-time='{stamp}'>2024.03.05.</span></div>"
    assert published(below, lang="ko") == expected
    assert published(f"<p data-date-time='{stamp}'>2024.03.05.</p>", lang="ko") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("20240305T1022", "2024-03-05T10:22:00"),
        ("20240305T102200", "2024-03-05T10:22:00"),
        ("20240305T102200Z", "2024-03-05T10:22:00Z"),
        ("20240305T102200+0900", "2024-03-05T10:22:00+09:00"),
    ],
)
def test_compact_stamps_have_their_time(content: str, expected: str) -> None:
    assert published(head=f"<meta property='article:published_time' content='{content}'>") == expected


def test_a_date_above_the_headline_counts() -> None:
    assert published(above="<div class=date>Party, 30.10.23</div>", lang="de") == "2023-10-30"


@pytest.mark.parametrize(
    "url",
    [
        "https://gazette.example/2025/08/09/the-tide-that-came-twice",
        "https://gazette.example/2025/aug/09/the-tide-that-came-twice",
        "https://gazette.example/the-tide-that-came-twice-20250809.html",
        "https://gazette.example/news/A2025080907300001234",
        "https://gazette.example/news/09-08-2025-the-tide",
    ],
)
def test_the_address_says_when(url: str) -> None:
    assert published(url=url) == "2025-08-09"


@pytest.mark.parametrize(
    "url", ["https://gazette.example/the-tide,198264.html", "https://gazette.example/2025812/tide"]
)
def test_figures_that_may_be_a_day_are_none(url: str) -> None:
    assert published(url=url) is None


@pytest.mark.parametrize(
    "below",
    [
        "<p>© 2025 The Gazette, 9 August 2025</p>",
        "<div class='related-articles'><p>9 August 2025</p></div>",
        "<section id=comments><time datetime='2025-08-09'>9 August 2025</time></section>",
        "<p>Registered: 9 August 2025</p>",
        "<p>The market is open from 12. - 15.10.2025</p>",
        "<p>The tide of 9 August 2025 was the highest that the harbour had seen since the wall was built there.</p>",
        "<p>9 August 2099</p>",
        "<p>born 28 January 1975</p>",
        "<p>Termin: 9.8.2025, 19 Uhr</p>",
    ],
)
def test_other_dates_of_a_page_are_not_the_articles(below: str) -> None:
    assert published(below) is None


def test_the_comments_of_a_page_do_not_hide_its_own_date() -> None:
    below = "<div class='related'><p>1 May 2024</p></div><p>9 August 2025</p>"
    assert published(below) == "2025-08-09"


def test_a_date_of_change_serves_when_there_is_no_other() -> None:
    found = publication_dates(article(head="<meta property='article:modified_time' content='2025-08-10'>"))
    assert found.published and found.modified
    assert (found.published.value, found.modified.value) == ("2025-08-10", "2025-08-10")
    assert found.published.confidence < 0.9


def test_change_and_publication_are_told_apart() -> None:
    head = news('"datePublished": "2025-08-09", "dateModified": "2025-08-10T09:00:00Z"')
    found = publication_dates(article(head=head))
    assert found.published and found.modified
    assert (found.published.value, found.modified.value) == ("2025-08-09", "2025-08-10T09:00:00Z")


def test_a_change_before_publication_is_none() -> None:
    head = news('"datePublished": "2025-08-09", "dateModified": "2025-08-01"')
    assert publication_dates(article(head=head)).modified is None


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<p>August 9, 2025 at 9:30 p.m.</p>", "2025-08-09T21:30:00-08:00"),
        ("<p>August 9, 2025</p>", "2025-08-09"),
        ("<p>August 10, 2025</p>", "2025-08-10T05:30:00Z"),
        ("", "2025-08-10T05:30:00Z"),
    ],
)
def test_the_day_is_the_readers_when_the_head_counts_in_utc(below: str, expected: str) -> None:
    assert published(below, head=news('"datePublished": "2025-08-10T05:30:00Z"')) == expected


def test_another_moment_printed_is_no_other_time_zone() -> None:
    below = "<time datetime='2025-08-09T06:00:00+02:00'>9 August 2025, 6 am</time>"
    assert published(below, news('"datePublished": "2025-08-10T05:30:00Z"')) == "2025-08-10T05:30:00Z"


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        # the head calls the printed day a change: the text was put out anew on that day
        (news('"datePublished": "2024-02-01", "dateModified": "2025-08-09T09:00:00Z"'), URL, "2025-08-09"),
        # a lone <meta> that is earlier is the day the page was made
        ("<meta name=date content='2025-07-30'>", URL, "2025-08-09"),
        # what JSON-LD says alone, or the address too, is not doubted
        (news('"datePublished": "2025-07-30"'), URL, "2025-07-30"),
        ("<meta name=date content='2025-07-30'>", "https://gazette.example/2025/07/30/tide", "2025-07-30"),
    ],
)
def test_the_printed_day_against_the_heads(head: str, url: str, expected: str) -> None:
    assert published("<p>August 9, 2025</p>", head, url=url) == expected


def test_lines_far_from_the_headline_count_less_than_time_elements() -> None:
    links = "".join(f"<p>Another thing that happened in the town, number {n}</p>" for n in range(8))
    below = f"{links}<p>1 August 2025</p><time datetime='2025-08-09' class=published></time>"
    assert published(below) == "2025-08-09"


@pytest.mark.parametrize(
    ("below", "lang", "expected"),
    [
        ("<p>By Ada Holm | 2 hours ago</p>", "en", "2026-01-01T10:00:00Z"),
        ("<p>vor 3 Tagen</p>", "de", "2025-12-29"),
        ("<p>2 hours ago</p><p>August 9, 2025</p>", "en", "2025-08-09"),
    ],
)
def test_hours_ago_count_back_from_a_moment_that_is_given(below: str, lang: str, expected: str) -> None:
    assert published(below, lang=lang) == expected


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Vor 10 Jahren sank hier die Fähre, und heute erinnert sich kaum jemand daran.", "de"),
        ("Von hier aus fuhr vor 10 Jahren die letzte Fähre", "de"),
        ("El barco se hundió hace 20 años", "es"),
        ("The ferry sank on this very day, 20 years ago", "en"),
        ("2日前の嵐で港が閉鎖された", "ja"),
    ],
)
def test_a_sentence_about_years_ago_is_no_date(line: str, lang: str) -> None:
    assert published(f"<p>{line}</p>", lang=lang) is None


def test_hours_ago_behind_a_word_of_change_are_the_change() -> None:
    dates = publication_dates(article(below="<p>By Ada Holm | 2 days ago | Updated: 3 hours ago</p>"))
    assert (dates.published and dates.published.value) == "2025-12-30"
    assert (dates.modified and dates.modified.value) == "2026-01-01T09:00:00Z"


def test_hours_ago_mean_nothing_without_a_moment() -> None:
    html = "<title>The tide that came twice</title><h1>The tide that came twice</h1><p>2 hours ago</p>"
    assert publication_dates(read_page(html, URL)).published is None


def test_agreement_makes_a_date_surer() -> None:
    head = news('"datePublished": "2025-08-09"')

    def confidence(below: str) -> float:
        found = publication_dates(article(below=below, head=head)).published
        return found.confidence if found else 0.0

    assert confidence("<p>August 9, 2025</p>") >= 0.95
    assert confidence("") < 0.9
    assert confidence("<p>August 1, 2025</p>") < 0.8


def test_the_dates_of_another_article_in_the_head_do_not_count() -> None:
    own = news(f'"url": "{URL}", "datePublished": "2025-08-09"')
    other = news(
        '"url": "https://gazette.example/other", "datePublished": "2024-01-01", "headline": "x", "author": "y"'
    )
    assert published(head=other + own) == "2025-08-09"


def test_the_time_is_taken_from_whoever_gives_it() -> None:
    head = news('"datePublished": "2025-08-09"') + "<meta name=pubdate content='2025-08-09T07:30:00Z'>"
    assert published(head=head) == "2025-08-09T07:30:00Z"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en-GB", "2025-04-03"), ("fr", "2025-04-03"), ("en-US", "2025-03-04"), ("en", "2025-03-04")],
)
def test_the_language_says_whether_day_or_month_is_first_in_json_ld_too(lang: str, expected: str) -> None:
    assert published(head=news('"datePublished": "03/04/2025"'), lang=lang) == expected


def test_the_data_of_another_article_are_no_script_of_the_page() -> None:
    own = news(f'"url": "{URL}"')
    other = news('"url": "https://gazette.example/other", "datePublished": "2024-01-01"')
    assert published(head=own + other) is None


@pytest.mark.parametrize(
    ("note", "lang", "expected"),
    [
        (
            "This entry was posted on Saturday, August 9th, 2025 at 3:00 pm and is filed under <a href=/t>Tides</a>. You "
            "can follow any responses to this entry through the RSS 2.0 feed.",
            "en",
            "2025-08-09T15:00:00",
        ),
        (
            "Dieser Beitrag wurde am Samstag, 9. August 2025 um 12:00 Uhr veröffentlicht und unter den Kategorien Hafen, "
            "Meer abgelegt. Du kannst die Kommentare zu diesem Eintrag verfolgen.",
            "de",
            "2025-08-09T12:00:00",
        ),
        (
            "Esta entrada fue publicada el sábado 9 de agosto de 2025 a las 12:00 y está archivada bajo Puerto y otras.",
            "es",
            "2025-08-09T12:00:00",
        ),
    ],
)
def test_the_note_at_the_end_of_a_blogs_entry_says_when(note: str, lang: str, expected: str) -> None:
    entry = f"<div class=post>{PARAGRAPH * 3}<p class=postmetadata><small>{note}</small></p></div>"
    found = publication_dates(page(f"<h2>The tide that came twice</h2>{entry}", lang=lang)).published
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        (
            "Dieser Artikel wurde am 3. Mai 2012 gestrichen, die Stadt muss nun zahlen, sagt das Gericht in Hamburg.",
            "de",
        ),
        (
            "Der Beitrag wurde am 3. Mai 2012 im Bundestag verlesen, und niemand hat es bis heute wieder vergessen.",
            "de",
        ),
        (
            "This article was published in the issue of 3 May 1999 and has been read by all who keep tide books.",
            "en",
        ),
        (
            "This post was written on 3 May 2019 by my mother, who kept the tide book of the town for thirty years.",
            "en",
        ),
        (
            "Cet article a été publié le 3 mai 2012 dans la revue du port, où personne ne l'a lu depuis des années.",
            "fr",
        ),
    ],
)
def test_a_sentence_about_another_text_says_nothing(sentence: str, lang: str) -> None:
    found = publication_dates(
        page(f"<h1>The tide that came twice</h1><p>{sentence}</p>{PARAGRAPH * 3}", lang=lang)
    )
    assert found.published is None
