"""The typical page in many markups, and its dump in many layouts: the same prose must come out of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.items import Article
from crawler.parsers import parse_article, parse_text_dump

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SITE = "https://gazette.example"
TITLE = "Glass bees move into the old telegraph office"
STANDFIRST = (
    "A retired optician has filled four floors with insects that never need feeding, "
    "and the bank wants its building back."
)
DATE = "August 09, 2025"
PARAGRAPHS = (
    "Petra Vandersloot unlocked the telegraph office last March with two suitcases and a lamp, and in the suitcases lay six hundred bees of green glass.",
    "The building had stood empty since 1979. Pigeons had the attic, a plumber kept his ladders on the ground floor, and the clock had stopped.",
    "“I asked for a fortnight,” she said, polishing a wing on her sleeve. “They told me to leave the key with the butcher afterwards.”",
    "Word travelled slowly. A class came on a wet Tuesday because the baths were shut, and by September there was a queue on Saturdays.",
    "Every insect hangs from a thread at the height it would have flown, and when the door opens the whole room leans left.",
    "Somebody at the bank noticed in October, when a surveyor who had been sent to count radiators reported that the second floor was occupied.",
    "The letter that followed was less charmed: it gave her thirty days to clear the premises and cited a clause on livestock and poultry.",
    "Since then the two sides have met four times in the café opposite, because the bank's man is allergic to dust and threads.",
    "A sale had been planned for the spring, and the buyers have asked whether the collection might perhaps be included in the price.",
    "Conservation officers have looked at the ceiling, where a flake of paint came down and showed a frieze of numbered telegraph poles below.",
    "For the town the matter is simple. Candle Row had lost its baker and its bookseller, and now has nineteen shops once again.",
    "Vandersloot has begun on wasps. She expects to need the attic by Easter, pigeons permitting, and has asked for the longest ladder.",
)
INSIDE = PARAGRAPHS[11].partition(". ")[2]
"""A pull quote that is a sentence of a paragraph."""
OUTSIDE = "There is no law in this country against keeping something that was never alive."
"""A pull quote that only stands in the boxes."""
HEADLINES = (
    "Ferry reopens after forty years of patient argument",
    "Lighthouse keeper finds a second stairs behind the coal store",
    "Orchard loses its last pear tree to a careful thief",
    "Tramway drivers vote to keep the bell and drop the whistle",
    "Quarry turns out to be older than the hill it was cut from",
    "Library lends a book that was due back in 1911",
    "Foundry casts a bell nobody can remember ordering",
    "Windmill turns the wrong way and mills better flour",
    "Reservoir drains overnight and leaves a village in view",
    "Signal box operator retires with every lever painted blue",
    "Cider press divides two parishes that share one roof",
    "Rope walk sells its longest line to a man without a boat",
    "Ice house stays cold through the hottest June on record",
    "Chapel choir is asked to sing a little less",
    "Bandstand hosts a concert for one very attentive dog",
    "Weighbridge proves the butcher right after all",
    "Pottery fires its kiln with letters from the tax office",
    "Dovecote census ends in a dispute about pigeons",
    "Toll bridge takes coins again because cards get wet",
    "Brickworks chimney leans, and the engineers lean with it",
)
SUMMARIES = (
    "Passengers had stopped waiting, but the timetable on the pier was never taken down.",
    "The plans show one spiral and the masonry holds two, which surprised the painter most.",
    "Police are looking for somebody tall with a ladder and good manners.",
    "A ballot of thirty-one employees was decided by the man who oils the points.",
    "Geologists have asked the owner not to blast until they have finished thinking.",
    "The fine would buy a new roof; the borrower's grandson has offered a cake instead.",
    "It weighs two tons, carries a name, and has been paid for in cash.",
    "Bakers for miles around have asked the miller to leave the sails alone.",
    "Walkers found the church door open and the hymn numbers still on the board.",
    "He trained four successors and none of them could tell red from green.",
    "Surveyors have drawn the border through a bath, and both vicars are pleased.",
    "Two hundred fathoms went for the price of a coat, cut to his own measurements.",
    "Nobody has put ice in it since the war, and nobody can say where the cold comes from.",
    "Neighbours measured the evensong at ninety-four decibels, mostly tenors.",
    "The brass section played on because the collar bell kept perfect time.",
    "His scales had been short for decades, he said, and so had everybody else's.",
    "Four centuries of reminders burn at exactly the heat that a blue glaze requires.",
    "Counting was done twice, at dawn and at dusk, and the two figures do not agree.",
    "The machine was bought in a hurry and has never once worked in the rain.",
    "A plumb line hung in May has moved by the width of a thumb since then.",
)
ENTRIES = tuple(
    (f"/2025/07/story-number-{day}-of-july", title, summary, f"July {day:02}, 2025", f"2025-07-{day:02}")
    for day, (title, summary) in enumerate(zip(HEADLINES, SUMMARIES, strict=True), start=1)
)

# What the parts of the page are marked up as: each table's first row is the plain page's.
STANDFIRSTS = (
    "<p>{}</p>", "<h2>{}</h2>", "<div>{}</div>", "<div class=dek>{}</div>", "<p><em>{}</em></p>", "<span>{}</span>",
)  # fmt: skip
DATES = (
    "<div class=date>{}</div>", "<p>{}</p>", "<p>Published {}</p>", "<span>{}</span>", "<h5>{}</h5>", "<time>{}</time>",
)  # fmt: skip
SHARES = (
    "<ul><li><a href=#f>Facebook</a></li><li><a href=#x>X</a></li><li><a href=#r>Reddit</a></li></ul>",
    "<p>Facebook X Reddit</p>",
    "<p>Facebook</p><p>X</p><p>Reddit</p>",
    "<div><span>Facebook</span><span>X</span><span>Reddit</span></div>",
)
ADVERTS = (
    "<div>ADVERTISEMENT</div><div>ADVERTISEMENT</div>",
    "<span>ADVERTISEMENT</span><span>ADVERTISEMENT</span>",
    "<p>ADVERTISEMENTADVERTISEMENT</p>",
    "<p>ADVERTISEMENT ADVERTISEMENT</p>",
    "<section class=ad><p>ADVERTISEMENT</p></section><section class=ad><p>ADVERTISEMENT</p></section>",
)
QUOTES = (
    "<blockquote>{}</blockquote>", "<aside>{}</aside>", "<aside><p>{}</p></aside>", "<p class=pullquote>{}</p>",
    "<figure><blockquote>{}</blockquote></figure>", "<div>{}</div>", "<h3>{}</h3>", "<p>{}</p>",
)  # fmt: skip
RELATED = (
    "<li><a href={0}>{1}</a><p>{2}</p><span>{3}</span></li>",
    "<li><a href={0}>{1}</a> {2} {3}</li>",
    "<li><a href={0}>{1}</a> – {2} ({3})</li>",
    "<li><span>{3}</span> <a href={0}>{1}</a><p>{2}</p></li>",
    "<div class=card><a href={0}>{1}</a><p>{2}</p><span>{3}</span></div>",
    "<article><h3><a href={0}>{1}</a></h3><p>{2}</p><time>{3}</time></article>",
    "<a href={0}><h3>{1}</h3><p>{2}</p><span>{3}</span></a>",
    "<a href={0}><span>{1}</span><span>{2}</span><span>{3}</span></a>",
    "<a href={0}> <span>{1}</span> <span>{2}</span> <span>{3}</span> </a>",
    "<div><a href={0}>{1}</a> <span>{2}</span> <span>{3}</span></div>",
    "<p><a href={0}>{1}</a></p><p>{2}</p><p>{3}</p>",
    "<p><a href={0}>{1}</a> {2} <em>{3}</em></p>",
    "<div><a href={0}>{1}</a></div><div>{2}</div><div>{3}</div>",
    "<dl><dt><a href={0}>{1}</a></dt><dd>{2}</dd><dd>{3}</dd></dl>",
    "<table><tr><td><a href={0}>{1}</a></td><td>{2}</td><td>{3}</td></tr></table>",
)
LABELS = ("<h2>{}</h2>", "<h3>{}</h3>", "<p>{}</p>", "<div>{}</div>", "<strong>{}</strong>")
HOLDERS = ("<article>{}</article>", "<main>{}</main>", "{}", "<div class=a1><div class=css-x9>{}</div></div>")
TABLES = {
    "standfirst": STANDFIRSTS, "date": DATES, "share": SHARES, "advert": ADVERTS, "quote": QUOTES,
    "related": RELATED, "label": LABELS, "holder": HOLDERS,
}  # fmt: skip


def variants() -> Iterator[dict[str, Any]]:
    """Yield each row of each table on the plain page, inside and outside of what holds the article."""
    plain: dict[str, Any] = {name: rows[0] for name, rows in TABLES.items()}
    for name, rows in TABLES.items():
        for row in rows:
            yield plain | {name: row, "said": INSIDE, "outside": False, "joint": "\n"}
            yield plain | {name: row, "said": OUTSIDE, "outside": True, "joint": "", "holder": HOLDERS[-1]}


def typical(variant: dict[str, Any]) -> str:
    """Return the page of a variant."""
    lines = [f"<h1>{TITLE}</h1>", variant["standfirst"].format(STANDFIRST), variant["date"].format(DATE)]
    lines.append(variant["share"])
    for place, paragraph in enumerate(PARAGRAPHS):
        lines.append(f"<p>{paragraph}</p>")
        if place in {1, 4, 6, 9}:
            lines.append(variant["advert"])
        if place in {2, 5, 7, 8}:
            lines.append(variant["quote"].format(variant["said"]))
    entries = [variant["related"].format(*entry) for entry in ENTRIES]
    behind = [variant["label"].format("Related Articles"), *entries]
    article = variant["joint"].join(lines + ([] if variant["outside"] else behind))
    rest = variant["joint"].join(behind if variant["outside"] else [])
    return f"<!DOCTYPE html><title>{TITLE}</title><body>{variant['holder'].format(article)}{rest}"


def fields(article: Article) -> dict[str, Any]:
    """Return what must be the same for all variants."""
    links = [(link.url, link.title, link.description, link.published_at) for link in article.related]
    return {
        "title": article.title,
        "description": article.description,
        "published_at": article.published_at,
        "body": article.body.split("\n\n"),
        "pull_quotes": article.pull_quotes,
        "related": links,
    }


@pytest.mark.parametrize("variant", [pytest.param(v, id=f"{n:03}") for n, v in enumerate(variants())])
def test_typical_page(variant: dict[str, Any]) -> None:
    article = parse_article(typical(variant), f"{SITE}/2025/08/glass-bees", now=NOW)
    assert fields(article) == {
        "title": TITLE,
        "description": STANDFIRST,
        "published_at": "2025-08-09",
        "body": list(PARAGRAPHS),
        "pull_quotes": (variant["said"],),
        "related": [(SITE + path, title, summary, day) for path, title, summary, _, day in ENTRIES],
    }


def test_paragraph_that_the_quote_repeats_whole_stays() -> None:
    plain: dict[str, Any] = {name: rows[0] for name, rows in TABLES.items()}
    html = typical(plain | {"said": PARAGRAPHS[4], "outside": False, "joint": "\n"})
    article = parse_article(html, f"{SITE}/2025/08/glass-bees", now=NOW)
    assert article.body.split("\n\n") == list(PARAGRAPHS)
    assert article.pull_quotes == (PARAGRAPHS[4],)


# How an entry of a dump's related part stands on its lines, and whether that shows its headline.
LAYOUTS = {
    "summary-date": ("{2}\n{3}", False),
    "date-summary": ("{3}\n{2}", False),
    "title-summary-date": ("{1}\n{2}\n{3}", True),
    "title-date-summary": ("{1}\n{3}\n{2}", True),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("advert", ["ADVERTISEMENT\nADVERTISEMENT", "ADVERTISEMENT ADVERTISEMENT"])
@pytest.mark.parametrize("share", ["Facebook X Reddit", "Facebook\nX\nReddit", "Facebook | X | Reddit"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n", "\n\t  "])
def test_typical_dump(layout: str, advert: str, share: str, ends: str) -> None:
    form, titled = LAYOUTS[layout]
    lines = [TITLE, STANDFIRST, DATE, share]
    for place, paragraph in enumerate(PARAGRAPHS):
        lines += [
            paragraph,
            *([advert] if place % 3 == 1 else []),
            *([OUTSIDE] if place in {2, 5, 7, 8} else []),
        ]
    lines += ["Related Articles", *(form.format(*entry) for entry in ENTRIES)]
    article = parse_text_dump("\ufeff" + "\n".join(lines).replace("\n", ends), now=NOW)
    assert fields(article) == {
        "title": TITLE,
        "description": STANDFIRST,
        "published_at": "2025-08-09",
        "body": list(PARAGRAPHS),
        "pull_quotes": (OUTSIDE,),
        "related": [(None, title if titled else None, summary, day) for _, title, summary, _, day in ENTRIES],
    }
