"""`copydesk sites` and `copydesk init`: what is wrong with a sites file, and what it says of an address."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from command_line import run
from loopback import HTML, Answer, Loopback
from small_site import article

from crawler.sites import read_sites

Call = Callable[..., Result]
ROBOTS: Answer = (200, {"Content-Type": "text/plain"}, b"User-agent: copydesk\nDisallow: /private/\n")


def sites_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sites.toml"
    path.write_text(text, "utf-8")
    return path


def rows(said: str) -> dict[str, str]:
    """The tables on stdout: first column → the others."""
    lines = (line.strip().split("  ", 1) for line in said.splitlines() if "  " in line.strip())
    return {first: rest.strip() for first, rest in lines}


# ── check ──


def test_everything_that_is_wrong_is_said_at_once_with_line_and_remedy(call: Call, tmp_path: Path) -> None:
    path = sites_file(tmp_path, '[sites.a]\nstart = ["a.example"]\ndelya = 2\n\n[sites.b]\ndeny = ["("]\n')
    result = call("sites", "check", path)
    assert (result.exit_code, result.stdout) == (2, "")
    start, delay, deny, address = result.stderr.splitlines()
    assert f"{path}:2: sites.a.start: 'a.example' is no web address; write it in full, with https://" in start
    assert f"{path}:3: sites.a.delya: unknown (did you mean delay?)" in delay
    assert f"{path}:6: sites.b.deny: '(' is no regular expression" in deny
    assert f"{path}:5: sites.b: names no address; add start" in address


def test_a_right_file_is_shown(call: Call, tmp_path: Path) -> None:
    path = sites_file(
        tmp_path,
        '[sites.a]\nstart = ["https://a.example/"]\nfeeds = ["https://f.example/x"]\ndelay = 2.5\n'
        'recheck = ["90m:1h", "3d:1d"]\nheaders = { "X-Api-Key" = "s3cret" }\n'
        '[sites.b]\nstart = ["https://b.example/"]\nrecheck = "never"\n',
    )
    result = call("sites", "check", path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 sites, nothing wrong" in result.stdout
    shown = rows(result.stdout)
    assert all(part in shown["a"] for part in ("a.example, f.example", "2.5 s", "90m:1h, 3d:1d", "X-Api-Key"))
    assert "never" in shown["b"]
    assert "s3cret" not in result.stdout


def test_a_host_that_two_sites_name_is_said(call: Call, tmp_path: Path) -> None:
    path = sites_file(
        tmp_path,
        '[sites.a]\nstart = ["https://a.example/"]\n[sites.b]\nfeeds = ["https://www.a.example/f"]\n',
    )
    result = call("sites", "check", path)
    assert result.exit_code == 0
    assert "[sites.b] names https://www.a.example/f, where the rules of [sites.a] hold" in result.stderr


# ── test ──


def test_the_rules_for_an_address_are_shown_and_its_page_is_asked_once(call: Call, tmp_path: Path) -> None:
    with Loopback({"/robots.txt": ROBOTS, "/2025/locks": (200, HTML, article(7))}) as server:
        path = sites_file(
            tmp_path,
            f'[sites.canal]\nstart = ["{server.url("/")}"]\nallow = ["/20[0-9]{{2}}/"]\ndeny = ["/live/"]\n'
            'delay = 2.5\nrecheck = ["6h:2h"]\nheaders = { "Accept-Language" = "de", "X-Token" = "s3cret" }\n',
        )
        result = call("sites", "test", server.url("/2025/locks"), "--sites", path)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = rows(result.stdout)
    assert "[sites.canal]" in result.stdout
    assert shown["followed"] == "yes"
    assert "'/20[0-9]{2}/' is found in it" in shown["allow"]
    assert (shown["delay"], shown["recheck"]) == ("2.5 s", "6h:2h")
    assert shown["headers"] == "Accept-Language: de; X-Token: ***"
    assert "s3cret" not in result.output
    assert server.paths == ["/2025/locks"]
    assert [asked.headers.get("X-Token") for asked in server.log] == [None, "s3cret"]


def test_what_the_rules_deny_is_not_asked(call: Call, tmp_path: Path) -> None:
    with Loopback({"/live/1": (200, HTML, article(7))}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/")}"]\ndeny = ["/live/"]\n')
        result = call("sites", "test", server.url("/live/1"), "--sites", path)
    assert result.exit_code == 3
    assert rows(result.stdout)["deny"] == "'/live/' is found in it"
    assert rows(result.stdout)["followed"] == "no"
    assert server.log == []


def test_what_robots_txt_forbids_is_not_asked(call: Call, tmp_path: Path) -> None:
    with Loopback({"/robots.txt": ROBOTS, "/private/1": (200, HTML, article(7))}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/")}"]\n')
        result = call("sites", "test", server.url("/private/1"), "--sites", path)
    assert result.exit_code == 1
    assert "robots.txt forbids it; --page takes a page that you saved" in result.stderr
    assert server.paths == []


def test_while_robots_txt_cannot_be_served_nothing_is_asked(call: Call, tmp_path: Path) -> None:
    with Loopback({"/robots.txt": (503, HTML, b""), "/a": (200, HTML, article(7))}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/")}"]\n')
        result = call("sites", "test", server.url("/a"), "--sites", path)
    assert result.exit_code == 1
    assert "HTTP 503" in result.stderr
    assert server.paths == []


def test_headers_stay_with_the_server_they_are_for(call: Call, tmp_path: Path) -> None:
    with Loopback({"/a": (200, HTML, article(7))}) as other:
        routes = {"/a": (302, {"Location": "/b"}, b""), "/b": (302, {"Location": other.url("/a")}, b"")}
        with Loopback(routes) as server:
            path = sites_file(
                tmp_path,
                f'[sites.canal]\nstart = ["{server.url("/")}"]\nheaders = {{ "X-Token" = "s3cret" }}\n',
            )
            call("sites", "test", server.url("/a"), "--sites", path)
            assert [asked.headers.get("X-Token") for asked in server.log] == [None, "s3cret", "s3cret"]
    assert [asked.headers.get("X-Token") for asked in other.log] == [None]


def test_an_address_of_no_site_is_said(call: Call, tmp_path: Path) -> None:
    path = sites_file(tmp_path, '[sites.a]\nstart = ["https://a.example/"]\n')
    result = call("sites", "test", "https://b.example/x", "--sites", path)
    assert result.exit_code == 3
    assert "No site of" in result.stdout


def test_a_saved_page_stands_for_the_address(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(article(7))
    path = sites_file(tmp_path, '[sites.a]\nstart = ["https://a.example/"]\n')
    result = call("sites", "test", "https://a.example/x", "--sites", path, "--page", page)
    assert result.exit_code == 0
    assert "Lock number 7 runs over" in rows(result.stdout)["title"]


SELECTORS = """
drop = ["p.advert"]
cookies = { consent = "yes" }
[sites.canal.fields]
title = "b.real"
section = "b.nowhere"
"""
MARKED = article(7).replace(b"</h1>", b"</h1><b class=real>The real headline</b>", 1)


def test_what_selectors_make_of_the_page_is_shown_field_by_field(call: Call, tmp_path: Path) -> None:
    with Loopback({"/a": (200, HTML, MARKED)}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/")}"]\n{SELECTORS}')
        result = call("sites", "test", server.url("/a"), "--sites", path)
    assert result.exit_code == 3
    shown = rows(result.stdout)
    assert shown["title"].split(maxsplit=2) == ["b.real", "1", shown["title"].split(maxsplit=2)[2]]
    assert shown["title"].endswith("The real headline")
    assert "Lock number 7 runs over" in shown["title"]
    assert "The page: article" in result.stdout
    assert result.stderr.splitlines() == [
        "copydesk: [sites.canal] fields.section: finds nothing; the parser's own value stays",
        "copydesk: [sites.canal] drop: p.advert finds nothing",
    ]
    assert server.log[-1].headers["Cookie"] == "consent=yes"


def test_extract_and_ingest_take_the_selectors(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(MARKED)
    path = sites_file(tmp_path, f'[sites.canal]\nstart = ["https://a.example/"]\n{SELECTORS}')
    said = ("--url", "https://a.example/x", "--sites", path)
    assert json.loads(call("extract", page, *said).stdout)["title"] == "The real headline"
    elsewhere = call("extract", page, "--url", "https://b.example/x", "--sites", path)
    assert json.loads(elsewhere.stdout)["title"] == "Lock number 7 runs over"
    assert call("extract", page, *said, "--explain", tmp_path / "why.html").exit_code == 0
    assert "The real headline" in (tmp_path / "why.html").read_text("utf-8")
    db = tmp_path / "n.db"
    assert call("ingest", page, "--db", db, *said, "--workers", 0).exit_code == 0
    assert titles(db) == ["The real headline"]


def test_a_selector_that_only_the_page_shows_to_be_wrong_is_said(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(MARKED)
    path = sites_file(
        tmp_path, """[sites.a]\nstart = ["https://a.example/"]\ndrop = ["//b[re:test(@class, '(')]"]\n"""
    )
    assert call("sites", "check", path).exit_code == 0
    result = call("sites", "test", "https://a.example/x", "--sites", path, "--page", page)
    assert result.exit_code == 2
    assert "[sites.a] \"//b[re:test(@class, '(')]\" is no XPath" in result.stderr
    assert "Traceback" not in result.stderr


def test_extract_sends_the_sites_cookies_to_its_hosts(call: Call, tmp_path: Path) -> None:
    with Loopback({"/a": (200, HTML, MARKED)}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/")}"]\n{SELECTORS}')
        call("extract", server.url("/a"), "--sites", path)
    assert server.log[-1].headers["Cookie"] == "consent=yes"


@pytest.mark.parametrize("workers", [0, 1])
def test_the_crawl_takes_the_selectors_and_cookies(tmp_path: Path, workers: int) -> None:
    with Loopback({"/a": (200, HTML, MARKED)}) as server:
        path = sites_file(tmp_path, f'[sites.canal]\nstart = ["{server.url("/a")}"]\n{SELECTORS}')
        done = run("crawl", "--sites", path, "--db", tmp_path / "n.db", "--delay", 0, "--workers", workers)
    assert done.returncode == 0, done.stderr
    assert titles(tmp_path / "n.db") == ["The real headline"]
    assert server.log[-1].headers["Cookie"] == "consent=yes"


def titles(db: Path) -> list[str]:
    with closing(sqlite3.connect(db)) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM articles")]


# ── init ──


def test_the_example_is_a_right_sites_file_and_so_is_all_that_it_comments_out(
    call: Call, tmp_path: Path
) -> None:
    path = tmp_path / "papers.toml"
    assert call("init", path).exit_code == 0
    assert call("sites", "check", path).exit_code == 0
    lines = path.read_text("utf-8").splitlines()
    settings = [
        line.removeprefix("# ")
        for line in lines
        if (line.startswith("# ") and " = " in line) or "# [" in line
    ]
    path.write_text("\n".join([line for line in lines if not line.startswith("#")] + settings), "utf-8")
    first, second = read_sites(path)
    assert (first.delay, first.max_pages, first.follow_related) == (2.5, 200, True)
    assert second.recheck == ()
    assert (list(first.fields), len(first.drop)) == (["title", "published_at", "body"], 2)


def test_a_file_is_never_overwritten(call: Call, tmp_path: Path) -> None:
    path = sites_file(tmp_path, "mine")
    result = call("init", path)
    assert result.exit_code == 1
    assert "exists already and is left as it is" in result.stderr
    assert path.read_text("utf-8") == "mine"


def test_the_example_goes_to_a_pipe(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "sites.toml")
    assert call("init", "-").stdout_bytes == (tmp_path / "sites.toml").read_bytes()
