"""Access: whether a page says that its text is free to read, or breaks it off."""

from __future__ import annotations

from typing import Any

from crawler.page import Page
from crawler.parsers.body import Body
from crawler.parsers.body.paywall import breaks_off
from crawler.parsers.body.verdicts import Verdicts
from crawler.parsers.found import Found
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import as_list, main_nodes

TRUE = frozenset({"true", "yes", "1", "free", "unlocked", "open", "registered_free"})
FALSE = frozenset(
    {"false", "no", "0", "locked", "metered", "premium", "paid", "subscription", "subscriber", "subscribers"}
)
# `article:content_tier` is Facebook's; the others are in use by paywalls' own scripts.
TIERS = ("article:content_tier", "content_tier", "og:article:content_tier")
# On labelled pages five texts were followed by such a notice, and none of them was whole.
CUT_OFF = 0.8


def accessible_for_free(page: Page) -> Found[bool] | None:
    """Return what the page says: JSON-LD `isAccessibleForFree`, microdata, its content tier; None when nothing."""
    for node in page.once(main_nodes):
        for value in as_list(node.get("isAccessibleForFree")):
            if (free := _truth(value)) is not None:
                return Found(free, "json-ld", 0.95)
    for element in properties(page, "isAccessibleForFree"):
        if (free := _truth(value_of(element))) is not None:
            return Found(free, "microdata", 0.9)
    free = _truth(page.meta_first(*TIERS))
    return None if free is None else Found(free, "meta", 0.85)


def cut_off(body: Body) -> Found[bool] | None:
    """Return False where a notice below the printed text says that it goes on for subscribers; None where none does."""
    judged = body.judged
    if body.source != "dom" or not isinstance(judged, Verdicts):
        return None
    return Found(False, "rule", CUT_OFF) if breaks_off(judged) else None


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower().rsplit("/", 1)[-1] if isinstance(value, str | int) else ""
    return True if word in TRUE else False if word in FALSE else None
