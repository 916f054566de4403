"""Descriptions: the standfirst as printed, else the page's own description."""

import pytest
from pages import URL, article, news, page

from crawler.parsers.description import standfirst

TITLE = "The tide that came twice"
DEK = "Two floods in one night puzzle the harbour town."
OTHER = "All the news about tides, harbours and the sea from the coast."
META = f"<meta name=description content='{OTHER}'>"


def described(below: str = "", head: str = "", above: str = "") -> str | None:
    found = standfirst(article(above, below, head), TITLE)
    return found.value if found else None


@pytest.mark.parametrize(
    "below",
    [
        f"<h2 class=dek>{DEK}</h2>",
        f"<p class='article__standfirst'>{DEK}</p>",
        f"<div class=ArticleDek_root__x1><p>{DEK}</p></div>",
        f"<p class=chapo>{DEK}</p><p>Par Ada Holm</p>",
        f"<div class=entry-subtitle>{DEK}</div>",
        f"<p class=lead><strong>{DEK}</strong></p>",
        f"<p class=dek>{DEK} 9 August 2025</p>",
        f"<p class=caption>The harbour wall at night, seen from the sea.</p><p class=dek>{DEK}</p>",
        f"<p class=headline-description>{DEK}</p>",
    ],
)
def test_the_standfirst_is_known_by_its_name(below: str) -> None:
    assert described(below, META) == DEK


@pytest.mark.parametrize("signature", ["<p>By Ada Holm</p>", "<time>August 9, 2025</time>"])
def test_the_standfirst_is_known_by_its_place(signature: str) -> None:
    assert described(f"<h2>{DEK}</h2><div>{signature}</div>") == DEK


def test_of_two_lines_before_the_byline_the_notice_is_no_standfirst() -> None:
    notice = "<div>This story has been open for comments to all</div>"
    assert described(f"{notice}<p>{DEK}</p><div>By Ada Holm</div>") == DEK


def test_an_overline_in_the_standfirsts_block_is_left_out_where_the_head_does_without() -> None:
    below = f"<p class=dek><span>Harbour town</span> {DEK}</p>"
    assert described(below, f"<meta name=description content='{DEK}'>") == DEK
    assert described(below, META) == f"Harbour town {DEK}"


def test_agreement_makes_it_surer() -> None:
    same, other = (
        standfirst(article(below=f"<p class=dek>{DEK}</p>", head=head), TITLE)
        for head in (f"<meta name=description content='{DEK}'>", META)
    )
    assert same and other and same.value == other.value == DEK
    assert same.confidence > other.confidence


@pytest.mark.parametrize(
    "line",
    [
        "Best tides of the harbour town | 2025",
        "Tides and floods of today \u2219 Harbour Television",
        "The Harbour Paper • The coast and the sea • News",
    ],
)
def test_labels_with_signs_between_them_are_no_standfirst(line: str) -> None:
    assert described(f"<p class=dek>{line}</p>", META) == OTHER


@pytest.mark.parametrize(
    "line",
    [
        "Two floods in one night puzzle the town • Dozens are homeless • Army called in",
        "Interview | Two floods in one night puzzle the harbour town",
    ],
)
def test_signs_between_sentences_are_no_harm(line: str) -> None:
    assert described(f"<p class=dek>{line}</p>", META) == line


@pytest.mark.parametrize(
    "link",
    [
        '<a class="excerpt-more" href="https://coast.example/tide">Read More</a>',
        '<a href="/tide">Weiterlesen »</a> ',
    ],
)
def test_a_link_at_the_end_of_a_description_is_cut_off(link: str) -> None:
    content = f"Two floods in one night puzzle <b>the</b> harbour and{link}".replace('"', "&quot;")
    head = f'<meta name=description content="{content}">'
    assert described(head=head) == "Two floods in one night puzzle the harbour and"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "Two floods <a href=/t>in one night</a> puzzle the harbour.",
            "Two floods in one night puzzle the harbour.",
        ),
        ("<a href=/t>Two floods puzzle the harbour town.</a>", "Two floods puzzle the harbour town."),
        (
            "Two floods in one night, reports <a href=/>The Quay</a>",
            "Two floods in one night, reports The Quay",
        ),
    ],
)
def test_other_links_of_a_description_leave_their_words(content: str, expected: str) -> None:
    assert described(head=f'<meta name=description content="{content.replace("<", "&lt;")}">') == expected


def test_a_description_that_breaks_off_after_the_first_line_goes_on_where_another_does() -> None:
    whole = f"An interview by Ada Holm {DEK}"
    first, og = (
        f"<meta {name} content='{text}'>"
        for name, text in (
            ("name=description", "An interview by Ada Holm\n"),
            ("property=og:description", whole),
        )
    )
    assert described(head=first + og) == whole


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (DEK, f"{DEK} And a third one came in the morning."),
        ("The harbour wall", "The harbour wallpaper that sold out in a day is back in the shops."),
        (
            "Harbour floods twice.",
            "Harbour floods twice. Nobody at the quay had seen the like in forty years.",
        ),
        ("An interview by Ada Holm", "An interview by Ada Holm " + "about the tide and the town " * 30),
    ],
)
def test_a_description_of_its_own_stays_though_another_begins_like_it(first: str, other: str) -> None:
    head = f"<meta name=description content='{first}'><meta property=og:description content='{other}'>"
    assert described(head=head) == first


def test_a_line_that_the_head_repeats_is_the_standfirst() -> None:
    found = standfirst(article(below=f"<p>{DEK}</p>", head=f"<meta name=description content='{DEK}'>"), TITLE)
    assert found and (found.value, found.source) == (DEK, "dom")


@pytest.mark.parametrize(
    "below",
    [
        "",
        "<p class=caption>The harbour wall at night, seen from the sea.</p>",
        "<p class=dek>Photo: Ada Holm for the harbour gazette agency</p>",
        f"<p class=dek>{TITLE}</p>",
        "<p class=subtitle>Updated: Aug. 9, 2025 1:35 a.m.</p>",
        "<p class=subtitle>Updated Aug 9, 9:41 AM; posted Aug 8, 8:19 PM</p>",
        "<p class=subtitle>Ada Holm, Gazette Science Writer</p><p rel=author>By <a rel=author href=/a>Ada Holm</a></p>",
        "<div class='related'><p class=summary>Ferries run again from Friday, the port says.</p></div>",
    ],
)
def test_without_a_standfirst_the_page_describes_itself(below: str) -> None:
    assert described(below, META) == OTHER


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (f"<meta property='og:description' content='{DEK}'>", DEK),
        (f"<meta name='twitter:description' content='{DEK}'>", DEK),
        (news(f'"description": "{DEK}"'), DEK),
        (f"<meta name=description content='{TITLE}'>" + news(f'"description": "{DEK}"'), DEK),
        (
            "<meta name=description content='Two &amp;quot;floods&amp;quot; in one &lt;b&gt;night&lt;/b&gt;'>",
            'Two "floods" in one night',
        ),
        (news('"description": {"a": 1}'), None),
        ("", None),
    ],
)
def test_the_heads_description(head: str, expected: str | None) -> None:
    assert described(head=head) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Two floods puzzle the … Read more »", "Two floods puzzle the …"),
        ("Zwei Fluten in einer Nacht... Mehr lesen", "Zwei Fluten in einer Nacht..."),
        ("Zwei Fluten in einer Nacht […] weiterlesen →", "Zwei Fluten in einer Nacht […]"),
        ("All about the tides of one long night. [DETAILS]", "All about the tides of one long night."),
        ("Two floods puzzle the … Continue reading The tide that came twice", "Two floods puzzle the …"),
        ("Due maree in una notte! Leggi tutto.", "Due maree in una notte!"),
        ("Two floods in one night... (read more)", "Two floods in one night..."),
        ("潮が二度来た。続きを読む", "潮が二度来た。"),
        ("Read more »", None),
    ],
)
def test_an_invitation_to_read_on_is_cut_off(text: str, kept: str | None) -> None:
    assert described(head=f"<meta name=description content='{text}'>") == kept
    assert described(f"<p class=dek>{text}</p>") == kept
    assert described(f"<meta itemprop=description content='{text}'>") == kept


@pytest.mark.parametrize(
    "text",
    [
        "Why children read more than their parents ever did, and what they read more.",
        "Wer will, kann den Roman nun im Netz weiterlesen.",
        "Ten Ways to Get Your Kids to Read More",
        "Pourquoi les enfants devraient lire plus…",
        "How to make people in the U.S. read more",
        "Why you should (probably) read more",
        "Should children read aloud? Continue reading aloud after they can read, researchers say.",
        "The devil is in the (details)",
    ],
)
def test_the_same_words_within_a_sentence_stay(text: str) -> None:
    assert described(head=f"<meta name=description content='{text}'>") == text


@pytest.mark.parametrize("text", ["Home", "19.11.2021 19.11.2021", "The Harbour Mail"])
def test_what_says_nothing_of_the_page_is_no_description(text: str) -> None:
    head = f"<meta property=og:site_name content='The Harbour Mail'><meta name=description content='{text}'>"
    assert described(head=head) is None
    assert described(head=f"{head}<meta property=og:description content='{DEK}'>") == DEK


def test_a_sentence_of_a_script_without_spaces_is_one() -> None:
    thai = "น้ำท่วมสองครั้งในคืนเดียวทำให้เมืองท่าประหลาดใจ"
    assert described(head=f"<meta name=description content='{thai}'>") == thai


OF_SITE = "gazette.example brings you all that is new on the coast: news, tides and tables, every day."


@pytest.mark.parametrize(
    ("said", "url", "is_kept"),
    [
        (OF_SITE, URL, False),
        (OF_SITE, "https://gazette.example/", True),
        (f"{OF_SITE} Today: the tide that came twice.", URL, True),
        (OTHER, URL, True),
    ],
    ids=["on an article's page", "on the first page", "with the headline", "without the host"],
)
def test_a_description_of_the_whole_site_is_none(said: str, url: str, is_kept: bool) -> None:
    found = standfirst(page(f"<h1>{TITLE}</h1>", f"<meta name=description content='{said}'>", url=url), TITLE)
    assert (found is not None) == is_kept


SLOGAN = "News and background from the coast, every day"
OF_ARTICLE = "The tide came twice in one night, and the harbour town asks why."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (SLOGAN, OF_ARTICLE, OF_ARTICLE),
        (SLOGAN, "What the mayor said about boats", SLOGAN),
        (f"{TITLE} by Ada Holm at Gazette.example.", OF_ARTICLE, OF_ARTICLE),
        (f"{TITLE} by Ada Holm at Gazette.example.", "", f"{TITLE} by Ada Holm at Gazette.example."),
        (OTHER, OF_ARTICLE, OTHER),
        (
            "Nobody rang the bell when the water rose",
            "Nobody rang the bell when the water rose. The tide that came twice",
            None,
        ),
    ],
    ids=["a slogan", "both of anything", "headline and site", "nothing else", "of the subject", "cut off"],
)
def test_a_description_of_the_site_gives_way_to_the_articles(
    first: str, second: str, expected: str | None
) -> None:
    head = f"<meta name=description content='{first}'><meta property=og:description content='{second}'>"
    assert described(head=head) == (expected or first)


def test_a_date_that_a_sentence_ends_with_stays() -> None:
    line = "Letters to the editor of the Gazette for Aug. 9, 2025"
    assert described(f"<h2 class=dek>{line}</h2>") == line
    assert described("<h2 class=dek>Two floods in one night puzzle the town. 9 August 2025</h2>") == (
        "Two floods in one night puzzle the town."
    )


def test_a_text_that_is_marked_as_its_own_description_is_none() -> None:
    text = f"<div itemprop='description articleBody'>{'<br><br>'.join([f'{OF_ARTICLE} {number}.' * 3 for number in range(4)])}</div>"
    assert standfirst(page(f"<h3>{TITLE}</h3>{text}"), TITLE) is None


@pytest.mark.parametrize("line", ["An interview with Ada Holm on tides", "Ada Holm meets Jo Marsh in Rome"])
def test_a_standfirst_may_name_the_author(line: str) -> None:
    by = "<p class=byline>By <a rel=author href=/a>Ada Holm</a> and <a rel=author href=/j>Jo Marsh</a></p>"
    assert described(f"<p class=standfirst>{line}</p>{by}") == line


@pytest.mark.parametrize(
    "other",
    [
        "The Twice Gazette: tides, sports and weather for the whole coast.",
        "The tides and what came of them, twice a day, from the whole coast.",
    ],
)
def test_what_says_more_than_a_slogan_stays(other: str) -> None:
    first = "Boats lay in the car park, and no one in the harbour town could say why the sea rose again."
    head = f"<meta name=description content='{first}'><meta property=og:description content='{other}'>"
    assert described(head=f"<meta property=og:site_name content='Twice Gazette'>{head}") == first


def test_the_date_at_the_end_is_taken_off_behind_another() -> None:
    line = "From Jan. 12, 2025 the port of the town is shut."
    assert described(f"<p class=dek>{line} Published August 9, 2025</p>") == line


BOLD = "Two floods in one night puzzle the harbour town, and those who keep the book of its tides."


@pytest.mark.parametrize(
    "below", [f"<p><strong>{BOLD}</strong></p>", f"<p><b>Two floods</b></p><p><b>{BOLD}</b></p>"]
)
def test_a_first_paragraph_in_bold_type_is_the_standfirst(below: str) -> None:
    assert described(below, META) == BOLD


@pytest.mark.parametrize(
    "below",
    [
        f"<p><strong>{BOLD}</strong></p><p><strong>{BOLD} It will be read once more next year.</strong></p>",
        f"<p><strong>{BOLD[:-1]}?</strong></p>",
        f"<p><strong>Two floods</strong> {BOLD}</p>",
        "<p><strong>Two floods in one night.</strong></p>",
    ],
)
def test_bold_type_alone_makes_no_standfirst(below: str) -> None:
    assert described(below, META) == OTHER
