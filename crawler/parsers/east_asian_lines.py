"""East Asian lines: how Chinese, Korean and Japanese pages say who wrote, in lines and at paragraphs' ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.author_head import Place
from crawler.parsers.away import is_away
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.east_asian_names import HAN, HANGUL, chinese_names, japanese_names, korean_names
from crawler.text import squeeze

EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# What one of these lines holds: looked for first.
HINT = re.compile(
    r"记者|記者|通讯员|기자|특파원|논설위원|앵커|리포터|편집위원|칼럼니스트|編集委員|論説委員|ライター|取材・文|文・写真|聞き手|[】）)]\s*$"
)
MAX_LINE = 80
# Without brackets a reporter is named in a line of its own: '记者张开嘴，没有说话。' is a sentence.
LONGEST_ALONE = 40
SENTENCE_ENDS = ("。", "！", "？", "…", "”")
OPEN_BRACKET = re.compile(r"[（(【〔\[〈]")
# How far from a paragraph's beginning a dateline reaches, and from its end a signature.
REACH = 60
MAX_NEAR = 16
MAX_BLOCKS = 400
# '记者：', '本报记者 ', '新华社记者', '（记者'; at the beginning, or in a bracket.
CHINESE_REPORTER = re.compile(
    rf"(?:^|[\s（(【〔\[〈])(?:[{HAN}]{{0,8}}(?:网|報|报|社|台|刊|讯|訊))?\s*"
    r"(?:本报|本報|本刊|本网|本社|特约|特約|见习|見習|实习|實習|首席|高级|資深|资深|驻[^\s]{2,5}|駐[^\s]{2,5}|综合|文字|财经|財經)?"
    r"(?:记者|記者|通讯员)\s*[:：/／|｜]?\s*"
)
_ROLE = (
    r"(?:(?:선임|수습|인턴|전문|객원|시민|명예|온라인|의학전문|문학전문|여행전문|대중문화)?\s?기자"
    r"|특파원|논설위원|앵커|리포터|편집위원|칼럼니스트)"
)
# '김하늘 기자', '[서울=통신] 김하늘·박서준 기자 =', '김하늘 기자 sky@gazette.example'
KOREAN_REPORTER = re.compile(
    rf"(?:^|[\s\])】|/=])([{HANGUL}]{{2,4}}(?:(?:\s?[·,、/]\s?|\s)[{HANGUL}]{{2,4}}){{0,5}}?)\s?(?:[{HANGUL}]{{2,4}}(?=특파원))?{_ROLE}(?![{HANGUL}])"
)
KOREAN_LEAD = re.compile(
    rf"\s*(?:[\[(【][^\])】]{{1,30}}[\])】]|[{HANGUL}A-Za-z]{{2,8}}\s?[=|/]|(?:글(?:\s?[·/&]\s?사진)?|취재)\s)"
)
KOREAN = re.compile(f"[{HANGUL}]")
# '（高瀬慎一）', '【高瀬慎一】', '（論説委員・高瀬慎一）', '（取材・文＝高瀬慎一）'
JAPANESE_BRACKETS = re.compile(
    r"[（(【]\s*(?:(?:本紙|社会部|政治部|経済部|論説委員|編集委員|専門記者|記者|取材・文|文・写真|文|聞き手|執筆|ライター)[・:：＝=／/\s]*)?"
    r"([^（）()【】]{2,40}?)(?:\s?記者)?\s*[）)】]\s*$"
)
_PART = r"[^（）()【】\s・]"
JAPANESE_REPORTER = re.compile(
    r"^(?:[^\s（）]{0,8}(?:部|支局|総局))?\s*(?:記者|編集委員|論説委員|専門記者|ライター|取材・文|文・写真|聞き手)[・:：＝=／/\s]+"
    r"([^（）()【】]{2,30})$"
    rf"|^(?:[^\s（）]{{0,8}}(?:部|支局|総局)[・\s]+)?({_PART}{{3,7}}|{_PART}{{1,3}}[ 　]{_PART}{{1,3}})"
    r"\s?(?:記者|編集委員|論説委員)$"
)


def east_asian(place: Place) -> list[str]:
    """Return the reporters of a Chinese, Korean or Japanese page: of a line near the headline, else of a paragraph.

    Read are lines such as '本报记者 林雨桐' and '김하늘 기자', datelines in brackets, signatures at paragraphs' ends.
    """
    if not _is_east_asian(place):
        return []
    near = islice(place.area.below, MAX_NEAR) if place.area else ()
    for line in near:
        if len(line.text) <= MAX_LINE and HINT.search(line.text) and (names := names_in(line.text)):
            return names
    return next(_of_paragraphs(place), [])


def names_in(line: str) -> list[str]:
    """Return the names in a line that says who reports, or in a paragraph that begins or ends with that.

    >>> names_in("本报记者 林雨桐"), names_in("[서울=통신] 김하늘 기자 = 바다가")
    (['林雨桐'], ['김하늘'])
    >>> names_in("潮が二度満ちた。（高瀬慎一）")
    ['高瀬慎一']
    """
    return _chinese(line) or _korean(line) or _japanese(line)


def _is_east_asian(place: Place) -> bool:
    heading = place.area.heading.text if place.area else place.page.meta_first("og:title") or ""
    return EAST_ASIAN.search(heading) is not None


def _of_paragraphs(place: Place) -> Iterator[list[str]]:
    for text, element in _paragraphs(place.page):
        names = names_in(text)
        if names and not is_away(element, place.held):
            yield names


def _paragraphs(page: Page) -> Iterator[tuple[str, HtmlElement]]:
    cut = page.once(blocks_of)
    for block in islice(cut.blocks, MAX_BLOCKS):
        if HINT.search(block.text):
            yield squeeze(block.text) or "", cut.frames.elements[block.frame]


def _chinese(line: str) -> list[str]:
    # The dateline of an agency's first paragraph, or what its last one ends with.
    for part in (line[: 2 * REACH], line[2 * REACH :][-REACH:]):
        for found in CHINESE_REPORTER.finditer(part):
            if not OPEN_BRACKET.match(found[0]) and (
                len(line) > LONGEST_ALONE or line.endswith(SENTENCE_ENDS)
            ):
                continue
            if names := chinese_names(part[found.end() :]):
                return names
    return []


def _korean(line: str) -> list[str]:
    lead = KOREAN_LEAD.match(line)
    begin = lead.end() if lead else 0
    found = KOREAN_REPORTER.search(line, 0, begin + REACH) if lead or len(line) <= MAX_LINE else None
    if found and not line[begin : found.start(1)].strip():
        return korean_names(found[1])
    for found in KOREAN_REPORTER.finditer(line, max(0, len(line) - REACH)):
        if not KOREAN.search(line, found.end()):
            return korean_names(found[1])
    return []


def _japanese(line: str) -> list[str]:
    found = JAPANESE_REPORTER.search(line) if len(line) <= MAX_LINE else None
    if found:
        return japanese_names(found[1] or found[2])
    found = JAPANESE_BRACKETS.search(line, max(0, len(line) - REACH))
    return japanese_names(found[1]) if found else []
