from lxml.html import HtmlElement

from crawler.parsers.body.segmentation import Segmentation

def walk(root: HtmlElement) -> Segmentation: ...
