from collections.abc import Iterable

from lxml.html import HtmlElement

from crawler.plain_told import Told

def told(root: HtmlElement) -> Iterable[Told]: ...
