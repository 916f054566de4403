"""`copydesk extract --explain`: a page that shows every field and every block, and runs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml.html import HtmlElement, document_fromstring
from small_site import article

Call = Callable[..., Result]


def explained(call: Call, tmp_path: Path, page: bytes, *more: object) -> HtmlElement:
    out = tmp_path / "why.html"
    call("extract", "-", "--explain", out, *more, stdin=page)
    return document_fromstring(out.read_text("utf-8"))


def test_every_field_and_every_block_is_shown_with_its_reason(
    call: Call, fixtures_path: Path, tmp_path: Path
) -> None:
    page = (fixtures_path / "articles" / "typical-page" / "page.html").read_bytes()
    shown = explained(call, tmp_path, page, "--url", "https://courier.example/news/tides.html")
    fields = {row.findtext("th"): row.findall("td") for row in shown.iterfind(".//tbody/tr")}
    assert {"url", "title", "description", "published_at", "authors", "tags", "language"} <= fields.keys()
    title, source, confidence = fields["title"]
    assert title.text_content() == "The night the Ullen came up twice"
    assert source.text_content()
    assert 0 < float(confidence.text_content()) <= 1
    blocks = {
        block.find_class("text")[0].text_content(): block
        for block in shown.find_class("blocks")[0].iterfind("li")
    }
    assert blocks["ADVERTISEMENT"].get("class") == "dropped"
    assert blocks["ADVERTISEMENT"].find_class("why")[0].text_content().strip()
    kept = [text for text, block in blocks.items() if block.get("class") == "kept"]
    assert any(text.startswith("The first water reached Quay Street") for text in kept)
    assert len(shown.find_class("related")[0].findall("li")) == 20


def test_the_article_still_goes_to_stdout(call: Call, tmp_path: Path) -> None:
    result = call("extract", "-", "--explain", tmp_path / "why.html", "--format", "text", stdin=article(3))
    assert result.exit_code == 0
    assert result.stdout.startswith("Lock number 3 runs over\n")


def test_a_page_without_an_article_is_explained_all_the_same(call: Call, tmp_path: Path) -> None:
    page = b"<html><body><nav><a href=/a>Menu</a></nav></body></html>"
    assert "No headline found" in explained(call, tmp_path, page).text_content()
    result = call("extract", "-", "--explain", tmp_path / "why.html", stdin=page)
    assert (result.exit_code, result.stdout) == (1, "")


def test_nothing_of_the_page_becomes_markup(call: Call, tmp_path: Path) -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; \"'"
    page = article(3).replace(b"runs over", evil.encode()).replace(b" times before ", f" {evil} ".encode())
    links = (
        b'<section class="related-articles"><h2>Related Articles</h2><ul>'
        b'<li><a href="javascript:alert(1)">One two three</a>'
    )
    page = page.replace(
        b"</article>",
        links + b'<li><a href="/x?q=&quot;&gt;">Four five six seven</a></ul></section></article>',
    )
    shown = explained(call, tmp_path, page)
    assert not list(shown.iter("script", "img", "iframe", "object", "link", "form"))
    assert all((a.get("href") or "").startswith("http") for a in shown.iter("a"))
    assert not [name for element in shown.iter() for name in element.attrib if name.startswith("on")]
    assert "<script>alert(1)</script>" in shown.text_content()
    policy = shown.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize(
    ("stdin", "out", "said"),
    [
        (b"A headline\nA line of a text dump.", "why.html", "a text dump"),
        (article(1), "no/such/folder/why.html", "No such file or directory"),
    ],
)
def test_what_cannot_be_explained_is_one_line_on_stderr(
    call: Call, tmp_path: Path, stdin: bytes, out: str, said: str
) -> None:
    result = call("extract", "-", "--explain", tmp_path / out, stdin=stdin)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
