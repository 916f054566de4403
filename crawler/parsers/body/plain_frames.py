"""Plain frames: the loops over all frames of a page, as they are where nothing is compiled."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from crawler.parsers.body.segmentation import Block


def own_reasons(
    parents: Sequence[int],
    places: Sequence[int],
    meanings: Sequence[int],
    reason_of: Callable[[int, int], str | None],
) -> list[str | None]:
    """Return for each frame why it is furniture by its own place and names, None where it is not."""
    reasons: list[str | None] = []
    for parent, place, meaning in zip(parents, places, meanings, strict=True):
        own = place & ~places[parent] if place and parent >= 0 else place
        reasons.append(reason_of(own, meaning) if own or meaning else None)
    return reasons


def passed_down(parents: Sequence[int], own: Sequence[str | None]) -> list[str | None]:
    """Return for each frame its outermost reason: that of what it stands in, else its own."""
    reasons: list[str | None] = []
    for parent, reason in zip(parents, own, strict=True):
        reasons.append((reasons[parent] if parent >= 0 else None) or reason)
    return reasons


def outermost(parents: Sequence[int], own: Sequence[str | None], reasons: Sequence[str | None]) -> list[int]:
    """Return the frames with a reason of their own that stand in none with a reason."""
    return [
        frame
        for frame, reason in enumerate(own)
        if reason and (parents[frame] < 0 or not reasons[parents[frame]])
    ]


def outside_of(parents: Sequence[int], tags: Sequence[str], inner: Collection[str]) -> list[int]:
    """Return for each frame the innermost one around it, itself included, whose tag is none of some inner ones.

    The root is found whatever its tag.
    """
    found: list[int] = []
    for frame, (parent, tag) in enumerate(zip(parents, tags, strict=True)):
        found.append(found[parent] if parent >= 0 and tag in inner else frame)
    return found


def marked_below(parents: Sequence[int], meanings: Sequence[int], flag: int, top: int) -> list[bool]:
    """Return for each frame whether it or one around it has a meaning; the top frame has none, whatever it is in."""
    found: list[bool] = []
    for frame, (parent, meaning) in enumerate(zip(parents, meanings, strict=True)):
        is_marked = meaning & flag != 0 or (parent >= 0 and found[parent])
        found.append(frame != top and is_marked)
    return found


def prose_mass(
    parents: Sequence[int], blocks: Iterable[Block], weights: Iterable[float]
) -> tuple[list[float], float]:
    """Return the prose in each frame with all below it, and the page's."""
    mass = [0.0] * len(parents)
    for block, weight in zip(blocks, weights, strict=True):
        if weight and mass:
            mass[block.frame] += weight
    # Most frames hold none.
    for frame in range(len(parents) - 1, 0, -1):
        if mass[frame] and parents[frame] >= 0:
            mass[parents[frame]] += mass[frame]
    return mass, (mass[0] if mass else 0.0)
