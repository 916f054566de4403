"""Labelled pages: a folder in, its pages with what a person says is on them out."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Any number does; the same one draws the same pages in every run.
SEED = 20
# What a page's origin is called where its line names none.
UNNAMED = ""


class FolderError(Exception):
    """The folder does not hold labelled pages; the message says what is missing and where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """One page and its labels."""

    id: str
    url: str
    source: str
    """Where the label comes from, when the folder mixes several origins; else empty."""
    gold: Mapping[str, Any]
    """`body`, `with` and `without`, `title`, `date`, `authors`, `description`, `dek`: any of them."""
    related: Mapping[str, Any] | None
    """`related`, a list of {url, title}, and `may`, addresses that do not count; None where nobody labelled them."""
    file: Path

    def html(self) -> bytes:
        """Return the page as served."""
        try:
            return gzip.decompress(self.file.read_bytes())
        except OSError as error:
            raise FolderError(f"{self.file}: the page of '{self.id}' cannot be read: {error}") from error


def labelled_pages(folder: Path, limit: int | None = None) -> Sequence[LabelledPage]:
    """Return the pages of FOLDER/pages.jsonl, or `limit` of them, drawn alike in every run.

    Raises FolderError where there are none, or a line is none.
    """
    related = {line["id"]: line for line in _lines(folder / "related.jsonl", "id", "related")}
    pages = [
        LabelledPage(
            id=line["id"],
            url=line["url"],
            source=line.get("source", UNNAMED),
            gold=line["gold"],
            related=related.get(line["id"]),
            file=folder / "html" / f"{line['id']}.html.gz",
        )
        for line in _lines(folder / "pages.jsonl", "id", "url", "gold")
    ]
    if not pages:
        raise FolderError(f"{folder}: pages.jsonl is missing or empty; see benchmarks/README.md for its form")
    if limit is None or limit >= len(pages):
        return pages
    return random.Random(SEED).sample(pages, limit)


def _lines(file: Path, *names: str) -> Iterator[Mapping[str, Any]]:
    if not file.exists():
        return
    for number, text in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            line = json.loads(text)
        except ValueError as error:
            raise FolderError(f"{file}, line {number}: no JSON: {error}") from error
        missing = [name for name in names if not isinstance(line, dict) or name not in line]
        if missing:
            raise FolderError(f"{file}, line {number}: lacks {', '.join(missing)}")
        yield line
