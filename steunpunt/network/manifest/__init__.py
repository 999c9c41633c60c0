"""What the network pins on the boards, by subject."""

from . import map, opendata, organisations, partnerships, people, projects, themes, work  # noqa: F401
