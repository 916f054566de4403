"""Block trees: a trained model's trees in; the module that scores a block with them, in Python and Cython, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

HEAD = '''"""Block score: a block's features in, how surely it is text of the article out; learned from labelled pages.

Made by `python benchmarks/train_blocks.py FOLDER --write`; not to be edited. benchmarks/README.md says how and what
it is worth.
"""

# ruff: noqa: E501, RUF059
# fmt: off
from __future__ import annotations

from collections.abc import Sequence


def score(features: Sequence[float]) -> float:
    """Return the log-odds that a block is text of the article, of features in the order of `features.NAMES`."""
    (
'''
COMPILED_HEAD = '''# cython: language_level=3, initializedcheck=False
"""What `block_score.py` does, compiled; made together with it and not to be edited."""


def score(features):
    """Return the log-odds that a block is text of the article, of features in the order of `features.NAMES`."""
    cdef double '''
# Trees in one expression: deeper sums strain Python's parser.
TREES_A_LINE = 10


def module_of(trees: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    """Return the source of a module whose `score` is the sum of the trees."""
    lines = [HEAD]
    lines += [f"        {name},\n" for name in names]
    lines += ["    ) = features\n", "    total = 0.0\n", *_sum(trees, names)]
    return "".join(lines)


def compiled_module_of(trees: Sequence[Mapping[str, Any]], names: Sequence[str]) -> str:
    """Return the source of the same module in Cython, where numbers are no objects."""
    unpacked = ", ".join(names)
    lines = [COMPILED_HEAD, f"{unpacked}, total = 0.0\n", f"    {unpacked} = features\n", *_sum(trees, names)]
    return "".join(lines)


def _sum(trees: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(trees), TREES_A_LINE):
        terms = "\n        + ".join(_term(tree, names) for tree in trees[start : start + TREES_A_LINE])
        yield f"    total += (\n        {terms}\n    )\n"
    yield "    return total\n"


def _term(tree: Mapping[str, Any], names: Sequence[str]) -> str:
    if "split_feature" not in tree:
        return f"{tree['leaf_value']:.4g}"
    left, right = _term(tree["left_child"], names), _term(tree["right_child"], names)
    return f"({left} if {names[tree['split_feature']]} <= {tree['threshold']:.5g} else {right})"
