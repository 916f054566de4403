"""Articles of an invented press: a seed in, visits of realistic length with near copies among them out."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from crawler.items import Article, Provenance, RelatedLink, Visit
from crawler.text import utc_text

# A large newspaper's vocabulary, used as words are: the n-th word with a share of 1/n (Zipf's law).
VOCABULARY = 50_000
# The 955 articles that public benchmarks' pages give have 550 words in the median; one in eight under 200, one in
# eight over 1,500.
MEDIAN_WORDS, SPREAD = 550, 0.85
SHORTEST, LONGEST = 30, 8_000
# Of the words that are not quite common one in twenty is a number; so one in fifty of a text is.
NUMBERS_FROM, NUMBER_EVERY = 100, 20
SITES = 300
SYLLABLES = [a + b for a in "bdfghklmnprstvwz" for b in ("a", "e", "i", "o", "u", "ei", "ar", "on", "el")]
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
# What a copy may be one of: syndicated within days.
RECENT = 2_000
# A copy's date may be the earlier one: then it is the original, and they change places.
HOURS_LATER = (-2, 48)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a newsroom wrote."""

    title: str
    sentences: tuple[tuple[str, ...], ...]
    published_at: str

    @property
    def body(self) -> str:
        """The text in paragraphs of three sentences."""
        lines = [" ".join(words).capitalize() + "." for words in self.sentences]
        return "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))


class Newsroom:
    """Writes stories, and edits those of others; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        made = {self._word(): None for _ in range(2 * VOCABULARY)}
        self.vocabulary = list(made)[:VOCABULARY]
        for rank in range(NUMBERS_FROM, len(self.vocabulary), NUMBER_EVERY):
            self.vocabulary[rank] = str(self.random.randint(1, 3000))
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.vocabulary) + 1)))

    def story(self, number: int) -> Story:
        """Return a new story; its headline has the rarer words of its first sentence."""
        wanted = int(self.random.lognormvariate(0, SPREAD) * MEDIAN_WORDS)
        words = self.words(min(max(wanted, SHORTEST), LONGEST))
        sentences = []
        while words:
            length = self.random.randint(8, 30)
            sentences.append(tuple(words[:length]))
            words = words[length:]
        moment = BEGINNING + timedelta(minutes=number)
        return Story(
            title=" ".join(sentences[0][:7]).capitalize(),
            sentences=tuple(sentences),
            published_at=utc_text(moment),
        )

    def words(self, number: int) -> list[str]:
        """Return so many words."""
        return self.random.choices(self.vocabulary, cum_weights=self.weights, k=number)

    def edited(self, story: Story, edits: int) -> Story:
        """Return the story as another desk prints it: words and sentences replaced, added, left out.

        Every other desk writes a headline of its own, of words of the text.
        """
        sentences = list(story.sentences)
        for _ in range(edits):
            self.random.choice((self._replace, self._insert, self._remove, self._cut))(sentences)
        moment = datetime.fromisoformat(story.published_at) + timedelta(
            hours=self.random.randint(*HOURS_LATER)
        )
        title = story.title if self.random.random() < 0.5 else " ".join(story.sentences[0][2:10]).capitalize()
        return Story(title=title, sentences=tuple(sentences), published_at=utc_text(moment))

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.choice((1, 2, 2, 3, 3, 4))))

    def _replace(self, sentences: list[tuple[str, ...]]) -> None:
        at, words, place = self._somewhere(sentences)
        sentences[at] = (*words[:place], *self.words(1), *words[place + 1 :])

    def _insert(self, sentences: list[tuple[str, ...]]) -> None:
        at, words, place = self._somewhere(sentences)
        sentences[at] = (*words[:place], *self.words(2), *words[place:])

    def _remove(self, sentences: list[tuple[str, ...]]) -> None:
        at, words, place = self._somewhere(sentences)
        sentences[at] = (*words[:place], *words[place + 1 :]) or words

    def _cut(self, sentences: list[tuple[str, ...]]) -> None:
        """Leave out the last sentence, as desks cut, or add one."""
        if len(sentences) > 4 and self.random.random() < 0.5:
            sentences.pop()
        else:
            sentences.append(tuple(self.words(self.random.randint(8, 20))))

    def _somewhere(self, sentences: list[tuple[str, ...]]) -> tuple[int, tuple[str, ...], int]:
        at = self.random.randrange(len(sentences))
        return at, sentences[at], self.random.randrange(len(sentences[at]))


def visits(
    seed: int, count: int, copies: float = 0.05, most_edits: float = 0.01, *, first: int = 0
) -> Iterator[Visit]:
    """Yield visits of distinct addresses; this share of them brings an edited story of another site.

    A copy has one edit, or up to so many a word. `first` is the number of the first, as after so many others: they come
    a minute apart.
    """
    newsroom = Newsroom(seed)
    recent: deque[Story] = deque(maxlen=RECENT)
    urls: deque[str] = deque(maxlen=RECENT)
    for number in range(first, first + count):
        is_copy = bool(recent) and newsroom.random.random() < copies
        if is_copy:
            original = newsroom.random.choice(recent)
            length = sum(map(len, original.sentences))
            story = newsroom.edited(original, newsroom.random.randint(1, 1 + int(length * most_edits)))
        else:
            story = newsroom.story(number)
            recent.append(story)
        visit = _visit(newsroom, story, number, urls)
        urls.append(visit.url)
        yield visit


def _visit(newsroom: Newsroom, story: Story, number: int, urls: deque[str]) -> Visit:
    # Each number has another site than the one before, so that copies stand on another site than their original.
    site = f"paper{number % SITES}.example"
    url = f"https://{site}/{story.published_at[:10].replace('-', '/')}/{'-'.join(story.title.lower().split())}-{number}"
    linked = newsroom.random.sample(urls, min(len(urls), newsroom.random.randint(0, 6)))
    body = story.body
    article = Article(
        url=url,
        title=story.title,
        description=" ".join(newsroom.words(20)).capitalize() + ".",
        published_at=story.published_at,
        authors=(" ".join(newsroom.words(2)).title(),),
        body=body,
        body_markdown=body,
        related=tuple(RelatedLink(url=to, title=" ".join(newsroom.words(7)).capitalize()) for to in linked),
        tags=tuple(newsroom.words(4)),
        section="News",
        language="en",
        image_url=f"https://{site}/i/{number}.jpg",
        site_name=site.partition(".")[0].capitalize(),
        provenance={
            name: Provenance("json-ld", 0.95) for name in ("title", "published_at", "authors", "body")
        },
    )
    fetched_at = utc_text(BEGINNING + timedelta(days=1, minutes=number))
    return Visit(
        url=url, outcome="article", reason="made up", fetched_at=fetched_at, status=200, article=article
    )
