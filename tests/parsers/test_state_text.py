"""State text: pages whose text stands only in a script; every content system's shape, and never another's article."""

import json
import time

import pytest
from pages import json_ld, page

from crawler.items import Article
from crawler.page import Page
from crawler.parsers.article import article_of

TITLE = "The tide that came twice"
FIRST = (
    "The harbour wall held through the night, and in the morning the fishermen counted their boats twice before they "
    "believed that all of them were there, tied up where they had been left."
)
SECOND = (
    "Nobody on the quay could remember a second flood within the hour. The tide gauge, which is read by hand, shows a "
    "gap of forty minutes because its keeper had gone to wake the others."
)
THIRD = "It will be read by two people from now on, the harbour office says, one of whom stays. The other may run."
HEADING = "Forty minutes"
TEXT = "\n\n".join((FIRST, HEADING, SECOND, THIRD))


def shell(script: str, head: str = f"<title>{TITLE} | The Gazette</title>", text: str = "") -> Page:
    return page(f"<div id=app>{text}</div>{script}", head)


def state(value: object) -> Article:
    return article_of(shell(f"<script type=application/json>{json.dumps(value)}</script>"))


def leaf(text: str) -> dict[str, str]:
    return {"type": "text", "text": text}


MARKUP = f"<p>{FIRST}</p><h2>{HEADING}</h2><p>{SECOND}</p><p>{THIRD}</p>"
TYPED = {
    "elements with their text": [
        {"type": "paragraph", "content": FIRST},
        {"type": "header", "level": 2, "content": HEADING},
        {
            "type": "image",
            "content": "A wall. It is a very old wall, and it has stood here for two hundred years.",
        },
        {"type": "paragraph", "content": SECOND},
        {
            "type": "newsletter_signup",
            "content": "Sign up for our letter. It comes every Friday, with the tides.",
        },
        {"type": "paragraph", "content": THIRD},
    ],
    "rich text as a tree": {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [leaf(FIRST[:30]), leaf(FIRST[30:])]},
            {"type": "heading", "attrs": {"level": 2}, "content": [leaf(HEADING)]},
            {"type": "paragraph", "content": [leaf(SECOND)]},
            {"type": "paragraph", "content": [leaf(THIRD)]},
        ],
    },
    "blocks with a style": [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": FIRST}]},
        {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": HEADING}]},
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": SECOND}]},
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": THIRD}]},
    ],
    "groups of blocks in models": {
        "blocks": [
            {"type": "image", "model": {"blocks": [{"type": "caption", "model": {"text": "Boats. " * 30}}]}},
            {"type": "text", "model": {"blocks": [{"type": "paragraph", "model": {"text": FIRST}}]}},
            {"type": "subheadline", "model": {"blocks": [{"type": "text", "model": {"text": HEADING}}]}},
            {
                "type": "text",
                "model": {
                    "blocks": [
                        {"type": "paragraph", "model": {"text": SECOND, "blocks": [{"type": "fragment"}]}},
                        {"type": "paragraph", "model": {"text": THIRD, "blocks": [{"type": "fragment"}]}},
                    ]
                },
            },
        ]
    },
    "blocks with a name": [
        {"name": "core/paragraph", "attributes": {"content": FIRST}},
        {"name": "core/heading", "attributes": {"level": 2, "content": HEADING}},
        {"name": "core/paragraph", "attributes": {"content": SECOND}},
        {"name": "core/paragraph", "attributes": {"content": THIRD}},
    ],
    "markup as a tree": {
        "json": [
            {"type": "p", "children": [{"type": "text", "data": FIRST}]},
            {"type": "h2", "children": [{"type": "text", "data": HEADING}]},
            {"type": "p", "children": [{"type": "text", "data": SECOND}]},
            {"type": "p", "children": [{"type": "text", "data": THIRD}]},
        ]
    },
    "text keys of their own": [
        {"type": "textBlockArray", "items": [{"type": "htmlTextItem", "htmlText": f"<p>{FIRST}</p>"}]},
        {"type": "textBlockArray", "items": [{"type": "htmlTextItem", "htmlText": f"<h2>{HEADING}</h2>"}]},
        {
            "type": "textBlockArray",
            "items": [{"type": "htmlTextItem", "htmlText": f"<p>{SECOND}</p><p>{THIRD}</p>"}],
        },
    ],
    "markup": MARKUP,
}


@pytest.mark.parametrize("content", TYPED.values(), ids=TYPED.keys())
def test_every_shape_of_content(content: object) -> None:
    found = state({"props": {"menu": ["News", "Sea"], "story": {"title": TITLE, "content": content}}})
    assert found.body == TEXT
    assert found.body_markdown == TEXT.replace(HEADING, f"## {HEADING}")
    assert found.provenance["body"].source == "state"


STATE = json.dumps({"story": {"headline": TITLE, "body": MARKUP}})
SCRIPTS = {
    "assigned": f"<script>window.__INITIAL_STATE__ = {STATE};</script>",
    "assigned behind code": f"<script>var a=[],b=function(){{return [1]}};Site.globalContent={STATE};b();</script>",
    "undefined in it": f'<script>window.__STATE__={STATE[:-1]}, "video": undefined}}</script>',
    "a string of JSON": f"<script>window.__DATA__={json.dumps(STATE)}</script>",
    "parsed from a string": f"<script>window.__DATA__ = JSON.parse({json.dumps(STATE)})</script>",
    "handed on": f"<script>(window.q = window.q || []).push({STATE})</script>",
    "places of a flat list": "<script type=application/json>"
    + json.dumps([["Reactive", 1], {"story": 2}, {"headline": 3, "body": 4}, TITLE, MARKUP])
    + "</script>",
    "streamed rows": "<script>self.__next_f.push("
    + json.dumps([1, f"1a:T{len(MARKUP.encode()):x},"])
    + ")</script><script>self.__next_f.push("
    + json.dumps(
        [
            1,
            MARKUP
            + '\n5:["$","$L2",null,'
            + json.dumps({"story": {"headline": TITLE, "body": "$1a"}})
            + "]\n",
        ]
    )
    + ")</script>",
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_every_way_to_hold_a_state(script: str) -> None:
    assert article_of(shell(script)).body == TEXT


FOREIGN = {
    "another headline": {"story": {"title": "Bakers strike for sleep", "content": MARKUP}},
    "another's, beside this page's head": {
        "page": {"title": TITLE, "more": [{"title": "Bakers strike for sleep", "content": MARKUP}]}
    },
    "no headline at all": {"terms": {"text": MARKUP}},
    "the author's": {"story": {"title": TITLE, "author": {"about": MARKUP}}},
    "code": {"title": TITLE, "template": "{% if tide %} function tide() { return 'high. ' } " * 30},
    "a teaser": {"title": TITLE, "content": f"<p>{SECOND}</p>"},
}


@pytest.mark.parametrize("value", FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_not_this_pages_text_stays_out(value: object) -> None:
    assert state(value).body == ""


def test_the_text_of_this_page_is_found_beside_longer_ones() -> None:
    others = [{"title": f"Bakers strike for sleep, day {day}", "content": MARKUP * 3} for day in range(4)]
    assert state([*others, {"title": TITLE, "content": MARKUP}, *others]).body == TEXT


@pytest.mark.parametrize(
    "key", ["comments", "discussion", "replies", "nextArticle", "moreStories", "cookieNotice"]
)
def test_what_stands_beside_the_article_is_not_its_text(key: str) -> None:
    assert state({"title": TITLE, "content": None, key: [{"user": "ada", "content": MARKUP}]}).body == ""


def test_what_a_query_asks_for_besides_does_not_name_its_answer() -> None:
    key = 'body({"rows": [{"type": "newsletter"}, {"type": "comments"}]})'
    assert state({"title": TITLE, key: {"html": MARKUP}}).body == TEXT


def test_a_headline_in_few_characters_is_one() -> None:
    """Eight Han characters say as much as a Latin headline; the other text has such a headline of its own."""
    title, other = "潮水一夜来了两次", "面包师罢工要求休息"
    script = json.dumps([{"title": other, "content": MARKUP * 2}, {"title": title, "content": MARKUP}])
    shown = shell(f"<script type=application/json>{script}</script>", f"<title>{title}</title>")
    assert article_of(shown).body == TEXT


def test_a_text_that_begins_as_the_page_is_described_is_its_own() -> None:
    head = f'<title>Home</title><meta name=description content="{FIRST[:80]}">'
    script = f"<script type=application/json>{json.dumps({'a': {'b': MARKUP}})}</script>"
    assert article_of(shell(script, head)).body == TEXT


def test_a_printed_text_is_not_replaced() -> None:
    printed = "".join(f"<p>{SECOND} That was on day {day} of the count.</p>" for day in range(5))
    more = "".join(f"<p>{FIRST} That was on day {day} of the count.</p>" for day in range(50))
    script = f"<script type=application/json>{json.dumps({'title': TITLE, 'content': more})}</script>"
    found = article_of(page(f"<main><h1>{TITLE}</h1>{printed}</main>{script}", f"<title>{TITLE}</title>"))
    assert found.provenance["body"].source == "dom"
    assert found.body.count(SECOND) == 5


def test_a_state_that_contradicts_article_body_loses() -> None:
    node = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "articleBody": f"Bakers strike for sleep. {THIRD} {THIRD} {THIRD}",
    }
    script = f"<script type=application/json>{STATE}</script>"
    found = article_of(shell(script, f"<title>{TITLE}</title>{json_ld(json.dumps(node))}"))
    assert found.provenance["body"].source == "json-ld"


def test_placeholders_are_no_text() -> None:
    content = f"<p>{FIRST}</p>$$ARTICLE_AD$$<h2>{HEADING}</h2><p>{SECOND}</p><p>{{{{newsletter}}}}</p><p>{THIRD}</p>"
    assert state({"title": TITLE, "content": content}).body == TEXT


@pytest.mark.parametrize(
    "script",
    [
        '={"a":' * 200_000,
        "=[" * 500_000,
        '="{' * 300_000,
        "={" + '"a":[1],' * 300_000,
        json.dumps(
            {
                "title": TITLE,
                "content": [{"type": "text", "content": [{"type": "p", "content": []}] * 9}] * 20_000,
            }
        ),
        "[1," + '{"a":' * 500 + '"x"' + "}" * 500 + "]",
        'self.__next_f.push([1,"' + "1:T5," * 100_000 + '"])',
        json.dumps([["Reactive", 1], {"a": 1, "b": 2}, {"c": 1, "d": 2}]) + " " * 500,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_states_are_left_soon(script: str) -> None:
    for kind in ("application/json", "text/javascript"):
        started = time.process_time()
        assert article_of(shell(f"<script type={kind}>{script}</script>")).body == ""
        assert time.process_time() - started < 2
