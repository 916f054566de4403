"""Laid lines: elements in, the lines of text that a browser lays out of them out."""

from __future__ import annotations

from crawler.compiled import UNUSABLE
from crawler.parsers.plain_laid_lines import Line

try:
    from crawler.parsers._lines import laid_lines
except UNUSABLE:
    from crawler.parsers.plain_laid_lines import laid_lines

__all__ = ["Line", "laid_lines"]
