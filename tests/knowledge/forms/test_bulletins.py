"""What may be typed about a bulletin, a sender, and who posts for one."""

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.forms.bulletins import AllowForm, BulletinForm, Candidate, SenderForm, initial_of
from steunpunt.knowledge.queries.near_doubles import NearDouble
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import BulletinFactory, SenderAllowanceFactory, SenderFactory
from tests.factories.network import OrganisationVersionFactory
from tests.knowledge.making import NOW, poster_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def sender():
    return SenderFactory(name="DUO")


def form_of(sender, by=None, **given):
    data = {
        "sender": sender.pk,
        "title": "Nieuw bedrag",
        "text": "Vanaf 2027 is het bedrag hoger.",
        "effective_on": "1-8-2027",
        "source": "Staatscourant",
        **given,
    }
    return BulletinForm(data, actor=by or poster_for(sender))


def test_the_least_that_a_bulletin_says(sender):
    form = form_of(sender)

    assert form.is_valid()
    assert (form.cleaned_data["sectors"], list(form.cleaned_data["roles"])) == ([], [])


def test_a_text_is_counted_as_the_browser_counts_it(sender):
    """Every line break comes as two characters and is one."""
    fits, too_long = "a\r\n" * 299 + "ab", "a" * 612

    assert form_of(sender, text=fits).is_valid()
    form = form_of(sender, text=too_long)
    assert form.errors == {"text": ["Maak de tekst korter: het zijn nu 612 tekens, er passen er 600."]}
    assert form["text"].value() == too_long


def test_an_end_comes_after_the_begin_and_a_sender_is_one_s_own(sender):
    assert set(form_of(sender, expires_on="1-8-2027").errors) == {"expires_on"}
    assert set(form_of(SenderFactory(), by=poster_for(sender)).errors) == {"sender"}
    assert set(form_of(sender, source_link="javascript:alert(1)").errors) == {"source_link"}


def test_the_only_sender_is_chosen_already(sender):
    by = poster_for(sender)
    assert BulletinForm(actor=by)["sender"].value() == sender.pk
    SenderAllowanceFactory(account=by.account)

    assert BulletinForm(actor=by)["sender"].value() is None


def test_a_bulletin_as_it_stands_is_a_valid_form(sender):
    bulletin = BulletinFactory(sender=sender, sectors=["vo"])
    form = BulletinForm(initial=initial_of(bulletin), actor=poster_for(sender))
    data = {name: form[name].value() for name in ("title", "text", "source", "sectors", "revision")}

    again = BulletinForm(data | {"sender": sender.pk, "effective_on": "2026-08-01"}, actor=poster_for(sender))

    assert again.is_valid()


def test_a_page_on_this_site_is_asked_only_when_there_is_one():
    assert "organisation" not in SenderForm(day=NOW.date()).fields
    version = OrganisationVersionFactory(name="Ministerie", organisation__kind="ministry", organisation__code="")

    form = SenderForm({"name": "OCW", "organisation": version.organisation.pk}, day=NOW.date())

    assert form.is_valid()
    assert "Ministerie" in str(form["organisation"])


def test_who_has_no_account_cannot_be_allowed():
    gone = UserFactory(is_active=False)

    for address in ("nergens@voorbeeld.invalid", gone.email):
        assert set(AllowForm({"email": address, "valid_from": "1-9-2026"}).errors) == {"email"}
    assert AllowForm({"email": UserFactory().email.upper(), "valid_from": "1-9-2026"}).is_valid()


def test_a_candidate_says_why_it_may_be_the_same(sender):
    one, other = BulletinFactory(), BulletinFactory(sender=sender, title="Bedrag")

    assert Candidate(other).label == "Bedrag (DUO)"
    assert Candidate(other, NearDouble(one, other, 0.81, False)).label == "Bedrag (DUO · lijkt voor 81% hetzelfde)"
    assert Candidate(other, NearDouble(one, other, 0.6, True)).label == "Bedrag (DUO · dezelfde bron)"


def test_staff_choose_from_all_senders(sender):
    assert form_of(sender, by=staff_actor()).is_valid()
    assert set(form_of(sender, by=Actor.visitor()).errors) == {"sender"}
