"""Report: what a person and a log hear of a run: pages as events, problems at once, a summary at the end."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from time import monotonic
from typing import NamedTuple

import click

from crawler.cli.logs import writes_json
from crawler.cli.summary import summary
from crawler.cli.tally import Tally, kind_of
from crawler.items import Visit

logger = logging.getLogger(__name__)

# So many problems are said one by one; a person does not read more, and the file holds them all.
MOST_PROBLEMS = 10


class Closing(NamedTuple):
    """What a run says at its end."""

    summary: Callable[[Tally, float], Iterator[str]]
    """Lines from what was counted, and the seconds that it took."""
    where_problems_are: str
    """Where those are that were too many to be said."""


class Report:
    """The voice of one run of a command that stores."""

    def __init__(self, command: str, *, quiet: bool, closing: Closing | None = None) -> None:
        """Take the command's name, and how it ends where that is not as for pages that were met."""
        self.tally = Tally()
        self._closing = closing or Closing(summary, "the table `pages` holds each with its reason")
        self.problems = 0
        self._command = command
        self._quiet = quiet
        self._started = monotonic()
        logger.info("%s started", command, extra={"event": "run_started", "command": command})

    def visit(self, visit: Visit) -> None:
        """Count a visit as the store returned it."""
        self.tally.add(visit)
        logger.info(
            "%s: %s", visit.outcome, visit.url,
            extra={"event": "page", "url": visit.url, "outcome": visit.outcome, "reason": visit.reason},
        )  # fmt: skip

    def problem(self, where: str, what: str) -> None:
        """Say something that a person should see; it makes the run end with exit code 3."""
        self.problems += 1
        if writes_json() or self.problems <= MOST_PROBLEMS:
            logger.warning("%s: %s", where, what, extra={"event": "problem", "where": where, "what": what})
            self.tally.told[kind_of(what)] += 1

    def close(self) -> None:
        """Say how the run ended."""
        seconds = monotonic() - self._started
        if self.problems > MOST_PROBLEMS and not writes_json():
            rest = self.problems - MOST_PROBLEMS
            logger.warning("and %d more like these; %s", rest, self._closing.where_problems_are)
        tally = self.tally
        logger.info(
            "%s finished", self._command,
            extra={
                "event": "run_finished", "command": self._command, "seconds": round(seconds, 3),
                "outcomes": dict(tally.outcomes), "articles_new": tally.new,
                "articles_changed": tally.changed, "related_links": tally.related,
                "not_due": tally.skipped, "problems": self.problems,
            },
        )  # fmt: skip
        if not self._quiet and not writes_json():
            for line in self._closing.summary(tally, seconds):
                click.echo(line, err=True)
