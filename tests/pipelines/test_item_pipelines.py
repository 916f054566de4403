"""The three Scrapy components, run by Scrapy itself, in processes of their own since a reactor runs once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from pipelines.database.connection import open_readonly
from pipelines.database.queries import latest_runs, outcome_counts
from pipelines.store import Store

PROGRAM = """
import asyncio, json, sys
sys.path.insert(0, {samples!r})
import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import CloseSpider
from store_samples import HARBOUR, OTHER_SITE, answer, link, visit

class Samples(scrapy.Spider):
    name = "samples"
    start_urls = ["data:,"]
    def parse(self, response):
        {before}
        yield visit(HARBOUR, related=(link(OTHER_SITE),))
        yield visit(OTHER_SITE)
        yield visit("https://news.example/bare", title=None)
        yield {{"an item": "of another project"}}
        yield answer("https://news.example/", "listing")
        {more}

process = AsyncCrawlerProcess({{
    "ITEM_PIPELINES": {{
        "pipelines.validate.ValidatePipeline": 1,
        "pipelines.deduplicate.DeduplicatePipeline": 2,
        "pipelines.store.StorePipeline": 3,
    }},
    "COPYDESK_DB": sys.argv[1], "COPYDESK_COMMAND": "samples", "LOG_LEVEL": "WARNING",
    "TELNETCONSOLE_ENABLED": False,
}})
crawler = process.create_crawler(Samples)
task = process.crawl(crawler)
process.start()
stats = crawler.stats.get_stats()
error = task.exception() if task.done() and not task.cancelled() else None
wanted = {{k: v for k, v in stats.items() if k.startswith(("copydesk/", "item_", "finish_reason"))}}
print(json.dumps({{"stats": wanted, "error": type(error).__name__ if error else None}}))
"""


def crawl(path: Path, *, before: str = "", more: str = "") -> dict[str, Any]:
    program = PROGRAM.format(samples=str(Path(__file__).parent), before=before, more=more)
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 - our own
    assert done.stdout, done.stderr
    return {**json.loads(done.stdout.splitlines()[-1]), "log": done.stderr}


def test_items_go_through_all_three(path: Path) -> None:
    end = crawl(path)
    assert (end["stats"]["item_scraped_count"], end["error"], end["log"]) == (5, None, "")
    assert {
        name: end["stats"][f"copydesk/{name}"] for name in ("run_id", "articles_new", "related_links")
    } == {
        "run_id": 1,
        "articles_new": 1,
        "related_links": 1,
    }
    db = open_readonly(path)
    assert outcome_counts(db) == {"article": 1, "copy": 1, "listing": 1, "rejected": 1}
    (run,) = latest_runs(db)
    assert (run["command"], run["status"], run["counts"]["articles_new"]) == ("samples", "done", 1)


def test_a_crawl_that_is_stopped_is_interrupted(path: Path) -> None:
    crawl(path, more='raise CloseSpider("shutdown")')
    (run,) = latest_runs(open_readonly(path))
    assert (run["status"], run["counts"]["article"]) == ("interrupted", 1)


def test_a_database_that_fails_ends_the_crawl(path: Path) -> None:
    crawl(path)
    before = path.read_bytes()
    fail = (
        "from pipelines.sharing import shared_store as s; s(self.crawler).db.execute('PRAGMA query_only = 1')"
    )
    end = crawl(path, before=fail)["stats"]
    assert "is read-only" in end["copydesk/error"]
    assert (end["finish_reason"], end["item_dropped_count"], end["item_scraped_count"]) == (
        "database_error",
        4,
        1,
    )
    assert len(before) == path.stat().st_size
    crawl(path)
    assert [run["status"] for run in latest_runs(open_readonly(path))] == ["done", "interrupted", "done"]


def test_a_commit_that_sqlite_refuses_ends_the_crawl_and_is_said_once(path: Path) -> None:
    refuse = (
        "from pipelines.database import batch; batch.MOST = 1;"
        "from pipelines.sharing import shared_store as s; s(self.crawler).db.execute('CREATE TRIGGER refuse BEFORE"
        " DELETE ON search_backlog BEGIN SELECT raise(ABORT, \\'refused by the test\\'); END')"
    )
    end = crawl(path, before=refuse)
    assert "refused by the test" in end["stats"]["copydesk/error"]
    assert "copydesk doctor" in end["stats"]["copydesk/error"]
    assert (end["stats"]["finish_reason"], end["stats"]["item_dropped_count"]) == ("database_error", 4)
    assert end["log"].count("refused by the test") == 1, end["log"]
    assert "Traceback" not in end["log"]
    assert [run["status"] for run in latest_runs(open_readonly(path))] == ["failed"]


def test_a_database_that_is_held_ends_the_crawl_before_it_begins(path: Path) -> None:
    with Store(path, command="holder") as store:
        assert crawl(path)["error"] == "DatabaseBusyError"
        assert [run["command"] for run in latest_runs(store.db)] == ["holder"]
