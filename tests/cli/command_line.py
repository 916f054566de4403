"""The command as a user calls it: arguments in; exit code, stdout and stderr out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# The sites of these tests name no feed, and are asked for nothing but what they are about.
NO_GUESSES = "from crawler import settings; settings.COPYDESK_USUAL_PLACES = ''; "
COPYDESK = (sys.executable, "-c", NO_GUESSES + "from crawler.cli import main; main(prog_name='copydesk')")
# Nothing here takes a tenth of this; a hang fails instead of blocking.
SECONDS = 60


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_COLOR": "1"}


def command_line(*args: object) -> list[str]:
    """The command with its arguments; crawl and ingest start no processes unless told: that takes longer than a test."""
    said = list(map(str, args))
    if said[:1] in (["crawl"], ["ingest"]) and not {"--workers", "--help"} & set(said):
        said += ["--workers", "0"]
    return [*COPYDESK, *said]


def run(*args: object, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run to the end."""
    done = subprocess.run(  # noqa: S603 - our own command
        command_line(*args),
        input=stdin,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        cwd=cwd,
        env=environment(),
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def start(*args: object, **options: Any) -> subprocess.Popen[bytes]:
    """Start and hand over; the caller ends it."""
    return subprocess.Popen(command_line(*args), env=environment(), **options)  # noqa: S603 - our own command
