"""The report: figures of a file and what `check` says in, the whole document out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from pipelines.check import Checked
from pipelines.report.markup import ABSENT, bars, link, number, safe, section, table, with_code
from pipelines.watch.alarm import Alarm

# Nothing is loaded and nothing runs, whatever a page managed to smuggle in.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# More rows a person does not read; `stats --json` has them all.
MOST_SITES, MOST_REASONS, MOST_NAMED = 60, 20, 8
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
TOTALS = ("articles", "copies", "related_links", "revisions", "pages", "runs")
Row = Mapping[str, Any]


def report_page(figures: Mapping[str, Any], checked: Checked, days: Sequence[str], written_at: str) -> str:
    """Return the document.

    `figures` is what `stats --json` gives, with `newest`, `copied` and `linked`; `days` are those that it tells of,
    first to last.
    """
    rows: Sequence[Row] = figures["days"]
    style = (files("pipelines.report") / "report.css").read_text("utf-8")
    name = safe(figures["name"])
    parts = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{name}: {safe(days[0])} to {safe(days[-1])}</title>",
        f"<style>{style}</style></head><body><main>",
        f'<p class="kicker">copydesk report</p><h1>{name}</h1>',
        f'<p class="soft">{safe(days[0])} to {safe(days[-1])} · written {safe(written_at)}</p>',
        _verdict(checked),
        section("New articles a day", _chart(rows, days)),
        section("Sites", _sites(figures["sites"], rows, days)),
        section("Fields filled", _fields(rows)),
        section("What became of the addresses", _outcomes(figures)),
        section("Stories that others took up", _stories(figures)),
        section("Newest articles", _newest(figures["newest"])),
        section("Last runs", _runs(figures["runs"])),
        section("All of the file", _totals(figures["totals"])),
        "</main></body></html>\n",
    )
    return "\n".join(parts)


def _verdict(checked: Checked) -> str:
    alarms = [alarm for verdict in checked.verdicts for alarm in verdict.alarms]
    compared = sum(verdict.state in {"ok", "broken"} for verdict in checked.verdicts)
    broken = len({alarm.site for alarm in alarms})
    if alarms:
        title = f"{broken} of {compared} sites broke" if compared != 1 else "The site broke"
    else:
        title = "All is well" if compared else "Nothing to compare yet"
    items = "".join(map(_alarm, alarms))
    kind = "broken" if alarms else "well" if compared else "unknown"
    listed = f"<ul>{items}</ul>" if items else ""
    beside = f'<p class="soft">{_compared(checked, compared)}</p>'
    return f'<div class="verdict {kind}"><h2>{title}</h2>{listed}{beside}</div>'


def _alarm(alarm: Alarm) -> str:
    advice = f'<br><span class="soft">→ {with_code(alarm.advice)}</span>'
    return f"<li><b>{safe(alarm.site)}</b> {safe(alarm.what)}{advice}</li>"


def _compared(checked: Checked, compared: int) -> str:
    named = {
        "too young to be compared": [one.site for one in checked.verdicts if one.state == "young"],
        "not asked lately": [one.site for one in checked.verdicts if one.state == "not_asked"],
    }
    parts = [f"compared with their own past: {compared} {'site' if compared == 1 else 'sites'}"]
    parts += [f"{what}: {_named(sites)}" for what, sites in named.items() if sites]
    if checked.last_run:
        parts.append(f"last run ended {safe(checked.last_run)}")
    return " · ".join(parts)


def _named(sites: Sequence[str]) -> str:
    more = f" and {len(sites) - MOST_NAMED:,} more" if len(sites) > MOST_NAMED else ""
    return safe(", ".join(sites[:MOST_NAMED])) + more


def _chart(rows: Sequence[Row], days: Sequence[str]) -> str:
    counts = _by_day(rows, days)
    most = max(counts, default=0)
    ends = (safe(days[0]), f"at most {most:,} a day", safe(days[-1]))
    scale = f'<p class="scale">{"".join(f"<span>{text}</span>" for text in ends)}</p>'
    return f'<div class="chart">{bars(days, counts, "large")}{scale}</div>'


def _sites(sites: Sequence[Row], rows: Sequence[Row], days: Sequence[str]) -> str:
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
    return table(headings, cells, "sites") + _left_out(len(ordered), MOST_SITES, "sites")


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
        f'<span class="soft">{safe(_moment(site.get("last_run")))}</span>',
    )


def _fields(rows: Sequence[Row]) -> str:
    made = [
        (f"<b>{safe(site)}</b>", number(count), *(_share(shares.get(name)) for name in FIELDS))
        for site, count, shares in _shares(rows)
    ]
    if not made:
        return '<p class="soft">No new articles in these days.</p>'
    left = _left_out(len(made), MOST_SITES, "sites")
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


def _outcomes(figures: Mapping[str, Any]) -> str:
    outcomes: Mapping[str, int] = figures["outcomes"]
    most = max(outcomes.values(), default=1)
    rows = (
        (
            f"<code>{safe(name)}</code>",
            number(count),
            f'<span class="bar" style="--part:{count / most:.3f}"></span>',
        )
        for name, count in outcomes.items()
    )
    reasons = [
        (f"<code>{safe(row['outcome'])}</code>", safe(row["reason"]), number(row["pages"]))
        for row in figures["reasons"]
    ]
    if not outcomes:
        return '<p class="soft">No address has been met.</p>'
    made = table(("outcome", "addresses", ""), rows, "outcomes")
    if reasons:
        made += "<h3>Why not</h3>" + table(
            ("outcome", "reason", "addresses"), reasons[:MOST_REASONS], "reasons"
        )
    return made + _left_out(len(reasons), MOST_REASONS, "reasons")


def _stories(figures: Mapping[str, Any]) -> str:
    made = ""
    for title, name in (("Most copies", "copied"), ("Most often named as related", "linked")):
        rows = [
            (number(row["number"]), link(row["url"], row["title"]), safe(row["site"]))
            for row in figures[name]
        ]
        if rows:
            made += f"<h3>{title}</h3>" + table(("", "article", "site"), rows, "stories")
    return made or '<p class="soft">None in these days.</p>'


def _newest(rows: Sequence[Row]) -> str:
    return table(("day", "article", "site", "words"), map(_article, rows), "list")


def _article(row: Row) -> Sequence[str]:
    authors = f'<br><span class="soft">{safe(", ".join(row["authors"]))}</span>' if row["authors"] else ""
    title = link(row["url"], row["title"]) + authors
    return (safe(row["published_on"] or "–"), title, safe(row["site"]), number(row["word_count"]))


def _runs(rows: Sequence[Row]) -> str:
    return table(("run", "began", "command", "status", "new", "failed"), map(_run, rows), "runs")


def _run(row: Row) -> Sequence[str]:
    counts = row["counts"]
    status = f'<span class="status {safe(row["status"])}">{safe(row["status"])}</span>'
    began = f'<span class="soft">{safe(_moment(row["started_at"]))}</span>'
    return (number(row["id"]), began, f"<code>{safe(row['command'])}</code>", status,
            number(counts.get("articles_new", 0)), number(counts.get("failed", 0)))  # fmt: skip


def _totals(totals: Mapping[str, int]) -> str:
    tiles = "".join(
        f"<li><b>{totals[name]:,}</b><span>{safe(name.replace('_', ' '))}</span></li>" for name in TOTALS
    )
    return f'<ul class="tiles">{tiles}</ul>'


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


def _left_out(number_of_rows: int, most: int, what: str) -> str:
    left = number_of_rows - most
    return (
        f'<p class="soft">and {left:,} more {what}, which copydesk stats --json shows</p>' if left > 0 else ""
    )


def _moment(text: str | None) -> str:
    """Return a moment as a person reads it: `2026-06-30 06:00`."""
    return text[:16].replace("T", " ") if text else "–"
