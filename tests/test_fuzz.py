"""The fuzz tool: a folder of pages in; the same number gives the same page again, and what breaks is told."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.text import words

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from fuzz import findings, report  # noqa: E402
from measure.fuzzing import Outcome, case_of, described, fuzz  # noqa: E402
from measure.labelled import LabelledPage, labelled_pages  # noqa: E402

SLUGS = ("typical-page", "json-ld-graph", "table-layout", "shift-jis-japanese", "recipe-with-lists")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "html").mkdir()
    lines = []
    for slug in SLUGS:
        html = (ROOT / "fixtures" / "articles" / slug / "page.html").read_bytes()
        (folder / "html" / f"{slug}.html.gz").write_bytes(gzip.compress(html))
        lines.append(json.dumps({"id": slug, "url": f"https://news.example/{slug}", "gold": {}}))
    (folder / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(folder: Path) -> list[LabelledPage]:
    return list(labelled_pages(folder))


def test_a_number_gives_the_same_page_whatever_came_before(pages: list[LabelledPage]) -> None:
    assert case_of(pages, 3, 7) == case_of(pages, 3, 7)
    assert len({case_of(pages, 3, number).html for number in range(20)}) == 20
    assert case_of(pages, 4, 7) != case_of(pages, 3, 7)


def test_every_number_has_one_outcome_whoever_reads_it(pages: list[LabelledPage]) -> None:
    outcomes = list(fuzz(pages, 5, range(10, 30), 3))
    assert sorted(outcome.number for outcome in outcomes) == list(range(10, 30))
    assert all(outcome.seconds > 0 and outcome.peak_bytes > 1_000_000 for outcome in outcomes)
    assert [finding for outcome in outcomes for finding in findings(outcome)] == []


def test_what_broke_is_told_with_its_case() -> None:
    fine = Outcome(number=1, seconds=0.5, peak_bytes=80_000_000)
    broken = Outcome(
        number=2, seconds=2.5, peak_bytes=600_000_000, faults=("raised KeyError at a.py:3: 'x'",)
    )
    lines = list(report([fine, broken], 9))
    assert findings(fine) == ()
    assert findings(broken) == ("raised KeyError at a.py:3: 'x'", "slow: over 2 s")
    assert lines[0].startswith("2 mutated pages of seed 9")
    assert "600 MB, reached at case 2 TOO MUCH" in lines[2]
    assert "  1 × raised KeyError at a.py:3: 'x' (case 2)" in lines


def test_a_failure_names_the_innermost_line_of_this_project() -> None:
    with pytest.raises(AttributeError) as caught:
        words(None)  # type: ignore[arg-type]
    assert re.fullmatch(r"AttributeError at crawler/plain_text\.py:\d+: .*", described(caught.value))


def test_the_command_reads_and_reports(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own script
        [
            sys.executable,
            ROOT / "benchmarks" / "fuzz.py",
            folder,
            "--pages",
            "12",
            "--keep",
            tmp_path / "kept",
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert "12 mutated pages of seed 0" in done.stdout
    assert "findings: none" in done.stdout
    assert not (tmp_path / "kept").exists()
