"""Two editors of one row in the back office: the form remembers what its editor saw, and tells what changed since."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db.models import Model
from django.forms import CharField, HiddenInput, ModelForm
from django.utils.translation import gettext as _

from steunpunt.network.actions.telling import readable


class SeenForm(ModelForm):
    """A form on a row that carries a digest of what stood there when it was opened."""

    seen = CharField(widget=HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = _digest(self.initial)

    def names(self) -> list[str]:
        """Its fields that are columns of the row."""
        known = {field.name for field in self._meta.model._meta.get_fields()}
        return [name for name in self.fields if name in known]

    def missed(self, held: Model) -> str:
        """A sentence when somebody changed the row since this form was opened; from then on it has seen that too."""
        fresh = type(self)(self.data, instance=held)
        if self.cleaned_data["seen"] in ("", fresh.initial["seen"]):
            return ""
        data: Any = self.data
        data = data.copy()
        data["seen"] = fresh.initial["seen"]
        self.data = data
        return _told(fresh, held)


def _digest(facts: Mapping[str, Any]) -> str:
    return sha256(json.dumps(dict(facts), sort_keys=True, default=str).encode()).hexdigest()[:20]


def _told(fresh: SeenForm, held: Model) -> str:
    names = [name for name in fresh.changed_data if name != "seen"]
    stands = [
        _("%(field)s “%(value)s”")
        % {"field": str(fresh.fields[name].label).lower(), "value": _words(fresh, held, name)}
        for name in names
    ]
    return _(
        "Iemand anders heeft dit gewijzigd terwijl jij bezig was. Nu staat er: %(stands)s. "
        "Wat jij invulde staat hieronder nog. Kijk of het nog klopt en bewaar dan opnieuw."
    ) % {"stands": "; ".join(stands) or _("precies wat jij invulde")}


def _words(fresh: SeenForm, held: Model, name: str) -> object:
    value = readable(held, name) if name in fresh.names() else fresh.initial[name]
    return _("leeg") if value in (None, "") else value
