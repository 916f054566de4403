from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, command="test") as opened:
        yield opened


@pytest.fixture
def rows(store: Store) -> Callable[..., list[tuple[Any, ...]]]:
    def ask(sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return store.db.execute(sql, values).fetchall()

    return ask
