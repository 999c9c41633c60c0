"""What a role from the national list is called elsewhere: by one partnership, or by everybody."""

from datetime import date

from django.db.models import Q, QuerySet

from steunpunt.network.models import Affiliation, Partnership, Role, RoleAlias, ThemeContact


def roles_in_use(partnership: Partnership, on: date) -> QuerySet[Role]:
    """The roles of its people and contacts of now and later, and those that already have a name of its own."""
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gt=on)
    used = Q(pk__in=ThemeContact.objects.filter(lasting, partnership=partnership).values("role"))
    used |= Q(pk__in=Affiliation.objects.filter(lasting, partnership=partnership).values("role"))
    return Role.objects.filter(used | Q(pk__in=aliases_of(partnership).values("role")))


def aliases_of(partnership: Partnership) -> QuerySet[RoleAlias]:
    return RoleAlias.objects.filter(partnership=partnership)


def own_titles(partnership: Partnership) -> dict[int, str]:
    """Key of the role → what the partnership itself calls it."""
    return dict(aliases_of(partnership).values_list("role_id", "title"))


def national_alias(role: Role) -> str:
    """What the role is also called wherever a partnership has no name of its own; empty when it is not."""
    return RoleAlias.objects.filter(role=role, partnership__isnull=True).values_list("title", flat=True).first() or ""
