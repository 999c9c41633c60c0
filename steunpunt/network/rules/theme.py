"""What can be so in the tree of themes."""

from steunpunt.network.models import Theme
from steunpunt.network.queries.trees import theme_is_below


def can_stand_under(theme: Theme, parent: Theme) -> bool:
    """Not under itself, and not under what stands below it."""
    return theme.pk is None or (theme.pk != parent.pk and not theme_is_below(parent, theme))
