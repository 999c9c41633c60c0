"""Kilometres between two points in the Netherlands, as the crow flies."""

from math import cos, hypot, radians

KM_PER_DEGREE = 111.2


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Flat-earth distance; within the country it is right to one in a thousand."""
    north = (other[0] - one[0]) * KM_PER_DEGREE
    east = (other[1] - one[1]) * KM_PER_DEGREE * cos(radians((one[0] + other[0]) / 2))
    return hypot(north, east)
