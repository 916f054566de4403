"""The README's queries: what each answers, with its SQL."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
QUERY = re.compile(r"^-- (.+)\n([^;]+);$", re.MULTILINE)


def readme_queries() -> dict[str, str]:
    """Read them, in their order."""
    blocks = re.findall(r"```sql\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return {what: sql for block in blocks for what, sql in QUERY.findall(block)}
