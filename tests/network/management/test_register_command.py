"""`import_register`: the same actions from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from steunpunt.network.management.commands import import_register
from steunpunt.network.models import Organisation, OrganisationVersion, RegisterImport
from tests.factories.register_files import DATA, site, site_file

pytestmark = pytest.mark.django_db
FILE = DATA / "scholen_2024_deel.csv"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command(import_register.Command(), *(str(argument) for argument in arguments), stdout=out)
    return out.getvalue()


def test_file_is_read_in_and_counted():
    said = run(FILE, "--on", "2024-11-22", "--source", "DUO")

    assert "schoolvestigingen: 28 nieuw, 0 gewijzigd, 0 vervallen, 0 gelijk" in said
    assert set(Organisation.objects.values_list("source", flat=True)) == {"DUO"}


def test_dry_run_changes_nothing():
    said = run(FILE, "--on", "2024-11-22", "--dry-run", "--json")

    assert json.loads(said)["kinds"]["school_site"]["new"] == 28
    assert (Organisation.objects.count(), RegisterImport.objects.get().state) == (0, "cancelled")


def test_refusals_become_errors(tmp_path):
    run(FILE, "--on", "2024-11-22")
    half = tmp_path / "half.csv"
    half.write_bytes(site_file(site("18BR00")))

    for arguments, sentence in [
        ((tmp_path / "nergens.csv", "--on", "2024-11-22"), "No such file"),
        ((FILE, "--on", "2024-11-21"), "al bijgewerkt"),
        ((half, "--on", "2025-01-01"), "zo veel vervalt"),
    ]:
        with pytest.raises(CommandError, match=sentence):
            run(*arguments)


def test_closings_can_be_agreed_to(tmp_path):
    run(FILE, "--on", "2024-11-22")
    half = tmp_path / "half.csv"
    half.write_bytes(site_file(site("18BR00")))

    run(half, "--on", "2025-01-01", "--agree-with-closings")

    open_sites = OrganisationVersion.objects.filter(organisation__kind="school_site", valid_until=None)
    assert open_sites.count() == 1
