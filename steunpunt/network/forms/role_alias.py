"""The form in which a partnership says what it calls the roles from the national list."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst

from steunpunt.foundation.ui.fields import RevisedForm
from steunpunt.network.models import Role


class RoleAliasForm(RevisedForm):
    """One own name for each role; empty means that it is called as in the national list."""

    def __init__(self, *args: Any, roles: Iterable[Role], titles: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roles = list(roles)
        for role in self.roles:
            self.fields[_name(role)] = forms.CharField(
                label=capfirst(role.title),
                max_length=80,
                required=False,
                help_text=role.description,
                initial=titles.get(role.pk, ""),
            )

    def titles(self) -> dict[Role, str]:
        return {role: self.cleaned_data[_name(role)] for role in self.roles}


def _name(role: Role) -> str:
    return f"role_{role.pk}"
