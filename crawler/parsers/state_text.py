"""State text: the JSON of a page's scripts in; the markup of the richest article in it out, if it is this page's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from crawler.parsers.body.letters import length
from crawler.parsers.state_elements import is_typed, rendered
from crawler.text import fold

# Bounds for hostile pages: values that are looked at, how deep, and what is rendered of them in all.
MAX_VALUES: Final = 200_000
MAX_DEPTH: Final = 60
MAX_RENDERED: Final = 10_000_000

SHORTEST_TEXT: Final = 400
"""Letters of prose; less is a teaser."""
SHORTEST_LINE: Final = 40
INNERMOST_SHARE: Final = 0.8
"""A list inside another one is the text when it holds so much of it: the outer one is the page's layout."""
OWNERS: Final = 3
"""How far around a text its headline is looked for."""
SHORTEST_NAME: Final = 12
"""Latin letters, or their worth."""
HEADLINE_KEYS: Final = ("title", "headline", "headlines")
NAMING_KEY: Final = re.compile(r"head|title|meta|seo", re.IGNORECASE)
COMPARED_LETTERS: Final = 40

# Keys of texts that are not the article's.
OTHERS: Final = re.compile(
    r"author|byline|bio(?:graphy)?$|comment|discussion|repl(?:y|ies)$|contributor|related|recommend|mostread"
    r"|(?:next|more|other|latest)_?(?:articles?|stor(?:y|ies)|posts|news)|cookie|consent|newsletter|disclaimer",
    re.IGNORECASE,
)
BREAKS: Final = re.compile(r"</?(?:p|div|br|h[1-6]|li|blockquote|section)\b[^>]*>|\n", re.IGNORECASE)
MARKUP: Final = re.compile(r"<[^<>]*>")
SENTENCE: Final = re.compile(r"[.!?…。！？؟।][\"”’»“)\]』」]*(?:\s|$)")
CODE: Final = re.compile(r"[{}]|=>|\b(?:function|return)\b")


@dataclass(slots=True, frozen=True)
class _Candidate:
    html: str
    letters: int
    depth: int
    owners: tuple[dict[str, Any], ...]
    """The objects that it stands in, the innermost first."""


def article_markup(values: Iterator[Any], names: Sequence[str], summary: str | None) -> str | None:
    """Return the article's markup from the states of a page, None where they hold none that is this page's.

    Candidates are strings of prose and lists of typed elements, ranked by letters of prose. One is this page's when
    an object around it bears one of its `names` (headline, title), or the page's `summary` opens it.
    """
    folded = [name for name in map(fold, names) if length(name) >= SHORTEST_NAME]
    opening = fold(summary or "")[:COMPARED_LETTERS]
    verdicts: dict[int, bool | None] = {}
    own = [each for each in _candidates(values) if _is_own(each, folded, opening, verdicts)]
    most = max((each.letters for each in own), default=0)
    rich = [each for each in own if each.letters >= INNERMOST_SHARE * most]
    return max(rich, key=lambda each: each.depth).html if rich else None


@dataclass(slots=True)
class _Search:
    """What is left to be looked at, and how much more may be."""

    waiting: list[tuple[Any, int, tuple[dict[str, Any], ...]]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """The ids of objects; `roots` keeps them alive, so that no other object gets one of these."""
    roots: list[Any] = field(default_factory=list)
    looked: int = 0
    rendered: int = 0


def _candidates(values: Iterator[Any]) -> Iterator[_Candidate]:
    search = _Search()
    for value in values:
        search.roots.append(value)
        search.waiting.append((value, 0, ()))
        while search.waiting and search.looked < MAX_VALUES and search.rendered < MAX_RENDERED:
            value, depth, owners = search.waiting.pop()
            if depth > MAX_DEPTH or (id(value) in search.seen and not isinstance(value, str)):
                continue
            search.looked += 1
            search.seen.add(id(value))
            html = _markup(value)
            search.rendered += len(html or "")
            if html and (letters := _prose(html)) >= SHORTEST_TEXT:
                yield _Candidate(html, letters, depth, owners)
            around = (value, *owners)[:OWNERS] if isinstance(value, dict) else owners
            search.waiting += [(each, depth + 1, around) for each in _inside(value)]


def _inside(value: Any) -> Iterator[Any]:
    """Yield what is inside a value and may be or hold a text."""
    if isinstance(value, dict):
        # A key may be a query with its arguments, which name all kinds of things: 'body({"customContents":[…]})'.
        yield from (
            each
            for key, each in value.items()
            if _is_worth(each) and not OTHERS.search(key.partition("(")[0])
        )
    elif isinstance(value, list):
        yield from filter(_is_worth, value)


def _is_worth(value: Any) -> bool:
    return isinstance(value, dict | list) or (isinstance(value, str) and len(value) >= SHORTEST_TEXT)


def _markup(value: Any) -> str | None:
    if isinstance(value, str) or (isinstance(value, list) and is_typed(value)):
        return "".join(rendered(value))
    return None


def _prose(html: str) -> int:
    """Return how many letters of a text stand in lines with a sentence in them."""
    lines = (MARKUP.sub("", line).strip() for line in BREAKS.split(html))
    return sum(
        len(line)
        for line in lines
        if len(line) >= SHORTEST_LINE and SENTENCE.search(line) and not CODE.search(line)
    )


def _is_own(
    candidate: _Candidate, names: Sequence[str], opening: str, verdicts: dict[int, bool | None]
) -> bool:
    """Tell whether a text is this page's, and not one of another article that the state holds too.

    `verdicts` keeps what each object says, by its id: one may hold thousands of texts.
    """
    for owner in candidate.owners:
        if id(owner) not in verdicts:
            verdicts[id(owner)] = _names_this_page(owner, names)
        if (verdict := verdicts[id(owner)]) is not None:
            return verdict
    return len(opening) == COMPARED_LETTERS and opening in fold(MARKUP.sub("", candidate.html[:5_000]))


def _names_this_page(owner: dict[str, Any], names: Sequence[str]) -> bool | None:
    """Tell whether an object bears the page's headline; None where it bears none at all."""
    if any(_says(text, names) for text in _texts(owner)):
        return True
    return False if any(_is_headline(owner.get(key)) for key in HEADLINE_KEYS) else None


def _texts(owner: dict[str, Any]) -> Iterator[str]:
    """Yield the short strings of an object and of its headlines and metadata (`headlines: {basic: …}`)."""
    for key, value in owner.items():
        inside = value.values() if isinstance(value, dict) and NAMING_KEY.search(key) else (value,)
        yield from (text for text in inside if isinstance(text, str) and len(text) < SHORTEST_TEXT)


def _says(text: str, names: Sequence[str]) -> bool:
    """Tell whether a text is one of the names, or as much of one as the site's name leaves."""
    if length(text) < SHORTEST_NAME:
        return False
    text = fold(text)
    return any(text == name or (2 * len(text) > len(name) and name.startswith(text)) for name in names)


def _is_headline(value: Any) -> bool:
    values = value.values() if isinstance(value, dict) else (value,)
    return any(isinstance(text, str) and length(text) >= SHORTEST_NAME for text in values)
