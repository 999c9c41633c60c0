"""From where people may say that they come."""

from datetime import date

from steunpunt.foundation.access import Actor
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import partnership_names


def partnerships_to_name(day: date) -> list[tuple[int, str]]:
    """All partnerships with their names of a day, in the order of the alphabet."""
    found = partnership_names(visible_partnerships(Actor.visitor()).values_list("pk", flat=True), day)
    return sorted(found.items(), key=lambda pair: str(pair[1]).lower())
