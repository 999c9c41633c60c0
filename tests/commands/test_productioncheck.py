"""The production check lets safe settings through and names every unsafe one."""

from datetime import date

import pytest

from steunpunt.foundation.management.judging import problems
from tests.factories.foundation import EditorFactory

from .places import database, manage

SAFE = {
    "STEUNPUNT_MODE": "production",
    "STEUNPUNT_SECRET_KEY": "kJ8w-Zq2Lr7vXn4TtB6yHs9mPc3dGf5aEu1oWi0R" + "xQpLmNbV9sDf",
    "STEUNPUNT_BASE_URL": "https://steunpunt.example.nl",
    "STEUNPUNT_HOSTS": "steunpunt.example.nl",
    "STEUNPUNT_EMAIL_URL": "smtp+tls://u:p@mail.example.nl:587",
    "STEUNPUNT_FROM_EMAIL": "steunpunt@example.nl",
    "STEUNPUNT_CONTACT_EMAIL": "contact@example.nl",
}


@pytest.fixture(scope="module")
def place(django_db_setup, worlds_of_worker):
    with database(f"{worlds_of_worker.stem}_empty") as name:
        yield name


def test_safe_settings_pass(place, tmp_path):
    done = manage("productioncheck", database=place, data=tmp_path, **SAFE)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "veilig genoeg" in done.stdout


def test_a_page_to_sign_in_with_one_click_fails_the_check(place, tmp_path):
    done = manage("productioncheck", database=place, data=tmp_path, **{**SAFE, "STEUNPUNT_MODE": "example"})

    assert done.returncode != 0
    assert "voorbeeldpersoon heeft een adres" in done.stdout
    assert "/voorbeeld/ antwoordt met" in done.stdout


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", True, "STEUNPUNT_DEBUG staat aan"),
        ("SECRET_KEY", "kort", "STEUNPUNT_SECRET_KEY"),
        ("SECURE", False, "https://"),
        ("ALLOWED_HOSTS", ["localhost"], "STEUNPUNT_HOSTS noemt geen naam"),
        ("ALLOWED_HOSTS", ["*"], "laat elke naam toe"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "zonder mail kan niemand inloggen"),
        ("DEFAULT_FROM_EMAIL", "steunpunt@localhost", "STEUNPUNT_FROM_EMAIL ontbreekt"),
        ("CONTACT_EMAIL", "", "STEUNPUNT_CONTACT_EMAIL ontbreekt"),
        ("MIDDLEWARE", ["steunpunt.foundation.accounts.middleware.ActorMiddleware"], "tweede stap voor medewerkers"),
    ],
)
def test_an_unsafe_setting_is_named(settings, name, value, sentence):
    setattr(settings, name, value)

    assert any(sentence in problem for problem in problems())


@pytest.mark.django_db
def test_inline_script_in_the_policy_is_named(settings):
    policy = settings.CONTENT_SECURITY_POLICY
    wider = {**policy["DIRECTIVES"], "script-src": ["'self'", "'unsafe-inline'"]}
    settings.CONTENT_SECURITY_POLICY = {**policy, "DIRECTIVES": wider}

    assert "De Content-Security-Policy staat onveilige inhoud toe bij script-src." in problems()


def test_a_database_that_does_not_answer_is_named(tmp_path):
    done = manage("productioncheck", database="bestaat_niet", data=tmp_path, **SAFE)

    assert done.returncode != 0
    assert "DATABASE_URL" in done.stdout


def test_a_page_to_sign_in_with_one_click_is_named_without_a_database_too(tmp_path):
    done = manage("productioncheck", database="bestaat_niet", data=tmp_path, **{**SAFE, "STEUNPUNT_MODE": "example"})

    assert "voorbeeldpersoon heeft een adres" in done.stdout


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "is_named"),
    [
        ({}, True),
        ({"is_active": False}, False),
        ({"is_example": False}, False),
        ({"staff_role": ""}, False),
        ({"staff_until": date(2020, 1, 1)}, False),
    ],
)
def test_an_example_account_of_staff_is_named(facts, is_named):
    EditorFactory(**{"email": "redacteur@voorbeeld.invalid", "is_example": True, **facts})

    assert any("redacteur@voorbeeld.invalid" in problem for problem in problems()) == is_named


def test_a_database_without_tables_is_named(tmp_path):
    with database() as empty:
        done = manage("productioncheck", database=empty, data=tmp_path, **SAFE)

    assert "Traceback" not in done.stderr
    assert "prepare" in done.stdout
