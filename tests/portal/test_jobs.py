"""Background work of the portal."""

import pytest

from steunpunt.portal.jobs import align_back_office
from tests.factories.foundation import EditorFactory


@pytest.mark.django_db
@pytest.mark.usefixtures("groups")
def test_rights_follow_the_roles_of_today():
    editor = EditorFactory()

    align_back_office.call()

    assert [group.name for group in editor.groups.all()] == ["Redacteuren"]
