"""Sources: pages that are on disk already; paths in, documents and refusals out, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from crawler.sources.files import is_single_page, read_file
from crawler.sources.folders import read_folder
from crawler.sources.source import Document, ExportedLine, PassedOver, Refusal, Source

__all__ = ["Document", "ExportedLine", "PassedOver", "Refusal", "Source", "is_single_page", "read_sources"]


def read_sources(paths: Sequence[Path], url: str | None = None) -> Iterator[Source]:
    """Yield what the paths hold, in their order; `url` is the address of a single page."""
    for path in paths:
        yield from read_folder(path) if path.is_dir() else read_file(path, url)
