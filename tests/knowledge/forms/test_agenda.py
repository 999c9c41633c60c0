"""What the forms of the agenda offer, ask and refuse."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.forms.agenda import OriginForm, ProposeForm, StatusForm, TakeOnForm
from steunpunt.network.models import Project
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.network import PartnershipFactory, ProjectFactory, ProvinceFactory, RegionFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def offers(actor, **given):
    return {"partnerships": [], "provinces": [], "regions": [], "actor": actor, **given}


def test_a_place_is_a_province_or_a_region():
    province, region, partnership = ProvinceFactory(), RegionFactory(), PartnershipFactory()
    known = offers(
        Actor.of(UserFactory()), partnerships=[(partnership.pk, "Noord")], provinces=[province], regions=[region]
    )

    def clean(place):
        form = OriginForm({"wording": "Hoe?", "partnership": partnership.pk, "place": place}, **known)
        assert form.is_valid(), form.errors
        return form.cleaned_data["province"], form.cleaned_data["region"]

    assert clean("") == (None, None)
    assert clean("provincie:PV26") == (province, None)
    assert clean(f"onderwijsregio:{region.public_id}") == (None, region)
    assert not OriginForm({"wording": "Hoe?", "place": "x"}, **known).is_valid()


def test_staff_need_no_partnership_but_others_do():
    themes = [ThemeFactory().pk]
    typed = {"text": "Hoe?", "level": "nation", "themes": themes}

    assert ProposeForm(typed, **offers(staff_actor())).is_valid()
    assert "partnership" in ProposeForm(typed, **offers(Actor.of(UserFactory()))).errors


def test_a_partnership_of_others_cannot_be_chosen():
    form = OriginForm({"wording": "Hoe?", "partnership": PartnershipFactory().pk}, **offers(Actor.of(UserFactory())))

    assert "partnership" in form.errors


def test_what_cannot_be_chosen_is_not_asked():
    bare = TakeOnForm(partnerships=[], institutions=[], projects=Project.objects.none())
    ProjectFactory()
    full = TakeOnForm(partnerships=[], institutions=[], projects=Project.objects.all())

    assert "organisation" not in bare.fields
    assert "project" not in bare.fields
    assert "project" in full.fields


def test_retired_is_no_status_to_choose():
    assert [value for value, _label in StatusForm().fields["status"].choices] == ["open", "in_research", "answered"]
