"""Erasing what the research agenda holds of somebody: the questions and the work stay, the person behind them goes."""

from datetime import datetime

from steunpunt.foundation.accounts.models import User
from steunpunt.knowledge.models import QuestionOrigin, ResearchWork
from steunpunt.network.queries.people_held import people_behind


def forget_origins(account: User, at: datetime) -> None:
    QuestionOrigin.objects.filter(account=account).update(account=None)


def forget_work(account: User, at: datetime) -> None:
    ResearchWork.objects.filter(account=account).update(account=None)
    ResearchWork.objects.filter(person__in=people_behind(account)).update(person=None)
