"""Forms for members: joining, moving between core and shell, leaving, and mending what is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import ChoiceFromList, DayField, RevisedForm
from steunpunt.network.models import Membership, MembershipRole, Organisation, Partnership, Ring
from steunpunt.network.rules.partnership import roles_for

RINGS = [(Ring.CORE.value, _("Kern")), (Ring.SHELL.value, _("Schil"))]
RING_HELP = _("Alleen voor scholen. Wat kern en schil bij jullie betekenen, spreken jullie samen af.")
ROLES = [
    ("", _("Vanzelf: past bij de soort organisatie")),
    *((value, str(label).capitalize()) for value, label in MembershipRole.choices),
]
UNKNOWN = _("Ik weet de begindatum niet precies")
UNKNOWN_HELP = _("Dan staat er op de site: in elk geval sinds deze dag.")


def _with_ring(form: forms.Form, role: str, ring: str) -> str:
    """A school has a ring, others have none."""
    if role != MembershipRole.SCHOOL:
        return ""
    if not ring:
        form.add_error("ring", _("Kies kern of schil."))
    return ring


class JoinForm(RevisedForm):
    """An organisation from the list joins."""

    organisation = ChoiceFromList(label=_("School of organisatie"))
    role = forms.ChoiceField(label=_("Doet mee als"), choices=ROLES, required=False)
    ring = forms.ChoiceField(
        label=_("Kern of schil"), choices=RINGS, widget=forms.RadioSelect, required=False, help_text=RING_HELP
    )
    valid_from = DayField(label=_("Doet mee vanaf"), help_text=_("Mag ook een dag in de toekomst zijn."))
    begin_unknown = forms.BooleanField(label=UNKNOWN, help_text=UNKNOWN_HELP, required=False)

    def membership(self, partnership: Partnership, organisation: Organisation) -> Membership | None:
        """The row to add, not saved; None after adding an error when a school has no ring."""
        facts = self.cleaned_data
        role = facts["role"] or next(iter(roles_for(organisation)), "")
        ring = _with_ring(self, role, facts["ring"])
        if self.errors:
            return None
        return Membership(
            partnership=partnership,
            organisation=organisation,
            role=role,
            ring=ring,
            valid_from=facts["valid_from"],
            begin_unknown=facts["begin_unknown"],
        )


class MoveForm(RevisedForm):
    """The day from which a school is in the other ring."""

    valid_from = DayField(
        label=_("Vanaf"), help_text=_("Tot die dag blijft de school staan waar zij nu staat, ook op de kaart.")
    )


class MendForm(RevisedForm):
    """What stands there is wrong: role, ring and period as they should have been."""

    role = forms.ChoiceField(label=_("Doet mee als"), choices=ROLES[1:])
    ring = forms.ChoiceField(
        label=_("Kern of schil"), choices=RINGS, widget=forms.RadioSelect, required=False, help_text=RING_HELP
    )
    valid_from = DayField(
        label=_("Doet mee vanaf"), required=False, help_text=_("Laat leeg als niemand weet sinds wanneer.")
    )
    begin_unknown = forms.BooleanField(label=UNKNOWN, help_text=UNKNOWN_HELP, required=False)
    valid_until = DayField(
        label=_("Tot"),
        required=False,
        help_text=_("De eerste dag dat de school niet meer meedoet. Leeg: doet nog mee."),
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or self.cleaned_data
        facts["ring"] = _with_ring(self, facts.get("role", ""), facts.get("ring", ""))
        return facts

    def corrected(self) -> Membership:
        names = ("role", "ring", "valid_from", "begin_unknown", "valid_until")
        return Membership(**{name: self.cleaned_data[name] for name in names})
