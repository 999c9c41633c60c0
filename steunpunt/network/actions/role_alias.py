"""What a role from the national list is called: by a partnership itself, or also by everybody."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.changes import field_changes
from steunpunt.network.models import Partnership, Role, RoleAlias
from steunpunt.network.queries.references import reference_of
from steunpunt.network.queries.role_aliases import national_alias, own_titles
from steunpunt.network.rules.organisation import may_edit_surroundings

from .noting import ONLY_STAFF, editing, note


def set_role_aliases(
    partnership: Partnership, titles: Mapping[Role, str], *, by: Actor, at: datetime, revision: int | None = None
) -> None:
    """What the partnership itself calls these roles; an empty title takes the own name away."""
    with editing(partnership, by=by, at=at, revision=revision):
        held = own_titles(partnership)
        before: dict[str, object] = {role.title: held.get(role.pk, "") for role in titles}
        changes = field_changes(before, {role.title: title for role, title in titles.items()})
        require(bool(changes), _("Er is niets veranderd. Pas eerst iets aan."))
        for role, title in titles.items():
            _put(role, partnership, title)
        note(partnership, "role-aliases-set", _("Eigen namen van rollen gewijzigd."), changes, by=by, at=at)


def set_national_alias(role: Role, title: str, *, by: Actor, at: datetime) -> None:
    """What the role is also called, wherever a partnership has no name of its own; the same again changes nothing."""
    require(may_edit_surroundings(by), ONLY_STAFF)
    with transaction.atomic():
        Role.objects.select_for_update().get(pk=role.pk)
        changes = field_changes({_("andere naam"): national_alias(role)}, {_("andere naam"): title})
        if changes:
            _put(role, None, title)
            summary = _("Andere naam van de rol %(role)s gewijzigd.") % {"role": role.title}
            record(by=by, at=at, deed="role-alias-set", summary=summary, subjects=[reference_of(role)], changes=changes)


def _put(role: Role, partnership: Partnership | None, title: str) -> None:
    if title:
        RoleAlias.objects.update_or_create(role=role, partnership=partnership, defaults={"title": title})
    else:
        RoleAlias.objects.filter(role=role, partnership=partnership).delete()
