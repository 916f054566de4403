"""Seek: an element and what is looked for in, those that are it out, from a walk that stops at the last one wanted."""

from __future__ import annotations

from crawler.compiled import UNUSABLE

try:
    from crawler.parsers._seek import links_whose, next_behind, numbered_texts
except UNUSABLE:
    from crawler.parsers.plain_seek import links_whose, next_behind, numbered_texts

__all__ = ["links_whose", "next_behind", "numbered_texts"]
