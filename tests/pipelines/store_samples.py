"""Articles and visits of an invented world, for the tests of the storing side."""

from __future__ import annotations

from typing import Any

from crawler.items import Article, RelatedLink, Visit

HARBOUR = "https://news.example/2025/harbour"
TIDES = "https://news.example/2025/tides"
OTHER_SITE = "https://other.example/reprint"

STORIES = {
    "harbour": "the harbour reopened on friday after the storm had closed it for three days and the ferries ran",
    "tides": "nobody on the island could say why the sea had come twice in one night nor who rang the bell",
    "bridge": "engineers found rust under paint that was laid only last year so the old bridge stays shut",
    "orchard": "frost took most of the early blossom while the late apples of the valley came through unharmed",
}


def body(story: str, *, sentences: int = 12, changed: int = 0) -> str:
    """A text of many different sentences; `changed` says how many of them are other ones."""
    lines = []
    for number in range(sentences):
        opening = "Later that week" if number < changed else "As it was told"
        lines.append(f"{opening}, in part {story}{number}, {STORIES[story]} {number}.")
    return "\n\n".join(lines)


def article(url: str | None = HARBOUR, story: str = "harbour", **values: Any) -> Article:
    text = values.pop("body", None) or body(story)
    named = {"title": f"About the {story}", "body_markdown": text, "published_at": "2025-08-09", **values}
    return Article(url=url, body=text, **named)


def visit(url: str = HARBOUR, story: str = "harbour", *, day: int = 1, **values: Any) -> Visit:
    """A visit that brought an article; it claims the address it was read at unless `claims` says otherwise."""
    claims = values.pop("claims", url)
    of_visit = {name: values.pop(name) for name in list(values) if name in Visit.__slots__}
    of_visit = {"status": 200, "outcome": "article", "reason": "body of 200 words", **of_visit}
    return Visit(
        url=url,
        fetched_at=f"2026-01-{day:02d}T00:00:00Z",
        article=article(claims, story, **values),
        **of_visit,
    )


def answer(url: str, outcome: str, *, day: int = 1, **values: Any) -> Visit:
    """A visit that brought no article."""
    values = {"reason": "as the test says", **values}
    return Visit(url=url, outcome=outcome, fetched_at=f"2026-01-{day:02d}T00:00:00Z", **values)


def link(url: str | None, title: str = "A teaser") -> RelatedLink:
    return RelatedLink(url=url, title=title, description="What it says.", published_at="2025-08-01")
