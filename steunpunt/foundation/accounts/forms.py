"""What people fill in about their account; the forms of the sign-in library in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.widgets import DateInput

from .models import StaffRole

EMAIL = {"label": _("E-mailadres")}
MAILED = {
    "label": _("Code uit de mail"),
    "help_text": _("Acht cijfers. Het streepje mag je weglaten."),
    "attrs": {"inputmode": "numeric", "autocomplete": "one-time-code", "class": "input--code"},
}
PROOF = {
    "label": _("Code uit je app"),
    "help_text": _("Zes cijfers uit je authenticatie-app, of een herstelcode."),
    "attrs": {"inputmode": "numeric", "autocomplete": "one-time-code", "class": "input--code"},
}


class InOurWords(forms.Form):
    """Gives the fields of a library's form our labels, and takes away the words inside the boxes."""

    words: dict[str, dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            said = self.words.get(name, {})
            field.label = said.get("label", field.label)
            field.help_text = said.get("help_text", field.help_text)
            field.widget.attrs.update(said.get("attrs", {}))


class LoginForm(InOurWords, account.LoginForm):
    words = {"login": EMAIL}


class RequestLoginCodeForm(InOurWords, account.RequestLoginCodeForm):
    words = {"email": EMAIL}


class SignupForm(InOurWords, account.SignupForm):  # type: ignore[misc]
    words = {"email": EMAIL | {"help_text": _("Je krijgt een mail met een code.")}}


class SocialSignupForm(InOurWords, social.SignupForm):  # type: ignore[misc]
    words = {"email": EMAIL | {"help_text": _("Hierop krijg je bericht. We delen het met niemand.")}}


class ConfirmLoginCodeForm(InOurWords, account.ConfirmLoginCodeForm):
    words = {"code": MAILED}


class ConfirmEmailVerificationCodeForm(InOurWords, account.ConfirmEmailVerificationCodeForm):
    words = {"code": MAILED}


class ChangeEmailForm(InOurWords, account.ChangeEmailForm):
    words = {"email": {"label": _("Nieuw e-mailadres"), "help_text": _("We sturen een code naar dit adres.")}}


class AuthenticateForm(InOurWords, mfa.AuthenticateForm):
    words = {"code": PROOF}


class ReauthenticateForm(InOurWords, mfa.ReauthenticateForm):
    words = {"code": PROOF}


class ActivateTOTPForm(InOurWords, totp.ActivateTOTPForm):
    words = {"code": PROOF | {"help_text": _("De zes cijfers die je app nu laat zien.")}}


NAME = {"label": _("Naam van de sleutel"), "help_text": _("Zo herken je hem later, bijvoorbeeld: laptop.")}
ALONE = {
    "label": _("Ook gebruiken om zonder mail in te loggen"),
    "help_text": _("De sleutel vraagt dan om je vingerafdruk, gezicht of pincode."),
}


class AddWebAuthnForm(InOurWords, webauthn.AddWebAuthnForm):
    words = {"name": NAME, "passwordless": ALONE}


class EditWebAuthnForm(InOurWords, webauthn.EditWebAuthnForm):
    words = {"name": NAME}


class NameForm(forms.Form):
    """The name that colleagues see in the work list and in mails."""

    first_name = forms.CharField(label=_("Voornaam"), max_length=80, required=False)
    last_name = forms.CharField(label=_("Achternaam"), max_length=120, required=False)


class EraseForm(forms.Form):
    """Asks whether somebody really means it."""

    sure = forms.BooleanField(
        label=_("Ja, wis mijn account en mijn gegevens"),
        error_messages={"required": _("Zet een vinkje als je je account echt wilt wissen.")},
    )


class StaffForm(forms.Form):
    """Somebody who comes to work for the support point."""

    email = forms.EmailField(label=_("E-mailadres"))
    role = forms.ChoiceField(label=_("Rol"), choices=StaffRole.choices)
    until = forms.DateField(
        label=_("Tot"),
        required=False,
        widget=DateInput(),
        help_text=_("De eerste dag waarop de rol niet meer geldt. Leeg: tot iemand hem beëindigt."),
    )
