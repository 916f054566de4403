"""Sites and days of the report: what came per site and day in; drawings and tables out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipelines.report.markup import ABSENT, bars, left_out, moment, number, safe, table

MOST_SITES = 60
# Fields in the order of a page, under the words that a reader knows them by.
FIELDS = {
    "description": "description",
    "published_at": "date",
    "authors": "authors",
    "related": "related",
    "section": "section",
    "tags": "tags",
    "image_url": "image",
    "language": "language",
    "modified_at": "modified",
}
Row = Mapping[str, Any]


def chart(rows: Sequence[Row], days: Sequence[str]) -> str:
    """Return a drawing of all new articles by day."""
    counts = _by_day(rows, days)
    most = max(counts, default=0)
    ends = (safe(days[0]), f"at most {most:,} a day", safe(days[-1]))
    scale = f'<p class="scale">{"".join(f"<span>{text}</span>" for text in ends)}</p>'
    return f'<div class="chart">{bars(days, counts, "large")}{scale}</div>'


def sites_table(sites: Sequence[Row], rows: Sequence[Row], days: Sequence[str]) -> str:
    """Return a table of the sites, those with most new articles first."""
    of_site = _grouped(rows)
    ordered = sorted(sites, key=lambda row: (-sum(_by_day(of_site.get(row["site"], ()), days)), row["site"]))
    headings = (
        "site",
        f"new articles, {len(days)} days",
        "new",
        "copies",
        "failed",
        "words",
        "in all",
        "last asked",
    )
    cells = (_site(row, of_site.get(row["site"], ()), days) for row in ordered[:MOST_SITES])
    return table(headings, cells, "sites") + left_out(len(ordered), MOST_SITES, "sites")


def _site(site: Row, rows: Sequence[Row], days: Sequence[str]) -> Sequence[str]:
    counts = _by_day(rows, days)
    failures = max((row["failures"] for row in rows), default=0)
    return (
        f"<b>{safe(site['site'])}</b>",
        bars(days, counts, "small"),
        number(sum(counts)),
        number(sum(row["copies"] for row in rows)),
        number(failures),
        number(site.get("words")),
        number(site["articles"]),
        f'<span class="soft">{safe(moment(site.get("last_run")))}</span>',
    )


def fields_table(rows: Sequence[Row]) -> str:
    """Return a table of the share of new articles that has each field, by site."""
    made = [
        (f"<b>{safe(site)}</b>", number(count), *(_share(shares.get(name)) for name in FIELDS))
        for site, count, shares in _shares(rows)
    ]
    if not made:
        return '<p class="soft">No new articles in these days.</p>'
    left = left_out(len(made), MOST_SITES, "sites")
    return table(("site", "new", *FIELDS.values()), made[:MOST_SITES], "fields") + left


def _shares(rows: Sequence[Row]) -> Iterator[tuple[str, int, Mapping[str, float]]]:
    """Yield each site with its new articles and the share of them that has each field, most articles first."""
    counts = {site: sum(row["articles"] for row in own) for site, own in _grouped(rows).items()}
    for site, own in sorted(_grouped(rows).items(), key=lambda item: (-counts[item[0]], item[0])):
        if counts[site]:
            filled = {
                name: sum(row["articles"] * row["fields"].get(name, 0) for row in own) / counts[site]
                for name in FIELDS
            }
            yield site, counts[site], filled


def _share(share: float | None) -> str:
    # How strong the colour is, the style sheet makes of it.
    return ABSENT if share is None else f'<span class="share" style="--share:{share:.2f}">{share:.0%}</span>'


def _grouped(rows: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["site"], []).append(row)
    return found


def _by_day(rows: Sequence[Row], days: Sequence[str]) -> list[int]:
    counts = dict.fromkeys(days, 0)
    for row in rows:
        if row["day"] in counts:
            counts[row["day"]] += row["articles"]
    return list(counts.values())
