"""What can be proposed, and what stands there now."""

from datetime import date

import pytest

from steunpunt.network.queries.corrections import (
    about_in_words,
    fields_of,
    in_words,
    record_of,
    standing_of,
    value_now,
    verbose,
)
from tests.factories.foundation import WorkItemFactory
from tests.factories.network import (
    BoardFactory,
    LeadOrganisationFactory,
    MembershipFactory,
    PartnershipFactory,
    SiteFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_every_field_of_a_partnership_has_a_value_now():
    partnership = PartnershipFactory(version__name="De Linde", version__area_text="Twente", website="https://x.invalid")
    lead = LeadOrganisationFactory(partnership=partnership)
    row = MembershipFactory(partnership=partnership, shell=True)

    values = {field: value_now(partnership, field, row.public_id, TODAY) for field in fields_of(partnership)}

    assert values == {
        "naam": "De Linde",
        "werkgebied": "Twente",
        "website": "https://x.invalid",
        "lid-erbij": None,
        "lid-weg": "shell",
        "kern-schil": "shell",
        "penvoerder": lead.organisation.public_id,
        "status": "recognised",
        "anders": None,
    }


def test_nothing_is_known_of_an_empty_partnership():
    partnership = PartnershipFactory(version=False, status=False)

    values = {value_now(partnership, field, "", TODAY) for field in ("naam", "status", "penvoerder", "lid-weg")}

    assert values == {None}


def test_every_field_of_an_organisation_has_a_value_now():
    site = SiteFactory(version__name="De Linde")

    assert {value_now(site, field, "", TODAY) for field in ("name", "place", "anders")} == {"De Linde", "Utrecht", None}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("naam", "De Linde", "De Linde"),
        ("naam", None, ""),
        ("status", "aspirant", "aspirant"),
        ("status", "recognised", "erkend"),
        ("kern-schil", "core", "kern"),
        ("lid-weg", "board", "bestuur"),
    ],
)
def test_values_in_words(field, value, words):
    assert in_words(field, value, TODAY) == words


def test_an_organisation_in_words():
    assert in_words("penvoerder", BoardFactory(version__name="Het Veld").public_id, TODAY) == "Het Veld"


def test_which_member_it_is_about():
    row = MembershipFactory(organisation__version__name="De Linde")

    told = [about_in_words(field, row.public_id, TODAY) for field in ("lid-weg", "naam")]
    assert [*told, about_in_words("lid-weg", "nooit", TODAY)] == ["De Linde", "", ""]


@pytest.mark.parametrize(
    ("old", "state", "is_changed"), [("De Linde", "open", False), ("De Es", "open", True), ("De Es", "accepted", False)]
)
def test_a_field_that_changed_meanwhile_is_noticed_while_the_proposal_is_open(old, state, is_changed):
    partnership = PartnershipFactory(version__name="De Linde")
    item = WorkItemFactory.build(
        subject=partnership.reference, state=state, data={"field": "naam", "old": old, "on": "2026-08-01"}
    )

    standing = standing_of(item, TODAY)

    assert (standing.is_changed_meanwhile, standing.now, standing.on) == (is_changed, "De Linde", date(2026, 8, 1))


def test_a_record_is_found_by_its_reference():
    partnership, site = PartnershipFactory(), SiteFactory()

    assert [record_of(partnership.reference), record_of(site.reference)] == [partnership, site]
    assert record_of("partnerschap:nooit") is None


@pytest.mark.parametrize(("field", "name"), [("naam", "naam"), ("lid-erbij", "lid erbij")])
def test_fields_have_a_name_for_the_ledger(field, name):
    assert verbose(PartnershipFactory.build(), field) == name


def test_fields_of_an_organisation_have_a_name_for_the_ledger():
    assert verbose(SiteFactory(), "place") == "plaats"
