"""The forms about using an item."""

import pytest

from steunpunt.knowledge.forms.use import WITH_WORDS, WITHOUT_WORDS, UseForm, WithdrawUseForm
from tests.factories.network import PartnershipFactory, RoleFactory

pytestmark = pytest.mark.django_db


def _form(data=None, *, partnerships=(), may_copy=True, has_words=True):
    return UseForm(data, partnerships=partnerships, may_copy=may_copy, has_words=has_words)


def test_the_only_partnership_is_chosen_already():
    partnership = PartnershipFactory()

    form = _form(partnerships=[(partnership.pk, "Alfa")])

    assert "role" not in form.fields
    assert form["partnership"].initial == partnership.pk
    assert "Alfa" in str(form["partnership"])


def test_with_more_there_is_a_choice_among_ones_own():
    own = [PartnershipFactory(), PartnershipFactory()]
    other = PartnershipFactory()
    names = [(row.pk, f"P{row.pk}") for row in own]

    assert _form(partnerships=names)["partnership"].initial is None
    assert _form({"partnership": own[1].pk, "result": "Goed"}, partnerships=names).is_valid()
    assert "partnership" in _form({"partnership": other.pk, "result": "Goed"}, partnerships=names).errors


def test_without_a_partnership_a_role_is_asked():
    role = RoleFactory()

    assert _form({"role": role.pk, "result": "Goed"}).is_valid()
    assert _form({"result": "Goed"}).errors["role"] == ["Kies een rol."]


def test_the_result_is_required():
    assert "result" in _form({"role": RoleFactory().pk, "result": " "}).errors


def test_an_adaptation_is_offered_with_what_comes_along():
    assert "copy" not in _form(may_copy=False).fields
    assert _form().fields["copy"].help_text == WITH_WORDS
    assert _form(has_words=False).fields["copy"].help_text == WITHOUT_WORDS


def test_only_others_say_why_they_withdraw():
    assert WithdrawUseForm({}, is_own=True).is_valid()
    assert "reason" in WithdrawUseForm({}, is_own=False).errors
