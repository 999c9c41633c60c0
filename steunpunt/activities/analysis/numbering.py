"""Numbers for the things in one contribution: each keeps its own when the contribution is handed in again.

Others point to them (a support, a wish put under another), so a thing that was changed is a new thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from steunpunt.activities.kind import Content


def numbered(rows: Iterable[Mapping[str, Any]], before: Content, name: str, by: Sequence[str]) -> dict[str, Any]:
    """The rows under their name, each with its number, and the number that comes next."""

    def key(row: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(row[part] for part in by)

    numbers = {key(row): row["n"] for row in before.get(name, ())}
    following, found = int(before.get("next", 1)), []
    for row in rows:
        number = numbers.pop(key(row), following)
        following = max(following, number + 1)
        found.append({"n": number, **row})
    return {name: found, "next": following}
