"""What a page holds reaches no terminal and no log as it is: control characters, escape sequences, bidi controls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import run
from loopback import HTML, Answer, Loopback, Route
from small_site import article, home
from watched_file import Row, WatchedFile

from crawler.text import UNWANTED

# A colour, a title for the window, C1's CSI, a bell, a carriage return, bidi overrides and isolates, line separators,
# a zero-width space, a delete.
HOSTILE = "\x1b[31m\x1b]0;pwned\x07\x9b2J\r\x08\u202e\u2066\u2069\u2028\u2029\u200b\x7f\x85"
ESCAPED = "".join(f"&#x{ord(c):x};" for c in HOSTILE)
PATHS = [f"/{section}/report-{n}-of-the-night" for section in ("locks", "canal") for n in (1, 2, 3)]
# What may stand in an output that people read.
LAYOUT = frozenset("\n\t")


def page(number: int) -> Answer:
    """An article with hostile text wherever one may stand, raw and as references."""
    raw = HOSTILE.encode("utf-8", "surrogatepass")
    head = (
        f'<meta name="author" content="Ada{ESCAPED}"><meta name="description" content="About {ESCAPED} boats">'
        f'<meta property="og:site_name" content="Lock{ESCAPED}Log"><meta name="keywords" content="one{ESCAPED},two">'
        f'<meta property="article:section" content="Canal{ESCAPED}">'
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": HOSTILE + "Lock"})}</script>'
    )
    body = article(number, head=head).replace(b"runs over", b"runs over" + raw + ESCAPED.encode())
    related = (
        f'<aside class=related><h2>Related</h2><a href="/locks/{ESCAPED}">Tides{ESCAPED} come</a></aside>'
    )
    return 200, HTML, body.replace(b"</article>", related.encode() + b"</article>")


def routes() -> dict[str, Route]:
    links = [*PATHS, f"/locks/report-{HOSTILE}-of-the-day", "/locks/report-of-a-type", "/locks/report-gone-away",
             "/locks/report-that-moved"]  # fmt: skip
    return {
        "/": (200, HTML, home(links)),
        **{path: page(number) for number, path in enumerate(PATHS, 1)},
        "/locks/report-of-a-type": (200, {"Content-Type": "x/\x1b[31mred\x9b"}, b"what is this"),
        "/locks/report-gone-away": (404, {"ETag": '"\x1b[2J"', **HTML}, page(9)[2]),
        "/locks/report-that-moved": (302, {"Location": "http://\x1b[31m.example/\x9b"}, b""),
    }


def is_clean(text: str) -> bool:
    return all(c.isprintable() or c in LAYOUT for c in text)


def unclean(text: str) -> list[str]:
    return [line for line in text.split("\n") if not is_clean(line)]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The file that a crawl of the site left, and what it said as text and as JSON."""
    db = tmp_path_factory.mktemp("crawl") / "news.db"
    with Loopback(routes()) as site:
        kept = db.with_name("kept")
        text = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--archive", kept)
        as_json = run("crawl", site.url("/"), "--db", db, "--delay", 0, "--recheck", "--log-format", "json")
    return db, text.stderr + text.stdout, as_json.stderr


def test_a_crawl_says_nothing_raw(crawled: tuple[Path, str, str]) -> None:
    _, text, as_json = crawled
    assert "Stored 6 new articles" in text
    assert unclean(text) == []
    assert unclean(as_json) == []
    assert len([json.loads(line) for line in as_json.splitlines()]) > len(PATHS)


@pytest.mark.parametrize(
    "command",
    [
        ["search", "lock"],
        ["search", "lock", "--json"],
        ["stats"],
        ["stats", "--json"],
        ["doctor"],
        ["reparse"],
        ["reparse", "--log-format", "json"],
        ["export", "--format", "jsonl"],
        ["export", "--format", "csv"],
        ["graph"],
        ["check"],
        ["check", "--json"],
        ["report", "--out", "OUT"],
    ],
    ids=" ".join,
)
def test_no_command_shows_it_raw(crawled: tuple[Path, str, str], command: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(*(out if arg == "OUT" else arg for arg in command), "--db", crawled[0])
    assert done.returncode in {0, 3}, done.stderr
    assert unclean(done.stderr) == []
    assert unclean(done.stdout.replace("\r\n", "\n")) == []
    assert unclean(out.read_text("utf-8") if out.exists() else "") == []


def hostile(row: Row) -> Row:
    """An article without dates, with hostile text in all that an alarm or a report may name."""
    path = f"https://{row['site']}/sport{HOSTILE}/story"
    return row | {
        "url": f"{path}-{row['url']}", "title": f"The {HOSTILE} Gazette", "section": f"sport{HOSTILE}",
        "published_at": None, "published_on": None, "authors": f'["{ESCAPED}"]',
    }  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of a site with a hostile name, where everything broke on the last day."""
    site, reason = f"news{HOSTILE}.example", f"HTTP 403 {HOSTILE}"
    file = WatchedFile(tmp_path_factory.mktemp("broken") / "news.db")
    for age in range(40, 0, -1):
        file.day(age, 30, site=site)
        file.day(age, 30, site="gone.example")
    file.day(0, 30, site=site, change=hostile)
    run_id = file.day(0, 0, site="gone.example", outcomes={"failed": 40})
    for number in range(40):
        file.page(run_id, f"https://gone.example/{HOSTILE}{number}", "failed", 403, reason)
    file.close()
    return file.path


@pytest.mark.parametrize(
    "command", [["check"], ["check", "--json"], ["report", "--out", "OUT"]], ids=" ".join
)
def test_what_broke_is_said_safely(broken: Path, command: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(*(out if arg == "OUT" else arg for arg in command), "--db", broken)
    assert done.returncode == (0 if out.exists() else 3), done.stderr
    page = out.read_text("utf-8") if out.exists() else ""
    assert "gone.example" in done.stdout + page
    assert unclean(done.stdout) == unclean(done.stderr) == []
    assert UNWANTED.search(page) is None


@pytest.mark.parametrize("shape", ["json", "markdown", "text"])
def test_extract_shows_nothing_raw(tmp_path: Path, shape: str) -> None:
    (tmp_path / "page.html").write_bytes(page(1)[2])
    done = run("extract", tmp_path / "page.html", "--url", "https://news.example/a", "--format", shape)
    assert done.returncode == 0
    assert unclean(done.stdout) == []
    assert unclean(done.stderr) == []


def test_a_file_with_a_hostile_name_is_named_safely(tmp_path: Path) -> None:
    path = tmp_path / f"a{HOSTILE}b.html"
    path.write_bytes(b"")
    done = run("ingest", path, "--db", tmp_path / "news.db")
    assert done.returncode == 3
    assert unclean(done.stderr) == []
