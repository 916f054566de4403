"""Training of the block score: a folder of labelled pages in; figures, and the score as a Python module, out.

    python benchmarks/train_blocks.py FOLDER [--write]

FOLDER is one as benchmarks/extraction.py reads it. The score decides of the blocks that the rules leave open. It is
tried on sites that it was not trained on (a fifth of them at a time) beside the rules alone, and, with --write,
trained on all of them and written to crawler/parsers/body/block_score.py and its twin to be compiled,
`_block_score.pyx`. Needs the extra `train` (LightGBM).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
from lightgbm import Booster, Dataset, train
from measure.block_data import LabelledBlocks, is_known, labelled_blocks
from measure.block_trees import compiled_module_of, module_of
from measure.labelled import FolderError, labelled_pages
from measure.marks import many, shingles

from crawler.parsers.body.features import NAMES
from crawler.parsers.body.reconsider import COMES_FROM, STAYS_FROM

MODULE = Path(__file__).parents[1] / "crawler" / "parsers" / "body" / "block_score.py"
COMPILED_MODULE = MODULE.with_name("_block_score.pyx")
FOLDS = 5
TREES = 40
# Small trees and much regularisation: a few thousand blocks of a few hundred sites, whose labels disagree in places.
PARAMETERS: Mapping[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.2,
    "num_leaves": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "num_threads": 2,
    "verbose": -1,
}


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the score's module, trained on all pages.")
def main(folder: Path, *, write: bool) -> None:
    """Compare rules and learned score on unseen sites; write the score if asked to."""
    try:
        pages = list(labelled_blocks(labelled_pages(folder)))
    except FolderError as error:
        raise click.UsageError(str(error)) from error
    print(f"{len(pages)} pages of {len({page.site for page in pages})} sites, {FOLDS} parts by site")
    _report("rules alone", pages, lambda page: page.kept)
    _report("rules and score, sites unseen", pages, _unseen(pages))
    model = _trained(pages)
    _report("rules and score, sites seen", pages, lambda page: _kept(page, model))
    if write:
        trees = [each["tree_structure"] for each in model.dump_model()["tree_info"]]
        MODULE.write_text(module_of(trees, NAMES), "utf-8")
        COMPILED_MODULE.write_text(compiled_module_of(trees, NAMES), "utf-8")
        print(f"written: {MODULE}, {COMPILED_MODULE}; compile the latter: pip install -e .")


def _trained(pages: Sequence[LabelledBlocks]) -> Booster:
    rows, labels, weights = [], [], []
    for page in pages:
        for row, label, weight in zip(page.rows, page.labels, page.weights, strict=True):
            if is_known(label):
                rows.append(row)
                labels.append(label)
                weights.append(weight)
    table = np.array(rows, dtype=float)
    return train(dict(PARAMETERS), Dataset(table, np.array(labels), weight=np.array(weights)), TREES)


def _unseen(pages: Sequence[LabelledBlocks]) -> Callable[[LabelledBlocks], Sequence[bool]]:
    models = [_trained([page for page in pages if page.fold(FOLDS) != part]) for part in range(FOLDS)]
    return lambda page: _kept(page, models[page.fold(FOLDS)])


def _kept(page: LabelledBlocks, model: Booster) -> list[bool]:
    kept = list(page.kept)
    if page.rows:
        found = model.predict(np.array(page.rows, dtype=float), raw_score=True)
        for index, odds in zip(page.indexes, found, strict=True):
            kept[index] = bool(odds > (STAYS_FROM if kept[index] else COMES_FROM))
    return kept


def _report(
    name: str, pages: Sequence[LabelledBlocks], kept_of: Callable[[LabelledBlocks], Sequence[bool]]
) -> None:
    """Print mean precision and recall over shingles by origin, and over all passages, with their F1."""
    bodies: dict[str, list[tuple[float, float]]] = defaultdict(list)
    hits = given = wanted = 0
    for page in pages:
        gold, text = page.page.gold, _text(page, kept_of(page))
        if "body" in gold:
            bodies[page.page.source].append(_precision_recall(text, gold["body"]))
        else:
            found = [sum(" ".join(p.split()) in text for p in gold.get(k) or ()) for k in ("with", "without")]
            hits, given, wanted = hits + found[0], given + sum(found), wanted + len(gold.get("with") or ())
    print(f"{name}:")
    for source, pairs in bodies.items():
        precision, recall = np.nanmean([p for p, _ in pairs]), np.nanmean([r for _, r in pairs])
        print(f"  {source:12} {_line(float(precision), float(recall))}  pages {len(pairs)}")
    print(f"  {'passages':12} {_line(hits / max(1, given), hits / max(1, wanted))}  wanted {wanted}")


def _text(page: LabelledBlocks, kept: Sequence[bool]) -> str:
    return " ".join(" ".join(b.text.split()) for b, keep in zip(page.cut.blocks, kept, strict=True) if keep)


def _precision_recall(text: str, gold: str) -> tuple[float, float]:
    mark = many("body", shingles(text), shingles(gold), None, least=1)
    return mark.hits / (mark.given or math.nan), mark.hits / (mark.wanted or math.nan)


def _line(precision: float, recall: float) -> str:
    return f"precision {precision:.4f}  recall {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.4f}"


if __name__ == "__main__":
    main()
