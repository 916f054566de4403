"""Pages of an invented newspaper, as large and as full as real ones: a seed and a number in, markup in pieces out."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from measure.made_up import BEGINNING, Newsroom

# Bytes of the pages of public benchmarks: 115 KB in the median, 180 KB in the mean, one in ten over 360 KB; drawn to a
# mean of 160 KB. Their markup has 890 elements and 170 links in the mean; the rest is scripts, styles and data.
SIZES = (40, 55, 70, 85, 100, 112, 125, 140, 160, 190, 240, 300, 375)
SENTENCES = 20_000
# The commonest words are real ones, so that the language of the text is the one that the page names.
SMALL_WORDS = (
    "the of and to a in is it that was for on are with as at be this have from or by not but what".split()
)
PARAGRAPHS = (4, 26)
MENU, TEASERS, RELATED, COMMENTS = 60, 40, 4, 12
PLACES = ("title", "slug", "date", "author", "lead", "text", "plain", "related")
MARK = "\x00"
AD_BOX = """
<div class="ad-slot ad-slot--inline" id="ad-{0}" data-ad-sizes="[[300,250],[336,280]]"><div class="ad-slot__label">
<span>Advertisement</span></div><div class="ad-slot__container"></div></div>
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of a story where it is linked; the same number says the same."""

    number: int
    title: str
    lead: str
    moment: datetime

    @property
    def path(self) -> str:
        """Where it is served."""
        return f"/{self.moment:%Y/%m/%d}/{'-'.join(self.title.lower().split())}-{self.number}"


class MadeUpPages:
    """`count` articles in the furniture of thirteen layouts; nothing but the furniture is held in memory."""

    def __init__(self, count: int, seed: int = 0, scale: float = 1.0, markup: float = 1.0) -> None:
        """Take how many pages, and their size and the elements of their furniture in relation to real ones.

        A `scale` of 0.1 gives pages of 16 KB; a `markup` of 4, four times the menus, teasers and comments.
        """
        self.count = count
        self.seed = seed
        newsroom = Newsroom(seed)
        newsroom.vocabulary[: len(SMALL_WORDS)] = SMALL_WORDS
        drawn = newsroom.random
        self.sentences = [
            " ".join(newsroom.words(drawn.randint(8, 30))).capitalize() + "." for _ in range(SENTENCES)
        ]
        self.layouts = [_layout(newsroom, int(size * 1000 * scale), markup) for size in SIZES]

    def path(self, number: int) -> str:
        """Return the path of a page."""
        return self.head(number).path

    def head(self, number: int) -> Head:
        """Return what is said of a story where it is linked."""
        at = (self.seed + number) * 7_919
        return Head(
            number=number,
            title=" ".join(self.sentences[at % SENTENCES].rstrip(".").split()[:8]),
            lead=self.sentences[(at + number // SENTENCES + 1) % SENTENCES],
            moment=BEGINNING + timedelta(minutes=17 * number % 2_000_000),
        )

    def page(self, number: int) -> list[bytes]:
        """Return the page's bytes, in pieces that are the layout's and pieces that are its own."""
        layout = self.layouts[number % len(self.layouts)]
        own = self._own(self.head(number))
        return [own[piece] if isinstance(piece, str) else piece for piece in layout]

    def _own(self, head: Head) -> dict[str, bytes]:
        drawn = random.Random(self.seed * 1_000_003 + head.number)
        sentences = drawn.choices(self.sentences, k=3 * drawn.randint(*PARAGRAPHS))
        paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        others = (self.head((head.number * 7 + step) % self.count) for step in range(1, RELATED + 1))
        said = {
            "title": head.title,
            "slug": head.path,
            "date": head.moment.isoformat(),
            "author": " ".join(drawn.choice(self.sentences).split()[:2]).title().strip("."),
            "lead": head.lead,
            "text": "".join(_paragraph(paragraph, at) for at, paragraph in enumerate(paragraphs)),
            "plain": json.dumps(" ".join(paragraphs)),
            "related": "".join(_teaser(other.path, other.title, other.lead) for other in others),
        }
        return {name: value.encode() for name, value in said.items()}


def _paragraph(paragraph: str, at: int) -> str:
    """Return a paragraph as a page has it: every third one links to something, after every fifth there is a box."""
    first, _, rest = paragraph.partition(" ")
    said = (
        f'<a href="/tag/{first.lower()}/" class="story__link">{first}</a> {rest}'
        if at % 3 == 1
        else paragraph
    )
    box = AD_BOX.format(at) if at % 5 == 4 else ""
    return f'<p class="story__p" data-component="text-block">{said}</p>\n{box}'


def _layout(newsroom: Newsroom, size: int, markup: float) -> list[bytes | str]:
    """Return a page without its story: markup with the names of what goes between, of so many bytes in all.

    Where there is so much markup that they do not hold it, it has more bytes, and no scripts.
    """
    of_full = markup * min(2.0, size / 110_000)
    before, behind = _top(newsroom, of_full), _bottom(newsroom, of_full)
    left = max(0, size - 9_000 - len(before) - len(behind))
    data = _data(newsroom, left // 2)
    page = before.replace("@styles", _styles(newsroom, left // 3)) + behind.replace("@data", data)
    page = page.replace("@script", _script(newsroom, left - left // 2 - left // 3))
    pieces: list[bytes | str] = []
    for piece in page.split(MARK):
        pieces.append(piece if piece in PLACES else piece.encode())
    return pieces


def _put(name: str) -> str:
    return MARK + name + MARK


def _top(newsroom: Newsroom, full: float) -> str:
    section = newsroom.words(1)[0]
    ld = (
        '{"@context":"https://schema.org","@type":"NewsArticle","headline":"' + _put("title") + '",'
        '"datePublished":"' + _put("date") + '","author":{"@type":"Person","name":"' + _put("author") + '"},'
        '"description":"' + _put("lead") + '","articleSection":"' + section + '","articleBody":'
        + _put("plain") + ',"publisher":{"@type":"Organization","name":"The Tarnmouth Courier"}}'
    )  # fmt: skip
    menu = "".join(_menu_entry(word, at) for at, word in enumerate(newsroom.words(int(MENU * full))))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>' + _put("title")
        + ' | The Tarnmouth Courier</title><meta name="description" content="' + _put("lead")
        + '"><link rel="canonical" href="' + _put("slug") + '"><meta property="og:type" content="article">'
        '<meta property="og:title" content="' + _put("title") + '"><meta name="viewport" content="width=device-width">'
        '<meta property="article:published_time" content="' + _put("date") + '">'
        '<script type="application/ld+json">' + ld + "</script><style>@styles</style>"
        "<script>@script</script></head><body>"
        '<header class="masthead"><a href="/">The Tarnmouth Courier</a><nav class="nav"><ul>' + menu + "</ul></nav>"
        '</header><main><article class="story"><div class="story__kicker"><a href="/' + section + '/">'
        + section.title() + '</a></div><h1 class="story__headline">' + _put("title") + "</h1>"
        '<p class="story__standfirst">' + _put("lead") + '</p><div class="byline">By <a rel="author" href="/authors/x">'
        + _put("author") + '</a> <time datetime="' + _put("date") + '">Published</time></div>'
        '<ul class="share-bar"><li><a href="https://social.example/share">Share</a></li><li><button>Copy link</button>'
        '</li></ul><figure class="story__image"><img src="/i/1.jpg" alt=""><figcaption>A view of the harbour'
        " from the old town. Picture: Courier</figcaption></figure>"
        '<div class="story__body">' + _put("text")
        + '<div class="ad-slot" id="mpu-1"><span>Advertisement</span></div><aside class="newsletter"><h3>Sign up for'
        " the morning briefing</h3><p>All you need to know, every day at six.</p><form><input><button>Sign up</button>"
        "</form></aside></div></article>"
    )  # fmt: skip


def _bottom(newsroom: Newsroom, full: float) -> str:
    most_read = "".join(
        _teaser(f"/2019/{1 + at % 12:02}/{'-'.join(words)}-{at}", " ".join(words).capitalize(), None)
        for at, words in enumerate(newsroom.words(7) for _ in range(int(TEASERS * full)))
    )
    comments = "".join(
        f'<li class="comment"><div class="comment__head"><b>{newsroom.words(1)[0]}</b><time>3 hours ago</time></div>'
        f'<p class="comment__text">{" ".join(newsroom.words(25))}</p><button>Reply</button></li>'
        for _ in range(int(COMMENTS * full))
    )
    footer = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in newsroom.words(25))
    return (
        '<section class="related"><h2>Related articles</h2>' + _put("related") + "</section></main>"
        '<aside class="most-read"><h2>Most read</h2>' + most_read + '</aside><section class="comments">'
        "<h2>Comments</h2><ul>" + comments + '</ul></section><footer class="footer"><ul>' + footer + "</ul><p>© Courier"
        '</p></footer><script type="application/json" id="state">@data</script></body></html>'
    )  # fmt: skip


def _teaser(path: str, title: str, summary: str | None) -> str:
    paragraph = f'\n<p class="teaser__summary u-mt-8">{summary}</p>' if summary else ""
    return f"""
<div class="teaser teaser--row js-track" data-track-module="teaser" data-track-target="{path[-40:]}">
  <a class="teaser__image" href="{path}" tabindex="-1" aria-hidden="true">
    <picture><source media="(min-width: 640px)" srcset="/i/t.jpg?w=320 320w, /i/t.jpg?w=640 640w, /i/t.jpg?w=960 960w">
    <img src="/i/t.jpg?w=320" loading="lazy" width="320" height="180" alt=""></picture></a>
  <div class="teaser__text u-p-8"><div class="teaser__kicker"><span>{path[1:5]}</span></div>
    <h3 class="teaser__headline"><a href="{path}"><span class="teaser__title">{title}</span></a></h3>{paragraph}
    <div class="teaser__meta u-flex"><svg class="icon" viewBox="0 0 16 16"><path d="M8 1a7 7 0 100 14A7 7 0 008 1zm0 \
12.6A5.6 5.6 0 118 2.4a5.6 5.6 0 010 11.2z"/></svg><time>3 hours ago</time></div></div>
</div>"""


def _menu_entry(word: str, at: int) -> str:
    return f"""
    <li class="nav__item nav__item--{at % 7} js-nav"><a class="nav__link u-focus" href="/{word}/" data-track="nav-{at}">
      <span class="nav__label">{word.title()}</span></a></li>"""


def _styles(newsroom: Newsroom, size: int) -> str:
    rules = (
        f".{word}{{margin:0 auto;padding:{len(word)}px;color:#333}}" for word in newsroom.words(size // 30)
    )
    return "".join(rules)[:size]


def _script(newsroom: Newsroom, size: int) -> str:
    lines = (f"window.{word}=function(e){{return e.target&&e.id}};" for word in newsroom.words(size // 30))
    return "".join(lines)[:size].rpartition(";")[0]


def _data(newsroom: Newsroom, size: int) -> str:
    """Return what a page's scripts carry along: settings and advertising, as JSON."""
    slots = [
        {"slot": word, "sizes": [[300, 250], [728, 90]], "lazy": True} for word in newsroom.words(size // 66)
    ]
    return json.dumps({"config": slots}, separators=(",", ":"))
