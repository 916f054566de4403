"""Why a request gave no answer, for a person."""

from __future__ import annotations

import pytest
from scrapy.exceptions import DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError

from crawler.middlewares.failures import ending


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            "[<twisted.python.failure.Failure OpenSSL.SSL.Error: [('SSL routines', '', 'wrong version number')]>]",
            "the connection broke: ('SSL routines', '', 'wrong version number')",
        ),
        (
            "[<twisted.python.failure.Failure twisted.internet.error.ConnectionLost: Connection was lost.>]",
            "the connection broke: Connection was lost.",
        ),
        ("", "the connection broke"),
    ],
)
def test_a_reason_names_no_classes_of_libraries(said: str, reason: str) -> None:
    assert ending(DownloadFailedError(said)) == ("failed", reason)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            DownloadConnectionRefusedError("Connection was refused by other side: 111: Connection refused."),
            "the connection was refused",
        ),
        (
            DownloadTimeoutError("Getting http://news.example/a took longer than 30 seconds.."),
            "no complete answer in time",
        ),
    ],
)
def test_a_reason_says_once_what_happened(error: Exception, reason: str) -> None:
    assert ending(error) == ("failed", reason)
