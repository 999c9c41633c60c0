"""Names that stand with a question, and what somebody can choose who works on it."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.queries.research_names import (
    institutions_of,
    names_for,
    own_institutions,
    person_behind,
    projects_to_choose,
)
from steunpunt.network.models import Partnership
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import QuestionOriginFactory, ResearchWorkFactory
from tests.factories.network import (
    AffiliationFactory,
    InstitutionFactory,
    PartnershipFactory,
    PersonFactory,
    ProjectFactory,
    ProjectPartnershipFactory,
    SiteFactory,
)
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db
VISITOR, TODAY = Actor.visitor(), NOW.date()


def test_everybody_in_the_rows_is_named_with_an_address():
    partnership = PartnershipFactory(version__name="Noordzijde")
    work = ResearchWorkFactory(partnership=None, organisation=InstitutionFactory(version__name="Hogeschool"))
    names = names_for([work, QuestionOriginFactory(partnership=partnership)], VISITOR, TODAY)

    assert names.partnership(partnership.pk) == ("Noordzijde", f"/partnerschappen/{partnership.slug}/")
    assert names.organisation(work.organisation_id) == ("Hogeschool", f"/opleiders/{work.organisation.code}/")
    assert names.partnership(None) is names.organisation(None) is None
    assert names.person(None) == ""


def test_an_institution_is_offered_to_whoever_has_a_role_there():
    person = PersonFactory(account=UserFactory())
    institution = InstitutionFactory(version__name="Hogeschool")
    AffiliationFactory(person=person, organisation=institution, partnership=None)
    AffiliationFactory(person=person, organisation=SiteFactory(), partnership=None)
    actor = Actor.of(person.account)

    assert own_institutions(actor, TODAY) == [(institution.pk, "Hogeschool")]
    assert own_institutions(VISITOR, TODAY) == []
    assert (institutions_of(actor, TODAY), institutions_of(VISITOR, TODAY)) == ({institution.pk}, set())
    assert (person_behind(actor), person_behind(VISITOR)) == (person, None)


def test_projects_that_run_at_the_own_partnerships_are_offered():
    partnership = PartnershipFactory()
    running, ended, elsewhere = ProjectFactory(), ProjectFactory(valid_until=TODAY), ProjectFactory()
    for project in (running, ended):
        ProjectPartnershipFactory(project=project, partnership=partnership)
    ProjectPartnershipFactory(project=elsewhere)

    assert list(projects_to_choose(VISITOR, Partnership.objects.filter(pk=partnership.pk), TODAY)) == [running]
