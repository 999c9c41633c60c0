"""compose.yaml starts what `./run` starts, with variables that the settings know."""

import re
from pathlib import Path

import pytest
import yaml

from tools import processes

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = (ROOT / "steunpunt" / "config" / "settings.py").read_text()
REQUIRED = {
    "DATABASE_URL",
    "STEUNPUNT_DATA_DIR",
    "STEUNPUNT_SECRET_KEY",
    "STEUNPUNT_BASE_URL",
    "STEUNPUNT_HOSTS",
    "STEUNPUNT_EMAIL_URL",
    "STEUNPUNT_FROM_EMAIL",
    "STEUNPUNT_CONTACT_EMAIL",
}
"""What docs/reference.md marks as required in production."""


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def test_the_services_are_those_of_the_supervisor_and_the_database(services):
    assert set(services) == {"postgres", "prepare", "web", "worker", "tick"}


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("prepare", processes.prepare()),
        ("web", processes.web(host="0.0.0.0", port=8000, workers=2)),
        ("worker", processes.worker()),
        ("tick", processes.tick()),
    ],
)
def test_commands_are_those_of_the_supervisor(services, name, command):
    assert services[name]["command"] == command


def test_pages_go_before_the_worker(services):
    assert services["worker"]["cpu_shares"] < 1024
    assert "cpu_shares" not in services["web"]


def test_every_variable_is_one_that_the_settings_read(services):
    known = set(re.findall(r"STEUNPUNT_[A-Z_]+|DATABASE_URL", SETTINGS))

    assert set(services["web"]["environment"]) - known == set()


def test_every_required_setting_is_given(services):
    for name in ("prepare", "web", "worker", "tick"):
        assert REQUIRED - set(services[name]["environment"]) == set()


def test_every_setting_can_be_given(services):
    """Except those that have no place in production."""
    known = set(re.findall(r'"(STEUNPUNT_[A-Z_]+)"', SETTINGS))

    assert known - set(services["web"]["environment"]) == {"STEUNPUNT_DEBUG"}


def test_the_nightly_backup_has_a_place_that_stays(services):
    file = yaml.safe_load((ROOT / "compose.yaml").read_text())
    image = (ROOT / "Dockerfile").read_text()
    places = dict(volume.split(":") for volume in services["web"]["volumes"])

    assert places == {"files": "/data", "backups": "/backups"}
    assert set(places) < set(file["volumes"])
    assert "backup /backups/" in (ROOT / "docs" / "howto" / "deploy.md").read_text()
    assert all(f"{place}" in re.search(r"chown steunpunt (.*)", image)[1].split() for place in places.values())


def test_the_docs_ask_the_proxy_for_all_that_the_platform_believes():
    block = (ROOT / "docs" / "howto" / "deploy.md").read_text().partition("```nginx")[2].partition("```")[0]
    headers = dict(re.findall(r"proxy_set_header (\S+) (\S+);", block))

    assert headers == {"Host": "$host", "X-Forwarded-Proto": "$scheme", "X-Forwarded-For": "$remote_addr"}
    assert "client_max_body_size" in block


def test_the_image_gets_what_it_copies_and_nothing_else():
    copied = set(re.findall(r"^COPY (\S+) ", (ROOT / "Dockerfile").read_text(), re.M))
    lines = (ROOT / ".dockerignore").read_text().splitlines()

    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == copied


def test_required_settings_are_those_of_the_docs():
    rows = re.findall(r"^\| `([A-Z_]+)` \* \|", (ROOT / "docs" / "reference.md").read_text(), re.M)

    assert set(rows) == REQUIRED


def test_the_image_starts_the_same_web_server():
    line = re.search(r"^CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.M)

    assert yaml.safe_load(line[1]) == processes.web(host="0.0.0.0", port=8000, workers=2)


def test_the_health_check_of_the_web_server_is_in_the_image(services):
    _, python, script = services["web"]["healthcheck"]["test"]

    assert python == "python"
    assert f"COPY {script} {script}" in (ROOT / "Dockerfile").read_text()
    assert (ROOT / script).is_file()
