"""Writes the table of roles and deeds from the rules themselves, asked with real actors."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from steunpunt.foundation.access import Actor
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.accounts.rules import may_give_roles
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import visible_items
from steunpunt.foundation.worklist.rules import may_handle
from steunpunt.network.models import Affiliation, Partnership
from steunpunt.network.queries.partnerships import visible_partnerships
from steunpunt.network.queries.people import visible_people
from steunpunt.network.rules import organisation, people
from steunpunt.network.rules.partnership import may_edit_partnership, may_set_status, may_start_partnership
from steunpunt.network.rules.register import may_import
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory
from tests.factories.network import AffiliationFactory, PartnershipFactory, PersonFactory, RoleFactory, coordinator_of

FILE = Path(__file__).resolve().parents[3] / "docs" / "roles.md"
DAY = date(2026, 9, 1)
HEAD = """# Rollen en wat ze mogen

Gemaakt uit de regels zelf (`tests/network/rules/roles_table.py`); een test houdt het gelijk.
Schrijf het opnieuw met `STEUNPUNT_WRITE_ROLES=1 ./test tests/network/rules/test_roles_table.py`.
Rechten volgen uit functies met een begin en een eind: eindigt de functie, dan eindigt het recht.
Medewerkers hebben hun rechten alleen na een tweede stap bij het inloggen.
"""


class World:
    """One partnership, one other, and somebody of every role."""

    def __init__(self) -> None:
        self.own: Partnership = PartnershipFactory()
        self.other: Partnership = PartnershipFactory()
        self.member = PersonFactory(account=UserFactory())
        self.affiliation: Affiliation = AffiliationFactory(
            person=self.member, partnership=self.own, organisation=None, role=RoleFactory(code="werkplekbegeleider")
        )
        self.hidden = PersonFactory()
        facts = {
            "data": {"partnership": self.own.public_id},
            "subject": self.own.reference,
            "opened_at": "2026-09-01T09Z",
        }
        self.request = WorkItem.objects.create(kind="rol-aanvraag", title="Aanvraag", opened_by="account:x", **facts)

    def actors(self) -> dict[str, Actor]:
        unproved: User = EditorFactory()
        return {
            "bezoeker": Actor.visitor(),
            "gast met link": Actor.with_token("link"),
            "ingelogd": Actor.of(UserFactory()),
            "lid": Actor.of(self.member.account),
            "coördinator": coordinator_of(self.own),
            "redacteur zonder tweede stap": Actor.of(unproved, second_factor=False),
            "redacteur": Actor.of(EditorFactory()),
            "projectleider": Actor.of(ProjectLeaderFactory()),
        }

    def deeds(self) -> dict[str, Callable[[Actor], bool]]:
        return {
            "partnerschappen bekijken": lambda actor: visible_partnerships(actor).filter(pk=self.own.pk).exists(),
            "een naam zonder toestemming zien": lambda actor: visible_people(actor).filter(pk=self.hidden.pk).exists(),
            "de naam van het lid op de site zetten of weghalen (het lid zelf, of op papier)": lambda actor: (
                people.may_speak_for(actor, self.member)
            ),
            "de rol van het lid beëindigen": lambda actor: people.may_end_affiliation(actor, self.affiliation, DAY),
            "gegevens van het eigen partnerschap wijzigen": lambda actor: may_edit_partnership(actor, self.own, DAY),
            "gegevens van een ander partnerschap wijzigen": lambda actor: may_edit_partnership(actor, self.other, DAY),
            "mensen uitnodigen en rollen geven in het eigen partnerschap": lambda actor: people.may_manage_partnership(
                actor, self.own, DAY
            ),
            "personen toevoegen": lambda actor: people.may_add_person(actor, DAY),
            "een verzoek aan het eigen partnerschap zien": lambda actor: visible_items(actor).exists(),
            "een verzoek aan het eigen partnerschap beantwoorden": lambda actor: may_handle(actor, self.request),
            "een partnerschap beginnen": may_start_partnership,
            "de status van een partnerschap zetten": may_set_status,
            "organisaties wijzigen": organisation.may_edit_organisations,
            "regio's en projecten wijzigen": organisation.may_edit_surroundings,
            "het register inlezen": may_import,
            "een account aan een persoon koppelen": people.may_connect,
            "personen samenvoegen": people.may_merge,
            "iemand een rol bij het steunpunt geven": may_give_roles,
        }


def table() -> str:
    """The whole file."""
    world = World()
    actors = world.actors()
    rows = [["", *actors], ["---", *(":-:" for _ in actors)]]
    rows += [[name, *("ja" if may(actor) else "" for actor in actors.values())] for name, may in world.deeds().items()]
    return HEAD + "\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
