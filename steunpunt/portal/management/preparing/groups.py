"""The groups of the back office with their rights, under Dutch names; safe to repeat."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Task, Workflow

from steunpunt.portal.actions.groups import EDITORS, LEADERS

RENAMED = {"Editors": EDITORS, "Moderators": LEADERS}
"""The groups that Wagtail makes by itself, and what they are called here."""
EDITOR_PAGES = ("add", "change")
LEADER_PAGES = (*EDITOR_PAGES, "publish", "lock", "unlock", "bulk_delete")
LEADER_MODELS = ("add_redirect", "change_redirect", "delete_redirect")
COLLECTION_RIGHTS = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


def prepare_groups() -> None:
    """Both groups with their rights, under Dutch names; safe to repeat."""
    with transaction.atomic():
        for old, new in RENAMED.items():
            if not Group.objects.filter(name=new).exists():
                Group.objects.filter(name=old).update(name=new)
        _name_workflow()
        editors, _ = Group.objects.get_or_create(name=EDITORS)
        leaders, _ = Group.objects.get_or_create(name=LEADERS)
        _give(editors, EDITOR_PAGES, ("access_admin",))
        _give(leaders, LEADER_PAGES, ("access_admin", *LEADER_MODELS))


def _name_workflow() -> None:
    """Editors hand their work to a project leader, who publishes it."""
    Workflow.objects.filter(name="Moderators approval").update(name="Akkoord van een projectleider")
    Task.objects.filter(name="Moderators approval").update(name="Akkoord van een projectleider")


def _give(group: Group, page_rights: tuple[str, ...], model_rights: tuple[str, ...]) -> None:
    group.permissions.set(Permission.objects.filter(codename__in=model_rights))
    root = Page.objects.get(depth=1)
    rights = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{name}_page" for name in page_rights]
    )
    for right in rights:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
    collection = Collection.get_first_root_node()
    for right in Permission.objects.filter(codename__in=COLLECTION_RIGHTS):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=right)
