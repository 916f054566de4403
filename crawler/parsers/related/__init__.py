"""Related links: a page in, the links that its newsroom chose to go with the article out, and where they stand."""

from crawler.parsers.related.find import RelatedFound, find_related

__all__ = ["RelatedFound", "find_related"]
