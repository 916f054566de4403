"""Packed answers: what they hold, and bombs of every kind."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.middlewares.decompress import Decompress, inflated
from crawler.middlewares.failures import TOO_LARGE, ending
from crawler.middlewares.refusal import Refused

LIMIT = 100_000
Pack = Callable[[bytes], bytes]


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def twice(body: bytes) -> bytes:
    return gzip.compress(gzip.compress(body))


def members(body: bytes) -> bytes:
    return b"".join(gzip.compress(body[at : at + 1_000]) for at in range(0, len(body), 1_000))


PACKS: list[tuple[str, Pack]] = [
    ("gzip", gzip.compress), ("x-gzip", gzip.compress), ("gzip", members), ("gzip, gzip", twice),
    ("deflate", zlib.compress), ("deflate", raw_deflate), ("br", brotli.compress), ("zstd", zstd.compress),
]  # fmt: skip


def unpacked(encoding: str, body: bytes) -> bytes:
    url = "https://news.example/"
    made = Decompress.from_crawler(get_crawler(settings_dict={"DOWNLOAD_MAXSIZE": LIMIT}))
    answer = made.process_response(
        Request(url), Response(url, headers={"Content-Encoding": encoding}, body=body)
    )
    assert isinstance(answer, Response)
    return answer.body


@pytest.mark.parametrize(("encoding", "pack"), PACKS)
def test_what_was_packed_comes_out(encoding: str, pack: Pack) -> None:
    page = b"<p>The tide came twice.</p>" * 100
    assert unpacked(encoding, pack(page)) == page


@pytest.mark.parametrize(("encoding", "pack"), PACKS)
def test_a_bomb_is_refused_and_not_unpacked_further(encoding: str, pack: Pack) -> None:
    bomb = pack(b"<p>tide</p>" * 300_000)
    with pytest.raises(IgnoreRequest) as refused:
        unpacked(encoding, bomb)
    assert ending(refused.value) == ("rejected", TOO_LARGE)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP"])
def test_what_is_said_to_be_packed_and_is_not_is_taken_as_it_is(encoding: str) -> None:
    page = b"\n<p>The tide came twice.</p>"
    assert unpacked(encoding, page) == page


def test_what_is_packed_over_and_over_is_refused_unseen() -> None:
    with pytest.raises(Refused, match="packed 40 times"):
        unpacked(", ".join(["gzip"] * 40), b"anything")


def test_a_bomb_inside_a_small_packet_is_refused() -> None:
    with pytest.raises(IgnoreRequest):
        unpacked("br, gzip", gzip.compress(brotli.compress(b"0" * 10_000_000)))


def test_what_is_broken_is_said_to_be() -> None:
    with pytest.raises(OSError, match="broken"):
        inflated(b"this was never packed", LIMIT)


def test_what_hardly_packs_at_all_is_unpacked_as_a_whole() -> None:
    noise = os.urandom(3_000_000)
    assert inflated(zlib.compress(noise, 1), len(noise)) == noise
