"""parse_text_dump: the plain-text rendering of an article's page in, one block a line; an Article out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, NamedTuple

from crawler.dates import present
from crawler.items import Article, Provenance, RelatedLink
from crawler.parsers.body.lines import is_comments_line
from crawler.parsers.body.notices import is_rights_notice
from crawler.parsers.related.badges import bare_headline
from crawler.parsers.related.labels import MAX_LABEL, fold_label, split_label, verdict_of
from crawler.parsers.text_dump_head import Head, read_head
from crawler.parsers.text_dump_language import guess_language
from crawler.parsers.text_dump_lines import SENTENCE_ENDS, lines_of
from crawler.parsers.text_dump_related import each_once, related_entries
from crawler.parsers.text_dump_words import ENDS, is_date_line, is_furniture
from crawler.text import encodable, fold, words
from crawler.urls import is_web_address, join, normalise_url

# A longer line is a paragraph of the article: behind an inset's heading, it says that the article goes on.
PARAGRAPH: Final = 200
# What ends so behind an inset's label is the article again; a headline may be a question.
NO_HEADLINE: Final = (".", "!", ":", "…")
MIN_HEADLINE: Final = 4
# 'Yes.' may stand twice in an interview; a pull quote is a sentence, and shorter than a paragraph.
QUOTE_WORDS: Final = (5, 70)
QUOTE_MARKS: Final = "\"'“”„‟«»‘’‚‹›「」 "
# Comparing every short line with every paragraph is quadratic; no honest article has more lines.
MAX_COMPARED: Final = 600
MAX_COMPARED_CHARS: Final = 500_000


class _Text(NamedTuple):
    """The lines between head and related part, sorted out."""

    paragraphs: list[str]
    quotes: list[str]
    insets: list[RelatedLink]


def parse_text_dump(text: str, url: str | None = None, *, now: datetime | None = None) -> Article:
    """Return the article of a text dump; never raises: an empty text gives an Article with an empty body.

    The first line is the headline, unless the page's menu or a kicker stands before it; then may come standfirst,
    byline, date and share bar; then the paragraphs, with ad placeholders, repeated pull quotes and insets between
    them; then a heading such as 'Related Articles' and its entries. Lines that a program broke at a width are joined;
    the marks of Markdown and the numbers of links, as text browsers write them, come off. Related links have the
    address that these give, else none; where the dump gives only a summary and a date for each, their title is None.
    `now` is the moment no date may lie behind (default: the present).
    """
    moment = present(now)
    url = encodable(url) if url else None
    lines, links = lines_of(text)
    language = guess_language("\n".join(lines))
    languages = (language,) if language else ()
    body_lines, related_lines = _split(lines)
    head = read_head(body_lines, languages, moment)
    sorted_out = _sort_out(body_lines[head.body_from :])
    entries = each_once((*sorted_out.insets, *related_entries(related_lines, languages, moment)))
    related = tuple(_addressed(entry, links, url) for entry in entries) if links else entries
    head.language = language
    return _article(url, head, sorted_out, related)


def _addressed(entry: RelatedLink, links: Mapping[str, str], url: str | None) -> RelatedLink:
    """Return an entry with the address that a dump in Markdown gives its headline."""
    href = links.get(fold(entry.title)) if entry.title else None
    address = join(url or "", href) if href else None
    return replace(entry, url=normalise_url(address)) if address and is_web_address(address) else entry


def _split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the article and those behind the last related heading, both without what ends the page."""
    lines = _without_end(lines)
    long_behind = sum(len(line) > PARAGRAPH for line in lines)
    for index, line in enumerate(lines):
        long_behind -= len(line) > PARAGRAPH
        # At least two paragraphs too long for a summary: the article goes on.
        goes_on = long_behind >= max(2, (len(lines) - index) // 3) or _is_between(
            lines[index + 1 : index + 4]
        )
        if index and not goes_on and _opens_related(line, lines[index + 1 : index + 4]):
            return lines[:index], _without_headings(lines[index + 1 :])
    return lines, []


def _is_between(behind: Sequence[str]) -> bool:
    """Tell whether one headline and then a paragraph follow a label: an inset between two paragraphs."""
    return (
        len(behind) > 1
        and not behind[0].endswith(NO_HEADLINE)
        and len(behind[1]) > PARAGRAPH
        and not any(is_date_line(line, ()) for line in (behind[0], *behind[2:]))
    )


def _is_related_heading(line: str) -> bool:
    verdict = verdict_of(line) if len(line) <= MAX_LABEL else None
    return verdict == "related" or (verdict == "weak" and line.endswith((":", "：")))


def _opens_related(line: str, behind: Sequence[str]) -> bool:
    """Tell whether the related part begins at a line; 'Background' alone needs an entry's date behind it."""
    if _is_related_heading(line):
        return True
    weak = len(line) <= MAX_LABEL and verdict_of(line) == "weak"
    return weak and any(is_date_line(other, ()) for other in behind)


def _without_end(lines: Sequence[str]) -> list[str]:
    """Leave out 'Comments', 'Most read' and what follows, where no paragraph and no related heading comes again."""
    last = max(
        (index for index, line in enumerate(lines) if len(line) > PARAGRAPH or _is_related_heading(line)),
        default=0,
    )
    for index in range(max(last, 1), len(lines)):
        line = lines[index]
        if fold_label(line) in ENDS or is_comments_line(line) or is_rights_notice(line):
            return list(lines[:index])
    return list(lines)


def _without_headings(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not _is_related_heading(line)]


def _sort_out(lines: Sequence[str]) -> _Text:
    """Part the lines into paragraphs, pull quotes (each once) and insets; drop the furniture."""
    insets: list[RelatedLink] = []
    kept: list[str] = []
    for line, after_label in _with_labels(lines):
        title = line if after_label else split_label(line)
        if title is not None and len(line) <= PARAGRAPH:
            insets.append(RelatedLink(url=None, title=bare_headline(title), kind="inset"))
        elif not is_furniture(line) and not is_date_line(line, ()):
            kept.append(line)
    quotes = _pull_quotes(kept)
    return _Text([line for line in _once(kept) if _key(line) not in quotes], list(quotes.values()), insets)


def _with_labels(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield each line with whether it stands behind an inset's label; the labels themselves are left out."""
    label = False
    for index, line in enumerate(lines):
        if _is_related_heading(line) or _labels_next(line, lines[index + 1 : index + 3]):
            label = True
            continue
        yield line, label and not line.endswith(NO_HEADLINE)
        label = False


def _labels_next(line: str, behind: Sequence[str]) -> bool:
    """Tell whether 'See also' or 'Read more' is an inset's label: a headline alone follows, then the article again."""
    if len(line) > MAX_LABEL or verdict_of(line) != "weak" or not behind:
        return False
    headline = behind[0]
    return (
        not headline.endswith((*NO_HEADLINE, "?"))
        and max(len(words(headline)), len(headline) // 8) >= MIN_HEADLINE
        and len(headline) <= PARAGRAPH
        and (len(behind) == 1 or behind[1].endswith(SENTENCE_ENDS))
    )


def _pull_quotes(lines: Sequence[str]) -> dict[str, str]:
    """Return the lines that repeat a sentence of the text, or one another: key → the line as first written."""
    counts = Counter(_key(line) for line in lines)
    texts = "\n".join(counts) if len(counts) <= MAX_COMPARED else ""
    texts = texts if len(texts) <= MAX_COMPARED_CHARS else ""
    quotes: dict[str, str] = {}
    for line in lines:
        key = _key(line)
        short = QUOTE_WORDS[0] <= len(words(line)) <= QUOTE_WORDS[1] and len(line) <= 2 * PARAGRAPH
        # Once among the texts is the line itself.
        if short and key not in quotes and (counts[key] > 1 or texts.count(key) > 1):
            quotes[key] = line
    return quotes


def _key(line: str) -> str:
    return fold(line.strip(QUOTE_MARKS)).strip(QUOTE_MARKS)


def _once(lines: Sequence[str]) -> Iterator[str]:
    """Leave out a long paragraph that the dump gives twice."""
    seen: set[str] = set()
    for line in lines:
        if len(line) <= PARAGRAPH or line not in seen:
            yield line
        seen.add(line)


def _article(url: str | None, head: Head, text: _Text, related: tuple[RelatedLink, ...]) -> Article:
    body = "\n\n".join(text.paragraphs)
    address = normalise_url(url) if url and is_web_address(url) else url or None
    found = {
        "url": (address, 1.0),
        "title": (head.title, 0.9),
        "description": (head.description, 0.8),
        "published_at": (head.published_at, 0.9),
        "modified_at": (head.modified_at, 0.8),
        "authors": (head.authors, 0.8),
        "body": (body, 0.8),
        "body_markdown": (body, 0.8),
        "related": (related, 0.8),
        "pull_quotes": (tuple(text.quotes), 0.8),
        "language": (head.language, 0.8),
    }
    return Article(
        url=address,
        title=head.title,
        description=head.description,
        published_at=head.published_at,
        modified_at=head.modified_at,
        authors=head.authors,
        body=body,
        body_markdown=body,
        related=related,
        pull_quotes=tuple(text.quotes),
        language=head.language,
        provenance={
            name: Provenance("url" if name == "url" else "text", sure)
            for name, (value, sure) in found.items()
            if value
        },
    )
