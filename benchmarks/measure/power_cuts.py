"""Power cuts: the files of a run at one moment in; what a machine may find of them when it is switched on again out.

What a disk has for certain is what was synced: of the log the part that was written back into the file, or was about to
be; before that SQLite syncs the log, and after it the file. Beyond it a log may be cut off anywhere, and end in
anything. A page of the file may be in pieces as long as the log has it.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from measure.kill_checks import differences, faults, look
from measure.kill_scenes import Filling

# https://www.sqlite.org/walformat.html: sizes of the log's heads, and where the shared memory says how many frames
# somebody began to write back.
HEAD, FRAME_HEAD = 32, 24
ATTEMPTED = 128
GO_ON_EVERY = 5


class Moment:
    """The files as they stood at one moment."""

    def __init__(self, db: Path, kept: Path) -> None:
        self.kept = kept
        self.names = [db.name, f"{db.name}-wal", f"{db.name}-shm"]
        for name in self.names:
            (kept / name).unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copy(db.with_name(name), kept / name)

    def restored(self, folder: Path, dice: random.Random, cut: str) -> Path:
        """Put them where a machine finds them; return the file."""
        for file in folder.glob("*"):
            file.unlink()
        for name in self.names[: 3 if cut == "with shared memory" else 2]:
            if (self.kept / name).exists():
                shutil.copy(self.kept / name, folder / name)
        db, log = folder / self.names[0], folder / self.names[1]
        if log.exists() and log.stat().st_size > HEAD:
            if cut == "torn log":
                self._tear(log, dice)
            elif cut == "torn pages":
                self._tear_pages(db, log, dice)
        return db

    def _tear(self, log: Path, dice: random.Random) -> None:
        size = log.stat().st_size
        end = dice.randint(min(size, HEAD + self._synced() * (FRAME_HEAD + self._page_size(log))), size)
        data = log.read_bytes()[:end] + dice.randbytes(dice.choice((0, 100, size - end)))
        log.write_bytes(data)

    def _tear_pages(self, db: Path, log: Path, dice: random.Random) -> None:
        page, frames = self._page_size(log), log.read_bytes()
        with db.open("r+b") as file:
            for number in range(self._synced()):
                start = HEAD + number * (FRAME_HEAD + page)
                if frames[start + 8 : start + 16] == frames[16:24] and dice.random() < 0.5:
                    file.seek((int.from_bytes(frames[start : start + 4]) - 1) * page)
                    file.write(dice.randbytes(dice.choice((512, page))))

    def _page_size(self, log: Path) -> int:
        return int.from_bytes(log.read_bytes()[8:12])

    def _synced(self) -> int:
        memory = self.kept / self.names[2]
        data = memory.read_bytes() if memory.exists() else b""
        return int(struct.unpack_from("=I", data, ATTEMPTED)[0]) if len(data) > ATTEMPTED + 4 else 0


class PowerCuts(Filling):
    """Commands that fill the file; at random moments it is looked at what a power cut would have left."""

    def play(self, most_kills: int) -> None:
        """Let them run to their end, and cut on the way."""
        self.begin()
        kept, found = self.folder / "kept", self.folder / "found"
        for folder in (kept, found):
            folder.mkdir(exist_ok=True)
        for number in range(self.steps):
            child = self.child(self.command(number))
            while child.wait(self.dice.uniform(0, self.seconds / 4)) is None and self.kills < most_kills:
                child.pause(lambda: self._take(kept))
                self.kills += 1
                self._note(self._after_cut(found, number), None)
            child.run()
        self.ends += 1
        self._note(self.at_the_end(), 0)

    def _take(self, kept: Path) -> None:
        self.moment = Moment(self.db, kept)

    def _after_cut(self, folder: Path, number: int) -> Iterator[str]:
        most = look(self.moment.restored(folder, self.dice, "whole"))
        for cut in ("whole", "with shared memory", "torn log", "torn pages"):
            db = self.moment.restored(folder, self.dice, cut)
            yield from (
                f"{cut}: {fault}" for fault in faults(db, most if cut != "torn log" else look(db), self.links)
            )
            now = look(db)
            yield from (f"{cut}, more than there was: {fault}" for fault in now.lost(most))
            if number == 0 and now.addresses and not _is_beginning(db):
                yield f"{cut}: a later commit is there, an earlier one is not"
        if self.kills % GO_ON_EVERY == 0:
            yield from self._gone_on(folder / self.db.name)

    def _gone_on(self, db: Path) -> Iterator[str]:
        for number in range(self.steps):
            self.child([*self.commands[number], "--db", db, "-q"]).run()
        yield from (f"the next run: {difference}" for difference in differences(self.expected, db))


def _is_beginning(path: Path) -> bool:
    """Tell whether the articles are the first ones: numbers have no gap."""
    with closing(sqlite3.connect(path)) as db:
        (number, last) = db.execute("SELECT count(*), coalesce(max(id), 0) FROM articles").fetchone()
    return bool(number == last)
