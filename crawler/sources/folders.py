"""Folders: a path in, everything readable below it out, in a steady order and one page at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from crawler.sources.files import read_file
from crawler.sources.listing import LISTING, PAGES, read_listing
from crawler.sources.source import Refusal, Source, origin_of


def read_folder(top: Path) -> Iterator[Source]:
    """Yield what lies in a folder and below it: a folder's listed pages, its other files, then its folders.

    Linked folders are not followed: they may lead round in a circle.
    """
    listed: dict[Path, set[str]] = {}
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            if (folder / LISTING).is_file():
                yield from read_listing(folder, listed.setdefault(folder / PAGES, set()))
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            yield Refusal(origin=origin_of(folder), outcome="failed", reason=reason)
            continue
        done = listed.pop(folder, set()) | {LISTING}
        for entry in entries:
            if entry.name not in done and not entry.is_dir():
                yield from read_file(Path(entry.path))
        folders = [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += reversed(folders)
