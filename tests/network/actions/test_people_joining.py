"""Asking for a role, deciding on it, and what a federation proposes."""

from datetime import UTC, datetime

import pytest

from steunpunt.foundation.access import Actor, Refusal
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.worklist.actions import accept_item, decline_item
from steunpunt.foundation.worklist.models import WorkItem
from steunpunt.foundation.worklist.queries import items_for
from steunpunt.network.actions.people import JoinRequest, propose_affiliations, request_affiliation
from steunpunt.network.models import Affiliation
from steunpunt.network.queries.joining import home_at
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import (
    AffiliationFactory,
    InstitutionFactory,
    MembershipFactory,
    PartnershipFactory,
    PersonFactory,
    RoleFactory,
    SchoolFactory,
    SiteFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = AT.date()


def _asked(partnership, account=None, **facts) -> WorkItem:
    account = account or UserFactory()
    request = JoinRequest(partnership, RoleFactory(), **facts)
    return request_affiliation(account, request, by=Actor.of(account), at=AT)


def test_request_gives_no_right_by_itself():
    _asked(PartnershipFactory())

    assert not Affiliation.objects.exists()


def test_coordinator_is_told_by_mail_and_finds_it_in_the_work_list():
    partnership = PartnershipFactory()
    coordinator = coordinator_of(partnership)

    item = _asked(partnership)

    assert list(items_for(coordinator)) == [item]
    assert Mail.objects.get(to=coordinator.account.email).subject == "Verzoek aan je partnerschap"


def test_coordinator_of_another_partnership_does_not_see_it():
    _asked(PartnershipFactory())

    assert list(items_for(coordinator_of(PartnershipFactory()))) == []


def test_accepted_request_makes_the_role_from_today():
    partnership, account = PartnershipFactory(), UserFactory()
    item = _asked(partnership, account)

    accept_item(item, by=coordinator_of(partnership), at=AT)

    row = Affiliation.objects.get(person__account=account)
    assert (row.partnership, row.role.code, row.valid_from) == (partnership, "schoolopleider", TODAY)


def test_accepted_request_of_who_stood_here_without_an_account_keeps_the_role_once():
    partnership, account = PartnershipFactory(), UserFactory(email="sanne@school.invalid")
    person = PersonFactory(email=account.email)
    held = AffiliationFactory(person=person, partnership=partnership, organisation=None)

    accept_item(_asked(partnership, account), by=staff_actor(), at=AT)

    assert list(Affiliation.objects.filter(person__account=account)) == [held]


def test_declined_request_makes_nothing_and_tells_why():
    partnership, account = PartnershipFactory(), UserFactory()
    item = _asked(partnership, account)

    decline_item(item, by=coordinator_of(partnership), at=AT, answer="We kennen je niet.")

    assert not Affiliation.objects.filter(person__account=account).exists()
    assert "We kennen je niet." in Mail.objects.filter(to=account.email).latest("pk").text


def test_proposer_cannot_decide_on_the_own_request():
    account = UserFactory()
    item = _asked(PartnershipFactory(), account)

    with pytest.raises(Refusal, match="Je mag dit verzoek niet behandelen"):
        accept_item(item, by=Actor.of(account), at=AT)


def test_one_request_per_partnership_at_a_time():
    partnership, account = PartnershipFactory(), UserFactory()
    _asked(partnership, account)

    with pytest.raises(Refusal, match="al een aanvraag lopen"):
        _asked(partnership, account)


def test_role_that_one_has_is_not_asked_again():
    partnership, account = PartnershipFactory(), UserFactory()
    AffiliationFactory(person=PersonFactory(account=account), partnership=partnership, organisation=None)

    with pytest.raises(Refusal, match="Je hebt deze rol hier al"):
        _asked(partnership, account)


def test_nobody_asks_for_somebody_else():
    with pytest.raises(Refusal):
        request_affiliation(
            UserFactory(), JoinRequest(PartnershipFactory(), RoleFactory()), by=Actor.of(UserFactory()), at=AT
        )


def test_request_of_an_erased_account_cannot_be_accepted():
    account = UserFactory()
    item = _asked(PartnershipFactory(), account)
    account.delete()

    with pytest.raises(Refusal, match="bestaat niet meer"):
        accept_item(item, by=staff_actor(), at=AT)


def _proposed(account, brin="", domain="") -> list[WorkItem]:
    home = home_at(brin, domain, TODAY)
    return propose_affiliations(account, home, RoleFactory(code="medewerker"), at=AT) if home else []


def test_brin_of_a_site_proposes_a_role_at_its_partnership():
    site, partnership, account = SiteFactory(code="01AA00"), PartnershipFactory(), UserFactory()
    MembershipFactory(partnership=partnership, organisation=site)

    [item] = _proposed(account, "01aa00")

    assert (item.subject, item.kind) == (partnership.reference, "rol-voorstel")
    assert not Affiliation.objects.exists()


def test_brin_of_a_school_finds_the_partnership_of_its_sites():
    school = SchoolFactory(code="01AA")
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, organisation=SiteFactory(code="01AA00", version__part_of=school))

    [item] = _proposed(UserFactory(), "01AA")

    assert item.subject == partnership.reference


def test_domain_finds_the_institution():
    institution = InstitutionFactory(version__website="https://www.hogeschool.invalid/leraren")
    partnership = PartnershipFactory()
    MembershipFactory(partnership=partnership, organisation=institution, role="institute", ring="")

    [item] = _proposed(UserFactory(), domain="hogeschool.invalid")

    assert item.subject == partnership.reference


@pytest.mark.parametrize("domain", ["school.invalid", "hogeschoolxinvalid", "invalid", ".*", "hogeschool.invalid|x"])
def test_other_domain_finds_nothing(domain):
    InstitutionFactory(version__website="https://www.hogeschool.invalid")

    assert home_at("", domain, TODAY) is None


def test_institution_in_many_partnerships_is_proposed_for_itself_to_staff():
    institution = InstitutionFactory(code="25XX")
    for _ in range(4):
        MembershipFactory(organisation=institution, role="institute", ring="")

    [item] = _proposed(UserFactory(), "25XX")

    assert item.subject == institution.reference


def test_unknown_brin_proposes_nothing():
    assert home_at("99ZZ", "", TODAY) is None


def test_proposal_is_made_once_whatever_the_answer_was():
    site, partnership, account = SiteFactory(code="01AA00"), PartnershipFactory(), UserFactory()
    MembershipFactory(partnership=partnership, organisation=site)
    [item] = _proposed(account, "01AA00")
    decline_item(item, by=staff_actor(), at=AT, answer="Nee.")

    assert _proposed(account, "01AA00") == []


def test_whoever_has_a_role_there_is_not_proposed():
    site, partnership, account = SiteFactory(code="01AA00"), PartnershipFactory(), UserFactory()
    MembershipFactory(partnership=partnership, organisation=site)
    AffiliationFactory(person=PersonFactory(account=account), partnership=partnership, organisation=None)

    assert _proposed(account, "01AA00") == []


def test_accepted_proposal_for_an_institution_is_a_role_there():
    institution, account = InstitutionFactory(code="25XX"), UserFactory()
    [item] = _proposed(account, "25XX")

    accept_item(item, by=staff_actor(), at=AT)

    assert Affiliation.objects.get(person__account=account).organisation == institution
