"""A broken constraint becomes a Dutch sentence at the right field."""

import pytest
from django.apps import apps
from django.db import IntegrityError

from steunpunt.foundation.access import Refusal
from steunpunt.network.actions.refusing import SENTENCES, refused_plainly
from steunpunt.network.models import Partnership
from tests.factories.network import OrganisationFactory, PartnershipFactory

pytestmark = pytest.mark.django_db

NEVER_BY_A_PERSON = {
    "alias_once_per_partnership",
    "form_use_once_per_hour",
    "invitation_once_open",
    "person_public_name_needs_consent",
    "register_scope_once",
}


def test_a_taken_address_is_told_at_its_field():
    PartnershipFactory(slug="de-linde")

    with pytest.raises(Refusal, match="webadres") as refused, refused_plainly():
        Partnership.objects.create(slug="de-linde")
    assert refused.value.field == "slug"


def test_the_transaction_goes_on_after_a_refusal():
    PartnershipFactory(slug="de-linde")
    with pytest.raises(Refusal), refused_plainly():
        Partnership.objects.create(slug="de-linde")

    assert Partnership.objects.count() == 1


def test_an_unknown_error_stays_an_error():
    OrganisationFactory(public_id="twice")

    with pytest.raises(IntegrityError), refused_plainly():
        OrganisationFactory(public_id="twice")


def test_every_constraint_that_editing_can_break_has_a_sentence():
    edited = {"invitation", "person", "personmerge", "registerimport"}
    names = {
        constraint.name
        for model in apps.get_app_config("network").get_models()
        if model._meta.model_name not in edited
        for constraint in model._meta.constraints
    }

    assert names - NEVER_BY_A_PERSON - set(SENTENCES) == set()


def test_no_sentence_speaks_of_a_constraint_that_is_gone():
    names = {
        constraint.name
        for model in apps.get_app_config("network").get_models()
        for constraint in model._meta.constraints
    }

    assert {name for name in SENTENCES if not name.startswith("network_")} - names == set()
