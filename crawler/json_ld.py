"""JSON-LD: the texts of a page's blocks in, a flat tuple of nodes out; broken JSON is mended where that is safe."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import Any

# Bounds for hostile pages; the busiest honest ones have a few dozen nodes in 300 KB.
MAX_BLOCK_CHARS = 2_000_000
MAX_NODES = 500
MAX_DEPTH = 20

# Templates leave wrappers around the JSON: '<!-- … -->', '//<![CDATA[ … //]]>'.
WRAPPER_START = re.compile(r"<!--|(?://\s*)?<!\[CDATA\[")
# Most blocks begin and end as JSON does and have no wrapper to look for.
OPENINGS = frozenset("{[")
CLOSINGS = frozenset("}]")
# strict=False: raw line breaks inside strings are the commonest mistake.
DECODER = json.JSONDecoder(strict=False)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
# A backslash that begins no escape of JSON; JavaScript reads over it: "it\'s".
WRONG_ESCAPE = re.compile(r"""\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})(?<!\\\\)""")
# 'http://schema.org/NewsArticle', 'schema:NewsArticle'
VOCABULARY = re.compile(r"[/#:]")
BRACKET = re.compile(r"[\[{]")
STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
CLOSING = {"{": "}", "[": "]"}
MAX_CLOSED = 300_000
# Nodes that stand inside another one and are the page's real subject.
SUBJECTS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate")

ARTICLE_TYPES = frozenset(
    """Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle
    ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting SocialMediaPosting
    LiveBlogPosting TechArticle ScholarlyArticle Report Review Recipe DiscussionForumPosting HowTo""".split()
)


def read_json_ld(texts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the nodes of all blocks, lists and `@graph` flattened, in page order, at most MAX_NODES."""
    nodes: list[Mapping[str, Any]] = []
    for text in texts:
        if len(text) <= MAX_BLOCK_CHARS:
            for node in _flatten(_loads(text), 0):
                nodes.append(node)
                if len(nodes) == MAX_NODES:
                    return tuple(nodes)
    return tuple(nodes)


def types_of(node: Mapping[str, Any]) -> frozenset[str]:
    """Return a node's types without their vocabulary's address.

    >>> sorted(types_of({"@type": ["http://schema.org/NewsArticle", "Report"]}))
    ['NewsArticle', 'Report']
    """
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return frozenset(
        name if name.isalpha() else VOCABULARY.split(name)[-1] for name in names if isinstance(name, str)
    )


def article_nodes(nodes: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the nodes that describe an article, those that say most about it first."""
    found = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    return tuple(sorted(found, key=_richness, reverse=True))


def _richness(node: Mapping[str, Any]) -> int:
    return sum(
        bool(node.get(name)) for name in ("headline", "datePublished", "author", "articleBody", "publisher")
    )


def _loads(text: str) -> Any:
    text = text.strip("\ufeff").strip()
    if text[:1] not in OPENINGS or text[-1:] not in CLOSINGS:
        # One may stand inside the other.
        text = _unwrapped(_unwrapped(text))
    for mend in MENDERS:
        try:
            return DECODER.raw_decode(mend(text))[0]
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    """Return a text without the wrapper's beginning and end, each where it stands."""
    # No pattern looks for the end: the white space it allows would be tried anew from every place.
    start = WRAPPER_START.match(text)
    text = text[start.end() :] if start else text
    end = text.rstrip().removesuffix(";").rstrip()
    if end.endswith("-->"):
        text = end[:-3]
    elif end.endswith("]]>"):
        text = end[:-3].rstrip().removesuffix("//")
    return text.strip()


def _mended(text: str) -> str:
    """Return the text without what templates leave around it, between its parts and behind its backslashes."""
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    start = BRACKET.search(text)
    text = text[start.start() :] if start else text
    return TRAILING_COMMA.sub("", WRONG_ESCAPE.sub("", text))


def _closed(text: str) -> str:
    """Return mended text with the brackets closed that are open at its end: the page's template was cut short."""
    text = _mended(text)[:MAX_CLOSED]
    waiting: list[str] = []
    for token in STRUCTURE.findall(text):
        if token in CLOSING:
            waiting.append(CLOSING[token])
        elif waiting and token == waiting[-1]:
            waiting.pop()
    return TRAILING_COMMA.sub("", text.rstrip(", \n\t") + "".join(reversed(waiting)))


# What is tried on a block, in this order; each mends what the ones before it do.
MENDERS: tuple[Callable[[str], str], ...] = (str, lambda text: TRAILING_COMMA.sub("", text), _mended, _closed)


def _flatten(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _flatten(entry, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "@id" in value:
            yield value
        for name in SUBJECTS:
            if isinstance(value.get(name), dict | list):
                yield from _flatten(value[name], depth + 1)
