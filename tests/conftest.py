"""Fixtures that the tests of every room share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def fixtures_path() -> Path:
    """The folder of pages of our own writing."""
    return Path(__file__).parents[1] / "fixtures"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are named by their place: what is packed or random may differ from one test process to the next."""
    return argname if isinstance(val, bytes) and not (val.isascii() and len(val) < 60) else None
