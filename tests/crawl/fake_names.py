"""A resolver without a network: `rebound.example` means this machine."""

from __future__ import annotations

from collections.abc import Sequence

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred, succeed


class FakeNames(CachingThreadedResolver):
    """Answers at once for one name, as the system does for the others."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """Return the address of a name."""
        return succeed("127.0.0.1") if name == "rebound.example" else super().getHostByName(name, timeout)
