"""The editors' side of the agenda: accepting, revising, status, answers, retiring and coming back."""

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events.announcing import subscribe
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.foundation.outbox.models import Mail
from steunpunt.foundation.thread.models import Link
from steunpunt.knowledge.actions import agenda_editing as editing
from steunpunt.knowledge.actions.agenda_merging import merge
from steunpunt.knowledge.events import ResearchQuestionAnswered
from steunpunt.knowledge.models import QuestionStatus
from tests.factories.foundation import UserFactory, staff_actor
from tests.factories.knowledge import KnowledgeItemFactory, ResearchQuestionFactory, ResearchWorkFactory
from tests.factories.network import ThemeFactory
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asker():
    return UserFactory(email="vrager@voorbeeld.invalid")


@pytest.fixture
def question(asker):
    return ResearchQuestionFactory(origin__account=asker)


def told(question, **given):
    names = {"text": question.text, "explanation": "", "level": question.level, "themes": question.themes.all()}
    return names | given


def test_accepting_puts_it_on_the_agenda_and_tells_who_asked(asker):
    question = ResearchQuestionFactory(accepted_at=None, origin__account=asker)

    editing.accept(question, by=staff_actor(), at=NOW)

    question.refresh_from_db()
    mail = Mail.objects.get()
    assert (question.accepted_at, question.status) == (NOW, QuestionStatus.OPEN)
    assert (mail.to, question.text in mail.text) == (asker.email, True)
    assert f"/onderzoeksagenda/{question.slug}/" in mail.text


def test_what_stands_on_the_agenda_is_not_accepted_once_more(question):
    with pytest.raises(Refusal, match="wacht niet"):
        editing.accept(question, by=staff_actor(), at=NOW)


@pytest.mark.parametrize(
    "deed",
    [
        lambda row, by: editing.accept(row, by=by, at=NOW),
        lambda row, by: editing.revise(row, told(row, text="Anders?"), by=by, at=NOW),
        lambda row, by: editing.set_status(row, "answered", "Klaar", by=by, at=NOW),
        lambda row, by: editing.answer(row, "Dit.", by=by, at=NOW),
        lambda row, by: editing.retire(row, "Te breed", by=by, at=NOW),
        lambda row, by: editing.bring_back(row, by=by, at=NOW),
        lambda row, by: editing.reword_origin(row.origins.get(), "Anders?", by=by, at=NOW),
    ],
)
def test_all_of_it_is_for_editors_only(question, deed):
    with pytest.raises(Refusal, match="redactie"):
        deed(question, member_of())


def test_revising_changes_the_question_and_no_origin(question):
    first, theme = question.text, ThemeFactory()

    editing.revise(question, told(question, text="Beter gezegd?", themes=[theme]), by=staff_actor(), at=NOW)

    question.refresh_from_db()
    assert (question.text, list(question.themes.all())) == ("Beter gezegd?", [theme])
    assert question.origins.get().wording == first


def test_the_history_keeps_no_older_text_that_may_hold_a_name(question):
    better = told(question, text="Beter gezegd?", explanation="Omdat.", level="nation")

    editing.revise(question, better, by=staff_actor(), at=NOW)

    changes = history_of(question.reference)[0].changes
    assert (changes["vraag"], changes["toelichting"], changes["niveau"]) == (None, None, ["partnerschap", "landelijk"])


def test_the_words_of_an_origin_are_changed_without_a_trace_of_the_old_ones(question):
    origin = question.origins.get()
    kept = ResearchQuestionFactory()
    merge(kept, question, by=staff_actor(), at=NOW)

    editing.reword_origin(origin, " Zonder naam? ", by=staff_actor(), at=NOW)

    origin.refresh_from_db()
    told_of = history_of(kept.reference)[0]
    assert (origin.wording, told_of.deed) == ("Zonder naam?", "question-origin-reworded")
    assert question.text not in f"{told_of.summary} {told_of.changes}"


@pytest.mark.parametrize("wording", [" ", "x" * 301])
def test_words_that_are_none_or_too_many_are_refused_at_their_field(question, wording):
    with pytest.raises(Refusal) as refused:
        editing.reword_origin(question.origins.get(), wording, by=staff_actor(), at=NOW)
    assert refused.value.field == "wording"


def test_a_revision_on_an_older_state_is_refused(question):
    editing.revise(question, told(question, text="Eerst?"), by=staff_actor(), at=NOW, revision=1)

    with pytest.raises(Outdated):
        editing.revise(question, told(question, text="Dan?"), by=staff_actor(), at=NOW, revision=1)


def test_a_revision_without_a_change_is_refused(question):
    with pytest.raises(Refusal, match="niets veranderd"):
        editing.revise(question, told(question), by=staff_actor(), at=NOW)


def test_a_status_comes_with_its_reason_and_day(question, asker):
    editing.set_status(question, "answered", "De studie is klaar.", by=staff_actor(), at=NOW)

    question.refresh_from_db()
    assert (question.status, question.status_reason, question.status_on) == (
        "answered",
        "De studie is klaar.",
        NOW.date(),
    )
    assert history_of(question.reference)[0].changes["stand"] == ["open", "beantwoord"]
    assert "De studie is klaar." in Mail.objects.get(to=asker.email).text


@pytest.mark.parametrize(
    ("status", "reason", "field"),
    [("answered", " ", "reason"), ("open", "Zo", "status"), ("retired", "Weg", "status"), ("klaar", "Zo", "status")],
)
def test_a_status_without_reason_or_change_is_refused(question, status, reason, field):
    with pytest.raises(Refusal) as refused:
        editing.set_status(question, status, reason, by=staff_actor(), at=NOW)
    assert refused.value.field == field


def test_an_answer_is_tied_to_the_items_that_say_so(question, asker):
    item = KnowledgeItemFactory()

    known = editing.answer(question, "Het hielp op één plek.", [item], is_final=True, by=staff_actor(), at=NOW)

    question.refresh_from_db()
    assert (list(known.items.all()), question.status) == ([item], QuestionStatus.ANSWERED)
    assert list(Link.objects.values_list("source", "target", "relation", "at")) == [
        (question.reference, item.reference, "answered_by", NOW)
    ]
    assert "Het hielp op één plek." in Mail.objects.get(to=asker.email).text


def test_other_rooms_hear_of_an_answer(question):
    subscribe(ResearchQuestionAnswered, _hear)

    editing.answer(question, "Half.", by=staff_actor(), at=NOW)

    payload = Announcement.objects.get().payload
    assert (payload["question"], payload["is_final"]) == (question.public_id, False)


def _hear(event):
    """A reaction as another room would have one."""


@pytest.mark.parametrize("state", [{"status": QuestionStatus.RETIRED}, {"accepted_at": None}])
def test_what_is_not_on_the_agenda_does_not_become_answered(state):
    question = ResearchQuestionFactory(**state)

    with pytest.raises(Refusal) as refused:
        editing.answer(question, "Dit.", is_final=True, by=staff_actor(), at=NOW)
    editing.answer(question, "Half.", by=staff_actor(), at=NOW)

    question.refresh_from_db()
    assert (refused.value.field, question.status) == ("is_final", state.get("status", QuestionStatus.OPEN))
    assert question.answers.get().text == "Half."


def test_an_empty_answer_is_refused(question):
    with pytest.raises(Refusal) as refused:
        editing.answer(question, "  ", by=staff_actor(), at=NOW)
    assert refused.value.field == "text"


def test_what_is_retired_tells_why_and_comes_back(question, asker):
    editing.retire(question, "Te breed.", by=staff_actor(), at=NOW)
    question.refresh_from_db()
    retired = (question.status, question.status_reason)
    editing.bring_back(question, by=staff_actor(), at=NOW)
    question.refresh_from_db()

    assert retired == (QuestionStatus.RETIRED, "Te breed.")
    assert question.status == QuestionStatus.OPEN
    assert "Te breed." in Mail.objects.get(to=asker.email).text


def test_what_comes_back_is_in_research_when_somebody_works_on_it(question):
    merged = ResearchQuestionFactory(merged_into=question, merged_at=NOW, status=QuestionStatus.RETIRED)
    ResearchWorkFactory(question=merged)
    editing.retire(question, "Te breed.", by=staff_actor(), at=NOW)

    editing.bring_back(question, by=staff_actor(), at=NOW)

    question.refresh_from_db()
    assert (question.status, question.status_reason) == (QuestionStatus.IN_RESEARCH, "Er wordt aan gewerkt.")
    with pytest.raises(Refusal, match="opgegaan"):
        editing.bring_back(merged, by=staff_actor(), at=NOW)


def test_retiring_needs_a_reason_and_is_done_once(question):
    with pytest.raises(Refusal) as refused:
        editing.retire(question, "", by=staff_actor(), at=NOW)
    editing.retire(question, "Weg", by=staff_actor(), at=NOW)

    assert refused.value.field == "reason"
    with pytest.raises(Refusal, match="al afgevoerd"):
        editing.retire(question, "Weg", by=staff_actor(), at=NOW)
