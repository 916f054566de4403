"""In line: a line with a label such as 'READ:' in, whether it stands in a text and leads to an article out."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import Final

from lxml.html import HtmlElement

from crawler.parsers.related.inner_text import is_longer
from crawler.parsers.related.labels import begins_with_media
from crawler.parsers.related.pieces import MIN_PARAGRAPH

MAX_LINKS: Final = 6
# How far from such a line the next paragraph stands: several of them may follow one another.
MAX_BESIDE: Final = 4
# '/video/1234', '/podcasts/the-daily', '/video-of-the-ferry-4711'
MEDIA_ADDRESS: Final = re.compile(
    r"/(?:videos?|watch|listen|podcasts?|audio|radio|tv|live|live-?stream|galler(?:y|ies)|episodes?|clips?|media|player)\b"
    r"|/(?:watch|listen)-|[-_]video\b|//(?:videos?|podcasts?|play|player|radio|tv)\.",
    re.IGNORECASE,
)


def is_told(line: HtmlElement, label: str) -> bool:
    """Tell whether a line stands in a text, and not in a list of headlines, which may begin with 'Watch:' as well.

    What is watched or heard is an article only where the address is no film's.
    """
    beside = chain(
        islice(line.itersiblings(preceding=True), MAX_BESIDE), islice(line.itersiblings(), MAX_BESIDE)
    )
    if line.tag != "p" or not any(other.tag == "p" and is_longer(other, MIN_PARAGRAPH) for other in beside):
        return False
    return not begins_with_media(label) or not any(
        MEDIA_ADDRESS.search(anchor.get("href") or "") for anchor in islice(line.iter("a"), MAX_LINKS)
    )
