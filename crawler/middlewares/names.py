"""Names: what a name means when it is looked up for a connection in; only what is public of it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ipaddress import ip_address
from typing import Any

from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer

from crawler.hosts import is_public


@implementer(IHostnameResolver)
class PublicNames:
    """Twisted's resolver, but it finds only addresses of the open internet for hosts that the user did not name.

    What is found here is what is connected to: between the look that `AddressGuard` takes at a name and the
    connection, a hostile name server may change its answer ('DNS rebinding').
    """

    def __init__(self, resolver: Any, is_allowed: Callable[[str], bool]) -> None:
        """Take the resolver that looks names up, and which names may mean anything."""
        self.resolver = resolver
        self.is_allowed = is_allowed
        self.refused: set[str] = set()
        """Names that were found to mean an address that is not public."""

    def resolveHostName(  # noqa: N802 - Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[Any] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        """Look a name up; hand over what is public of it."""
        name = hostName.rstrip(".").lower()
        receiver = resolutionReceiver
        if not self.is_allowed(name):
            receiver = _PublicOnly(resolutionReceiver, lambda: self.refused.add(name))
        return self.resolver.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)


@implementer(IResolutionReceiver)
class _PublicOnly:
    """Passes on what a resolution finds, but for addresses that are not public."""

    def __init__(self, receiver: Any, refuse: Callable[[], None]) -> None:
        self.receiver = receiver
        self.refuse = refuse

    def resolutionBegan(self, resolutionInProgress: Any) -> None:  # noqa: N802, N803
        self.receiver.resolutionBegan(resolutionInProgress)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if is_public(ip_address(str(getattr(address, "host", "")).partition("%")[0])):
            self.receiver.addressResolved(address)
        else:
            self.refuse()

    def resolutionComplete(self) -> None:  # noqa: N802
        self.receiver.resolutionComplete()


def watch_names(reactor: Any, is_allowed: Callable[[str], bool]) -> PublicNames:
    """Put the resolver that hands over public addresses only before the reactor's own, and return it."""
    names = PublicNames(reactor.nameResolver, is_allowed)
    reactor.installNameResolver(names)
    return names
