from collections.abc import Iterable, Mapping

from crawler.parsers.body.class_words import Node

class Phrases:
    def __init__(self, phrases: Mapping[bytes, Node], longest: int) -> None: ...
    def looked_up(self, lines: Iterable[str]) -> dict[str, int]: ...
