"""What the tests of the commands share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from crawler.cli import main


@pytest.fixture
def call() -> Iterator[Callable[..., Result]]:
    """Call a command in this process; only for commands that run no reactor. Logs are put back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level

    def calling(*args: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    yield calling
    root.handlers[:] = handlers
    root.setLevel(level)
