"""Which of the answers that an archive holds are parsed again, and in which order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from web_archive import warc

from crawler.cli.archived import archive_files, choose
from crawler.sources.source import Document, Refusal
from pipelines.database.archived import Place

A, B, C, D = (f"https://news.example/{name}" for name in "abcd")
PLACES = {
    A: Place("page", "", "2026-01-09T00:00:00Z"),
    B: Place("copy", "", "2026-01-09T00:00:00Z"),
    C: Place("article", "2026-01-02T00:00:00Z", "2026-01-04T00:00:00Z"),
}


def day(number: int) -> str:
    return f"2026-01-{number:02d}T00:00:00Z"


def read(*paths: Path) -> list[str]:
    """The bodies that are read, in their order."""
    choice = choose(paths, PLACES.get, lambda: None)
    return [source.body.decode() for source in choice.documents() if isinstance(source, Document)]


def test_the_last_answer_with_the_text_that_stands_is_read(tmp_path: Path) -> None:
    first = warc(tmp_path / "1.warc.gz", (C, b"at 1", day(1)), (C, b"at 4", day(4)), (C, b"at 3", day(3)))
    second = warc(tmp_path / "2.warc", (C, b"at 5", day(5)), (C, b"at 2", day(2)))
    assert read(first, second) == read(second, first) == ["at 4"]


def test_of_two_answers_within_a_second_the_later_one_counts(tmp_path: Path) -> None:
    first = warc(tmp_path / "1.warc.gz", (C, b"one", day(3)), (C, b"two", day(3)))
    second = warc(tmp_path / "2.warc.gz", (C, b"three", day(3)))
    assert (read(first), read(first, second)) == (["two"], ["three"])


def test_articles_come_before_their_copies_and_both_before_what_is_new(tmp_path: Path) -> None:
    first = warc(tmp_path / "1.warc.gz", (A, b"page", day(3)), (B, b"copy", day(3)))
    second = warc(tmp_path / "2.warc.gz", (D, b"unknown", day(3)), (C, b"article", day(3)))
    assert read(first, second) == ["article", "copy", "page"]


def test_what_was_chosen_and_what_not_is_counted(tmp_path: Path) -> None:
    path = warc(tmp_path / "1.warc.gz", *((url, b"x", day(3)) for url in (A, B, C, D, D)))
    choice = choose([path], PLACES.get, lambda: None)
    assert (choice.articles, len(choice.strangers), choice.refusals) == (1, 1, [])


def test_a_break_is_told_once_and_one_that_comes_later_too(tmp_path: Path) -> None:
    path = warc(tmp_path / "1.warc", (C, b"article", day(3)), (B, b"copy" * 99, day(3)))
    whole = path.read_bytes()
    path.write_bytes(whole + b"no record")
    choice = choose([path], PLACES.get, lambda: None)
    assert len(choice.refusals) == 1
    assert len([source for source in choice.documents() if isinstance(source, Refusal)]) == 0
    path.write_bytes(whole[:-200])
    assert len([source for source in choice.documents() if isinstance(source, Refusal)]) == 1


def test_archives_lie_in_a_folder_and_below_it_or_are_named(tmp_path: Path) -> None:
    files = [warc(tmp_path / name, (A, b"x", day(1))) for name in ("b.warc", "a.warc.gz", "C.WARC")]
    deeper = warc(tmp_path / "deeper" / "d.warc", (A, b"x", day(1)))
    (tmp_path / "notes.txt").write_bytes(b"")
    assert archive_files(tmp_path) == sorted([*files, deeper])
    assert archive_files(deeper) == [deeper]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may look into every folder")
def test_a_closed_folder_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    with pytest.raises(OSError, match="Permission denied"):
        archive_files(tmp_path)
