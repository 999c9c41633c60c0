"""The API against its own description, with questions that nobody thought of."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from steunpunt.config.wsgi import application
from tests.factories.network import MembershipFactory, PartnershipFactory, ProgrammeFactory, RegionFactory, ThemeFactory

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def one_connection(db):
    """Requests use the connection of the test and leave it open, as Django's own test client arranges."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def description(one_connection):
    partnership = PartnershipFactory(is_example=True)
    MembershipFactory(partnership=partnership)
    MembershipFactory(partnership=partnership, institute=True)
    ProgrammeFactory()
    ThemeFactory()
    RegionFactory()
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


schema = schemathesis.pytest.from_fixture("description")


@schema.parametrize()
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_as_described(case):
    case.call_and_validate(checks=[*CHECKS], headers={"Host": "localhost", "Accept-Encoding": "identity"})
