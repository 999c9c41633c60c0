"""Deeds on open questions: asking, following, answering with items, joining doubles, closing with a reason."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, Refusal, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.events.announcing import announce
from steunpunt.foundation.ledger.actions import record
from steunpunt.foundation.ledger.revisions import locked
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.foundation.thread.actions import link
from steunpunt.foundation.thread.models import Relation
from steunpunt.knowledge.events import OpenQuestionAnswered, OpenQuestionAsked
from steunpunt.knowledge.models import KnowledgeItem, OpenQuestion, QuestionFollower, QuestionState
from steunpunt.knowledge.rules.toolbox import can_decide, can_merge, may_ask, may_decide
from steunpunt.network.models import Theme

SIGN_IN_FIRST = _("Log eerst in. Dan weten we wie we bericht kunnen sturen.")
ONLY_STAFF = _("Dit kunnen alleen medewerkers van het steunpunt.")
NOT_OPEN = _("Deze vraag staat niet meer open.")
FACETS = ("phase", "sector", "for_whom", "setting", "group_size", "hours")


def ask(text: str, themes: Collection[Theme], facets: dict[str, Any], *, by: Actor, at: datetime) -> OpenQuestion:
    """Leave a question open for others; whoever asks follows it from the start."""
    account = _account(by)
    said = " ".join(text.split())
    require(bool(said), _("Schrijf je vraag op."), field="q")
    with transaction.atomic():
        given = {name: facets[name] for name in FACETS if name in facets}
        question = OpenQuestion.objects.create(text=said, asked_by=account, asked_at=at, **given)
        question.themes.set(themes)
        QuestionFollower.objects.create(question=question, account=account, since=at)
        _note(question, "question-asked", _("Vraag gesteld in de gereedschapskist."), by=by, at=at)
        announce(OpenQuestionAsked(question.public_id, at))
    return question


def follow(question: OpenQuestion, *, by: Actor, at: datetime) -> None:
    """Want to know it too; a second time changes nothing."""
    require(may_ask(by), SIGN_IN_FIRST)
    with transaction.atomic():
        held = _held(question)
        require(can_decide(held), NOT_OPEN)
        facts = {"question": held, "account": by.account}
        _row, is_new = QuestionFollower.objects.get_or_create(**facts, defaults={"since": at})
        if is_new:
            _note(held, "question-followed", _("Iemand wil dit ook weten."), by=by, at=at)


def unfollow(question: OpenQuestion, *, by: Actor, at: datetime) -> None:
    """Hear nothing more of it."""
    require(may_ask(by), SIGN_IN_FIRST)
    with transaction.atomic():
        count, _rows = QuestionFollower.objects.filter(question=question, account=by.account).delete()
        if count:
            _note(question, "question-unfollowed", _("Iemand volgt de vraag niet meer."), by=by, at=at)


def answer(
    question: OpenQuestion, items: Collection[KnowledgeItem], sentence: str, *, by: Actor, at: datetime
) -> OpenQuestion:
    """Answer with one or more items and a sentence; everybody who follows hears it."""
    require(may_decide(by), ONLY_STAFF)
    require(bool(sentence.strip()), _("Schrijf in een zin wat het antwoord is."), field="sentence")
    require(bool(items), _("Kies minstens één bijdrage die de vraag beantwoordt."), field="items")
    with transaction.atomic():
        held = locked(question)
        require(can_decide(held), NOT_OPEN)
        held.state, held.answer, held.decided_at = QuestionState.ANSWERED, sentence.strip(), at
        held.save(update_fields=["state", "answer", "decided_at"])
        held.items.set(items)
        for item in items:
            link(held.reference, item.reference, Relation.ANSWERED_BY, by=by, at=at)
        _note(held, "question-answered", _("Vraag beantwoord."), by=by, at=at)
        announce(OpenQuestionAnswered(held.public_id, [item.public_id for item in items], at))
        _tell_answer(held, _accounts(held), at)
    return held


def merge(question: OpenQuestion, into: OpenQuestion, *, by: Actor, at: datetime) -> OpenQuestion:
    """Join a double with another question: its followers go along, its words stay readable there."""
    require(may_decide(by), ONLY_STAFF)
    with transaction.atomic():
        held, target = _both(question, into)
        require(can_merge(held, target), _("Kies een andere vraag, die open of beantwoord is."), field="into")
        told = _accounts(held)
        if target.state == QuestionState.ANSWERED:
            known = set(target.followers.values_list("account", flat=True))
            told = [account for account in told if account.pk not in known]
        _move_followers(held, target)
        OpenQuestion.objects.filter(merged_into=held).update(merged_into=target)
        held.state, held.merged_into, held.decided_at = QuestionState.CLOSED, target, at
        held.save(update_fields=["state", "merged_into", "decided_at"])
        link(held.reference, target.reference, Relation.MERGED_INTO, by=by, at=at)
        _note(held, "question-merged", _("Samengevoegd met een vraag over hetzelfde."), target, by=by, at=at)
        if target.state == QuestionState.ANSWERED:
            _tell_answer(target, told, at)
        else:
            _tell(
                told,
                target,
                _now("Een vraag die je volgt is samengevoegd met: %(text)s") % {"text": target.text},
                _MERGED,
                at,
            )
    return target


def close(question: OpenQuestion, reason: str, *, by: Actor, at: datetime) -> None:
    """Take a question off the list, with a reason that whoever follows can read."""
    require(may_decide(by), ONLY_STAFF)
    require(bool(reason.strip()), _("Schrijf waarom. Wie de vraag volgt, leest dit."), field="reason")
    with transaction.atomic():
        held = locked(question)
        require(can_decide(held), NOT_OPEN)
        held.state, held.reason, held.decided_at = QuestionState.CLOSED, reason.strip(), at
        held.save(update_fields=["state", "reason", "decided_at"])
        _note(held, "question-closed", _("Vraag gesloten."), by=by, at=at)
        _tell(
            _accounts(held),
            held,
            _now("Een vraag die je volgt is gesloten: %(text)s") % {"text": held.text},
            held.reason,
            at,
        )


def forget_asker(account: User, at: datetime) -> None:
    """An open question that nobody else follows goes; the others stay without whose they were."""
    own = OpenQuestion.objects.filter(asked_by=account)
    alone = own.filter(state=QuestionState.OPEN, origins=None).exclude(
        pk__in=QuestionFollower.objects.exclude(account=account).values("question")
    )
    alone.delete()
    own.update(asked_by=None)


def forget_following(account: User, at: datetime) -> None:
    QuestionFollower.objects.filter(account=account).delete()


_MERGED = _("Een ander stelde deze vraag ook. We voegden ze samen; je volgt de vraag gewoon verder.")


def _account(by: Actor) -> User:
    """Whoever asks; a visitor is refused."""
    require(may_ask(by), SIGN_IN_FIRST)
    if by.account is None:
        raise Refusal(str(SIGN_IN_FIRST))
    return by.account


def _held(question: OpenQuestion) -> OpenQuestion:
    """The question as it stands now, kept still for this transaction."""
    return OpenQuestion.objects.select_for_update().get(pk=question.pk)


def _both(question: OpenQuestion, into: OpenQuestion) -> tuple[OpenQuestion, OpenQuestion]:
    """Locked in one order, so that two people who join the same pair do not wait for each other."""
    rows = {
        row.pk: row
        for row in OpenQuestion.objects.select_for_update().filter(pk__in=[question.pk, into.pk]).order_by("pk")
    }
    return rows[question.pk], rows[into.pk]


def _move_followers(question: OpenQuestion, into: OpenQuestion) -> None:
    known = QuestionFollower.objects.filter(question=into).values("account")
    QuestionFollower.objects.filter(question=question, account__in=known).delete()
    QuestionFollower.objects.filter(question=question).update(question=into)


def _accounts(question: OpenQuestion) -> list[User]:
    """Who follows and can still get mail."""
    return list(User.objects.filter(pk__in=question.followers.values("account"), is_active=True).order_by("pk"))


def _tell_answer(question: OpenQuestion, accounts: Collection[User], at: datetime) -> None:
    _tell(accounts, question, _now("Er is een antwoord op: %(text)s") % {"text": question.text}, question.answer, at)


def _tell(accounts: Collection[User], question: OpenQuestion, subject: str, said: object, at: datetime) -> None:
    """One mail each; which items belong to the answer stands on the page, for whoever may read them."""
    words = _now(
        "Je volgt deze vraag in de gereedschapskist:\n%(question)s\n\n%(said)s\n\n"
        "Bekijk het hier:\n%(address)s\n\nDaar kun je ook stoppen met volgen.\n"
    )
    page = settings.BASE_URL + reverse("knowledge:open_question", args=[question.public_id])
    for account in accounts:
        text = words % {"question": question.text, "said": said, "address": page}
        post_mail(to=account.email, subject=subject, text=text, at=at)


def _note(question: OpenQuestion, deed: str, summary: object, *others: OpenQuestion, by: Actor, at: datetime) -> None:
    subjects = [question.reference, *(other.reference for other in others)]
    record(by=by, at=at, deed=deed, summary=summary, subjects=subjects)
