"""Taking part in the agenda: proposing, asking the same, working on it, stopping."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from steunpunt.knowledge.actions.agenda_merging import merge
from steunpunt.knowledge.models import QuestionStatus, ResearchQuestion, ResearchWork
from tests.factories.foundation import UserFactory, sign_in_staff, staff_actor
from tests.factories.knowledge import QuestionOriginFactory, ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import (
    PartnershipFactory,
    PersonFactory,
    ProvinceFactory,
    RegionFactory,
    ThemeFactory,
    coordinator_of,
)
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db
AGENDA = "/onderzoeksagenda/"
PROPOSE = f"{AGENDA}voorstellen/"
TEXT = "Wat doet reistijd met de motivatie van studenten?"


@pytest.fixture
def partnership():
    return PartnershipFactory(version__name="Noordzijde")


@pytest.fixture
def member(client, partnership):
    actor = member_of(partnership)
    client.force_login(actor.account)
    return actor


def typed(partnership, **given):
    return {"text": TEXT, "level": "school", "themes": [ThemeFactory().pk], "partnership": partnership.pk, **given}


def text_of(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("part", ["voorstellen/", "{slug}/ook-wij/", "{slug}/meewerken/"])
def test_a_visitor_signs_in_first_and_who_belongs_nowhere_is_told(client, part):
    address = AGENDA + part.format(slug=ResearchQuestionFactory().slug)
    assert client.get(address).headers["Location"].startswith("/account/login/")
    client.force_login(UserFactory())

    answer = client.get(address)

    assert answer.status_code == 403
    assert "Mijn rollen" in text_of(answer)


def test_a_proposal_waits_for_the_editors_and_its_proposer_can_follow_it(client, member, partnership):
    province = ProvinceFactory()

    answer = client.post(PROPOSE, typed(partnership, place="provincie:PV26", meeting="Regiodag"), follow=True)

    question = ResearchQuestion.objects.get()
    origin = question.origins.get()
    assert answer.redirect_chain == [(f"{AGENDA}{question.slug}/", 302)]
    assert "Deze vraag wacht op de redactie" in text_of(answer)
    assert (origin.partnership, origin.province, origin.wording) == (partnership, province, TEXT)
    assert question.text not in text_of(client.get(AGENDA))


def test_a_region_can_be_chosen_too(client, member, partnership):
    region = RegionFactory()

    client.post(PROPOSE, typed(partnership, place=f"onderwijsregio:{region.public_id}"))

    assert ResearchQuestion.objects.get().origins.get().region == region


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(client, member, partnership):
    answer = client.post(PROPOSE, {"text": TEXT, "explanation": "Omdat."})

    page = text_of(answer)
    assert answer.status_code == 422
    assert TEXT in page
    assert "Omdat." in page
    assert "Kies minstens één thema." in page
    assert "Kies namens welk partnerschap je dit vraagt." in page
    assert not ResearchQuestion.objects.exists()


def test_a_double_is_shown_before_anything_is_kept(client, member, partnership):
    double = ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")

    page = text_of(client.post(PROPOSE, typed(partnership)))

    assert "Dit lijkt al op de agenda te staan" in page
    assert double.text in page
    assert TEXT in page
    assert ResearchQuestion.objects.count() == 1


def test_enter_on_the_page_of_a_double_joins_nothing(client, member, partnership):
    """The first button of the form is what Enter presses."""
    double = ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")
    shown = text_of(client.post(PROPOSE, typed(partnership, explanation="Omdat.")))
    form = shown[shown.index('<form class="form"') :]
    first = re.search(r"<button[^>]*>", form).group()

    again = text_of(client.post(PROPOSE, typed(partnership, deed="")))

    assert ('name="deed" value=""' in first, "Dit lijkt al op de agenda" in again) == (True, True)
    assert "Je uitleg gaat dan niet mee." in shown
    assert "Je uitleg gaat" not in again
    assert (ResearchQuestion.objects.count(), double.origins.count()) == (1, 1)


def test_on_a_double_the_own_words_become_an_origin(client, member, partnership):
    double = ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")

    answer = client.post(PROPOSE, typed(partnership, deed=f"ook:{double.public_id}"), follow=True)

    assert answer.redirect_chain == [(f"{AGENDA}{double.slug}/", 302)]
    assert ResearchQuestion.objects.count() == 1
    assert double.origins.filter(wording=TEXT, partnership=partnership, account=member.account).exists()


def test_what_only_looks_like_a_double_is_sent_after_all(client, member, partnership):
    ResearchQuestionFactory(text="Wat doet reistijd met motivatie van studenten?")

    client.post(PROPOSE, typed(partnership, deed="nieuw"))

    assert ResearchQuestion.objects.filter(text=TEXT, accepted_at=None).count() == 1


def test_a_double_that_is_hidden_takes_no_origin(client, member, partnership):
    hidden = ResearchQuestionFactory(status=QuestionStatus.RETIRED)

    assert client.post(PROPOSE, typed(partnership, deed=f"ook:{hidden.public_id}")).status_code == 404


def test_a_character_that_the_database_refuses_finds_nothing(client, member, partnership):
    assert client.post(PROPOSE, typed(partnership, deed="ook:\0")).status_code == 404


def test_asking_too_from_the_page_of_a_question(client, member, partnership):
    question = ResearchQuestionFactory(text=TEXT)
    address = f"{AGENDA}{question.slug}/ook-wij/"

    shown = text_of(client.get(address))
    client.post(address, {"wording": "En wij dan?", "partnership": partnership.pk})

    assert TEXT in shown
    assert "Noordzijde" in shown
    assert question.origins.filter(wording="En wij dan?").exists()


def test_taking_on_with_a_programme_and_a_name(client, member, partnership):
    question = ResearchQuestionFactory()
    given = {"partnership": partnership.pk, "programme": "Onderzoek 2026", "valid_from": localdate(), "names_me": "on"}

    client.post(f"{AGENDA}{question.slug}/meewerken/", given)

    work = ResearchWork.objects.get()
    question.refresh_from_db()
    assert (work.partnership, work.programme, work.person.account) == (partnership, "Onderzoek 2026", member.account)
    assert question.status == QuestionStatus.IN_RESEARCH


def test_taking_on_needs_somebody_who_does_it(client, member):
    question = ResearchQuestionFactory()

    answer = client.post(f"{AGENDA}{question.slug}/meewerken/", {"valid_from": localdate()})

    assert answer.status_code == 422
    assert "Kies wie eraan werkt." in text_of(answer)


@pytest.mark.parametrize("part", ["ook-wij", "meewerken"])
def test_nobody_joins_what_is_not_on_the_agenda(client, member, part):
    hidden = ResearchQuestionFactory(accepted_at=None)

    assert client.get(f"{AGENDA}{hidden.slug}/{part}/").status_code == 404


def test_stopping_ends_the_work_also_after_a_merge(client, member, partnership):
    yesterday = localdate() - timedelta(days=1)
    merged, kept = ResearchQuestionFactory(), ResearchQuestionFactory()
    work = ResearchWorkFactory(question=merged, partnership=partnership, account=member.account, valid_from=yesterday)
    merge(kept, merged, by=staff_actor(), at=NOW)

    shown = text_of(client.get(f"{AGENDA}{kept.slug}/"))
    answer = client.post(f"{AGENDA}werk/{work.public_id}/stoppen/", {"valid_until": localdate()})

    work.refresh_from_db()
    assert "Wij stoppen hiermee" in shown
    assert (answer.headers["Location"], work.valid_until) == (f"{AGENDA}{kept.slug}/", localdate())


def test_a_coordinator_stops_what_runs_and_what_is_planned_but_not_what_ended(client, partnership):
    today = localdate()
    question = ResearchQuestionFactory()
    running = ResearchWorkFactory(question=question, partnership=partnership, valid_from=today - timedelta(days=9))
    planned = ResearchWorkFactory(question=question, partnership=partnership, valid_from=today + timedelta(days=9))
    ended = ResearchWorkFactory(question=question, partnership=partnership, valid_from=None, valid_until=today)
    others = ResearchWorkFactory(question=question)
    client.force_login(coordinator_of(partnership).account)

    page = text_of(client.get(f"{AGENDA}{question.slug}/"))
    told = text_of(client.post(f"{AGENDA}werk/{planned.public_id}/stoppen/", {"valid_until": today}, follow=True))

    offered = [f"/werk/{row.public_id}/stoppen/" in page for row in (running, planned, ended, others)]
    assert offered == [True, True, False, False]
    assert "Toch niet begonnen" in page + told
    assert not ResearchWork.objects.filter(pk=planned.pk).exists()


def test_who_has_nothing_to_do_with_it_stops_and_removes_nothing(client, member):
    question = ResearchQuestionFactory()
    work = ResearchWorkFactory(question=question, person=PersonFactory())
    origin = QuestionOriginFactory(question=question)

    for address in (f"werk/{work.public_id}/stoppen/", f"herkomst/{origin.public_id}/weg/"):
        answer = client.post(AGENDA + address)
        assert (answer.status_code, "Dit kan" in text_of(answer)) == (403, True)
        assert "alleen spreken namens" not in text_of(answer)
    assert client.get(f"{AGENDA}werk/bestaatniet/stoppen/").status_code == 404
    assert client.get(f"{AGENDA}herkomst/bestaatniet/weg/").status_code == 404


def test_an_origin_is_taken_out_after_asking(client):
    question = ResearchQuestionFactory()
    origin = QuestionOriginFactory(question=question, wording="Per ongeluk?")
    sign_in_staff(client)
    address = f"{AGENDA}herkomst/{origin.public_id}/weg/"

    asked = text_of(client.get(address))
    client.post(address)

    assert "Per ongeluk?" in asked
    assert list(question.origins.values_list("wording", flat=True)) == [question.text]
