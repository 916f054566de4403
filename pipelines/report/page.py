"""The report: figures of a file and what `check` says in, the whole document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from pipelines.check import Checked
from pipelines.report.markup import left_out, link, moment, number, safe, section, table
from pipelines.report.sites import chart, fields_table, sites_table
from pipelines.report.verdict import verdict_box

# Nothing is loaded and nothing runs, whatever a page managed to smuggle in.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# More rows a person does not read; `stats --json` has them all.
MOST_REASONS = 20
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
        verdict_box(checked),
        section("New articles a day", chart(rows, days)),
        section("Sites", sites_table(figures["sites"], rows, days)),
        section("Fields filled", fields_table(rows)),
        section("What became of the addresses", _outcomes(figures)),
        section("Stories that others took up", _stories(figures)),
        section("Newest articles", _newest(figures["newest"])),
        section("Last runs", _runs(figures["runs"])),
        section("All of the file", _totals(figures["totals"])),
        "</main></body></html>\n",
    )
    return "\n".join(parts)


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
    return made + left_out(len(reasons), MOST_REASONS, "reasons")


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
    began = f'<span class="soft">{safe(moment(row["started_at"]))}</span>'
    return (number(row["id"]), began, f"<code>{safe(row['command'])}</code>", status,
            number(counts.get("articles_new", 0)), number(counts.get("failed", 0)))  # fmt: skip


def _totals(totals: Mapping[str, int]) -> str:
    tiles = "".join(
        f"<li><b>{totals[name]:,}</b><span>{safe(name.replace('_', ' '))}</span></li>" for name in TOTALS
    )
    return f'<ul class="tiles">{tiles}</ul>'
