"""docs/parsing.md keeps up with the parsers: every field has its row, every table of words it names exists."""

from __future__ import annotations

import importlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

from crawler.items import Article

DOC = (Path(__file__).parents[1] / "docs" / "parsing.md").read_text("utf-8")
CELL = r"`([^`|]+)`"
# Told by the sections below the table.
BY_SECTION = {"body", "body_markdown", "related", "pull_quotes", "provenance"}


def section(name: str) -> str:
    return DOC.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def rows(name: str) -> list[list[str]]:
    """The cells of a section's table, without its head."""
    lines = [line for line in section(name).splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


WORDS = [
    (module, table)
    for _, modules, tables in rows("Adding a word")
    for module in re.findall(CELL, modules)
    for table in re.findall(CELL, tables)
]


def test_every_field_of_an_article_is_described() -> None:
    in_table = {name for field, *_ in rows("Fields") for name in re.findall(CELL, field)}
    assert in_table | BY_SECTION == {f.name for f in fields(Article)}
    assert all(f"`{name}`" in DOC or f".{name}" in DOC for name in BY_SECTION - {"related"})


@pytest.mark.parametrize(("module", "table"), WORDS, ids=[f"{m}:{t}" for m, t in WORDS])
def test_every_table_of_words_is_where_the_docs_say(module: str, table: str) -> None:
    name = "crawler." + module.removesuffix(".py").replace("/", ".")
    assert getattr(importlib.import_module(name), table)
