"""Near copies found by the file's index against brute force: a number of texts in, recall and precision out.

    python benchmarks/near_copies.py [--texts N] [--copies SHARE] [--seed S] [--json]

Makes up N texts, a share of which are others' texts with planted edits, light and heavy, and compares every text with
every other by the Jaccard similarity of their 5-word shingles. benchmarks/README.md says what is counted.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from pathlib import Path

import click
from measure.made_up import visits

from crawler.items import Visit
from pipelines.database import bands
from pipelines.database.transaction import transaction
from pipelines.deduplicate import NEAR
from pipelines.near_sketch import SHORTEST
from pipelines.similarity import jaccard, shingles
from pipelines.store import Store

# One edit in so many words at most: near copies from all but equal to half alike.
MOST_EDITS = 0.06
# Similarity from … on, by which the recall is told.
STEPS = (0.95, 0.9, 0.85, NEAR)
Pair = tuple[int, int]


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--texts", type=click.IntRange(min=2), default=20_000, show_default=True, help="How many.")
@click.option(
    "--copies", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="Share of copies."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed makes up other texts.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
def main(texts: int, copies: float, seed: int, *, as_json: bool) -> None:
    """Measure the index and the store on made-up texts."""
    made_up = list(visits(seed, texts, copies, MOST_EDITS))
    # Their hashes of 64 bits: of 15 million runs two meet once in a hundred thousand times.
    runs = [frozenset(map(hash, shingles(body_of(visit)))) for visit in made_up]
    alike = like_pairs(runs)
    with tempfile.TemporaryDirectory() as folder:
        found = found_by_index(made_up, runs, Path(folder) / "index.db")
        stored = put_all(made_up, Path(folder) / "news.db")
    short = {number for number, own in enumerate(runs) if len(own) < SHORTEST}
    figures = {
        "texts": texts,
        "index": of_index(found, alike, short),
        "store": of_store(stored, alike, short),
    }
    print(json.dumps(figures, indent=1) if as_json else "\n".join(report(figures)))


def like_pairs(runs: Sequence[frozenset[int]]) -> dict[Pair, float]:
    """Return all pairs of texts that are at least NEAR alike, compared one with another wherever they share a run."""
    met: set[int] = set()
    shared: set[int] = set()
    for own in runs:
        shared |= met & own
        met |= own
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own & shared:
            holders[run].append(number)
    common = Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))
    likeness = {(a, b): n / (len(runs[a]) + len(runs[b]) - n) for (a, b), n in common.items()}
    return {pair: value for pair, value in likeness.items() if value >= NEAR}


def found_by_index(
    made_up: Sequence[Visit], runs: Sequence[frozenset[int]], path: Path
) -> tuple[dict[Pair, float], int]:
    """Return the pairs of each text with those before it that the index gives, and how many it gave in vain."""
    found: dict[Pair, float] = {}
    in_vain = 0
    with Store(path, command="benchmark") as store, transaction(store.db):
        for number, visit in enumerate(made_up):
            body = body_of(visit)
            likeness = {(n, number): jaccard(runs[n], runs[number]) for n in bands.candidates(store.db, body)}
            near = {pair: value for pair, value in likeness.items() if value >= NEAR}
            found |= near
            in_vain += len(likeness) - len(near)
            bands.add(store.db, number, body)
    return found, in_vain


def body_of(visit: Visit) -> str:
    """Return the text that a visit brought."""
    return visit.article.body if visit.article else ""


def put_all(made_up: Sequence[Visit], path: Path) -> dict[int, int]:
    """Put all texts through the store; return the number of each text → that of the text whose article it is in."""
    numbers = {visit.url: number for number, visit in enumerate(made_up)}
    with Store(path, command="benchmark") as store:
        for visit in made_up:
            store.put(visit)
        rows = store.db.execute(
            "SELECT fetched_url, fetched_url FROM articles UNION ALL"
            " SELECT copies.url, fetched_url FROM copies JOIN articles ON articles.id = article_id"
        ).fetchall()
    return {numbers[url]: numbers[article] for url, article in rows}


def of_index(
    found: tuple[dict[Pair, float], int], like: Mapping[Pair, float], short: AbstractSet[int]
) -> dict[str, float]:
    """Return the figures of the index: pairs, found of them, found in all; short texts have no keys, by design."""
    pairs, in_vain = found
    alike = {pair: value for pair, value in like.items() if short.isdisjoint(pair)}
    figures: dict[str, float] = {"pairs": len(alike), "recall": len(pairs.keys() & alike.keys()) / len(alike)}
    for low, high in zip(STEPS, (1.01, *STEPS), strict=False):
        of_step = {pair for pair, value in alike.items() if low <= value < high}
        figures[f"recall {low} to {min(high, 1)}"] = len(of_step & pairs.keys()) / max(len(of_step), 1)
    return figures | {
        "precision": len(pairs.keys() & alike.keys()) / max(len(pairs), 1),
        "looked at in vain": in_vain,
    }


def of_store(
    stored: Mapping[int, int], alike: Mapping[Pair, float], short: AbstractSet[int]
) -> dict[str, float]:
    """Return the figures of the file that came out: copies, those of them that are, those that are missing."""
    folded = [tuple(sorted(pair)) for pair in stored.items() if pair[0] != pair[1]]
    right = sum(pair in alike for pair in folded)
    articles = {number for number, article in stored.items() if number == article}
    missed = {max(pair) for pair in alike if set(pair) <= articles and short.isdisjoint(pair)}
    return {
        "copies": len(folded),
        "short texts left alone": len({max(pair) for pair in alike if set(pair) <= articles} - missed),
        "recall": right / (right + len(missed)),
        "precision": right / max(len(folded), 1),
    }


def report(figures: Mapping[str, object]) -> list[str]:
    """Return the figures as lines."""
    lines = [f"{figures['texts']} texts"]
    for part in ("index", "store"):
        of_part = figures[part]
        assert isinstance(of_part, dict)
        lines += [f"{part}: {name}: {_written(value)}" for name, value in of_part.items()]
    return lines


def _written(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.4f}"


if __name__ == "__main__":
    main()
