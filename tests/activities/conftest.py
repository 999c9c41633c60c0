"""Every test begins as a process that has just started: nothing is kept from the one before."""

import pytest

from steunpunt.activities.queries.keeping import forget_all


@pytest.fixture(autouse=True)
def _nothing_kept():
    forget_all()
    yield
    forget_all()
