"""Projects and what hangs on them."""

import pytest
from django.db.models import ProtectedError

from tests.factories.network import ProjectPartnershipFactory


@pytest.mark.django_db
def test_a_project_that_touches_a_partnership_stays():
    link = ProjectPartnershipFactory()

    with pytest.raises(ProtectedError):
        link.project.delete()
