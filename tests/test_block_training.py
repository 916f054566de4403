"""Training data of the block score: labels of blocks from a page's text or passages, and trees as Python."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from measure.block_labels import block_labels  # noqa: E402
from measure.block_trees import compiled_module_of, module_of  # noqa: E402
from measure.labelled import LabelledPage  # noqa: E402

WHY = "Why?"
FIRST = "The tide came twice on Saturday night, and nobody on the quay could say why it had."
SECOND = "By two in the morning the boats lay in the car park, upright and dry."


def page(**gold: object) -> LabelledPage:
    return LabelledPage(
        id="a", url="https://news.example/a", source="", gold=gold, related=None, file=Path("a.html.gz")
    )


def test_blocks_of_the_labelled_text_are_text_in_their_order() -> None:
    blocks = ["Tide", WHY, FIRST, WHY, SECOND, "Why", WHY]
    assert block_labels(page(body=f"{FIRST}\n{WHY}\n{SECOND}"), blocks) == [0, 0, 1, 1, 1, 0, 0]


def test_a_block_that_differs_in_places_is_text_all_the_same() -> None:
    assert block_labels(page(body=FIRST), [FIRST.replace("quay", "pier") + " (updated)"]) == [1]


def test_passages_label_what_they_touch_and_nothing_else() -> None:
    labels = block_labels(
        page(**{"with": ["nobody on the quay"], "without": ["Follow us"]}), [FIRST, SECOND, "Follow us on X"]
    )
    assert labels[0] == 1
    assert math.isnan(labels[1])
    assert labels[2] == 0


def test_a_wanted_passage_that_stands_twice_labels_neither() -> None:
    assert all(math.isnan(label) for label in block_labels(page(**{"with": [FIRST]}), [FIRST, FIRST]))


LEAF: dict[str, Any] = {"leaf_value": 0.25}
TREE: dict[str, Any] = {
    "split_feature": 0,
    "threshold": 2.5,
    "left_child": {"leaf_value": -1.0},
    "right_child": {
        "split_feature": 1,
        "threshold": 0.5,
        "left_child": LEAF,
        "right_child": {"leaf_value": 2.0},
    },
}


@pytest.mark.parametrize(("row", "total"), [((2.5, 1), -0.75), ((3, 0), 0.5), ((3, 1), 2.25)])
def test_trees_become_a_function_that_adds_their_leaves(row: tuple[float, float], total: float) -> None:
    names: dict[str, Any] = {}
    exec(module_of([TREE, LEAF], ("letters", "links")), names)  # noqa: S102 - the module is made above
    assert names["score"](row) == pytest.approx(total)


def test_the_compiled_twin_adds_the_same() -> None:
    plain, compiled = (make([TREE, LEAF], ("letters", "links")) for make in (module_of, compiled_module_of))
    assert plain.partition("total += (")[2] == compiled.partition("total += (")[2]
    assert "cdef double letters, links, total = 0.0\n    letters, links = features\n" in compiled
