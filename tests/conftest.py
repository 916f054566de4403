"""Fixtures that the tests of every room share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def fixtures_path() -> Path:
    """The folder of pages of our own writing."""
    return Path(__file__).parents[1] / "fixtures"
