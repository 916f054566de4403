"""One Store a crawl: a crawler in, the Store that all its pipelines share out."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from pipelines.store import Store

_stores: WeakKeyDictionary[Crawler, Store] = WeakKeyDictionary()


def shared_store(crawler: Crawler) -> Store:
    """Return the crawl's Store, made from its settings when it is first asked for.

    The store pipeline opens and closes it. Without COPYDESK_DB nothing is stored: NotConfigured, which Scrapy reports.
    """
    store = _stores.get(crawler)
    if store is None:
        path = crawler.settings.get("COPYDESK_DB")
        if not path:
            raise NotConfigured("nothing will be stored; name a SQLite file with -s COPYDESK_DB=FILE")
        command = crawler.settings.get("COPYDESK_COMMAND") or "scrapy crawl"
        store = Store(path, command=command, archive=crawler.settings.get("COPYDESK_ARCHIVE") or None)
        _stores[crawler] = store
    return store
