"""Mutations: a page's bytes and dice in, the page as a broken server, template or hand would send it out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random, bytes], bytes]
"""A page, the dice and another page of the folder → the changed page."""

# A page grows by duplication, splicing and nesting; past this it is cut, so that one case stays a matter of seconds.
MAX_BYTES = 3_000_000
MOST_MUTATIONS = 5
CHARSETS = (
    "windows-1252", "iso-8859-1", "iso-8859-2", "iso-8859-15", "windows-1251", "koi8-r", "gb18030", "gbk", "big5",
    "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "utf-8-sig",
)  # fmt: skip
# What a header or a page says its charset is: true ones, misspelt ones, codecs that are no charsets.
DECLARED = (
    *CHARSETS,
    "utf-8",
    "utf8",
    "UTF-8;",
    "",
    "none",
    "x-unknown",
    "hex",
    "idna",
    "undefined",
    "a" * 500,
)
# Markup that opens, closes or claims what it should not.
MARKUP = rb"""
    < > </ <! <!-- --> <![CDATA[ ]]> <? " ' ` { } [ \ \u <div> </div> </p> </body> </html> <body> <table> <tr><td>
    <select><option> <svg><foreignObject> <math><mi> <template> <noscript> <plaintext> <textarea> <title> <iframe>
    </table> <frameset> <h1></h1> <article> <script> </script> <style> <html/lang=xx> <meta/charset=utf-16> <a/href=//>
    <base/href=http://[::1> <link/rel=canonical/href=http://a:99999999/> <a/rel=author/href=http://[>
    <time/datetime=9999-99-99> <script/type=application/ld+json> <script/type=application/json>{
    2025-13-45T99:99:99+99:99 &#x110000; &#0; &#xD800; &#99999999999; &; &lt;p&gt; &nbsp
""".split()
# Bytes that are no text, or no text of the charset; an override of direction, combining accents, odd white space.
ODD_BYTES = (
    b"\0", b"\0\0\0\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae",
    b"\xcc\x81" * 200, b"\r", b"\x0b\x0c\x1c\x1d\x85", b"<p>" * 30, b"<base href='\0'>", b"\xd9\xa1\xd9\xa2",
)  # fmt: skip
SNIPPETS = (*MARKUP, *ODD_BYTES)
# What a string of JSON-LD is replaced by.
OTHER_TYPES = (
    b"null", b"0", b"-1e999", b"[]", b"{}", b"true", b'""', b'["a",["b"]]', b'{"@id":1}', b'{"name":["x",null]}',
    b'"\\ud800"',
)  # fmt: skip
TAG = re.compile(rb"</?[a-zA-Z][^<>]{0,300}>")
ATTRIBUTE = re.compile(rb"""\s[a-zA-Z:-]+=(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')""")
JSON_LD = re.compile(rb"<script[^>]{0,200}ld\+json[^>]{0,200}>(.{0,200000}?)</script", re.DOTALL)
STRING_VALUE = re.compile(rb':\s*"[^"]{0,300}"')
META_CHARSET = re.compile(rb"charset\s*=\s*[\"']?[\w-]+", re.IGNORECASE)
TAGS = b"p div span a h1 h2 li ul table td tr b br article section aside script time figure blockquote pre x-y".split()


def mutated(page: bytes, dice: Random, other: bytes) -> bytes:
    """Return the page after one to MOST_MUTATIONS mutations drawn by the dice, at most MAX_BYTES long."""
    for _ in range(dice.randint(1, MOST_MUTATIONS)):
        page = dice.choice(MUTATIONS)(page, dice, other)[:MAX_BYTES] or b"<"
    return page


def _flip(page: bytes, dice: Random, other: bytes) -> bytes:
    changed = bytearray(page)
    for _ in range(dice.choice((1, 10, 100, len(page) // 50))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _remove(page: bytes, dice: Random, other: bytes) -> bytes:
    start, end = _span(page, dice)
    return page[:start] + page[end:]


def _duplicate(page: bytes, dice: Random, other: bytes) -> bytes:
    start, end = _span(page, dice)
    times = min(dice.choice((1, 1, 3, 50, 2_000)), 1 + MAX_BYTES // (end - start + 1))
    return page[:end] + page[start:end] * times + page[end:]


def _truncate(page: bytes, dice: Random, other: bytes) -> bytes:
    return (
        page[dice.randrange(len(page)) :] if dice.random() < 0.3 else page[: dice.randrange(1, len(page) + 1)]
    )


def _insert(page: bytes, dice: Random, other: bytes) -> bytes:
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(len(page) + 1)
        page = page[:at] + dice.choice(SNIPPETS) + page[at:]
    return page


def _swap_tags(page: bytes, dice: Random, other: bytes) -> bytes:
    tags = list(TAG.finditer(page))
    if len(tags) < 2:
        return page
    first, second = sorted(dice.sample(tags, 2), key=re.Match.start)
    between = page[first.end() : second.start()]
    return page[: first.start()] + second[0] + between + first[0] + page[second.end() :]


def _rename_tags(page: bytes, dice: Random, other: bytes) -> bytes:
    """Every element of one name becomes another's: all paragraphs tables, all links headings."""
    old, new = dice.choice(TAGS), dice.choice(TAGS)
    return re.sub(rb"(</?)" + old + rb"(?=[\s>])", rb"\1" + new, page, flags=re.IGNORECASE)


def _drop_tags(page: bytes, dice: Random, other: bytes) -> bytes:
    share = dice.choice((0.01, 0.1, 0.5))
    return TAG.sub(lambda match: b"" if dice.random() < share else match[0], page)


def _break_attributes(page: bytes, dice: Random, other: bytes) -> bytes:
    share = dice.choice((0.01, 0.2))
    return ATTRIBUTE.sub(lambda match: _broken(match[0], dice) if dice.random() < share else match[0], page)


def _broken(attribute: bytes, dice: Random) -> bytes:
    name, _, value = attribute.partition(b"=")
    return dice.choice(
        (name, name + b"=", attribute[:-1], name + b"=" + value[1:-1], name + b"=''", attribute * 3, value,
         name + b'="' + dice.choice(SNIPPETS) + b'"', name + b'="' + value[1:-1] * 200 + b'"', b" hidden" + attribute)
    )  # fmt: skip


def _nest(page: bytes, dice: Random, other: bytes) -> bytes:
    at, depth = dice.randrange(len(page) + 1), dice.choice((50, 300, 3_000, 30_000))
    tag = dice.choice(TAGS)
    closed = b"</%b>" % tag * depth if dice.random() < 0.5 else b""
    return page[:at] + b"<%b>" % tag * depth + b"A sentence that stands deep. " + closed + page[at:]


def _charset(page: bytes, dice: Random, other: bytes) -> bytes:
    """The page in another charset, as a rule without saying so."""
    text = page.decode("utf-8", "replace")
    if dice.random() < 0.3:
        text = META_CHARSET.sub(lambda _: b"charset=" + dice.choice(DECLARED).encode(), page).decode(
            "utf-8", "replace"
        )
    name = dice.choice(CHARSETS)
    mark = codecs.BOM_UTF8 if dice.random() < 0.1 else b""
    return mark + text.encode(name, dice.choice(("replace", "ignore", "xmlcharrefreplace")))


def _declare(page: bytes, dice: Random, other: bytes) -> bytes:
    says = b"charset=" + dice.choice(DECLARED).encode()
    return (
        META_CHARSET.sub(says, page, count=1) if META_CHARSET.search(page) else b"<meta " + says + b">" + page
    )


def _break_json(page: bytes, dice: Random, other: bytes) -> bytes:
    found = list(JSON_LD.finditer(page))
    if not found:
        return page
    block = dice.choice(found)
    broken = dice.choice(JSON_BREAKERS)(block[1], dice)
    return page[: block.start(1)] + broken + page[block.end(1) :]


def _other_types(text: bytes, dice: Random) -> bytes:
    """Strings of a JSON text become numbers, lists, objects or null."""
    values = (
        b"null",
        b"0",
        b"-1e999",
        b"[]",
        b"{}",
        b"true",
        b'""',
        b'["a",["b"]]',
        b'{"@id":1}',
        b'{"name":["x",null]}',
        b'"\\ud800"',
    )
    return re.sub(
        rb':\s*"[^"]{0,300}"',
        lambda match: b":" + dice.choice(values) if dice.random() < 0.3 else match[0],
        text,
    )


JSON_BREAKERS: tuple[Callable[[bytes, Random], bytes], ...] = (
    lambda text, dice: text[: dice.randrange(len(text) + 1)],
    lambda text, dice: text.replace(b'"', b"'", dice.randint(1, 50)),
    lambda text, dice: text.replace(b",", b",,", dice.randint(1, 5)),
    lambda text, dice: text.replace(b"}", b"", dice.randint(1, 3)),
    lambda text, dice: b'{"@graph":[' * dice.choice((10, 5_000)) + text,
    lambda text, dice: b"[" + b",".join([text] * dice.choice((2, 30))) + b"]",
    lambda text, dice: text.replace(b'"', b"&quot;"),
    lambda text, dice: text.replace(b"\\", b"").replace(b'":"', b'":"\\x'),
    _other_types,
)  # fmt: skip


def _splice(page: bytes, dice: Random, other: bytes) -> bytes:
    """Two pages in one: the head of one before the body of another, or one in the middle of the other."""
    cut, other_cut = dice.randrange(len(page)), dice.randrange(len(other))
    return dice.choice((page[:cut] + other[other_cut:], page[:cut] + other + page[cut:], page + other))


def _shuffle(page: bytes, dice: Random, other: bytes) -> bytes:
    lines = page.split(b"<div")
    dice.shuffle(lines)
    return b"<div".join(lines)


def _span(page: bytes, dice: Random) -> tuple[int, int]:
    start = dice.randrange(len(page))
    return start, min(len(page), start + dice.choice((1, 20, 500, 5_000, 50_000)))


MUTATIONS: tuple[Mutation, ...] = (
    _flip, _remove, _duplicate, _truncate, _insert, _insert, _swap_tags, _rename_tags, _drop_tags, _break_attributes,
    _nest, _charset, _declare, _break_json, _break_json, _splice, _shuffle,
)  # fmt: skip
