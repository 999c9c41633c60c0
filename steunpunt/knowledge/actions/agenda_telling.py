"""Telling whoever brought a question what happens to it."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.knowledge.models import QuestionOrigin, ResearchQuestion
from steunpunt.knowledge.queries.research import families


def tell_who_asked(question: ResearchQuestion, subject: str, text: str, at: datetime) -> None:
    """Mail to everybody who brought the question, or one that went up in it; once each."""
    words = _("Het gaat om de vraag:\n%(question)s\n\n%(text)s\n\nBekijk het hier:\n%(address)s\n")
    address = settings.BASE_URL + reverse("knowledge:question", args=[question.slug])
    told = words % {"question": question.text, "text": text, "address": address}
    family = families().of(question.pk)
    accounts = QuestionOrigin.objects.filter(question__in=family, account__is_active=True).values("account")
    for account in User.objects.filter(pk__in=accounts).order_by("pk"):
        post_mail(to=account.email, subject=subject, text=told, at=at)
