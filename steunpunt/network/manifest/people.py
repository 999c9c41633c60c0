"""What the network pins of people: what waits for a yes or a no, one's own page, what we hold of somebody."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import AudiencePin, PanelPin, PrivacyPin, WorkPin, audiences, panels, privacy, worklist
from steunpunt.network.actions import people
from steunpunt.network.models import Affiliation, Invitation, Person, ThemeContact
from steunpunt.network.queries import joining, people_held, search_results
from steunpunt.network.queries.doubles import double_context
from steunpunt.network.queries.own import own_place
from steunpunt.network.rules.people import may_handle_joining

for kind, label in ((people.REQUEST, _("Aanvraag van een rol")), (people.PROPOSAL, _("Voorstel na inloggen"))):
    worklist.pin(
        WorkPin(
            kind,
            label,
            "network/people/_joining.html",
            accept=people.accept_request,
            decline=people.leave_as_it_is,
            may_handle=may_handle_joining,
            context=joining.joining_context,
            handled=joining.items_to_manage,
            personal=frozenset({"note", "source"}),
        )
    )
worklist.pin(
    WorkPin(
        people.NO_COORDINATOR,
        _("Partnerschap zonder coördinator"),
        "network/people/_no_coordinator.html",
        accept=people.leave_as_it_is,
        decline=people.leave_as_it_is,
        may_handle=lambda actor, item: actor.is_staff,
        context=joining.unmanaged_context,
    )
)
worklist.pin(
    WorkPin(
        people.DOUBLE,
        _("Misschien dezelfde persoon"),
        "network/people/_double.html",
        accept=people.join_doubles,
        decline=people.leave_apart,
        may_handle=lambda actor, item: actor.is_staff,
        context=double_context,
    )
)
panels.pin(PanelPin(User, "rollen", _("Mijn rollen"), own_place, "network/people/_own.html", order=10))
# The person goes last of these: the others are looked up through it.
privacy.pin(PrivacyPin(Person, _("Persoon"), people_held.held_people, people.forget_person))
privacy.pin(PrivacyPin(Affiliation, _("Rollen"), people_held.held_affiliations, people.forget_affiliations))
privacy.pin(PrivacyPin(ThemeContact, _("Contactpersoon"), people_held.held_contacts, people.forget_contacts))
privacy.pin(PrivacyPin(Invitation, _("Uitnodigingen"), people_held.held_invitations, people.forget_invitations))
audiences.pin(AudiencePin("members", search_results.member_tokens))
