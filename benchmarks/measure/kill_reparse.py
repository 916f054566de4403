"""`reparse` of a file that an older parser filled: killed over and over, it is in the end what today's would make."""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.items import Article
from measure.kill_checks import Seen, content, differences, faults
from measure.kill_pages import page
from measure.kill_scenes import Command, Filling
from measure.made_up import visits
from pipelines.database import articles
from pipelines.database.connection import open_database
from pipelines.database.related import replace_links
from pipelines.database.transaction import transaction
from pipelines.identity import Sighting
from pipelines.record import Recorder

# What an older parser took for text.
JUNK = "\n\nAll rights reserved. Write to the editor, subscribe, or read what others read."
OLD_TITLE = "The Press | "
STATES = """
SELECT url, title, body, (SELECT count(*) FROM related_links WHERE article_id = articles.id) FROM articles
"""


class Reparsing(Filling):
    """Pages of an archive parsed again; articles change, and with them their copies, links and keys."""

    def __init__(self, folder: Path, dice: random.Random, seed: int, count: int) -> None:
        super().__init__(folder, dice, "reparse", [["reparse", "--workers", "0"]])
        self.archive = self.folder / "press.warc.gz"
        self.older = self.folder / "older.db"
        _write_archive(self.archive, seed, count)

    def prepare(self) -> None:
        """Fill the file, keep what is in it, and then make it what an older parser would have left."""
        ingest = self.child(["ingest", self.archive, "--db", self.older, "--workers", "0", "-q"])
        if ingest.run() != 0:
            raise RuntimeError(f"{self.name}: {self.log.read_text('utf-8')}")
        wanted = content(self.older)
        _age(self.older)
        super().prepare()
        if found := list(differences(wanted, self.db)):
            raise RuntimeError(f"{self.name}: undisturbed: {found}")

    def begin(self) -> None:
        """Take the file that an older parser left."""
        super().begin()
        shutil.copy(self.older, self.db)

    def command(self, number: int) -> Command:
        """Return the command with file and archive."""
        return [*super().command(number), "--archive", self.archive]

    def look(self) -> Seen:
        """Look at addresses only: it is for other texts that the run is there."""
        return Seen(addresses=super().look().addresses)

    def check(self, seen: Seen) -> Iterator[str]:
        """An article is as the older parser left it, or as today's makes it, with its links."""
        yield from faults(self.db, seen)
        with closing(sqlite3.connect(self.db)) as db:
            for url, title, body, links in db.execute(STATES):
                is_old = title.startswith(OLD_TITLE)
                if body.endswith(JUNK) != is_old or links != (0 if is_old else self.links[url]):
                    yield f"an article that is old in part: {url}"


def _age(path: Path) -> None:
    """Put in what an older parser would have read on each page: junk, a worse headline, no links, nothing else."""
    with closing(open_database(path)) as db, transaction(db):
        for (article_id,) in db.execute("SELECT id FROM articles").fetchall():
            stored = articles.article_by_id(db, article_id)
            body = stored.body + JUNK
            older = Article(url=stored.url, title=f"{OLD_TITLE}{stored.title}", body=body, body_markdown=body)
            Recorder(db, 1).replace_text(Sighting(stored.fetched_url, older), stored)
            replace_links(db, article_id, ())


def _write_archive(path: Path, seed: int, count: int) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, visit in enumerate(visits(seed, count, copies=0.15)):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            moment = f"2026-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}Z"
            record = writer.create_warc_record(
                visit.url,
                "response",
                io.BytesIO(page(visit).encode()),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": moment},
            )
            writer.write_record(record)
