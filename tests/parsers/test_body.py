"""The text of an article: which blocks are kept, in which form, and what stays behind."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urljoin

import pytest

from crawler.items import Article
from crawler.page import read_page
from crawler.parsers import parse_article
from crawler.parsers.explain import explain

URL = "https://news.example/2025/08/tides"
NOW = datetime(2026, 1, 1, tzinfo=UTC)

FIRST = (
    "The sea came up the slipway twice on Saturday night, and nobody on the quay could say why. By two in the "
    "morning the boats lay in the car park of the chandlery, upright and dry, as if someone had set them there."
)
SECOND = (
    "Marta Quill, who has kept the tide book for thirty years, wrote both heights into one line. “There is no column "
    "for a second high water,” she said, and ruled one in with a pencil that she keeps for the purpose."
)
THIRD = (
    "The observatory in Strand Mills has asked for the book. It will be copied, page by page, before the end of the "
    "month, and the copy will go to three people who do not agree with one another about the moon."
)


def parsed(body: str, head: str = "") -> Article:
    html = f"<html lang=en><head><title>Tides - Gazette</title>{head}</head><body>{body}</body></html>"
    return parse_article(html.encode(), URL, now=NOW)


def story(*between: str) -> str:
    """A page with three paragraphs, and what stands after the first and the second of them."""
    gaps = [*between, "", ""]
    return f"<article><h1>Tides</h1><p>{FIRST}</p>{gaps[0]}<p>{SECOND}</p>{gaps[1]}<p>{THIRD}</p></article>"


PLAIN = [FIRST, SECOND, THIRD]

FURNITURE = {
    "ad placeholder": "<div>ADVERTISEMENT</div><div>ADVERTISEMENT</div>",
    "ad in German": "<p>– Anzeige –</p>",
    "ad in French": "<p>La suite après cette publicité</p>",
    "ad by class": "<div class='c-adSlot ad'><p>Buy two lamps and pay for one of them only. Ends on Sunday.</p></div>",
    "share bar": "<ul class=share-tools><li><a href=/f>Facebook</a><li><a href=/x>X</a></ul>",
    "inset": "<p>Read more: <a href=/c>The chandlery counts its boats</a></p>",
    "inset that is a link": "<p><a href=/c>The chandlery counts its boats after the flood</a></p>",
    "newsletter": "<div><h3>Morning tide</h3><p>The day in five minutes. Sign up for our newsletter.</p></div>",
    "offer with a button": "<div><p>One line a day about the water.</p><button>Get it</button></div>",
    "caption": "<figure><img src=b.jpg><figcaption>The boats on Sunday morning. A photo by Jo.</figcaption></figure>",
    "credit": "<p>The boats on Sunday. Photo: Jo Marsh</p>",
    "aside": "<aside><p>Our harbour pages have their own desk, which you can reach at any hour of the day.</p></aside>",
    "a picture's number": "<p>3 / 12</p>",
    "a picture's number in words": "<p>3 von 12</p>",
    "trackbacks": "<ol id=trackbacks><li>[…] wrote both heights into one line […]</li></ol>",
    "a call to follow": "<p>Follow the Gazette's channel on WhatsApp</p>",
    "a call to follow in German": "<p><a href=/w>Folgen Sie der Gazette auch auf Telegram und Instagram!</a></p>",
    "a shortcode": '<p>[gallery ids="1,2" size=large]</p>',
    "a shortcode's end": "<p>[/caption]</p>",
    "hidden": f"<p style='display: none'>{THIRD[:120]} and more.</p>",
    "hidden by attribute": "<div hidden><p>Please refresh the page or go to another page of the site to go on.</p></div>",
    "for screen readers": "<span class='sr-only'>Opens in a new window</span>",
    "script": "<script>var a = 'The sea came up the slipway twice on Saturday night.'</script>",
    "comments": "<div id=comments><p>I was there and it was three times, not two. My dog can confirm it.</p></div>",
    "rule": "<p>* * *</p>",
    "reading time": "<p>Estimated reading time: 6 minutes</p>",
    "reading time in German": "<p>Lesezeit: 2 Minuten</p>",
    "button to listen": "<p>Escucha esta nota aquí</p>",
    "rules of a form": "<p>Das Passwort muss mindestens acht Zeichen lang sein.</p>",
    "message of PHP": "<b>Warning</b>: Undefined array key &quot;tide&quot; in <b>/srv/www/post.php</b> on line <b>12</b>",
}


@pytest.mark.parametrize("markup", FURNITURE.values(), ids=FURNITURE.keys())
def test_furniture_between_paragraphs_is_left_out(markup: str) -> None:
    assert parsed(story(markup)).body.split("\n\n") == PLAIN


KEPT = {
    "short paragraph": ("<p>Then it left.</p>", "Then it left."),
    "heading": ("<h2>What the book says</h2>", "What the book says"),
    "one-word answer": ("<p>No.</p>", "No."),
    "quote": (
        "<blockquote><p>Nobody rang the bell that night.</p></blockquote>",
        "Nobody rang the bell that night.",
    ),
    "list": (
        "<ul><li>2.10 m at 23:40</li><li>2.30 m at 02:05</li></ul>",
        "2.10 m at 23:40\n\n2.30 m at 02:05",
    ),
    "links in a sentence": (
        "<p>The <a href=/q>quay</a> and the <a href=/c>chandlery</a> were dry again by the time the milk came.</p>",
        "The quay and the chandlery were dry again by the time the milk came.",
    ),
    "sentence on advertising": (
        "<p>An advertisement in the window of the chandlery still promises dry feet to every buyer.</p>",
        "An advertisement in the window of the chandlery still promises dry feet to every buyer.",
    ),
    "table": (
        "<table><tr><th>Night</th><th>Height</th></tr><tr><td>Friday</td><td>2.1 m</td></tr></table>",
        "Night | Height\n\nFriday | 2.1 m",
    ),
    "code": (
        "<pre><code>for tide in book:\n    print(tide)</code></pre>",
        "for tide in book:\n    print(tide)",
    ),
}


@pytest.mark.parametrize(("markup", "text"), KEPT.values(), ids=KEPT.keys())
def test_text_between_paragraphs_is_kept(markup: str, text: str) -> None:
    assert parsed(story(markup)).body == "\n\n".join([FIRST, text, SECOND, THIRD])


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>",
        f"<div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div>",
        f"<table><tr><td><font size=2>{FIRST}<p>{SECOND}<p>{THIRD}</font></td></tr></table>",
        f"<form action=/><div class=has-sidebar><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></form>",
        f"<x-story><x-par>{FIRST}</x-par><x-par>{SECOND}</x-par><x-par>{THIRD}</x-par></x-story>",
        f"<div class=share-enabled><main><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></main></div>",
    ],
    ids=["br", "divs", "layout table", "form", "custom elements", "share class"],
)
def test_kinds_of_markup(body: str) -> None:
    assert parsed(f"<h1>Tides</h1>{body}").body.split("\n\n") == PLAIN


def test_the_article_is_found_among_teasers_and_menus() -> None:
    menu = "<nav><ul>" + "".join(f"<li><a href=/s{i}>Section {i}</a>" for i in range(30)) + "</ul></nav>"
    teasers = "".join(
        f"<div><h3><a href=/t{i}>Another story, number {i}</a></h3><p>What it says in a sentence of its own, {i}.</p></div>"
        for i in range(12)
    )
    footer = "<footer><p>The Gazette is printed by people who live here. All of its texts are protected.</p></footer>"
    assert parsed(f"{menu}{story()}<section>{teasers}</section>{footer}").body.split("\n\n") == PLAIN


def test_of_several_articles_the_one_with_the_headline_is_taken() -> None:
    other = f"<article><h2>Another day</h2><p>{SECOND.replace('tide', 'wind')}</p><p>{FIRST.replace('sea', 'dust')}</p></article>"
    assert parsed(f"<main>{other}{story()}{other}</main>").body.split("\n\n") == PLAIN


def test_comments_without_a_class_are_cut_at_their_heading() -> None:
    comments = f"<h3>2 Comments</h3><p>Hedley wrote: {SECOND}</p><p>Ada wrote: {FIRST}</p>"
    assert (
        parsed(f"<div><h1>Tides</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{comments}</div>").body.split(
            "\n\n"
        )
        == PLAIN
    )


PULLED = "There is no column for a second high water"


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote>“{PULLED}”</blockquote>",
        f"<aside class=pullquote><p>“{PULLED}”</p></aside>",
        f"<div class=q>{PULLED}</div><div class=q>{PULLED}</div><div class=q>{PULLED}</div>",
    ],
    ids=["quote of the text", "by class", "three times"],
)
def test_pull_quotes_are_named_once_and_leave_the_text(quote: str) -> None:
    article = parsed(story(quote))
    assert article.body.split("\n\n") == PLAIN
    assert [q.strip("“”") for q in article.pull_quotes] == [PULLED]


def test_a_quote_that_is_no_part_of_the_text_stays() -> None:
    article = parsed(story("<blockquote>The moon was nowhere near us, whatever they say.</blockquote>"))
    assert "The moon was nowhere near us, whatever they say." in article.body
    assert article.pull_quotes == ()


def test_a_paragraph_printed_twice_is_kept_once() -> None:
    assert parsed(story(f"<p>{FIRST}</p>")).body.split("\n\n") == PLAIN


@pytest.mark.parametrize(
    ("head", "description", "in_body"),
    [
        ("<p class=standfirst>{}</p><p>August 9, 2025</p>", "dom", False),
        ("<p>{}</p><p>August 9, 2025 by Ada Holm</p><p>Facebook X Reddit</p>", "meta", False),
        ("<h2>{}</h2><p>August 9, 2025 by Ada Holm</p>", "meta", False),
        ("<p>{}</p><p>August 9, 2025 by Ada Holm</p>", "meta", True),
        ("<p>August 9, 2025</p><p>{}</p>", "meta", True),
    ],
    ids=["by class", "above date and share bar", "a heading", "above a date alone", "under the date"],
)
def test_a_standfirst_stands_apart_and_a_lead_opens_the_text(
    head: str, description: str, in_body: bool
) -> None:
    lead = "Two floods in one night puzzle the town and fill the car park of the chandlery with boats."
    article = parsed(
        f"<h1>Tides</h1>{head.format(lead)}<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
        f'<meta name=description content="{lead}">',
    )
    assert article.description == lead
    assert article.body.split("\n\n") == ([lead] if in_body else []) + PLAIN


def test_a_text_printed_for_three_widths_of_screen_is_kept_once() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    copies = "".join(f"<div class=for-{width}>{text}</div>" for width in ("phones", "tablets", "desks"))
    assert parsed(f"<h1>The tide that came twice</h1>{copies}").body == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        (
            "2025年8月9日",
            "港は嵐のため閉鎖された。漁師たちは水がこれほど速く上がるのを見たことがないと語った。",
        ),
        (
            "2025년 8월 9일",
            "폭풍이 부두 두 곳을 부순 뒤 작은 도시의 항구가 이번 주에 두 번째로 폐쇄되었다고 시장이 말했다.",
        ),
        (
            "٩ أغسطس ٢٠٢٥",
            "أغلقت العاصفة الميناء للمرة الثانية هذا الأسبوع، وقال الصيادون إنهم لم يروا الماء يرتفع هكذا.",
        ),
    ],
    ids=["Japanese", "Korean", "Arabic"],
)
def test_a_date_above_the_text_is_none_of_it(date: str, sentence: str) -> None:
    text = [f"{sentence}{number}。{sentence}" for number in range(1, 4)]
    paragraphs = "".join(f"<p>{each}</p>" for each in text)
    assert parsed(f"<h1>Tides</h1><p>{date}</p>{paragraphs}").body.split("\n\n") == text


def test_the_text_of_another_article_does_not_stand_in() -> None:
    own = f'{{"@type": "NewsArticle", "url": "{URL}"}}'
    other = f'{{"@type": "NewsArticle", "url": "https://news.example/b", "articleBody": "{FIRST} {FIRST}"}}'
    head = "".join(f"<script type='application/ld+json'>{node}</script>" for node in (own, other))
    assert FIRST not in parsed("<h1>The tide that came twice</h1><p>Log in to read.</p>", head).body


def test_structured_text_stands_in_where_the_page_prints_none() -> None:
    text = "\\n\\n".join([FIRST, SECOND, THIRD])
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    article = parsed("<h1>Tides</h1><p>Loading…</p>", head)
    assert article.body.split("\n\n") == PLAIN
    assert article.provenance["body"].source == "json-ld"


def test_markdown_has_the_same_blocks() -> None:
    article = parsed(
        story(
            "<h2>The book</h2><ol><li>First <a href='/one?utm_source=x'>high</a> water</li><li>Second<ul><li>at night</li></ul></li></ol>",
            "<blockquote>Nobody rang.</blockquote><table><tr><th>Night<th>Height<tr><td>Fri|day<td>2.1</table>"
            "<pre>a  b\n  c</pre><h3>1. What * now</h3><p>1. not a list, *no* emphasis, [no] link and much more of it.</p>",
        )
    )
    assert article.body_markdown == "\n\n".join(
        [
            FIRST,
            "## The book",
            "1. First [high](https://news.example/one) water\n2. Second\n   - at night",
            SECOND,
            "> Nobody rang.",
            "| Night | Height |\n| --- | --- |\n| Fri\\|day | 2.1 |",
            "```\na  b\n  c\n```",
            "### 1. What \\* now",
            "1\\. not a list, \\*no\\* emphasis, \\[no\\] link and much more of it.",
            THIRD,
        ]
    )


def test_every_block_has_a_verdict_with_its_reason() -> None:
    page = read_page(f"<body>{story(FURNITURE['ad placeholder'])}", URL, now=NOW)
    verdicts = {block.text: (block.kept, block.reason) for block in explain(page).blocks}
    assert verdicts == {
        "Tides": (False, "headline"),
        FIRST: (True, "text of the article"),
        "ADVERTISEMENT": (False, "placeholder or label"),
        SECOND: (True, "text of the article"),
        THIRD: (True, "text of the article"),
    }


@pytest.mark.parametrize(
    "note",
    [
        "This story contains affiliate links. If you buy through them, we may earn a commission at no cost to you.",
        "Was this article helpful? 12 of 14 readers say yes.",
        "Dieser Text ist eine maschinelle Übersetzung aus dem Englischen und wurde von der Redaktion geprüft.",
        "This entry was posted on Saturday, August 9th, 2025 at 3:00 pm and is filed under Tides. You can follow any "
        "responses to this entry through the RSS 2.0 feed.",
        "Dieser Beitrag wurde unter Hafen abgelegt und mit Boote verschlagwortet. Setze ein Lesezeichen auf den Permalink.",
        "Cet article contient des liens affiliés : un achat peut nous rapporter une commission.",
    ],
)
def test_what_a_page_says_about_itself_is_left_out(note: str) -> None:
    assert parsed(story(f"<p>{note}</p>")).body.split("\n\n") == PLAIN


def test_a_story_about_such_things_is_read_whole() -> None:
    long = (
        "The court in Strand Mills ruled that an affiliate link is an advertisement like any other. "
        + THIRD * 4
    )
    assert long in parsed(story(f"<p>{long}</p>")).body


def test_a_paragraph_marked_up_as_a_heading_stays_without_text_below() -> None:
    large = "The observatory has answered, on the back of a postcard, that the moon was where it should have been all night."
    assert large in parsed(story(f"<h3>{large}</h3><h3>The answer</h3>")).body
    assert "The question" not in parsed(story("<h3>The question</h3><h3>The answer</h3>")).body


def test_a_box_of_facts_is_no_paragraph_of_the_story() -> None:
    box = "<div class=c-factbox><h3>The observatory</h3><ul><li>Founded in 1811.</li><li>Two telescopes, one of them in use.</li></ul></div>"
    assert parsed(story(box)).body.split("\n\n") == PLAIN


def test_a_heading_that_speaks_for_itself_stays_without_text_below() -> None:
    speaking = "Why the harbour office wants the boats back before winter"
    assert speaking in parsed(story(f"<h3>{speaking}</h3><h3>The answer</h3>")).body


@pytest.mark.parametrize(
    "around",
    [
        "<aside class=left-column><main>{}</main></aside>",
        "<nav><main>{}</main></nav>",
        "<div class='page navigation'><main class=with-sidebar>{}</main></div>",
    ],
)
def test_what_holds_main_is_no_furniture(around: str) -> None:
    text = f"<h1>Tides</h1><p>{FIRST}</p><p>{SECOND}</p>"
    imprint = "<div><p>Gazette Ltd., 1 Quay Street, Harbourton.</p><p>Responsible for what stands here: Ada Holm.</p></div>"
    assert parsed(around.format(text) + imprint).body.split("\n\n") == [FIRST, SECOND]


def test_a_main_that_nobody_sees_is_not_the_article() -> None:
    assert (
        FIRST
        not in parsed(
            f"<div hidden><main><p>{FIRST}</p></main></div>{story()[:9]}<p>{SECOND}</p><p>{THIRD}</p>"
        ).body
    )


LEAVES = {
    "pages to leaf through": "<div class='page hidden' style='display: none'><p>{}</p></div>",
    "slides": "<figure><img src=b.jpg><figcaption class=slide-caption><p>{}</p></figcaption></figure>",
}


@pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES.keys())
def test_leaves_that_make_up_an_article_are_its_text(leaf: str) -> None:
    texts = [f"The quay, look {number}: {FIRST}" for number in range(1, 6)]
    leaves = "".join(leaf.format(text) for text in texts)
    body = f"<article><h1>Tides</h1><div class=leaves><div class=page><p>{THIRD}</p></div>{leaves}</div></article>"
    assert parsed(body).body.split("\n\n") == [THIRD, *texts]


@pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES.keys())
def test_leaves_beside_an_article_stay_out(leaf: str) -> None:
    leaves = "".join(leaf.format(f"The quay, look {number}: {THIRD}") for number in range(1, 6))
    assert THIRD not in parsed(f"<article><h1>Tides</h1><p>{FIRST}</p><p>{SECOND}</p></article>{leaves}").body
    few = leaf.format(THIRD)
    assert THIRD not in parsed(f"<article><h1>Tides</h1><p>{FIRST}</p><p>{SECOND}</p>{few}</article>").body


HEADLINE = "Harbour town: The tide that came twice"


@pytest.mark.parametrize(
    "line",
    [
        "<h2><span>Harbour town</span> <span>The tide that came twice</span></h2>",
        f"<h2>9 August 2025 | Science {HEADLINE}</h2>",
        f"<p>Home › Science › {HEADLINE}</p>",
        f"<p>{URL}</p>",
        "<p>09.08.2025 10:16 Uhr - 1. Regional pages - Agency, Desk of the Gazette</p>",
    ],
    ids=["other signs", "behind an overline", "behind a path", "an address", "a date line"],
)
def test_what_stands_above_the_text_is_none_of_it(line: str) -> None:
    html = f"<title>{HEADLINE}</title><article>{line}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    article = parse_article(html.encode(), URL, now=NOW)
    assert (article.title, article.body.split("\n\n")) == (HEADLINE, PLAIN)


def test_a_heading_that_ends_with_the_headline_stays() -> None:
    heading = f"How we looked into it – {HEADLINE}"
    html = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1><p>{FIRST}</p><h2>{heading}</h2><p>{SECOND}</p></article>"
    assert heading in parse_article(html.encode(), URL, now=NOW).body


def test_the_buttons_of_a_wiki_are_no_text() -> None:
    heading = "<h2>What the book says<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>"
    assert parsed(story(heading)).body == "\n\n".join([FIRST, "What the book says", SECOND, THIRD])


def test_a_page_that_sets_all_its_text_as_headings_is_read() -> None:
    headings = f"<h4>{FIRST}</h4><h4>{SECOND}</h4><h4>{THIRD}</h4>"
    assert (
        parsed(f"<h2>Tides</h2><div>{headings}</div><ul><li>© 2020 Gazette</li></ul>").body.split("\n\n")
        == PLAIN
    )


@pytest.mark.parametrize(
    "notice", ["Sva prava zadržana. Gazette © 2020 Gazette, Inc.", "COPYRIGHT© Gazette. ALL RIGHTS RESERVED"]
)
def test_a_notice_of_rights_is_no_article(notice: str) -> None:
    assert parsed(f"<h1>Tides</h1><div><p>{notice}</p></div>").body == ""
    assert parsed(story(f"<p>{notice}</p>")).body.split("\n\n") == PLAIN


@pytest.mark.parametrize(
    "box",
    [
        "<div class='modal newsletter'><main><p>The day in five minutes, every morning at six, for all who sail.</p></main></div>",
        "<section class=comments><main><p>I was there, and it was three times, not two. My dog can confirm it.</p></main></section>",
    ],
)
def test_a_dialog_or_comments_in_main_are_no_text(box: str) -> None:
    text = f"<article><h1>Tides</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    assert parsed(f"{box}{text}").body.split("\n\n") == PLAIN
    assert parsed(f"{text}{box}").body.split("\n\n") == PLAIN


HIDDEN = {
    "a gallery's captions": "<figure><img src=b.jpg><figcaption>The boats by the chandlery on Sunday, look {}.</figcaption></figure>",
    "messages without a class": "<div style='display: none'><p>Message {}. {}</p></div>",
    "readers' replies": "<div hidden class=reply><p>Reply {}. {}</p></div>",
    "translations": "<div hidden class=translation lang=de><p>Nummer {}. {}</p></div>",
}


@pytest.mark.parametrize("leaf", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_is_hidden_beside_a_short_story_stays_out(leaf: str) -> None:
    leaves = "".join(leaf.format(number, THIRD) for number in range(12))
    assert parsed(f"<article><h1>Tides</h1><p>{FIRST}</p>{leaves}</article>").body == FIRST


SENTENCES = [
    "The paper has launched a weekly newsletter and a podcast about the coast.",
    "Das Passwort muss künftig zwölf Zeichen lang sein, teilte die Bank am Montag mit.",
    "Residents are signing up for our town's flood watch, the mayor said.",
    "„Ihre Spende für die Flutopfer ist angekommen“, sagte der Bürgermeister.",
    "De fik adgang til alt for mange våben, siger politiet i byen.",
    "Featured images of the harbour won the prize of the town this year.",
    "Estimated reading time in schools has fallen by a third since the war.",
    "Lesedauer und Konzentration nehmen ab, sagt die Bibliothekarin am Hafen.",
    "Artikel merken sich viele Leser heute kaum noch, sagt der Verlag.",
    "Tempo de leitura das crianças caiu um terço, disse a escola do porto.",
    "Время чтения сократилось вдвое, сообщили в школе города у моря.",
    "For more stories like this, she said, she would have given up her boat.",
    "Dieser Beitrag wurde unter Historikern viel beachtet, als er erschien.",
    "Dieser Eintrag wurde veröffentlicht, obwohl der Richter es verboten hatte.",
    "Dit bericht is geplaatst door de politie van Rotterdam, zegt de burgemeester.",
    "This entry was posted to the log of the ship on 9 August, the court heard.",
    "By two in the morning the boats lay in the yard, and no one on the quay knew why",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_only_sound_like_furniture_stay(sentence: str) -> None:
    assert parsed(story(f"<p>{sentence}</p>")).body.split("\n\n") == [FIRST, sentence, SECOND, THIRD]


def test_an_opening_line_that_ends_with_the_headline_stays() -> None:
    line = "Why the book that Marta Quill keeps at home is named The tide that came twice"
    html = f"<title>The tide that came twice</title><h1>The tide that came twice</h1><p>{line}</p><p>{FIRST}</p><p>{SECOND}</p>"
    assert parse_article(html.encode(), URL, now=NOW).body.split("\n\n") == [line, FIRST, SECOND]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("King&#8217;s Speech", "King’s Speech"),
        ("news.example/?a=1&region=2&copy=3", "news.example/?a=1&region=2&copy=3"),
        (f"so many&#{'9' * 5_000};", f"so many&#{'9' * 5_000};"),
    ],
)
def test_entities_in_structured_text_are_read(written: str, read: str) -> None:
    text = f"{written} {FIRST} {SECOND} {THIRD}"
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{text}"}}</script>'
    assert parsed("<h1>Tides</h1>", head).body == text.replace(written, read)


@pytest.mark.parametrize(
    ("markup", "text", "markdown"),
    [
        ("<h2>The slipway <a href='#s'>#</a></h2>", "The slipway", "## The slipway"),
        ("<h2><a class=anchor href='#s'>¶</a>The slipway</h2>", "The slipway", "## The slipway"),
        ("<h2>The slipway in C#</h2>", "The slipway in C#", "## The slipway in C#"),
        (
            "<p>She keeps it <a href=/b>in C#</a> now, page by page.</p>",
            "She keeps it in C# now, page by page.",
            f"She keeps it [in C#]({urljoin(URL, '/b')}) now, page by page.",
        ),
        ("<ol><li>Copied in May. <a href='#r1'>↩</a></li></ol>", "Copied in May.", "1. Copied in May."),
    ],
)
def test_signs_that_lead_to_a_heading_or_back_from_a_note_are_no_text(
    markup: str, text: str, markdown: str
) -> None:
    article = parsed(story(markup))
    assert article.body.split("\n\n") == [FIRST, text, SECOND, THIRD]
    assert markdown in article.body_markdown.split("\n\n")


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        (
            f"<dl><dt>Spring tide</dt><dd>{SECOND}</dd><dt>Neap tide</dt><dt>Dead tide</dt><dd>{THIRD}</dd></dl>",
            ["Spring tide", SECOND, "Neap tide", "Dead tide", THIRD],
        ),
        (
            f"<details><summary>How the book is kept</summary><p>{SECOND}</p></details><p>{THIRD}</p>",
            ["How the book is kept", SECOND, THIRD],
        ),
        (
            "<p>その夜、<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>の壁は持ちこたえ、朝になって漁師たちは船を二度数えた。</p>",
            ["その夜、港の壁は持ちこたえ、朝になって漁師たちは船を二度数えた。"],
        ),
        (
            "<p>Follow these steps, which somebody shared on Telegram, to find the column.</p>",
            ["Follow these steps, which somebody shared on Telegram, to find the column."],
        ),
    ],
)
def test_terms_and_asides_of_the_text_are_read_as_a_person_reads_them(markup: str, texts: list[str]) -> None:
    article = parsed(
        f"<article><h1>Tides</h1><p>{FIRST}</p>{markup}<p>It was over by noon, they say.</p></article>"
    )
    assert article.body.split("\n\n") == [FIRST, *texts, "It was over by noon, they say."]


BYLINE = "<p class=byline>By <a rel=author href=/ada>Ada Holm</a></p>"


def ending(notes: str, first: str = FIRST) -> str:
    return f"<article><h1>Tides</h1>{BYLINE}<p>{first}</p><p>{SECOND}</p><p>{THIRD}</p>{notes}</article>"


@pytest.mark.parametrize(
    "notes",
    [
        "<p><em>Ada Holm has written about the sea since 2011. She lives in Tarnmouth.</em></p>",
        "<p>Ada Holm is a reporter for the Gazette.</p><p>You can write to her at the harbour office.</p>",
        "<div><h3>About the author</h3><p>She has written about the sea since 2011 and lives in Tarnmouth.</p></div>",
        "<p><b>Über die Autorin</b></p><p>Sie schreibt seit 2011 über das Meer und lebt in Tarnmouth.</p>",
        "<p><em>Correction: the pilot's letter is of 1822, not of 1832, as this article said at first.</em></p>",
        "<p>An earlier version of this article gave a wrong year for the pilot's letter. It was 1822.</p>",
        "<p>Rättelse: Lotsens brev skrevs 1822 och inte 1832, som det först stod här.</p>",
        "<p>訂正：水先人の手紙は1832年ではなく1822年のものでした。</p>",
    ],
)
def test_notes_on_the_author_and_on_corrections_are_left_out(notes: str) -> None:
    assert parsed(ending(notes)).body.split("\n\n") == PLAIN


def test_a_short_article_about_its_author_is_read_whole() -> None:
    texts = [
        THIRD,
        "Ada Holm, who keeps the gauge, read it twice that night.",
        SECOND,
        "Ada Holm died in 1952.",
    ]
    markup = "".join(f"<p>{text}</p>" for text in texts)
    assert parsed(f"<article><h1>Tides</h1>{BYLINE}{markup}</article>").body.split("\n\n") == texts


@pytest.mark.parametrize(
    ("first", "note"),
    [
        (
            FIRST + " Ada Holm was there.",
            "Ada Holm saw it a second time in March, when nobody else was on the quay.",
        ),
        (
            FIRST,
            "Ada Holmes, who is no relation, saw it a second time in March, from the roof of the school.",
        ),
        (FIRST, "Corrections to the book are made in red, and there are eleven of them on that page alone."),
        (FIRST, "This story has been updated with the height of the second tide."),
    ],
)
def test_a_text_that_goes_on_so_is_read_to_its_end(first: str, note: str) -> None:
    assert parsed(ending(f"<p>{note}</p>", first)).body.split("\n\n") == [first, SECOND, THIRD, note]
