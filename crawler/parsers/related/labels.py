"""Labels: a short text or a class attribute in, whether it announces related links, another list, or neither out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, groupby, product, takewhile
from typing import Final, Literal

from crawler.parsers.related.combined_headings import COMBINED, combined
from crawler.parsers.related.headings import (
    IN_LINE,
    MEDIA,
    RELATED,
    RELATED_OPEN,
    WEAK,
    entries_of,
    spellings_of,
)
from crawler.parsers.related.headings_beyond import RELATED_BEYOND
from crawler.parsers.related.other_headings import MORE_TEXTS, OTHER, OTHER_OPEN
from crawler.parsers.related.vocabulary import OTHER_CLASS, RELATED_CLASS, ROLE_CLASS, Role

Verdict = Literal["related", "weak", "other"]

MAX_LABEL: Final = 60
# Characters of a class attribute that are read, so that no cache holds a hostile page's megabytes.
MAX_NAMES: Final = 2_000
# '関連記事：…' has short headlines; 'more >>' has none.
MIN_HEADLINE: Final = 6

OTHER_EXACT: Final = spellings_of(*OTHER.values())
RELATED_EXACT: Final = spellings_of(*RELATED.values(), *RELATED_BEYOND.values()) | frozenset(
    label for slots in COMBINED.values() for label in combined(slots)
)
OPEN_RELATED: Final = tuple(sorted(start + " " for start in entries_of(*RELATED_OPEN.values())))
OPEN_OTHER: Final = tuple(sorted(start + " " for start in entries_of(OTHER_OPEN)))
WEAK_EXACT: Final = spellings_of(WEAK)
MORE_EXACT: Final = entries_of(MORE_TEXTS)
# Labels as they begin a text: without the colon they begin many a sentence.
COLONS: Final = (":", " :", "：")
MEDIA_STARTS: Final = tuple(
    label + colon for label, colon in product(sorted(spellings_of(*MEDIA.values())), COLONS)
)
IN_LINE_STARTS: Final = MEDIA_STARTS + tuple(
    label + colon for label, colon in product(sorted(spellings_of(*IN_LINE.values())), COLONS)
)

# Two letters tell too little, four cut words of scripts that need fewer.
START: Final = 3
LEADING: Final = " \t\r\n\u00a0»›>→•–—-|*+[(\"'“”«…·#:▶►▸▼▽■□●○◆◇★☆☞➤➡📌👉🔴【〔［《「『・"
STARTS: Final = frozenset(
    label[:START] for label in chain(RELATED_EXACT, WEAK_EXACT, OPEN_RELATED, IN_LINE_STARTS)
)
# The same as pages write them: 'rel', 'Rel', 'REL'. What folds otherwise ('İlg') is no ASCII and is folded.
WRITTEN_STARTS: Final = frozenset(
    "".join(letters) for start in STARTS for letters in product(*({char, char.upper()} for char in start))
)


def _shortest(labels: Iterable[str]) -> tuple[str, ...]:
    """Return sorted labels without those that begin with another one."""
    kept: list[str] = []
    for label in labels:
        if not kept or not label.startswith(kept[-1]):
            kept.append(label)
    return tuple(kept)


# The labels that begin so, and so many characters as may hold the longest of them before its separator.
BY_START: Final = {
    start: _shortest(group)
    for start, group in groupby(
        sorted({*RELATED_EXACT, *WEAK_EXACT, *map(str.strip, OPEN_RELATED), *IN_LINE_STARTS}),
        key=lambda label: label[:START],
    )
}
MAX_BEGINNING: Final = 64

# The first letters of labels whose verdict is 'other'; most texts begin like none of either.
OTHER_STARTS: Final = frozenset((label + " ")[:START] for label in (*OTHER_EXACT, *OPEN_OTHER))
SAID_STARTS: Final = frozenset(
    (label + " ")[:START] for label in (*RELATED_EXACT, *WEAK_EXACT, *OPEN_RELATED)
)

CLASS_JOINTS: Final = re.compile(r"[-_]+")
# Names that say what an article is filed under or what it lacks: 'tag-related', 'has-related', 'no-sidebar'.
CLASS_NOISE: Final = ("tag-", "category-", "has-", "no-", "post_tag-", "without-", "hide-", "js-hide")
RELATED_NAMES: Final = re.compile("|".join(RELATED_CLASS))
OTHER_NAMES: Final = re.compile("|".join(OTHER_CLASS))
ROLES: Final = tuple((role, re.compile("|".join(parts.split()))) for role, parts in ROLE_CLASS.items())
# A label and its headline in one text: 'READ MORE: Harbour reopens', 'Les også – Havnen åpner', '関連記事:…'.
LABEL_AND_REST: Final = re.compile(r"^\W{0,3}(.{3,45}?)\s*(?:[:：|»›>→]|\s[-–—]\s)\s*(\S.*)$", re.DOTALL)

BRACKETS: Final = ("[]", "()", "（）", "［］", "【】", "「」", "«»")

# One of these stands among the first letters of such a text; the number leaves room for a template's white space.
MAX_LOOK: Final = 400
SEPARATOR: Final = re.compile(r"[:：|»›>→–—-]")


def fold_spaces(text: str) -> str:
    """Return a text with its case, apostrophes and white space made alike."""
    return " ".join(text.replace("’", "'").split()).casefold()


def fold_label(text: str) -> str:
    """Return a label as the vocabulary spells it.

    >>> fold_label(" » Read  Next: ")
    'read next'
    """
    label = fold_spaces(text)
    return label if label[:1].isalnum() and label[-1:].isalnum() else _without_edges(label)


def _without_edges(label: str) -> str:
    """Return what stands between the punctuation around: 'Related:', '» Read next', '— Les også —', '[Lesen Sie auch]'.

    The signs that Indic and Arabic scripts set on a last letter belong to it.

    >>> _without_edges("« यह भी पढ़ें »"), _without_edges("▼️ Read next ⬇️")
    ('यह भी पढ़ें', 'Read next')
    """
    places = range(len(label))
    first = next((at for at in places if label[at].isalnum()), len(label))
    last = next((at for at in reversed(places[first:]) if label[at].isalnum()), first - 1)
    end = last + 1 + sum(1 for _ in takewhile(_is_sign, label[last + 1 :]))
    return label[first:end]


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def verdict_of(text: str) -> Verdict | None:
    """Return what a short text announces; `weak` needs more evidence than its words, such as a heading's tag.

    >>> verdict_of("Related Articles"), verdict_of("Most read in Sport"), verdict_of("The harbour") is None
    ('related', 'other', True)
    """
    label = fold_label(text)
    words = label + " "
    start = words[:START]
    if start in OTHER_STARTS and (label in OTHER_EXACT or words.startswith(OPEN_OTHER)):
        return "other"
    if start in SAID_STARTS:
        if label in WEAK_EXACT:
            return "weak"
        if label in RELATED_EXACT or words.startswith(OPEN_RELATED):
            return "related"
    return None


def split_label(text: str) -> str | None:
    """Return the headline after an inset's label in the same text, None where no label stands before it.

    >>> split_label("READ MORE: Harbour reopens after storm"), split_label("Watch: harbour reopens")
    ('Harbour reopens after storm', None)
    """
    return _behind_label(text, in_line=False)


def split_line(text: str) -> str | None:
    """Return the same of a text that is known to be linked, where the labels of a line by itself count as well.

    >>> split_line("READ: Harbour reopens after storm")
    'Harbour reopens after storm'
    """
    return _behind_label(text, in_line=True)


def _behind_label(text: str, *, in_line: bool) -> str | None:
    match = LABEL_AND_REST.match(text) if SEPARATOR.search(text, 0, MAX_LOOK) else None
    if match is None or len(match[2]) < MIN_HEADLINE:
        return None
    label = fold_label(match[1])
    if label not in RELATED_EXACT and label not in WEAK_EXACT and not (in_line and begins_in_line(text)):
        return None
    return _closed(match[2], text[: match.start(1)])


def _closed(headline: str, before: str) -> str:
    """Return a headline without the bracket that closes one before its label: '[ RELATED: Harbour reopens ]'."""
    for opening, closing in BRACKETS:
        if (
            opening in before
            and headline.endswith(closing)
            and headline.count(opening) < headline.count(closing)
        ):
            return headline.removesuffix(closing).rstrip()
    return headline


def begins_in_line(text: str) -> bool:
    """Tell whether a text begins with a label that is one only before a headline in the same line.

    >>> begins_in_line("READ: Harbour reopens"), begins_in_line("Read this")
    (True, False)
    """
    return _beginning(text).startswith(IN_LINE_STARTS)


def begins_with_media(text: str) -> bool:
    """Tell whether a text begins with a label of what is watched or heard: at times that is an article.

    >>> begins_with_media("WATCH: Harbour reopens"), begins_with_media("READ: Harbour reopens")
    (True, False)
    """
    return _beginning(text).startswith(MEDIA_STARTS)


def _beginning(text: str) -> str:
    return fold_spaces(text.lstrip(LEADING)[:MAX_BEGINNING])


def may_be_label(text: str) -> bool:
    """Tell quickly whether a text may begin with a related label: by its first letters.

    >>> may_be_label(" » Related Articles"), may_be_label("Quay Street")
    (True, False)
    """
    start = text.lstrip(LEADING)[:START]
    return start in WRITTEN_STARTS or (not start.isascii() and start.casefold()[:START] in STARTS)


def begins_with_label(text: str) -> bool:
    """Tell whether a text for which `may_be_label` holds does begin with a related label, whatever follows.

    >>> begins_with_label(" » Related Articles"), begins_with_label("Relations are strained")
    (True, False)
    """
    beginning = _beginning(text)
    return beginning.startswith(BY_START.get(beginning[:START], ()))


def may_announce(beginning: str) -> bool:
    """Tell quickly whether a text that begins so may have the verdict 'related' or 'weak'.

    >>> may_announce("Related Articles"), may_announce("Quay Street"), may_announce("» Quay Street")
    (True, False, True)
    """
    start = beginning[:START]
    # What is no letter and no digit may be left out at a label's edges.
    plain = len(start) == START and start.isalnum()
    return not plain or start.casefold()[:START] in SAID_STARTS


def class_verdict(names: str) -> Verdict | None:
    """Return what a class attribute or id announces.

    >>> class_verdict("c-read-next wide"), class_verdict("related-topics"), class_verdict("entry") is None
    ('related', 'other', True)
    """
    return _class_verdict(names[:MAX_NAMES])


@lru_cache(maxsize=8192)
def _class_verdict(names: str) -> Verdict | None:
    kept = [name for name in names.casefold().split() if not name.startswith(CLASS_NOISE)]
    joined = CLASS_JOINTS.sub("", " ".join(kept))
    if OTHER_NAMES.search(joined):
        return "other"
    return "related" if RELATED_NAMES.search(joined) else None


def role_of(names: str) -> Role | None:
    """Return which part of a teaser an element with this class is.

    >>> role_of("teaser__kicker"), role_of("card-title"), role_of("x") is None
    ('kicker', 'title', True)
    """
    return _role(names[:MAX_NAMES])


@lru_cache(maxsize=8192)
def _role(names: str) -> Role | None:
    # The last part of a name says what the element is: 'title-area__kicker' is a kicker.
    parts = " ".join(name.rpartition("__")[2] or name for name in names.casefold().split())
    joined = CLASS_JOINTS.sub("", parts)
    return next((role for role, pattern in ROLES if pattern.search(joined)), None)


def is_more_text(text: str) -> bool:
    """Tell whether a link's text only says that there is more.

    >>> is_more_text("Read more »")
    True
    """
    return len(text) <= MAX_LOOK and _says_more(text)


@lru_cache(maxsize=4096)
def _says_more(text: str) -> bool:
    return fold_label(text) in MORE_EXACT
