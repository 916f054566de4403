"""Pages of a folder as benchmarks/README.md describes it: the folder in, their bytes by number out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import quote, urlsplit


class FolderPages:
    """Each page of `pages.jsonl` at the path it had, below the name of its host; held in memory as they are kept."""

    def __init__(self, folder: Path, limit: int | None = None) -> None:
        """Read the folder; at most `limit` pages of it."""
        self.pages: dict[str, bytes] = {}
        with (folder / "pages.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                page = json.loads(line)
                path = _path(page["url"])
                if path in self.pages or (limit is not None and len(self.pages) >= limit):
                    continue
                self.pages[path] = gzip.decompress((folder / "html" / f"{page['id']}.html.gz").read_bytes())
        self.paths = list(self.pages)
        self.count = len(self.paths)

    def path(self, number: int) -> str:
        """Return the path of a page."""
        return self.paths[number]

    def page(self, number: int) -> list[bytes]:
        """Return the page's bytes."""
        return [self.pages[self.paths[number]]]


def _path(url: str) -> str:
    """Return the path a page is served at: its own, without what a sitemap's entry may not end with."""
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=-._~")
    return f"/{parts.netloc}{path}" + (f"?{quote(parts.query, safe='=&%+')}" if parts.query else "")
