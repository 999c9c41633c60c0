"""What meetings hold of people who come."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import PrivacyPin, privacy
from steunpunt.meetings.actions.forgetting_people import forget_invitations, forget_registrations
from steunpunt.meetings.models import MeetingInvitation, Registration
from steunpunt.meetings.queries.held_registrations import held_invitations, held_registrations

privacy.pin(PrivacyPin(Registration, _("Aanmeldingen voor bijeenkomsten"), held_registrations, forget_registrations))
privacy.pin(PrivacyPin(MeetingInvitation, _("Uitnodigingen voor bijeenkomsten"), held_invitations, forget_invitations))
