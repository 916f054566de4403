"""The README's queries and searches on a copydesk file: milliseconds on standard output.

    python benchmarks/queries.py FILE [--runs N] [--seed N]

Each run has a connection of its own and asks about another article, site or word of the file; the file is only read.
benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import click
from sqlite_utils import Database

from pipelines.database.connection import open_readonly
from pipelines.database.search import search
from pipelines.database.selection import Selection

README = Path(__file__).parents[1] / "README.md"
QUERY = re.compile(r"^-- (.+)\n([^;]+);$", re.MULTILINE)
COLUMNS = ("what", "median, ms", "worst, ms", "processor, ms", "rows")
# Articles whose words tell how common each word of the file is.
SAMPLE = 400
# In what share of the articles the words stand that are searched for.
SHARES = {
    "nearly all": 1.0,
    "half": 0.5,
    "one in five": 0.2,
    "one in sixteen": 0.06,
    "one in a hundred": 0.01,
}
COMMON, USUAL, RARE = "half", "one in sixteen", "one in a hundred"
WORD = re.compile(r"\w+")
Ask = Callable[[Database], int]
"""A question: an open file in, how many rows it gave out."""


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--runs", type=click.IntRange(min=1), default=5, show_default=True, help="Of each question.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed asks about others.")
def main(file: Path, runs: int, seed: int) -> None:
    """Ask and time."""
    with closing(open_readonly(file)) as db:
        sample = Sample.of(db, random.Random(seed))
        print(f"{db['articles'].count:,} articles, {file.stat().st_size / 1e6:,.0f} MB\n")
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    for questions in (_readme(sample, runs), _searches(sample, runs)):
        for what, asks in questions:
            timed = [_timed(file, ask) for ask in asks]
            clock, processor = ([getattr(one, name) for one in timed] for name in ("clock", "processor"))
            times = f"{median(clock):.1f} | {max(clock):.1f} | {median(processor):.1f}"
            rows = [one.rows for one in timed]
            print(f"| {what} | {times} | {min(rows)} to {max(rows)} |", flush=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the questions are about."""

    random: random.Random
    articles: list[dict[str, Any]]
    """Some of the file's."""
    copied: list[str]
    """Addresses of articles that have copies."""
    words: dict[str, list[str]]
    """By how common they are."""
    since: str
    """A week before the newest article."""
    last_visit: str
    """A day before the last address was met."""
    run: int
    change: int

    @classmethod
    def of(cls, db: Database, chosen: random.Random) -> Sample:
        """Draw it."""
        last = db.execute("SELECT max(id) FROM articles").fetchone()[0]
        ids = chosen.sample(range(1, last + 1), min(SAMPLE, last))
        sql = "SELECT url, site, title, body FROM articles WHERE id = ?"
        articles = [row for number in ids for row in db.query(sql, (number,))]
        copied = db.execute(
            "SELECT url FROM (SELECT article_id FROM copies LIMIT 200) JOIN articles ON id = article_id"
        )
        one = "SELECT date(max(published_on), '-6 days') FROM articles", "SELECT max(id) FROM runs"
        fetched = "SELECT date(fetched_at, '-1 day') FROM pages ORDER BY rowid DESC LIMIT 1"
        since, run, visit = (db.execute(query).fetchone()[0] for query in (*one, fetched))
        change = db.execute("SELECT max(change) FROM article_changes").fetchone()[0]
        return cls(
            random=chosen,
            articles=articles,
            copied=[row[0] for row in copied] or [articles[0]["url"]],
            words=_words([row["body"] for row in articles]),
            since=since,
            last_visit=visit,
            run=run,
            change=change // 2,
        )


def _words(texts: list[str]) -> dict[str, list[str]]:
    """Return ten words for each share: those that stand in about so many of the texts."""
    counted = Counter(word for text in texts for word in {word.lower() for word in WORD.findall(text)})
    return {
        name: sorted(sorted(counted), key=lambda word: abs(counted[word] / len(texts) - share))[:10]
        for name, share in SHARES.items()
    }


def _readme(sample: Sample, runs: int) -> Iterator[tuple[str, list[Ask]]]:
    for block in re.findall(r"```sql\n(.*?)```", README.read_text("utf-8"), re.DOTALL):
        for what, sql in QUERY.findall(block):
            since = sample.last_visit if "fetched_at" in sql else sample.since
            yield what, [_query(sql, {**_values(sample, sql), "since": since}) for _ in range(runs)]


def _values(sample: Sample, sql: str) -> dict[str, Any]:
    article = sample.random.choice(sample.articles)
    return {
        "site": article["site"],
        "url": sample.random.choice(sample.copied) if "copies" in sql else article["url"],
        "words": f'"{sample.random.choice(sample.words[RARE])}"',
        "run": sample.run,
        "change": sample.change,
    }


def _query(sql: str, values: dict[str, Any]) -> Ask:
    return lambda db: len(db.execute(sql, values).fetchall())


def _searches(sample: Sample, runs: int) -> Iterator[tuple[str, list[Ask]]]:
    def word(share: str) -> str:
        return sample.random.choice(sample.words[share])

    def phrase() -> str:
        found = WORD.findall(sample.random.choice(sample.articles)["body"])
        at = sample.random.randrange(len(found) - 1)
        return f'"{found[at]} {found[at + 1]}"'

    site = Selection(sites=(sample.articles[0]["site"],))
    week = Selection(since=sample.since)
    for share in SHARES:
        yield f"search: a word of {share}", [_search(word(share)) for _ in range(runs)]
    both = (f"{word(COMMON)} {word(USUAL)}" for _ in range(runs))
    yield f"search: a word of {COMMON} and one of {USUAL}", [_search(words) for words in both]
    yield "search: two words that stand side by side", [_search(phrase()) for _ in range(runs)]
    yield "search: 東京", [_search("東京")] * runs
    for share in (COMMON, RARE):
        yield f"search: a word of {share}, one site", [_search(word(share), site) for _ in range(runs)]
        yield f"search: a word of {share}, a week", [_search(word(share), week) for _ in range(runs)]


def _search(words: str, selection: Selection | None = None) -> Ask:
    return lambda db: len(search(db, words, selection).rows)


@dataclass(frozen=True, slots=True)
class Timed:
    """What a question took, in milliseconds; opening the file is not counted."""

    clock: float
    processor: float
    rows: int


def _timed(file: Path, ask: Ask) -> Timed:
    with closing(open_readonly(file)) as db:
        clock, processor = time.perf_counter(), time.process_time()
        rows = ask(db)
        return Timed(1e3 * (time.perf_counter() - clock), 1e3 * (time.process_time() - processor), rows)


if __name__ == "__main__":
    main()
