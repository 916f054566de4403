"""What is killed: commands that write, each with what must hold after a kill and at the end."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic

from measure.kill_checks import Rows, Seen, content, differences, faults, look
from measure.kill_children import Child
from pipelines.database import batch, new_bands

Command = Sequence[object]


class Scene:
    """A piece of work, done by one or more commands in a row, each as often as it takes to come to its end."""

    name = ""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder = folder / self.name
        self.folder.mkdir()
        self.dice = dice
        self.db = self.folder / "news.db"
        self.log = self.folder / "said.txt"
        self.kills = 0
        self.ends = 0
        self.faults: list[str] = []
        self.seconds = 1.0
        """How long a command takes when nobody kills it."""

    def prepare(self) -> None:
        """Do all of it once undisturbed, and keep what must come out."""
        self.begin()
        for number in range(self.steps):
            started = monotonic()
            code = self.child(self.command(number)).run()
            self.seconds = max(monotonic() - started, 0.05)
            if code != 0:
                raise RuntimeError(
                    f"{self.name}: exit code {code} undisturbed: {self.log.read_text('utf-8')}"
                )
        self.keep()

    def play(self, most_kills: int) -> None:
        """Do all of it anew, killing whatever runs at random moments, until it is done in spite of that."""
        self.begin()
        for number in range(self.steps):
            while self.kills < most_kills:
                seen = Seen()

                def last_look() -> None:
                    nonlocal seen
                    seen = self.look()

                child = self.child(self.command(number))
                code = child.run(self.dice.uniform(0, 1.1 * self.seconds), last_look)
                self.kills += code is None
                self._note(self.check(seen), code)
                if code == 0:
                    break
                if code is not None:
                    self._note([f"exit code {code}: {self.log.read_text('utf-8').strip()}"], code)
            else:
                self.child(self.command(number)).run()
        self.ends += 1
        self._note(self.at_the_end(), 0)

    def child(self, command: Command) -> Child:
        """Begin a command in a process of its own."""
        return Child(command, self.log)

    def _note(self, found: Iterator[str] | list[str], code: int | None) -> None:
        when = "after a kill" if code is None else "after an end"
        self.faults += (f"{self.name}, {when} ({self.kills} kills): {fault}" for fault in found)

    # what a scene says for itself

    steps = 1

    def begin(self) -> None:
        """Put the files as they are at the beginning."""
        self.remove_database()

    def command(self, number: int) -> Command:
        """Return the command to run."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep what came out undisturbed."""

    def look(self) -> Seen:
        """Look at the file as a reader."""
        return look(self.db)

    def check(self, seen: Seen) -> Iterator[str]:
        """Yield what is wrong after a kill."""
        yield from faults(self.db, seen)

    def at_the_end(self) -> Iterator[str]:
        """Yield what is other than undisturbed."""
        yield from ()

    def remove_database(self) -> None:
        """Remove the file and all that lies beside it."""
        for file in self.folder.glob("news.db*"):
            file.unlink()


class Filling(Scene):
    """Commands that fill the file; what must come out is what they make of it when nobody kills them."""

    def __init__(self, folder: Path, dice: random.Random, name: str, commands: Sequence[Command]) -> None:
        self.name = name
        self.commands = commands
        self.steps = len(commands)
        self.expected: dict[str, Rows] = {}
        self.links: dict[str, int] = {}
        super().__init__(folder, dice)

    def command(self, number: int) -> Command:
        """Return the command with the file."""
        return [*self.commands[number], "--db", self.db, "-q"]

    def keep(self) -> None:
        """Keep the content, and how many links each article has."""
        self.expected = content(self.db)
        self.links = {row[0]: 0 for row in self.expected["articles"]}
        for url, *_ in self.expected["related links"]:
            self.links[url] += 1

    def check(self, seen: Seen) -> Iterator[str]:
        """Look for half articles too."""
        yield from faults(self.db, seen, self.links)

    def at_the_end(self) -> Iterator[str]:
        """Compare with the undisturbed file."""
        yield from differences(self.expected, self.db)


class TakingIn(Filling):
    """The same while keys of near copies are being taken into the large table nearly all the time."""

    def child(self, command: Command) -> Child:
        """Begin a command to which few articles are many."""
        return Child(command, self.log, _few_are_many)

    def at_the_end(self) -> Iterator[str]:
        """Look whether any were taken in at all."""
        yield from super().at_the_end()
        with closing(sqlite3.connect(self.db)) as db:
            if db.execute("SELECT count(*) FROM bands").fetchone() == (0,):
                yield "no keys were taken in"


def _few_are_many() -> None:
    """Begin to take keys in at the sixth article; commit every other visit, which takes in one part."""
    new_bands.MOST_NEW, batch.MOST = 5, 2


class Exporting(Scene):
    """What is new for a cursor, into a file of its own each time: every article once, none left out."""

    name = "export --new"

    def __init__(self, folder: Path, dice: random.Random, made: Path) -> None:
        super().__init__(folder, dice)
        self.made = made
        self.number = 0

    def begin(self) -> None:
        """Take a whole file, and no cursor."""
        super().begin()
        for file in self.folder.glob("new-*"):
            file.unlink()
        shutil.copy(self.made, self.db)

    def command(self, number: int) -> Command:
        """Return the command; each run has another file to write."""
        self.number += 1
        out = self.folder / f"new-{self.number}.jsonl{self.dice.choice(('', '.gz', '.zst'))}"
        return ["export", "--db", self.db, "--new", "--cursor", "consumer", "--out", out]

    def at_the_end(self) -> Iterator[str]:
        """Count what a consumer of all the files was given."""
        code = self.child(self.command(0)).run()
        if code != 0 or "Nothing new" not in self.log.read_text("utf-8"):
            yield f"the export after the last is not empty: {code}: {self.log.read_text('utf-8')}"
        with closing(sqlite3.connect(self.db)) as db:
            wanted = [row[0] for row in db.execute("SELECT id FROM articles ORDER BY id")]
        given = sorted(record for file in self.folder.glob("new-*") for record in _ids(file))
        if given != wanted:
            yield f"{len(wanted)} articles, {len(given)} records given, {len(set(given))} different ones"


def _ids(file: Path) -> Iterator[int]:
    import gzip  # noqa: PLC0415

    from crawler.cli.output import zstd  # noqa: PLC0415

    openers: dict[str, Callable[..., object]] = {".gz": gzip.open, ".zst": zstd.open}
    if file.suffix in {".part", ".ready"}:
        return
    with openers.get(file.suffix, open)(file, "rt", encoding="utf-8") as lines:  # type: ignore[attr-defined]
        for line in lines:
            yield json.loads(line)["id"]


class BackingUp(Scene):
    """A copy under one name: it is not there, or whole; the file itself is never touched."""

    name = "backup"

    def __init__(self, folder: Path, dice: random.Random, made: Path) -> None:
        super().__init__(folder, dice)
        shutil.copy(made, self.db)
        self.expected = content(self.db)
        self.bytes = self.db.read_bytes()
        self.copy = self.folder / "copy.db"

    def begin(self) -> None:
        """Take away the copy, or let it be replaced."""
        if self.dice.random() < 0.5:
            self.copy.unlink(missing_ok=True)

    def command(self, number: int) -> Command:
        """Return the command."""
        return ["backup", "--db", self.db, "--out", self.copy, "--force", "-q"]

    def check(self, seen: Seen) -> Iterator[str]:
        """The file is as it was, and so is the copy, if there is one."""
        if self.db.read_bytes() != self.bytes:
            yield "the file was changed"
        if self.copy.exists():
            yield from faults(self.copy, Seen())
            yield from differences(self.expected, self.copy)

    def at_the_end(self) -> Iterator[str]:
        """The copy is there, and what was left by killed ones is removed once it is old enough."""
        if not self.copy.exists():
            yield "there is no copy"
        for file in self.folder.glob("*.part*"):
            os.utime(file, (0, 0))
        self.child(self.command(0)).run()
        left = [file.name for file in self.folder.iterdir() if ".part" in file.name]
        if left:
            yield f"{len(left)} files are left: {', '.join(left[:3])}"


BREAKS = (
    "UPDATE related_links SET target_id = NULL",
    "DELETE FROM article_changes",
    "INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')",
    "DROP INDEX articles_by_day; DROP TRIGGER articles_fts_update; DROP VIEW latest",
    "DELETE FROM runs",
    "UPDATE articles SET revision = 1",
    "INSERT INTO search_backlog VALUES (3), (1000000)",
    "DELETE FROM new_bands WHERE article_id % 3 = 0; INSERT INTO bands_merge VALUES (1000000, 200)",
)


class Mending(Scene):
    """`doctor --fix` of a file that was broken on purpose: articles stay, and it is sound in the end."""

    name = "doctor --fix"

    def __init__(self, folder: Path, dice: random.Random, made: Path) -> None:
        super().__init__(folder, dice)
        self.made = made
        self.expected = content(made)

    def begin(self) -> None:
        """Break a whole file in some ways."""
        super().begin()
        shutil.copy(self.made, self.db)
        with closing(sqlite3.connect(self.db, isolation_level=None)) as db:
            for sql in self.dice.sample(BREAKS, 3):
                db.executescript(sql)

    def command(self, number: int) -> Command:
        """Return the command."""
        return ["doctor", "--db", self.db, "--fix"]

    def check(self, seen: Seen) -> Iterator[str]:
        """What is wrong still is what was broken: pages are whole, and nothing is lost."""
        with closing(sqlite3.connect(self.db)) as db:
            yield from (
                f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row != ("ok",)
            )
        yield from seen.lost(look(self.db))

    def at_the_end(self) -> Iterator[str]:
        """Sound, and with the same content."""
        yield from faults(self.db, Seen())
        for difference in differences(self.expected, self.db):
            if not difference.startswith("articles: "):
                yield difference


class Migrating(Scene):
    """A file of an earlier version, opened by a run: it is of that version and whole, or of today's and whole."""

    name = "migration"

    def __init__(self, folder: Path, dice: random.Random, dumps: Sequence[Path]) -> None:
        super().__init__(folder, dice)
        self.dumps = dumps
        self.dump = dumps[-1]
        self.expected: dict[Path, dict[str, Rows]] = {}

    def prepare(self) -> None:
        """Nothing yet: each version is migrated undisturbed when its turn comes."""

    def keep(self) -> None:
        """Keep what came of this version."""
        self.expected[self.dump] = content(self.db)

    def begin(self) -> None:
        """Make a file of some version."""
        super().begin()
        with closing(sqlite3.connect(self.db, isolation_level=None)) as db:
            db.executescript(self.dump.read_text("utf-8"))
            db.execute("PRAGMA journal_mode = WAL")

    def play(self, most_kills: int) -> None:
        """Take another version each time."""
        self.dump = self.dice.choice(self.dumps)
        if self.dump not in self.expected:
            super().prepare()
        super().play(most_kills)

    def command(self, number: int) -> Command:
        """Return a command that migrates and does nothing else that lasts."""
        return ["doctor", "--db", self.db, "--fix"]

    def check(self, seen: Seen) -> Iterator[str]:
        """Both versions have all texts and addresses; what a version cannot say yet is asked at the end."""
        with closing(sqlite3.connect(self.db)) as db:
            yield from (
                f"integrity: {row[0]}" for row in db.execute("PRAGMA integrity_check") if row != ("ok",)
            )
            ((version,),) = db.execute("PRAGMA user_version").fetchall()
            (steps,) = db.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
        if version != steps:
            yield f"version {version} after {steps} steps"
        yield from seen.lost(look(self.db))

    def at_the_end(self) -> Iterator[str]:
        """Today's version, sound, as undisturbed."""
        yield from faults(self.db, Seen())
        yield from differences(self.expected[self.dump], self.db)
