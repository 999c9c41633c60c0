"""The pages of the register import, in the eyes of staff, strangers and browsers without script."""

import gzip
from io import BytesIO

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from steunpunt.network.actions.register import run_waiting, start_import
from steunpunt.network.intake import unpacking
from steunpunt.network.models import ImportState, Organisation, RegisterImport
from tests.factories.foundation import EditorFactory, UserFactory
from tests.factories.register_files import AT, DATA, SECOND, SYSTEM, offered, read_in, site, site_file

pytestmark = pytest.mark.django_db
LIST = "/register/import/"


@pytest.fixture
def editor(client: Client) -> Client:
    """A client of a member of staff who proved the second factor."""
    account = EditorFactory()
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    client.force_login(account)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": AT.timestamp()}]
    session["account_authentication_methods_user"] = str(account.pk)
    session.save()
    return client


def upload(content: bytes, name: str = "scholen.csv", on: str = "2025-01-01") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "reference_date": on, "source": ""}


def page_of(imported: RegisterImport) -> str:
    return f"{LIST}{imported.public_id}/"


def test_real_duo_file_is_tried_read_and_read_in(editor):
    answer = editor.post(LIST, upload((DATA / "duo_ho_2021.csv").read_bytes(), "01-instellingen.csv", "2021-06-01"))
    imported = RegisterImport.objects.get()
    page = editor.get(answer.url).content.decode()

    assert (answer.status_code, answer.url) == (302, page_of(imported))
    assert "instellingen in het hbo en wo" in page
    assert "windows-1252" in page
    assert Organisation.objects.count() == 0

    editor.post(f"{page_of(imported)}starten/")
    assert "hx-get" in editor.get(page_of(imported)).content.decode()
    run_waiting(at=AT)
    assert "Ingelezen" in editor.get(page_of(imported)).content.decode()
    assert Organisation.objects.filter(kind="training_institution").count() == 36


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7", "Dit is een pdf"),
        (b"", "Dit bestand is leeg"),
        (gzip.compress(b"0;" * 10_000_000), "uitgepakt veel te groot"),
        (site_file(site("18BR00")).replace(b"sector", b"sektor"), "maar de kolom SECTOR ontbreekt"),
    ],
    ids=["pdf", "empty", "bomb", "column"],
)
def test_unusable_file_comes_back_with_its_sentence(editor, content, word):
    answer = editor.post(LIST, upload(content))

    assert (answer.status_code, RegisterImport.objects.count()) == (422, 0)
    assert word in answer.content.decode()


def test_too_large_file_is_refused_by_the_form(editor):
    answer = editor.post(LIST, upload(b"x" * (unpacking.MAX_PACKED + 1)))

    assert answer.status_code == 422
    assert "te groot" in answer.content.decode()


def test_older_file_names_the_reference_date(editor):
    read_in(site_file(site("18BR00")), SECOND)

    answer = editor.post(LIST, upload(site_file(site("18BR00"))))

    assert answer.status_code == 422
    assert "al bijgewerkt tot 1 januari 2026" in answer.content.decode()


def queries_for(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_list_costs_the_same_for_one_and_for_three(editor):
    offered(site_file(site("18BR00")))
    for_one = queries_for(editor, LIST)
    offered(site_file(site("18BR00")))
    offered(site_file(site("18BR00")))

    assert editor.get(LIST).content.decode().count(">scholen.csv<") == 3
    assert queries_for(editor, LIST) == for_one


def test_report_costs_the_same_for_one_and_for_three(editor):
    one = offered(site_file(site("18BR00")))
    three = offered(site_file(*(site(f"18BR0{number}") for number in range(3))))

    assert editor.get(page_of(three)).content.decode().count(">18BR0") == 3
    assert queries_for(editor, page_of(three)) == queries_for(editor, page_of(one))


def test_report_can_be_narrowed_to_one_outcome(editor):
    imported = offered(site_file(site("18BR00"), site("18BR01", naam=" ")))

    page = editor.get(page_of(imported), {"uitkomst": "refused"}).content.decode()

    assert "De naam ontbreekt." in page
    assert "School 18BR00" not in page


def test_large_closing_has_to_be_agreed_to(editor):
    read_in(site_file(*(site(f"18BR{number:02}") for number in range(12))))
    imported = offered(site_file(*(site(f"18BR{number:02}") for number in range(6))), SECOND)

    refused = editor.post(f"{page_of(imported)}starten/")
    assert refused.status_code == 422
    assert "6 van de 12 vervallen" in refused.content.decode()

    editor.post(f"{page_of(imported)}starten/", {"agreed": "on"})
    imported.refresh_from_db()
    assert (imported.state, imported.counts["closings_agreed"]) == (ImportState.WAITING, True)


def test_progress_asks_for_the_whole_page_when_it_is_over(editor):
    imported = start_import(offered(site_file(site("18BR00"))), by=SYSTEM, at=AT)
    waiting = editor.get(f"{page_of(imported)}voortgang/")
    run_waiting(at=AT)
    over = editor.get(f"{page_of(imported)}voortgang/")

    assert ("HX-Refresh" in waiting.headers, over.headers["HX-Refresh"]) == (False, "true")
    assert "every 1s" in waiting.content.decode()
    assert "every 1s" not in over.content.decode()


def test_import_that_broke_off_says_so_and_can_be_started_again(editor):
    imported = offered(site_file(site("18BR00")))
    imported.state = ImportState.RUNNING
    imported.save()

    page = editor.get(page_of(imported)).content.decode()

    assert "Het register is precies zoals het was" in page
    assert editor.post(f"{page_of(imported)}starten/").status_code == 302


def test_import_can_be_dropped_and_then_no_longer_started(editor):
    imported = offered(site_file(site("18BR00")))

    assert editor.post(f"{page_of(imported)}niet/").status_code == 302
    assert editor.post(f"{page_of(imported)}opnieuw/").status_code == 409
    assert editor.post(f"{page_of(imported)}starten/").status_code == 422


def test_report_as_csv_runs_nothing_in_a_spreadsheet(editor):
    imported = offered(site_file(site("18BR00", naam="=HYPERLINK(1)")))

    answer = editor.get(f"{page_of(imported)}verslag.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()

    assert lines[0] == "uitkomst;regel;soort;code;naam;kolom;stond er;wordt;reden"
    assert lines[2] == "nieuw;2;schoolvestigingen;18BR00;'=HYPERLINK(1);;;;"


def test_report_as_spreadsheet_holds_text_and_no_formulas(editor):
    imported = offered(site_file(site("18BR00", naam="=HYPERLINK(1)")))

    answer = editor.get(f"{page_of(imported)}verslag.xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]

    assert [(cell.value, cell.data_type) for cell in sheet["E"][1:3]] == [("=HYPERLINK(1)", "s")] * 2


def test_report_in_an_unknown_form_does_not_exist(editor):
    assert editor.get(f"{page_of(offered(site_file(site('18BR00'))))}verslag.pdf").status_code == 404


@pytest.mark.parametrize("path", ["", "voortgang/", "verslag.csv"])
def test_strangers_see_nothing_of_an_import(client, path):
    address = page_of(offered(site_file(site("18BR00")))) + path
    assert client.get(address).status_code == 302

    client.force_login(UserFactory())
    assert client.get(address).status_code == 403


def test_staff_without_second_factor_see_nothing_either(client):
    client.force_login(EditorFactory())

    assert client.get(LIST).status_code == 302
    assert client.post(LIST, upload(site_file(site("18BR00")))).status_code == 302
    assert RegisterImport.objects.count() == 0
