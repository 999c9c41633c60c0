"""Builds one example partnership with its history and its plans, by the actions that its coordinator uses."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from steunpunt.foundation.access import Actor
from steunpunt.network.actions.ambition import add_goal, set_vision
from steunpunt.network.actions.membership import add_member, end_membership, move_ring
from steunpunt.network.actions.partnership import change_partnership_facts, confirm_partnership, start_partnership
from steunpunt.network.actions.standing import set_lead, set_status, start_academic_strand
from steunpunt.network.actions.theme_contact import set_theme_contact
from steunpunt.network.models import (
    AcademicStrand,
    LeadOrganisation,
    Membership,
    MembershipRole,
    Organisation,
    PartnerGoal,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Ring,
    Role,
    Scenario,
    Theme,
    ThemeContact,
)

from .choosing import board_of, institutions, schools_near
from .world import SOURCE, ExamplePartnership

ROLE_BY_THEME = {
    "begeleiding": "schoolopleider",
    "inductie": "schoolopleider",
    "beoordelen": "instituutsopleider",
    "onderzoek": "coordinator-onderzoek",
}
COORDINATOR = "programmaleider"
GROWN = timedelta(days=21)
"""How long ago the world was entered, so that what people ask in it comes afterwards."""


def is_built(slug: str) -> bool:
    return Partnership.objects.filter(slug=slug, is_example=True).exists()


def build_partnership(example: ExamplePartnership, *, by: Actor, at: datetime) -> Partnership:
    """The partnership as it grew: start, recognition, members over the years, and what is planned."""
    then = at - GROWN
    partnership = _start(example, by=by, at=then)
    schools = schools_near(example.municipality, example.sectors, example.core + example.shell + 1, localdate(at))
    members = _join(partnership, example, schools, by=by, at=then)
    _stand(partnership, example, by=by, at=then)
    confirm_partnership(partnership, by=by, at=then)
    _say(partnership, example, members, by=by, at=then)
    _plan(example, members, schools[-1], next_august(at), by=by, at=then)
    return partnership


def august(year: int) -> date:
    """The first day of the school year that begins in that year."""
    return date(year, 8, 1)


def next_august(at: datetime) -> date:
    today = localdate(at)
    return august(today.year if today < august(today.year) else today.year + 1)


def _start(example: ExamplePartnership, *, by: Actor, at: datetime) -> Partnership:
    begin = august(example.started)
    facts = {"sectors": list(example.sectors)}
    partnership = start_partnership(
        Partnership(slug=example.slug, source=SOURCE, is_example=True, is_verified=True),
        PartnershipVersion(name=example.former_name or example.name, valid_from=begin, **facts),
        PartnershipStatus(state=PartnershipState.ASPIRANT, valid_from=begin, source=SOURCE),
        by=by,
        at=at,
    )
    if example.former_name:
        renamed = PartnershipVersion(
            partnership=partnership, name=example.name, valid_from=august(example.started + 3), **facts
        )
        change_partnership_facts(renamed, by=by, at=at)
    return partnership


def _join(
    partnership: Partnership, example: ExamplePartnership, schools: list[Organisation], *, by: Actor, at: datetime
) -> list[Membership]:
    """Institutes and boards from the start; schools in three groups, the nearest first."""
    begin = august(example.started)
    rows = [(row, MembershipRole.INSTITUTE, "", begin) for row in institutions(example.institutes)]
    boards = {board.pk: board for row in schools if (board := board_of(row, localdate(at)))}
    rows += [(board, MembershipRole.BOARD, "", begin) for board in boards.values()]
    for place, school in enumerate(schools[:-1]):
        ring = Ring.CORE if place < example.core else Ring.SHELL
        rows.append((school, MembershipRole.SCHOOL, ring, august(example.started + place % 3)))
    return [
        add_member(
            Membership(partnership=partnership, organisation=row, role=role, ring=ring, valid_from=since), by=by, at=at
        )
        for row, role, ring, since in rows
    ]


def _stand(partnership: Partnership, example: ExamplePartnership, *, by: Actor, at: datetime) -> None:
    if example.recognised:
        recognised = PartnershipStatus(
            partnership=partnership, state=example.state, valid_from=august(example.recognised), source=SOURCE
        )
        set_status(recognised, by=by, at=at)
    if example.academic_from:
        until = august(example.academic_until) if example.academic_until else None
        strand = AcademicStrand(partnership=partnership, valid_from=august(example.academic_from), valid_until=until)
        start_academic_strand(strand, by=by, at=at)
    lead = institutions(example.institutes)[0]
    set_lead(
        LeadOrganisation(partnership=partnership, organisation=lead, valid_from=august(example.started)), by=by, at=at
    )


def _say(
    partnership: Partnership, example: ExamplePartnership, members: list[Membership], *, by: Actor, at: datetime
) -> None:
    """Vision, goals of the partners, and whom to ask about what."""
    scenario = Scenario.objects.filter(code=example.scenario).first()
    set_vision(partnership, vision=example.vision, cooperation_model=example.model, scenario=scenario, by=by, at=at)
    for place, goal in enumerate(example.goals):
        partner = next(row.organisation for row in members if row.role == goal.partner)
        add_goal(
            PartnerGoal(
                partnership=partnership, organisation=partner, goal=goal.goal, interest=goal.interest, position=place
            ),
            by=by,
            at=at,
        )
    roles = {role.code: role for role in Role.objects.all()}
    for theme in Theme.objects.filter(slug__in=example.themes):
        contact = ThemeContact(
            partnership=partnership,
            theme=theme,
            role=roles[ROLE_BY_THEME.get(theme.slug, COORDINATOR)],
            valid_from=august(example.started),
        )
        set_theme_contact(contact, by=by, at=at)


def _plan(
    example: ExamplePartnership,
    members: list[Membership],
    newcomer: Organisation,
    day: date,
    *,
    by: Actor,
    at: datetime,
) -> None:
    """What happens on the next first of August, so that looking ahead shows something."""
    shell = [row for row in members if row.ring == Ring.SHELL]
    if "core" in example.plans:
        move_ring(shell[0], Ring.CORE, day, by=by, at=at)
    if "leave" in example.plans:
        end_membership(shell[-1], day, by=by, at=at)
    if "join" in example.plans:
        joining = Membership(
            partnership=members[0].partnership,
            organisation=newcomer,
            role=MembershipRole.SCHOOL,
            ring=Ring.SHELL,
            valid_from=day,
        )
        add_member(joining, by=by, at=at)
