"""Which of the moments that a sitemap or feed gives can tell that a page changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.discovery.lastmods import credible
from crawler.discovery.link import Link, LinkKind

NOW = datetime(2025, 8, 9, 12, 0, 30, tzinfo=UTC)
OLD = ("2025-08-01T10:00:00Z", "2025-08-02T11:00:00Z", "2025-08-03T12:00:00Z", "2025-08-04T13:00:00Z")
FRESH = ("2025-08-09T11:46:00Z", "2025-08-09T11:55:12Z", "2025-08-09T12:00:29Z", "2025-08-09T12:00:30Z")


def kept(*said: str | None, kind: LinkKind = "article?") -> list[str | None]:
    links = [
        Link(url=f"https://news.example/{number}", kind=kind, lastmod=moment)
        for number, moment in enumerate(said)
    ]
    return [link.lastmod for link in credible(links, NOW)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(OLD, OLD, id="each its own"),
        pytest.param((*OLD, FRESH[0]), (*OLD, FRESH[0]), id="one changed just now"),
        pytest.param((*OLD[:2], *FRESH[:2]), (*OLD[:2], *FRESH[:2]), id="half of them changed just now"),
        pytest.param(FRESH, (None,) * 4, id="all made with the answer"),
        pytest.param((OLD[0], *FRESH[:3]), (OLD[0], None, None, None), id="most made with the answer"),
        pytest.param(
            ("2025-08-05T00:00:00Z", *["2025-08-08T03:15:07Z", "2025-08-08T03:15:59Z"] * 2),
            ("2025-08-05T00:00:00Z", None, None, None, None),
            id="most made by a build",
        ),
        pytest.param(FRESH[:2], FRESH[:2], id="two are too few to tell"),
        pytest.param((OLD[0], "2025-08-09T12:00:31Z"), (OLD[0], None), id="the future"),
        pytest.param((None, None, None), (None, None, None), id="nothing said"),
        pytest.param((), (), id="empty"),
    ],
)
def test_moments_that_only_say_when_the_file_was_made_are_left_out(
    said: tuple[str | None, ...], expected: tuple[str | None, ...]
) -> None:
    assert kept(*said) == list(expected)


def test_those_of_sitemaps_in_an_index_are_kept() -> None:
    assert kept(*FRESH, kind="sitemap") == list(FRESH)
