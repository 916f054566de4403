from collections.abc import Callable, Iterable, Sequence

from crawler.parsers.body.segmentation import Block

def own_reasons(
    parents: Sequence[int],
    places: Sequence[int],
    meanings: Sequence[int],
    reason_of: Callable[[int, int], str | None],
) -> list[str | None]: ...
def passed_down(parents: Sequence[int], own: Sequence[str | None]) -> list[str | None]: ...
def outermost(
    parents: Sequence[int], own: Sequence[str | None], reasons: Sequence[str | None]
) -> list[int]: ...
def prose_mass(
    parents: Sequence[int], blocks: Iterable[Block], weights: Iterable[float]
) -> tuple[list[float], float]: ...
