"""Makes rows of the network for tests: organisations, partnerships, people and what ties them."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from steunpunt.foundation.access import Actor
from steunpunt.foundation.sectors import Sector
from steunpunt.network.models import (
    AcademicStrand,
    Affiliation,
    FieldOverride,
    LeadOrganisation,
    Membership,
    MembershipRole,
    Municipality,
    Organisation,
    OrganisationKind,
    OrganisationVersion,
    PartnerGoal,
    Partnership,
    PartnershipState,
    PartnershipStatus,
    PartnershipVersion,
    Person,
    Postcode,
    Programme,
    ProgrammeKind,
    Project,
    ProjectKind,
    ProjectPartnership,
    Province,
    Region,
    RegionKind,
    RegionSite,
    Ring,
    Role,
    Scenario,
    Succession,
    SuccessionKind,
    Theme,
    ThemeContact,
)

from .foundation import UserFactory

START = date(2020, 8, 1)
"""The day on which everything here begins, unless the test says otherwise."""


class ProvinceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Province
        django_get_or_create = ("code",)

    code = "PV26"
    name = "Utrecht"


class MunicipalityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Municipality
        django_get_or_create = ("code",)

    code = "GM0344"
    name = "Utrecht"
    province = factory.SubFactory(ProvinceFactory)
    latitude = 52.09
    longitude = 5.12


class PostcodeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Postcode
        django_get_or_create = ("digits",)

    digits = "3511"
    place = "Utrecht"
    municipality = factory.SubFactory(MunicipalityFactory)
    latitude = 52.09
    longitude = 5.12


class OrganisationFactory(factory.django.DjangoModelFactory):
    """An organisation outside the register with one version; `version__name=…` says what is known of it."""

    class Meta:
        model = Organisation
        skip_postgeneration_save = True

    kind = OrganisationKind.OTHER

    @factory.post_generation
    def version(self, create: bool, extracted: Any, **facts: Any) -> None:
        if create and extracted is not False:
            OrganisationVersionFactory(organisation=self, **facts)


class OrganisationVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OrganisationVersion

    organisation = factory.SubFactory(OrganisationFactory, version=False)
    name = factory.Sequence(lambda n: f"Organisatie {n}")
    valid_from = START


class BoardFactory(OrganisationFactory):
    """A school board, with a board number."""

    kind = OrganisationKind.SCHOOL_BOARD
    code = factory.Sequence(lambda n: f"{40000 + n}")
    source = "DUO"


class SchoolFactory(OrganisationFactory):
    """A BRIN school between board and site."""

    kind = OrganisationKind.SCHOOL
    code = factory.Sequence(lambda n: f"{n % 100:02}{chr(65 + n // 100 % 26)}{chr(65 + n // 2600 % 26)}")
    source = "DUO"


class SiteFactory(OrganisationFactory):
    """A school site with a place on the map."""

    kind = OrganisationKind.SCHOOL_SITE
    code = factory.Sequence(lambda n: f"{n % 100:02}{chr(65 + n // 100 % 26)}{chr(65 + n // 2600 % 26)}00")
    source = "DUO"

    @factory.post_generation
    def version(self, create: bool, extracted: Any, **facts: Any) -> None:
        if create and extracted is not False:
            OrganisationVersionFactory(organisation=self, **{**SITE_FACTS, **facts})


SITE_FACTS: dict[str, Any] = {
    "sector": Sector.PO,
    "street": "Voorbeeldstraat",
    "house_number": "1",
    "postcode": "3511AA",
    "place": "Utrecht",
    "latitude": 52.09,
    "longitude": 5.12,
}


class InstitutionFactory(OrganisationFactory):
    """A teacher-training institution."""

    kind = OrganisationKind.TRAINING_INSTITUTION
    code = factory.Sequence(lambda n: f"{n % 100:02}{chr(65 + n // 100 % 26)}I")
    source = "DUO"


class ProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Programme

    institution = factory.SubFactory(InstitutionFactory)
    croho = factory.Sequence(lambda n: f"{34000 + n}")
    name = "Opleiding tot leraar Basisonderwijs"
    kind = ProgrammeKind.PABO
    place = "Utrecht"
    valid_from = START


class SuccessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Succession

    predecessor = factory.SubFactory(SiteFactory)
    successor = factory.SubFactory(SiteFactory)
    on = date(2024, 8, 1)
    kind = SuccessionKind.MERGER


class FieldOverrideFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FieldOverride

    organisation = factory.SubFactory(SiteFactory)
    field = "website"
    value = "https://school.voorbeeld.invalid"
    source = "de school zelf"
    set_at = datetime(2026, 9, 1, 9, tzinfo=UTC)
    set_by = "systeem:test"


class RegionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region

    kind = RegionKind.EDUCATION_REGION
    name = factory.Sequence(lambda n: f"Onderwijsregio {n}")
    valid_from = START


class RegionSiteFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RegionSite

    region = factory.SubFactory(RegionFactory)
    site = factory.SubFactory(SiteFactory)
    valid_from = START


class PartnershipFactory(factory.django.DjangoModelFactory):
    """A recognised partnership in po; `version__name=…`, `status__state=…`; `version=False` leaves it out."""

    class Meta:
        model = Partnership
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"opleidingsschool-{n}")

    @factory.post_generation
    def version(self, create: bool, extracted: Any, **facts: Any) -> None:
        if create and extracted is not False:
            PartnershipVersionFactory(partnership=self, **facts)

    @factory.post_generation
    def status(self, create: bool, extracted: Any, **facts: Any) -> None:
        if create and extracted is not False:
            PartnershipStatusFactory(partnership=self, **facts)


class PartnershipVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnershipVersion

    partnership = factory.SubFactory(PartnershipFactory, version=False)
    name = factory.Sequence(lambda n: f"Opleidingsschool {n}")
    sectors = factory.LazyFunction(lambda: [Sector.PO])
    valid_from = START


class PartnershipStatusFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnershipStatus

    partnership = factory.SubFactory(PartnershipFactory, status=False)
    state = PartnershipState.RECOGNISED
    valid_from = START


class MembershipFactory(factory.django.DjangoModelFactory):
    """A school in the core; `board=True` or `institute=True` for the other roles."""

    class Meta:
        model = Membership

    class Params:
        board = factory.Trait(organisation=factory.SubFactory(BoardFactory), role=MembershipRole.BOARD, ring="")
        institute = factory.Trait(
            organisation=factory.SubFactory(InstitutionFactory), role=MembershipRole.INSTITUTE, ring=""
        )
        shell = factory.Trait(ring=Ring.SHELL)

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(SiteFactory)
    role = MembershipRole.SCHOOL
    ring = Ring.CORE
    valid_from = START


class LeadOrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = LeadOrganisation

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(BoardFactory)
    valid_from = START


class AcademicStrandFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AcademicStrand

    partnership = factory.SubFactory(PartnershipFactory)
    valid_from = START


class PartnerGoalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartnerGoal

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(SiteFactory)
    goal = "Meer leraren die blijven"


class ScenarioFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Scenario
        django_get_or_create = ("code",)

    code = "A"
    title = "schoolgebonden werkplekleren"


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    slug = factory.Sequence(lambda n: f"thema-{n}")
    title = factory.Sequence(lambda n: f"Thema {n}")


class RoleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Role
        django_get_or_create = ("code",)

    code = "schoolopleider"
    title = "schoolopleider"


class CoordinatorRoleFactory(RoleFactory):
    """The role that may edit the partnership."""

    code = "coordinator"
    title = "coördinator"
    manages_partnership = True


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody without an account and without consent; `public=True` for a name that may be shown."""

    class Meta:
        model = Person

    class Params:
        public = factory.Trait(name_is_public=True, consent_at=datetime(2026, 9, 1, tzinfo=UTC))

    first_name = "Noor"
    last_name = factory.Sequence(lambda n: f"Voorbeeldsma {n}")


class AffiliationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Affiliation

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(SiteFactory)
    role = factory.SubFactory(RoleFactory)
    valid_from = START


class ThemeContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ThemeContact

    partnership = factory.SubFactory(PartnershipFactory)
    theme = factory.SubFactory(ThemeFactory)
    role = factory.SubFactory(RoleFactory)
    valid_from = START


class ProjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Project

    slug = factory.Sequence(lambda n: f"project-{n}")
    kind = ProjectKind.PROJECT
    title = factory.Sequence(lambda n: f"Project {n}")
    valid_from = START


class ProjectPartnershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProjectPartnership

    project = factory.SubFactory(ProjectFactory)
    partnership = factory.SubFactory(PartnershipFactory)


def coordinator_of(partnership: Partnership) -> Actor:
    """A signed-in coordinator of that partnership."""
    person = PersonFactory(account=UserFactory())
    AffiliationFactory(person=person, partnership=partnership, organisation=None, role=CoordinatorRoleFactory())
    return Actor.of(person.account)
