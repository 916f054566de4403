"""Which article a page is: where it was met and a stored article in; whether it is that article out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.items import Article, Visit
from crawler.urls import address_key
from pipelines.database.articles import StoredArticle
from pipelines.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Sighting:
    """An article and where it was met."""

    url: str
    """The address that it was read at."""
    article: Article
    aliases: tuple[str, ...] = ()
    """The addresses that redirected there."""

    @property
    def claimed_url(self) -> str:
        """The address that the page says is its article's."""
        return self.article.url or self.url

    @property
    def content_hash(self) -> str:
        """The hash of its text."""
        return fingerprint(self.article.body).content_hash

    @property
    def word_count(self) -> int:
        """The length of its text."""
        return fingerprint(self.article.body).word_count

    @property
    def keys(self) -> list[str]:
        """The keys of all addresses that stand for it, the surest first."""
        return list(dict.fromkeys(address_key(url) for url in (self.url, self.claimed_url, *self.aliases)))


def sighting_of(visit: Visit) -> Sighting | None:
    """Return where which article was met; None when the visit brought none."""
    return None if visit.article is None else Sighting(visit.url, visit.article, visit.aliases)


def is_at_home(seen: Sighting, stored: StoredArticle) -> bool:
    """Tell whether it was met at the article's address, in any spelling, or where that redirects to."""
    if stored.fetched_url in seen.aliases:
        return True
    return address_key(seen.url) in {stored.address_key, address_key(stored.fetched_url)}


def speaks_for(seen: Sighting, stored: StoredArticle) -> bool:
    """Tell whether what stands there now is the article's text, also when it is another than before.

    So it is where the article was read before and where that redirects to, at the article's own address, and at
    another spelling of it that calls itself canonical. A mobile, AMP or print rendition points back to the article:
    its wording never replaces the article's.
    """
    if seen.url in {stored.fetched_url, stored.url} or stored.fetched_url in seen.aliases:
        return True
    return address_key(seen.url) == stored.address_key and seen.url == seen.claimed_url


def points_to(seen: Sighting, stored: StoredArticle) -> bool:
    """Tell whether the page itself says that the article is the original: it claims its address, or is a rendition."""
    keys = {stored.address_key, address_key(stored.fetched_url)}
    return address_key(seen.claimed_url) in keys or address_key(seen.url) in keys
