from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.parsers.plain_laid_lines import Line

def laid_lines(elements: Iterator[HtmlElement], limit: int) -> Iterator[Line]: ...
def flow(pieces: list[str]) -> str: ...
