"""Runs of words: a text's words in, the lowest hashes of its runs out."""

from __future__ import annotations

try:
    from crawler._word_runs import lowest_hashes
except ImportError:
    from crawler.plain_word_runs import lowest_hashes

__all__ = ["lowest_hashes"]
