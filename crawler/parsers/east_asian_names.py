"""East Asian names: the text beside 'reporter' in a Chinese, Korean or Japanese line in, the people's names out."""

from __future__ import annotations

import re

from crawler.parsers.east_asian_surnames import (
    CHINESE,
    CHINESE_PAIRS,
    JAPANESE_ENDS,
    KOREAN,
    KOREAN_PAIRS,
)

MAX_NAMES = 8
HAN = "\u3400-\u9fff々"
KANA = "\u3041-\u30fe"
HANGUL = "\uac00-\ud7a3"

_SINGLE = "".join(sorted(CHINESE))
_CHINESE = rf"(?:(?:{'|'.join(CHINESE_PAIRS)})[{HAN}]{{1,2}}|[{_SINGLE}][{HAN}]{{1,2}}|[{_SINGLE}]\s[{HAN}])"
_KOREAN = rf"(?:(?:{'|'.join(KOREAN_PAIRS)})[{HANGUL}]{{1,2}}|[{''.join(sorted(KOREAN))}][{HANGUL}]{{1,2}})"
_BETWEEN = r"[\s、，,·・/／]{1,3}"
CHINESE_NAMES = re.compile(rf"{_CHINESE}(?:{_BETWEEN}{_CHINESE}){{0,{MAX_NAMES}}}(?![{HAN}])")
# '記者林雨桐台北報導': three characters are the name, as most names have, where a place and a verb follow.
CHINESE_BEFORE_PLACE = re.compile(
    rf"[{_SINGLE}][{HAN}]{{2}}(?=[{HAN}]{{2,4}}?\d{{0,2}}日?(?:报道|報導|综合报道|綜合報導|电|電|专电|專電|专访|專訪)(?![{HAN}]))"
)
KOREAN_NAMES = re.compile(rf"{_KOREAN}(?:{_BETWEEN}{_KOREAN}){{0,{MAX_NAMES}}}")
# A given name's last character tells a name from words, unless a blank parts two names: '高瀬 慎一'.
JAPANESE_NAME = re.compile(
    rf"[{HAN}][{HAN}ヶケノ]{{0,2}}[ 　][{HAN}{KANA}]{{1,3}}"
    rf"|[{HAN}][{HAN}ヶケノ]{{1,3}}(?:[{''.join(sorted(JAPANESE_ENDS))}]|[ぁ-ん]{{2,3}})"
)
_CHINESE_ONE = re.compile(_CHINESE)
_KOREAN_ONE = re.compile(_KOREAN)
# What is written like a Korean name before 'reporter' and is none: '담당 기자', '방송 기자'.
NO_KOREAN_NAMES = frozenset(
    """
    현장 전담 한국 방송 신문 정치 경제 사회 주요 주재 편집 선임 인턴 전문 여성 남성 국내 모든 다른 동료 담당
    취재 사진 영상 일본 본지 외신 시민 명예 수습 기존 전직 현직 고참 유명 지역 주간 일간 월간 문화 연예 차장
    부장 전임 신입 상주 이번 어느 어떤 우리 자사 타사 김모 이모 박모 청소년 어린이 대학생 전국부 사회부 정치부
    경제부 문화부 국제부 산업부
    """.split()
)
# What stands in brackets at the end of a Japanese paragraph and is no name.
NO_JAPANESE_NAMES = re.compile(
    r"共同|時事|通信|新聞|提供|写真|撮影|敬称|編集|配信|取材班|関連|続き|無料|有料|税込|午前|午後|東京|大阪|日本|参照|出典|資料|一部|以下|記事|動画|画像"
    r"|大学|学校|会社|協会|学会|研究|[省庁市県区町村社店部]$"
)


def chinese_names(text: str) -> list[str]:
    """Return the names that a text begins with; what goes on as a sentence begins with none.

    >>> chinese_names("林雨桐、陈建国 报道"), chinese_names("林雨桐台北報導"), chinese_names("了解到")
    (['林雨桐', '陈建国'], ['林雨桐'], [])
    """
    found = CHINESE_NAMES.match(text)
    if found:
        return [re.sub(r"\s", "", name) for name in _CHINESE_ONE.findall(found[0])]
    found = CHINESE_BEFORE_PLACE.match(text)
    return [found[0]] if found else []


def korean_names(text: str) -> list[str]:
    """Return the names that a text is; none where it is a word that goes before 'reporter'.

    >>> korean_names("김하늘·박서준"), korean_names("현장")
    (['김하늘', '박서준'], [])
    """
    text = text.strip()
    if not KOREAN_NAMES.fullmatch(text):
        return []
    names = _KOREAN_ONE.findall(text)
    return [] if NO_KOREAN_NAMES.intersection(names) else names


def japanese_names(text: str) -> list[str]:
    """Return the names that a text is, parted by dots or commas.

    >>> japanese_names("高瀬慎一、小川 みどり"), japanese_names("写真はすべて提供")
    (['高瀬慎一', '小川 みどり'], [])
    """
    parts = [part.strip() for part in re.split(r"[、，,・／/]", text) if part.strip()]
    are_names = 0 < len(parts) <= MAX_NAMES and all(
        JAPANESE_NAME.fullmatch(part) and not NO_JAPANESE_NAMES.search(part) for part in parts
    )
    return parts if are_names else []
