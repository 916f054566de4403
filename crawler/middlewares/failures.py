"""Failures: why a request gave no answer in; its outcome and a reason for a person out."""

from __future__ import annotations

import re

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

from crawler.items import Outcome
from crawler.middlewares.refusal import Refused
from crawler.text import printable

# The first that fits; what a person should know, not how the library words it.
FAILURES: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (CannotResolveHostError, "failed", "the host name does not resolve"),
    (DownloadConnectionRefusedError, "failed", "the connection was refused"),
    (DownloadTimeoutError, "failed", "no complete answer in time"),
    (ResponseDataLossError, "failed", "the answer broke off"),
    (DownloadFailedError, "failed", "the connection broke"),
    (IgnoreRequest, "rejected", "ignored"),
)
# Of these the library says the same once more, with the address: 'Connection was refused by other side: 111: …'.
SAID_ALREADY = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
TOO_LARGE = "larger than DOWNLOAD_MAXSIZE allows"
MAX_REASON = 300
# "[<twisted.python.failure.Failure OpenSSL.SSL.Error: [('SSL routines', '', 'wrong version number')]>]"
WRAPPED = re.compile(r"\[<twisted\.python\.failure\.Failure [\w.]+: \[?(.*?)\]?>\]")


def ending(error: BaseException) -> tuple[Outcome | None, str]:
    """Return the outcome and the reason of a request that ended in an error; None for nothing to be recorded."""
    if isinstance(error, Refused):
        return error.outcome, error.reason
    if isinstance(error, DownloadCancelledError) or "DOWNLOAD_MAXSIZE" in str(error):
        return "rejected", TOO_LARGE
    for kind, outcome, reason in FAILURES:
        if isinstance(error, kind):
            return outcome, reason if kind in SAID_ALREADY else _with_detail(reason, error)
    return "failed", _with_detail(type(error).__name__, error)


def _with_detail(reason: str, error: BaseException) -> str:
    detail = printable(WRAPPED.sub(r"\1", str(error)))[:MAX_REASON]
    return f"{reason}: {detail}" if detail else reason
