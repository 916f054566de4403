from collections.abc import Mapping

from crawler.parsers.body.class_words import Node

class Phrases:
    def __init__(self, phrases: Mapping[bytes, Node], longest: int) -> None: ...
    def meanings(self, lines: list[str | None]) -> list[int]: ...
