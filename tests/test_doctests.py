"""The examples in docstrings are true: every module's, one test a module."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import crawler
import pipelines

MODULES = sorted(
    found.name
    for package in (crawler, pipelines)
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
    if not found.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples]
    assert len(found) >= 50
