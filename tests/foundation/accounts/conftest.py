"""Every test begins with clean counters: the limits on trying live in the cache."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _clean_counters():
    cache.clear()
