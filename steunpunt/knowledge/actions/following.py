"""Keeping items at hand, following themes, and telling followers what is new."""

from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.access import Actor, require
from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.outbox.actions import post_mail
from steunpunt.knowledge.models import Bookmark, ItemState, ItemVersion, KnowledgeItem, ThemeFollow
from steunpunt.knowledge.queries.following import follows_of
from steunpunt.knowledge.queries.items import visible_items
from steunpunt.network.models import Theme

SIGN_IN_FIRST = _("Log eerst in.")
REMEMBERED = 100
"""Items that a follow remembers to have told of."""
STOP_SALT = "theme-follow-stop"


def keep_bookmark(item: KnowledgeItem, *, by: Actor, at: datetime) -> None:
    """Keep an item at hand; once more changes nothing."""
    require(by.is_signed_in, SIGN_IN_FIRST)
    require(visible_items(by).filter(pk=item.pk).exists(), _("Dit item kun je niet (meer) lezen."))
    Bookmark.objects.get_or_create(account=by.account, item=item, defaults={"at": at})


def drop_bookmark(item: KnowledgeItem, *, by: Actor) -> None:
    require(by.is_signed_in, SIGN_IN_FIRST)
    Bookmark.objects.filter(account=by.account, item=item).delete()


def follow_theme(theme: Theme, *, by: Actor, at: datetime) -> None:
    """From now on a mail tells of what is new with this theme; once more changes nothing."""
    require(by.is_signed_in, SIGN_IN_FIRST)
    ThemeFollow.objects.get_or_create(account=by.account, theme=theme, defaults={"at": at})


def unfollow_theme(theme: Theme, *, by: Actor) -> None:
    require(by.is_signed_in, SIGN_IN_FIRST)
    ThemeFollow.objects.filter(account=by.account, theme=theme).delete()


def stop_follow(follow: ThemeFollow) -> None:
    """For whoever holds the link from a mail."""
    ThemeFollow.objects.filter(pk=follow.pk).delete()


def tell_followers(public_id: str, *, at: datetime) -> int:
    """One mail to each follower of its themes who may read the item, except its author; how many mails."""
    with transaction.atomic():
        rows = KnowledgeItem.objects.filter(public_id=public_id, state=ItemState.PUBLISHED)
        item = rows.select_related("live").first()
        if item is None or item.live is None:
            return 0
        follows = follows_of(item.live).select_for_update(of=("self",))
        by_account = groupby(follows, key=lambda follow: follow.account)
        return sum(_tell(item, item.live, account, list(own), at) for account, own in by_account)


def forget_following(account: User, at: datetime) -> None:
    ThemeFollow.objects.filter(account=account).delete()


def forget_bookmarks(account: User, at: datetime) -> None:
    Bookmark.objects.filter(account=account).delete()


def stop_address(follow: ThemeFollow) -> str:
    """The page that asks once more and then stops; whoever holds it needs no account."""
    return reverse("knowledge:stop_follow", args=[signing.Signer(salt=STOP_SALT).sign(follow.public_id)])


def _tell(item: KnowledgeItem, version: ItemVersion, account: User, follows: list[ThemeFollow], at: datetime) -> bool:
    # A mail may be read along: it tells what the account sees without a second factor.
    reader = Actor.of(account, second_factor=False)
    told = any(item.public_id in follow.told for follow in follows)
    if told or item.author_id == account.pk or not visible_items(reader).filter(pk=item.pk).exists():
        return False
    for follow in follows:
        follow.told = [item.public_id, *follow.told][:REMEMBERED]
        follow.save(update_fields=["told"])
    post_mail(to=account.email, subject=_subject(version, follows), text=_text(item, version, follows), at=at)
    return True


def _subject(version: ItemVersion, follows: list[ThemeFollow]) -> str:
    return _now("Nieuw over %(theme)s: %(title)s") % {"theme": follows[0].theme.title, "title": version.title}


def _text(item: KnowledgeItem, version: ItemVersion, follows: list[ThemeFollow]) -> str:
    stops = [f"- {follow.theme.title}: {settings.BASE_URL}{stop_address(follow)}" for follow in follows]
    return _now(
        "Er staat iets nieuws in de kennisbank.\n\n%(title)s (%(kind)s)\n%(outcome)s\n\nLees het hier: %(address)s\n\n"
        "Je krijgt deze mail omdat je het thema volgt. Stoppen kan hier:\n%(stops)s\n"
    ) % {
        "title": version.title,
        "kind": item.get_kind_display(),
        "outcome": version.outcome,
        "address": settings.BASE_URL + reverse("knowledge:item", args=[item.slug]),
        "stops": "\n".join(stops),
    }
