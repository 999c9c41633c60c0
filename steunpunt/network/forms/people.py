"""The forms about people of a partnership: adding, inviting, handing over, asking for a role."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.queries import account_by_email
from steunpunt.foundation.ui.fields import DayField, RevisedForm
from steunpunt.network.models import Affiliation, Invitation, Organisation, Partnership, Person
from steunpunt.network.queries.editing import roles_to_choose
from steunpunt.network.queries.people import member_names, members_to_choose, people_to_choose


class RoleChoice(forms.ModelChoiceField):
    """A role from the national list."""

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": _("Kies een rol.")}
        super().__init__(
            **{
                "queryset": None,
                "label": _("Rol"),
                "empty_label": _("Kies een rol"),
                "error_messages": errors,
                **kwargs,
            }
        )


class MemberChoice(forms.ModelChoiceField):
    """One of the member organisations, by its name on the day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "queryset": None,
                "label": _("Werkt bij"),
                "required": False,
                "empty_label": _("Het partnerschap als geheel"),
                "to_field_name": "public_id",
                **kwargs,
            }
        )
        self.names: dict[int, str] = {}

    def offer(self, partnership: Partnership, on: date) -> None:
        self.names = member_names(partnership, on)
        self.queryset = members_to_choose(partnership, on)

    def label_from_instance(self, obj: Organisation) -> str:
        return self.names.get(obj.pk) or str(obj)


class AtPartnership(forms.Form):
    """What forms for a role at a partnership share: the role and the member organisation."""

    role = RoleChoice()
    organisation = MemberChoice()

    def __init__(self, *args: Any, partnership: Partnership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnership = partnership
        self.fields["role"].queryset = roles_to_choose()  # type: ignore[attr-defined]
        self.fields["organisation"].offer(partnership, today)  # type: ignore[attr-defined]


class AddPersonForm(AtPartnership):
    """Somebody who stands in the directory without an account."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=80)
    last_name = forms.CharField(label=_("Achternaam"), max_length=120)
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Komt niet op de site. Bezoekers schrijven via een formulier."),
    )
    local_title = forms.CharField(
        label=_("Eigen naam van de functie"),
        max_length=80,
        required=False,
        help_text=_("Als jullie de rol anders noemen."),
    )
    valid_from = DayField(label=_("Vanaf"))
    field_order = ("first_name", "last_name", "email", "role", "organisation", "local_title", "valid_from")

    def person(self) -> Person:
        names = ("first_name", "last_name", "email")
        return Person(**{name: self.cleaned_data[name] for name in names}, is_example=self.partnership.is_example)

    def affiliation(self, person: Person) -> Affiliation:
        names = ("role", "organisation", "local_title", "valid_from")
        facts = {name: self.cleaned_data[name] for name in names}
        return Affiliation(person=person, partnership=self.partnership, **facts)


class InviteForm(AtPartnership):
    """Somebody who takes up a role through a link in a mail."""

    email = forms.EmailField(
        label=_("E-mailadres"), help_text=_("Hierop komt de uitnodiging. De link werkt dertig dagen.")
    )
    first_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Achternaam"), max_length=120, required=False)
    field_order = ("email", "first_name", "last_name", "role", "organisation")

    def invitation(self) -> Invitation:
        names = ("email", "first_name", "last_name", "role", "organisation")
        return Invitation(partnership=self.partnership, **{name: self.cleaned_data[name] for name in names})


class JoinForm(AtPartnership):
    """What somebody asks to become, and a word to whoever decides."""

    note = forms.CharField(
        label=_("Toelichting"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bijvoorbeeld: op welke school je werkt, of wie je kent."),
    )
    field_order = ("role", "organisation", "note")


class MendRoleForm(RevisedForm):
    """What stands there of a role is wrong: the role and its period as they should have been."""

    role = RoleChoice()
    local_title = forms.CharField(label=_("Eigen naam van de functie"), max_length=80, required=False)
    valid_from = DayField(label=_("Vanaf"), required=False, help_text=_("Laat leeg als niemand weet sinds wanneer."))
    begin_unknown = forms.BooleanField(
        label=_("Ik weet de begindatum niet precies"),
        help_text=_("Dan staat er: in elk geval sinds deze dag."),
        required=False,
    )
    valid_until = DayField(
        label=_("Tot"),
        required=False,
        help_text=_("De eerste dag dat deze persoon de rol niet meer heeft. Leeg: er is geen einde bekend."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = roles_to_choose()  # type: ignore[attr-defined]

    @classmethod
    def held(cls, affiliation: Affiliation) -> dict[str, Any]:
        """How the form begins."""
        names = ("local_title", "valid_from", "begin_unknown", "valid_until", "revision")
        return {"role": affiliation.role_id, **{name: getattr(affiliation, name) for name in names}}

    def corrected(self, affiliation: Affiliation) -> Affiliation:
        """The role as it should have been, not saved."""
        for name in ("role", "local_title", "valid_from", "begin_unknown", "valid_until"):
            setattr(affiliation, name, self.cleaned_data[name])
        return affiliation


class HandOverForm(forms.Form):
    """Who follows somebody up, and from which day."""

    incoming: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None,
        label=_("Opvolger"),
        empty_label=_("Kies een persoon"),
        help_text=_("Staat de opvolger er niet bij? Voeg die persoon eerst toe of nodig die uit."),
    )
    on = DayField(label=_("Eerste dag van de opvolger"))

    def __init__(self, *args: Any, affiliation: Affiliation, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if affiliation.partnership is None:
            raise ValueError("only a role at a partnership is handed over")
        people = people_to_choose(affiliation.partnership, today).exclude(pk=affiliation.person_id)
        self.fields["incoming"].queryset = people  # type: ignore[attr-defined]


class NameForm(RevisedForm):
    """A corrected name."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Achternaam"), max_length=120)


class ConnectForm(forms.Form):
    """Which account belongs to a person, by its exact address."""

    email = forms.EmailField(
        label=_("E-mailadres van het account"),
        help_text=_("Precies het adres waarmee die persoon inlogt. Een account dat al bij iemand hoort, kan niet."),
    )

    account: User

    def clean_email(self) -> str:
        account = account_by_email(self.cleaned_data["email"])
        if account is None:
            raise forms.ValidationError(_("Er is geen account met dit adres."))
        self.account = account
        return account.email
