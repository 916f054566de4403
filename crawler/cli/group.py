"""The click group: loads a command when it is called, turns errors into one clear line and an exit code."""

from __future__ import annotations

import errno
import logging
import signal
from collections.abc import Mapping
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

import click

from crawler.cli.exits import Exit, exit_of
from crawler.cli.logs import writes_json
from crawler.errors import CopydeskError
from crawler.text import printable
from pipelines.database.failures import explained

logger = logging.getLogger(__name__)

# Each command is `command` in the module of its name; what it does stands here, so that `--help` loads none.
COMMANDS: Mapping[str, str] = {
    "crawl": "Fetch articles from sites, feeds and sitemaps into a SQLite file.",
    "ingest": "Read pages that are on disk already into a SQLite file.",
    "reparse": "Parse archived pages again, and update what is stored of them.",
    "extract": "Show what one page holds: a file, an address or standard input.",
    "search": "Find articles by their words.",
    "stats": "Show what a SQLite file holds and how its runs went.",
    "check": "Compare each site with its own past, and say what broke.",
    "report": "Write an HTML page of what came and what broke.",
    "browse": "Look at a SQLite file in a browser, with Datasette.",
    "export": "Hand on the articles as JSON lines, CSV or Parquet.",
    "graph": "Hand on the graph of related links to other programs.",
    "backup": "Copy a SQLite file, also while a crawl writes to it.",
    "doctor": "Check a SQLite file, and mend what can be rebuilt.",
    "init": "Write an example of a sites file, to be filled in.",
    "sites": "Check a sites file, and show what it says of an address.",
    "demo": "Crawl a small news site that comes along, and show the result.",
}


class CommandGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"crawler.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; our errors, the system's and Ctrl-C end it without a traceback."""
        # SIGTERM, as cron's timeout and systemd send it, ends a run as cleanly as Ctrl-C does.
        before = signal.signal(signal.SIGTERM, _interrupt)
        try:
            with explained(None):
                return super().invoke(ctx)
        except CopydeskError as error:
            say_error(str(error))
            ctx.exit(exit_of(error))
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            say_error(f"{error.filename or 'system'}: {error.strerror or error}")
            ctx.exit(Exit.FAILED)
        except KeyboardInterrupt:
            say_error("interrupted; what was stored until now is kept, run the same command again to go on")
            ctx.exit(Exit.INTERRUPTED)
        finally:
            signal.signal(signal.SIGTERM, before)


def say_error(message: str) -> None:
    """Write a message to stderr, as the logs are written there; nothing in it can steer the terminal."""
    for line in message.splitlines():
        if writes_json():
            logger.error(line, extra={"event": "command_ended"})
        else:
            click.echo(f"copydesk: {printable(line)}", err=True)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
