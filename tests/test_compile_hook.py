"""The compile hook leaves nothing compiled behind that would be used, and packed, in place of what is there now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawler.compile_hook import CompileHook

CASES = {
    "not wished": ("no", "def tide(): return 1\n"),
    "failing": ("try", "def tide(: return 1\n"),
}


class Silent:
    def display_warning(self, message: str) -> None:
        assert "could not be compiled" in message


@pytest.mark.parametrize(("wish", "source"), CASES.values(), ids=CASES)
def test_what_was_compiled_formerly_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str, source: str
) -> None:
    package = tmp_path / "crawler"
    package.mkdir()
    (package / "_tide.pyx").write_text(source)
    former = package / "_tide.cpython-311-x86_64-linux-gnu.so"
    former.write_bytes(b"")
    monkeypatch.setenv("COPYDESK_COMPILE", wish)
    build_data: dict[str, Any] = {"artifacts": []}
    hook = CompileHook(str(tmp_path), {}, None, None, "", "wheel", Silent())  # type: ignore[arg-type]
    hook.initialize("standard", build_data)
    assert not former.exists()
    assert build_data == {"artifacts": []}
