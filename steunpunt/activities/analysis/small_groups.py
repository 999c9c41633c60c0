"""From how many people up something may be shown, so that nobody is found, also not by taking one number from another."""

from collections.abc import Iterable, Mapping

FEWEST = 5
"""A distribution of fewer people than this says too much about each of them."""


def enough(count: int) -> bool:
    return count >= FEWEST


def hides_nobody(rest: int) -> bool:
    """Whether those who stay over when the shown ones are taken away are nobody, or enough of them."""
    return rest == 0 or enough(rest)


def parts_to_show(sizes: Mapping[str, int], total: int) -> tuple[str, ...]:
    """Which parts of a shown whole may be shown beside it; parts do not overlap, and need not make up the whole.

    A part of fewer than five is hidden. When those hidden would be fewer than five together, they could be found
    from the whole and the shown parts: then the smallest shown part is hidden as well.
    """
    if not enough(total):
        return ()
    shown = [name for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])) if enough(size)]
    if shown and not hides_nobody(total - sum(sizes[name] for name in shown)):
        shown.pop()
    return tuple(sorted(shown))


def may_name(cells: Iterable[tuple[int, int]]) -> bool:
    """Whether names may stand beside the cells, each given as how many are in it and how many of them by name."""
    return all(hides_nobody(size - named) for size, named in cells)
