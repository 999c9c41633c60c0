"""Bringing a question to the research agenda, saying that others ask it too, and taking such an origin out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.access.refusing import Sentences, refused_with
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.references import new_public_id
from steunpunt.foundation.thread.actions import link, unlink
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.events import ResearchQuestionProposed
from steunpunt.knowledge.models import QuestionLevel, QuestionOrigin, QuestionStatus, ResearchQuestion
from steunpunt.knowledge.queries.research import families, root_of
from steunpunt.knowledge.rules.research import can_change, is_on_agenda, may_propose, may_speak_for, may_take_out
from steunpunt.network.models import Partnership, Province, Region, Theme

NOT_A_MEMBER = _("Dit kan wie een rol heeft bij een partnerschap. Vraag die eerst aan bij ‘Mijn rollen’.")
NOT_THEIRS = _("Je kunt alleen spreken namens een partnerschap waar je zelf werkt.")
NOT_THEIR_ORIGIN = _("Dit kan alleen wie het inbracht, en het steunpunt.")
GONE_UP = _("Deze vraag is opgegaan in een andere vraag. Kijk daar verder.")
JUST_PROPOSED = _("Deze vraag is net al voorgesteld.")
SENTENCES: Sentences = {"knowledge_researchquestion_slug_key": (JUST_PROPOSED, "text")}
"""Two accounts that send the same at once both find the address free."""
MOST_THEMES = 3
RESERVED = {"warmtekaart", "ontbreekt", "voorstellen", "redactie", "werk", "herkomst"}
"""Words that stand in addresses where a question's own word could stand."""


@dataclass(frozen=True)
class Brought:
    """Who or what brings a question, when and in which words; nothing is needed, an empty wording is the question's."""

    wording: str = ""
    partnership: Partnership | None = None
    region: Region | None = None
    province: Province | None = None
    meeting: str = ""
    source: str = ""
    reference: str = ""
    """A record that it came from, as `kind:public_id`."""
    brought_on: date | None = None


NOBODY = Brought()


def propose(
    *,
    text: str,
    level: str,
    themes: Iterable[Theme],
    origin: Brought = NOBODY,
    explanation: str = "",
    by: Actor,
    at: datetime,
) -> ResearchQuestion:
    """A question for the agenda that waits for an editor; `origin` says where it came from."""
    require(may_propose(by), NOT_A_MEMBER)
    chosen = list(themes)
    _require_question(text, level, chosen)
    with transaction.atomic(), refused_with(SENTENCES):
        require(not _waits_already(text, by), JUST_PROPOSED, field="text")
        question = ResearchQuestion.objects.create(
            slug=free_slug(text),
            text=text.strip(),
            level=level,
            explanation=explanation.strip(),
            status=QuestionStatus.OPEN,
            status_on=localdate(at),
            created_at=at,
        )
        question.themes.set(chosen)
        _keep_origin(question, origin, by=by, at=at)
        note(question, "question-proposed", _("Voorgesteld voor de onderzoeksagenda."), by=by, at=at)
        announce(ResearchQuestionProposed(question.public_id, at))
    return question


def add_origin(question: ResearchQuestion, origin: Brought, *, by: Actor, at: datetime) -> QuestionOrigin:
    """Others ask this too, in their own words."""
    require(may_propose(by), NOT_A_MEMBER)
    with transaction.atomic():
        held = ResearchQuestion.objects.select_for_update().get(pk=question.pk)
        require(can_change(held), GONE_UP)
        require(is_on_agenda(held) or by.is_staff, _("Deze vraag staat niet op de agenda."))
        require(not _stands_already(held, origin, by), _("Dat staat er al, in dezelfde woorden."), field="wording")
        row = _keep_origin(held, origin, by=by, at=at)
        note(held, "question-origin-added", _("Ook door een ander gevraagd."), by=by, at=at)
    return row


def take_out_origin(origin: QuestionOrigin, *, by: Actor, at: datetime) -> None:
    """It was a mistake; the last origin of a question stays."""
    require(may_take_out(by, origin), NOT_THEIR_ORIGIN)
    with transaction.atomic():
        question = ResearchQuestion.objects.select_for_update().get(pk=origin.question_id)
        others = QuestionOrigin.objects.filter(question=question).exclude(pk=origin.pk)
        require(others.exists(), _("Dit is de enige herkomst van deze vraag. Die blijft staan."))
        root = root_of(question)
        origin.delete()
        _unlink(origin.reference, root)
        told_too = {question.reference} - {root.reference}
        note(root, "question-origin-removed", _("Een herkomst weggehaald."), None, told_too, by=by, at=at)


def note(
    question: ResearchQuestion,
    deed: str,
    summary: object,
    changes: dict[str, list] | None = None,
    others: Iterable[str] = (),
    *,
    personal: Collection[str] = (),
    by: Actor,
    at: datetime,
) -> None:
    """One ledger line about the question; of what is `personal` only the name."""
    subjects = [question.reference, *others]
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects, changes=changes, personal=personal)


def free_slug(text: str) -> str:
    """An address from the question that no other one has."""
    base = slugify(text)[:80].strip("-") or "vraag"
    taken = base in RESERVED or ResearchQuestion.objects.filter(slug=base).exists()
    return f"{base}-{new_public_id()}" if taken else base


def _unlink(reference: str, root: ResearchQuestion) -> None:
    """After a merge the link hangs on the question that remains; another origin there may need it."""
    left = QuestionOrigin.objects.filter(question__in=families().of(root.pk), reference=reference)
    if reference and not left.exists():
        unlink(reference, root.reference, Relation.RAISED_IN)


def _waits_already(text: str, by: Actor) -> bool:
    """Whether the same account proposed the same, and no editor judged it yet; two at once look one by one."""
    if by.account is None:
        return False
    User.objects.select_for_update(no_key=True).get(pk=by.account.pk)
    rows = ResearchQuestion.objects.filter(accepted_at__isnull=True, merged_into__isnull=True)
    rows = rows.exclude(status=QuestionStatus.RETIRED)
    return rows.filter(text=text.strip(), origins__account=by.account).exists()


def _stands_already(question: ResearchQuestion, origin: Brought, by: Actor) -> bool:
    """Whether the same partnership, or without one the same account, asked it in the same words."""
    wording = origin.wording.strip() or question.text
    rows = QuestionOrigin.objects.filter(
        question=question, wording=wording, partnership=origin.partnership, reference=origin.reference
    )
    return rows.exists() if origin.partnership else rows.filter(account=by.account).exists()


def _require_question(text: str, level: str, themes: list[Theme]) -> None:
    require(bool(text.strip()), _("Schrijf de vraag op."), field="text")
    require(len(text.strip()) <= 300, _("Maak de vraag korter: hooguit 300 tekens."), field="text")
    require(level in QuestionLevel.values, _("Kies een niveau."), field="level")
    require(bool(themes), _("Kies minstens één thema."), field="themes")
    require(len(themes) <= MOST_THEMES, _("Kies er hooguit drie, dan vinden anderen het makkelijker."), field="themes")


def _keep_origin(question: ResearchQuestion, origin: Brought, *, by: Actor, at: datetime) -> QuestionOrigin:
    require(may_speak_for(by, origin.partnership), NOT_THEIRS, field="partnership")
    day = origin.brought_on or localdate(at)
    require(day <= localdate(at), _("Kies een dag die al is geweest."), field="brought_on")
    row = QuestionOrigin.objects.create(
        question=question,
        wording=(origin.wording.strip() or question.text)[:300],
        partnership=origin.partnership,
        region=origin.region,
        province=origin.province,
        meeting=origin.meeting.strip(),
        source=origin.source.strip(),
        reference=origin.reference,
        brought_on=day,
        account=by.account,
    )
    if origin.reference:
        link(origin.reference, question.reference, Relation.RAISED_IN, by=by, at=at)
    return row
