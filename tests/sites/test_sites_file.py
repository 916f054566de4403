"""The sites file: what it means, and what each mistake in it is answered with."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from crawler.errors import SitesFileError
from crawler.sites import Site, read_sites
from crawler.sites.lines import line_of

WHOLE = """
[sites.gazette]
start = ["HTTPS://Gazette.example:443/", "https://gazette.example/science/"]
feeds = ["https://feeds.gazette.example/all.xml"]
sitemaps = ["https://gazette.example/sitemap.xml"]
allow = ['/20\\d\\d/']
deny = ['/live/']
delay = 2
concurrency = 3
max_pages = 200
follow_related = true
recheck = ["6h:90m", "3d:1d"]
headers = { "Accept-Language" = "de" }
cookies = { consent = "yes" }
drop = ["aside.promo"]
render = "plain"
[sites.gazette.fields]
title = "h1.head"
published_at = ["time::attr(datetime)", "//time"]

[sites."die küste"]
start = ["https://kueste.example/"]
"""


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "sites.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def complaint(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(SitesFileError) as caught:
        read_sites(write(tmp_path, text))
    return str(caught.value)


def test_every_field_is_read(tmp_path: Path) -> None:
    gazette, coast = read_sites(write(tmp_path, WHOLE))
    assert gazette == Site(
        name="gazette",
        start=("https://gazette.example/", "https://gazette.example/science/"),
        feeds=("https://feeds.gazette.example/all.xml",),
        sitemaps=("https://gazette.example/sitemap.xml",),
        allow=(r"/20\d\d/",),
        deny=("/live/",),
        delay=2.0,
        concurrency=3,
        max_pages=200,
        follow_related=True,
        recheck=(
            (timedelta(hours=6), timedelta(minutes=90)),
            (timedelta(days=3), timedelta(days=1)),
        ),
        headers={"Accept-Language": "de"},
        cookies={"consent": "yes"},
        drop=("aside.promo",),
        fields={"title": ("h1.head",), "published_at": ("time::attr(datetime)", "//time")},
    )
    assert gazette.headers_for("https://www.gazette.example/a") == {
        "Accept-Language": "de",
        "Cookie": "consent=yes",
    }
    assert gazette.headers_for("https://science.gazette.example/a") == {}
    assert gazette.hosts == ("gazette.example", "feeds.gazette.example")
    assert coast.name == "die küste"
    assert (coast.delay, coast.follow_related, coast.recheck) == (None, None, None)


def test_a_site_may_be_looked_at_never_again(tmp_path: Path) -> None:
    (site,) = read_sites(write(tmp_path, '[sites.a]\nstart = ["https://a.example/"]\nrecheck = "never"'))
    assert site.recheck == ()


@pytest.mark.parametrize(
    ("line", "field", "remedy"),
    [
        ("delay = -1", "delay", "from 0 to 3600"),
        ('delay = "fast"', "delay", "number of seconds"),
        ("delay = true", "delay", "number of seconds"),
        ("delay = nan", "delay", "number of seconds"),
        ("concurrency = 0", "concurrency", "from 1 to"),
        ("max_pages = 1.5", "max_pages", "whole number"),
        ('follow_related = "yes"', "follow_related", "must be true or false"),
        ("follow_related = 1", "follow_related", "must be true or false"),
        ('recheck = "often"', "recheck", 'write ["6h:2h", "3d:1d"]'),
        ("recheck = []", "recheck", 'or "never"'),
        ('recheck = ["6h"]', "recheck", "'6h' is no step; write"),
        ("recheck = [6]", "recheck", "6 is no step; write"),
        ('recheck = ["6h:0m"]', "recheck", "from 1 minute to"),
        ('recheck = ["3d:1d", "6h:2h"]', "recheck", "write the youngest first"),
        ('start = "https://a.example/"', "start", "must be a list"),
        ('feeds = ["a.example/feed"]', "feeds", "with https://"),
        ('sitemaps = ["ftp://a.example/s.xml"]', "sitemaps", "with https://"),
        ("allow = ['(']", "allow", "no regular expression"),
        ('deny = [""]', "deny", "must be a list of texts"),
        ('headers = { "X-A" = "a\\nb" }', "headers", "one line"),
        ('headers = { Host = "b.example" }', "headers", "leave it out"),
        ("headers = 3", "headers", "must be a table"),
        ("dealy = 2", "dealy", "did you mean delay?"),
        ("colour = 2", "colour", "known are start, feeds"),
    ],
)
def test_a_wrong_field_is_named_with_file_line_and_remedy(
    tmp_path: Path, line: str, field: str, remedy: str
) -> None:
    text = f'# ours\n[sites.one]\nstart = [\n  "https://one.example/",\n]\n\n[sites.two]\n{line}\n'
    first = complaint(tmp_path, text).splitlines()[0]
    assert first.startswith(f"{tmp_path / 'sites.toml'}:8: sites.two.{field}: ")
    assert remedy in first


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    said = complaint(tmp_path, "[sites.a]\ndelay = -1\n[sites.b]\nstrat = []\n").splitlines()
    assert [line.split(": ")[1] for line in said] == ["sites.a.delay", "sites.a", "sites.b.strat", "sites.b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: file: holds no site"),
        ("sites = 3", ":1: sites: holds no site"),
        ("[sites]\na = 3", ":2: sites.a: must be a table"),
        ("[site.a]", ":1: site: unknown (did you mean sites?)"),
        ("[sites.a]\n[sites.a]", ":2: no valid TOML: Cannot declare"),
        ("[sites.a]\nstart = [", ":2: no valid TOML"),
        (b"[sites.a]\nname = '\xff'", ":2: not UTF-8"),
        (b"#" * 1_048_577, "larger than 1048576 bytes"),
        ("[sites.a]\nstart = []", ":1: sites.a: names no address"),
    ],
)
def test_a_file_that_is_no_sites_file_is_refused(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in complaint(tmp_path, text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SitesFileError, match="cannot be read: No such file"):
        read_sites(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("sites", "a"), 2),
        (("sites", "a", "start"), 3),
        (("sites", "a", "deny"), 7),
        (("sites", "b", "delay"), 13),
        (("sites", "c", "delay"), 14),
        (("sites", "d", "delay"), 15),
        (("sites", "d", "unheard"), 15),
        (("elsewhere",), 1),
    ],
)
def test_lines_are_found_in_every_spelling_of_toml(path: tuple[str, ...], line: int) -> None:
    text = (
        "# [sites.b]\n[sites.a]\nstart = [ # one\n  'https://a.example/', # ] two\n  'https://b.example',\n]\n"
        'deny = ["""\n[sites.b]\ndelay = 1\n"""]\n\n[sites]\nb.delay = 1\n'
        'c = { delay = 2 }\n"d"."delay" = 3\n'
    )
    assert line_of(text, path) == line


def test_each_wrong_selector_and_cookie_is_named_with_its_line(tmp_path: Path) -> None:
    text = (
        '[sites.a]\nstart = ["https://a.example/"]\ndrop = ["aside["]\ncookies = { a = "b c" }\n'
        'render = "browser"\n[sites.a.fields]\ntitle = "h1..x"\ntitel = "h1"\nsection = "//h1[@x=]"\nbody = "p::text"\n'
    )
    lines = complaint(tmp_path, text).splitlines()
    for line, part in zip(
        lines,
        (
            ":3: sites.a.drop: 'aside[' is no CSS selector",
            ":4: sites.a.cookies.a: 'a' is no cookie",
            ":5: sites.a.render: 'browser' is reserved",
            ":7: sites.a.fields.title: 'h1..x' is no CSS selector",
            ":8: sites.a.fields.titel: unknown; a selector can override title",
            ":9: sites.a.fields.section: '//h1[@x=]' is no XPath",
            ":10: sites.a.fields.body: 'p::text' finds texts or attributes; name the elements",
        ),
        strict=True,
    ):
        assert part in line


def test_cookies_stand_in_one_place(tmp_path: Path) -> None:
    text = '[sites.a]\nstart = ["https://a.example/"]\nheaders = { cookie = "a=b" }\ncookies = { a = "b" }'
    assert ":4: sites.a.cookies: headers give a Cookie too" in complaint(tmp_path, text)
