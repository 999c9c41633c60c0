"""Accounts in the group of their role."""

from datetime import date

import pytest
from django.contrib.auth.models import Group

from steunpunt.portal.actions.groups import align_groups
from tests.factories.foundation import EditorFactory, ProjectLeaderFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("groups")]
TODAY = date(2026, 11, 22)


def groups_of(account):
    return set(account.groups.values_list("name", flat=True))


def test_everybody_gets_the_group_of_the_role():
    editor, leader, visitor = EditorFactory(), ProjectLeaderFactory(), UserFactory()

    assert align_groups(today=TODAY) == 2
    assert (groups_of(editor), groups_of(leader), groups_of(visitor)) == ({"Redacteuren"}, {"Projectleiders"}, set())


def test_who_changes_role_changes_group():
    account = EditorFactory()
    align_groups(today=TODAY)
    account.staff_role = "project_leader"
    account.save()

    align_groups(today=TODAY)

    assert groups_of(account) == {"Projectleiders"}


def test_role_that_ended_leaves_no_group():
    account = EditorFactory(staff_until=TODAY)
    account.groups.set(Group.objects.filter(name="Redacteuren"))

    align_groups(today=TODAY)

    assert groups_of(account) == set()


def test_group_that_is_not_ours_stays():
    account = EditorFactory()
    account.groups.add(Group.objects.create(name="Anders"))

    align_groups(today=TODAY)

    assert groups_of(account) == {"Redacteuren", "Anders"}


def test_second_time_moves_nobody():
    EditorFactory()
    align_groups(today=TODAY)

    assert align_groups(today=TODAY) == 0
