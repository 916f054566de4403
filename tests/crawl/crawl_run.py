"""One real crawl in a process of its own (a reactor runs once): settings and STARTs in as JSON, what came of it out."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import ScrapyDeprecationWarning
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

ROOT = Path(__file__).parents[2]
# Tests are polite to nobody but themselves; whoever tests manners says so.
FAST = {
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "COPYDESK_RETRY_WAIT": 0.05,
    "DOWNLOAD_TIMEOUT": 5,
    "COPYDESK_LEDGER": "",
    # Few of the sites here name a feed, and what is asked of them is what they are about.
    "COPYDESK_USUAL_PLACES": "",
    # Starting processes takes longer than reading a few small pages.
    "COPYDESK_WORKERS": 0,
    "ITEM_PIPELINES": {},
    "LOG_LEVEL": "WARNING",
}

# What a crawl has in production: the file, and what it knows of earlier runs. Needs COPYDESK_DB.
STORED = {
    "COPYDESK_LEDGER": "pipelines.database.ledger.Ledger",
    "ITEM_PIPELINES": {
        "pipelines.validate.ValidatePipeline": 100,
        "pipelines.deduplicate.DeduplicatePipeline": 200,
        "pipelines.store.StorePipeline": 300,
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a crawl left."""

    visits: list[dict[str, Any]]
    stats: dict[str, Any]
    log: str
    peak_mb: float = 0.0
    """The most memory that the crawl's process held."""

    def outcome(self, url: str) -> str:
        """The one outcome of an address."""
        (visit,) = (visit for visit in self.visits if visit["url"] == url)
        return str(visit["outcome"])

    def reason(self, url: str) -> str:
        (visit,) = (visit for visit in self.visits if visit["url"] == url)
        return str(visit["reason"])

    def of(self, outcome: str) -> list[str]:
        """The addresses with an outcome, sorted."""
        return sorted(visit["url"] for visit in self.visits if visit["outcome"] == outcome)


def crawl(
    *starts: str,
    spider: str = "site",
    settings: Mapping[str, Any] | None = None,
    args: Mapping[str, str] | None = None,
    seconds: float = 60,
) -> Run:
    """Run one crawl to its end and return what it left; fails when the process does, or takes too long."""
    job = {"starts": starts, "spider": spider, "settings": {**FAST, **(settings or {})}, "args": args or {}}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, __file__], env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=json.dumps(job), capture_output=True, text=True, timeout=seconds, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    left = json.loads(done.stdout)
    return Run(visits=left["visits"], stats=left["stats"], log=done.stderr, peak_mb=left["peak_mb"])


def main() -> None:
    warnings.simplefilter("error", ScrapyDeprecationWarning)
    job = json.load(sys.stdin)
    settings = Settings()
    settings.setmodule("crawler.settings")
    settings.setdict(job["settings"])
    process = AsyncCrawlerProcess(settings)
    name = job["spider"]
    crawler = process.create_crawler(load_object(f"crawler.spiders.{name}.{name.title()}Spider"))
    visits: list[dict[str, Any]] = []

    def keep(item: Any) -> None:
        visits.append({
            "url": item.url, "outcome": item.outcome, "reason": item.reason, "status": item.status,
            "aliases": item.aliases, "etag": item.etag, "words": item.article.word_count if item.article else 0,
            "next_check_at": item.next_check_at,
        })  # fmt: skip

    crawler.signals.connect(keep, signal=signals.item_scraped, weak=False)
    process.crawl(crawler, start_urls=job["starts"], **job["args"])
    process.start()
    # Linux counts in KB, macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    left = {"visits": visits, "stats": crawler.stats.get_stats(), "peak_mb": peak}
    json.dump(left, sys.stdout, default=str)


if __name__ == "__main__":
    main()
