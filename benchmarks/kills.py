"""Runs that are killed at random moments, and what is left of their files: a number in, a table of faults out.

    python benchmarks/kills.py [--kills N] [--seed N] [--seconds N]

Kills (SIGKILL) `ingest`, `reparse`, `crawl`, `export --new`, `backup`, `doctor --fix` and migrations at random moments,
looks at the file after each, lets the next run go on, and compares what comes out with an undisturbed run.
benchmarks/README.md says what is looked at. Ends with 1 when anything is wrong.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import click
from measure.kill_pages import served, write_folders
from measure.kill_reparse import Reparsing
from measure.kill_scenes import BackingUp, Exporting, Filling, Mending, Migrating, Scene, TakingIn
from measure.power_cuts import PowerCuts

# Of the kills each scene has this share.
SHARES = {
    "ingest": 4,
    "ingest --workers 2": 1,
    "keys taken in": 3,
    "reparse": 2,
    "crawl": 3,
    "export --new": 3,
    "backup": 2,
    "doctor --fix": 2,
    "migration": 2,
    "power cut": 2,
}
# Parsing processes take a second to start; a scene of their own has them.
# So many times more pages, so that the log is written back on the way, which SQLite does at every thousandth page.
MANY = 5
IN_ONE_PROCESS = ("--workers", "0")
DUMPS = Path(__file__).parents[1] / "tests" / "pipelines" / "old_versions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said."""

    kills: int
    seed: int
    pages: int
    seconds: float
    names: Sequence[str]
    folder: Path | None


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--kills", type=click.IntRange(min=1), default=200, show_default=True, help="How many.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed kills at other moments.")
@click.option(
    "--pages", type=click.IntRange(min=6), default=40, show_default=True, help="Pages of the press."
)
@click.option("--seconds", type=float, default=3600.0, show_default=True, help="Stop after so long.")
@click.option("--only", "names", multiple=True, type=click.Choice(list(SHARES)), help="These scenes only.")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), help="Keep the files here.")
def main(**values: Any) -> None:
    """Kill, look, and report."""
    options = Options(**values)
    until = monotonic() + options.seconds
    if options.folder is not None:
        options.folder.mkdir()
    with tempfile.TemporaryDirectory() as made, served(options.seed, options.pages) as origin:
        scenes = _scenes(options, options.folder or Path(made), origin)
        total = sum(SHARES[scene.name] for scene in scenes)
        print("| scene | kills | runs to the end | faults |\n|---|---|---|---|", flush=True)
        for scene in scenes:
            _play(scene, max(1, options.kills * SHARES[scene.name] // total), until)
            print(f"| {scene.name} | {scene.kills} | {scene.ends} | {len(scene.faults)} |", flush=True)
    print(f"\n{sum(scene.kills for scene in scenes)} kills")
    found = [fault for scene in scenes for fault in scene.faults]
    for fault in found[:50]:
        print(fault)
    sys.exit(bool(found))


def _play(scene: Scene, kills: int, until: float) -> None:
    while scene.kills < kills and monotonic() < until:
        scene.play(kills)


def _scenes(options: Options, folder: Path, origin: str) -> list[Scene]:
    dice = random.Random(options.seed)
    (folder / "press").mkdir()
    first, second = write_folders(folder / "press", options.seed, options.pages)
    (folder / "large-press").mkdir()
    many, _ = write_folders(folder / "large-press", options.seed, options.pages * MANY)
    ingest = [["ingest", first], ["ingest", second]]
    crawl = ["crawl", f"{origin}/", "--delay", "0", "--concurrency", "4", "--no-robots", *IN_ONE_PROCESS]
    made = Filling(folder, dice, "made", [[*command, *IN_ONE_PROCESS] for command in ingest])
    made.prepare()
    scenes: list[Scene] = [
        Filling(folder, dice, "ingest", [[*command, *IN_ONE_PROCESS] for command in ingest]),
        Filling(folder, dice, "ingest --workers 2", [[*command, "--workers", "2"] for command in ingest]),
        TakingIn(folder, dice, "keys taken in", [["ingest", many, *IN_ONE_PROCESS]]),
        Reparsing(folder, dice, options.seed, options.pages),
        Filling(folder, dice, "crawl", [crawl]),
        Exporting(folder, dice, made.db),
        BackingUp(folder, dice, made.db),
        Mending(folder, dice, made.db),
        PowerCuts(folder, dice, "power cut", [["ingest", many, *IN_ONE_PROCESS]]),
        Migrating(folder, dice, sorted(DUMPS.glob("*.sql"))),
    ]
    chosen = [scene for scene in scenes if not options.names or scene.name in options.names]
    for scene in chosen:
        scene.prepare()
    return chosen


if __name__ == "__main__":
    main()
