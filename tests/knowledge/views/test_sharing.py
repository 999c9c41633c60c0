"""Sharing what one knows: beginning, writing, files, sending in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from steunpunt.foundation.access import Actor
from steunpunt.knowledge.actions.files import read_waiting
from steunpunt.knowledge.models import Audience, ItemFile, ItemState, KnowledgeItem
from steunpunt.knowledge.queries.sharing import partnerships_to_choose
from steunpunt.network.queries.people import person_of
from tests.factories.foundation import UserFactory
from tests.factories.knowledge import ItemFileFactory, KnowledgeItemFactory
from tests.factories.network import RoleFactory, ThemeFactory
from tests.foundation.intake.making import docx
from tests.knowledge.making import NOW, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(client, settings, tmp_path):
    """A member who is signed in, with a folder of its own for files."""
    settings.FILES_DIR = tmp_path
    actor = member_of()
    client.force_login(actor.account)
    return actor


def word(name="leertaak.docx"):
    def fill(document):
        document.add_heading("Kringgesprek", 0)
        document.add_paragraph("Een student leidt een kringgesprek met kleuters.")

    return SimpleUploadedFile(name, docx(fill))


def text_of(response):
    return " ".join(response.content.decode().split())


def filled(item, **given):
    return {
        "revision": item.revision,
        "title": "Kringgesprek",
        "outcome": "Studenten durven te wachten op een antwoord.",
        "themes": [ThemeFactory().pk],
        "sectors": ["po"],
        "contact_role": RoleFactory().pk,
        "partnership": item.partnership_id or partnerships_to_choose(Actor.of(item.author)).rows.get().pk,
        "audience": "public",
        "language": "nl",
        "licence": "cc-by-4.0",
        **given,
    }


def test_a_visitor_is_asked_to_sign_in(client):
    assert "/account/" in client.get("/kennisbank/delen/")["Location"]


def test_somebody_without_a_role_is_told_how_to_get_one(client):
    client.force_login(UserFactory())

    answer = client.get("/kennisbank/delen/")

    assert answer.status_code == 403
    assert "rol heeft bij een partnerschap" in text_of(answer)


def test_neither_title_nor_file_is_told_at_the_title(client, author):
    answer = client.post("/kennisbank/delen/", {"kind": "practice"})

    assert answer.status_code == 422
    assert "Geef het een titel" in text_of(answer)


def test_a_word_file_becomes_a_draft_that_is_read(client, author):
    answer = client.post("/kennisbank/delen/", {"kind": "learning_task", "file": word()})
    item = KnowledgeItem.objects.get()
    waiting = text_of(client.get(answer["Location"]))
    assert read_waiting(at=NOW) == 1

    page = text_of(client.get(answer["Location"]))

    assert "We lezen het bestand" in waiting
    assert item.versions.get().title == "Kringgesprek"
    assert "We lezen het bestand" not in page
    assert "kringgesprek met kleuters" in ItemFile.objects.get().text


def test_a_file_that_is_refused_leaves_the_draft_and_says_why(client, author):
    upload = SimpleUploadedFile("virus.pdf", b"MZ dit is geen pdf")

    answer = client.post("/kennisbank/delen/", {"kind": "practice", "title": "Idee", "file": upload}, follow=True)

    assert KnowledgeItem.objects.count() == 1
    assert not ItemFile.objects.exists()
    assert "pdf" in text_of(answer).lower()


def test_what_was_typed_stays_when_sending_in_asks_for_more(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT, version__outcome="")
    data = filled(item, outcome="", conditions="Een rustig moment") | {"deed": "insturen"}

    answer = client.post(f"/kennisbank/mijn/{item.public_id}/", data)

    assert answer.status_code == 422
    assert "Schrijf in gewone taal wat het oplevert." in text_of(answer)
    assert "Een rustig moment" in text_of(answer)


def test_everything_that_misses_is_told_at_once(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    data = filled(item, outcome="", sectors=[]) | {"deed": "insturen"}

    page = text_of(client.post(f"/kennisbank/mijn/{item.public_id}/", data))

    assert page.count("Schrijf in gewone taal wat het oplevert.") == page.count("Kies voor welke sector dit is.") == 3
    assert "(nodig om in te sturen)" in page


def test_sending_in(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)

    client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item) | {"deed": "insturen"})

    item.refresh_from_db()
    assert item.state == ItemState.IN_REVIEW


def test_a_role_without_a_partnership_is_told_at_the_partnership(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)

    answer = client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item, partnership="") | {"deed": "insturen"})

    item.refresh_from_db()
    assert (answer.status_code, item.state) == (422, ItemState.DRAFT)
    assert "Anders weten lezers niet waar ze deze rol vinden." in answer.context["form"].errors["partnership"][0]


def test_the_author_stands_chosen_as_the_one_to_call(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT, contact=False)
    own = person_of(author.account)

    page = text_of(client.get(f"/kennisbank/mijn/{item.public_id}/"))
    data = filled(item, contact_role="", contact_person=own.pk) | {"deed": "insturen"}
    client.post(f"/kennisbank/mijn/{item.public_id}/", data)

    item.refresh_from_db()
    assert f'<option value="{own.pk}" selected>ikzelf: ' in page
    assert (item.state, item.contacts.get().person) == (ItemState.IN_REVIEW, own)


def test_keeping(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)

    client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item, title="Ander begin"))

    item.refresh_from_db()
    assert (item.state, item.versions.get().title) == (ItemState.DRAFT, "Ander begin")


def test_proposed_themes_are_boxes_with_why_and_the_others_stand_below(client, author):
    fits = ThemeFactory(title="Begeleiden", keyword_line="werkplekbegeleider")
    other = ThemeFactory(title="Bekostiging", keyword_line="subsidie")
    item = KnowledgeItemFactory(
        author=author.account,
        state=ItemState.DRAFT,
        version__title="Gesprek met de werkplekbegeleider",
        version__themes=[],
    )

    page = client.get(f"/kennisbank/mijn/{item.public_id}/")
    first, rest = text_of(page).split("Andere thema’s", 1)

    assert next((box.data["value"], proposal.because) for box, proposal in page.context["themes"].first) == (
        str(fits.pk),
        ("werkplekbegeleider",),
    )
    assert "‘werkplekbegeleider’" in first
    assert f'name="themes" value="{fits.pk}"' in first
    assert f'name="themes" value="{other.pk}"' in rest
    assert "checked" not in first.split("Thema’s", 1)[1]


def test_what_was_chosen_stays_in_sight_with_what_is_proposed(client, author):
    themes = ThemeFactory.create_batch(4)
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT, version__themes=[themes[3]])

    shown = client.get(f"/kennisbank/mijn/{item.public_id}/").context["themes"]
    sent = filled(item, themes=[themes[2].pk], outcome="") | {"deed": "insturen"}
    after = client.post(f"/kennisbank/mijn/{item.public_id}/", sent).context["themes"]

    assert [box.data["value"] for box, _why in shown.first if box.data["selected"]] == [str(themes[3].pk)]
    assert [box.data["value"] for box, _why in after.first if box.data["selected"]] == [str(themes[2].pk)]
    assert not [box for box in (*shown.rest, *after.rest) if box.data["selected"]]


def test_four_themes_are_too_many(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    themes = [ThemeFactory().pk for _ in range(4)]

    answer = client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item, themes=themes))

    assert "hooguit drie" in text_of(answer)


def test_an_older_form_is_told_and_keeps_its_words(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item))

    answer = client.post(f"/kennisbank/mijn/{item.public_id}/", filled(item, title="Van de ander"))

    assert answer.status_code == 422
    assert "Iemand anders heeft dit gewijzigd" in text_of(answer)
    assert "Van de ander" in text_of(answer)


def test_another_file_is_added_and_taken_out(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    client.post(f"/kennisbank/mijn/{item.public_id}/bestand/", {"file": word()})
    row = item.versions.get().files.get()
    handed = client.get(f"/kennisbank/mijn/{item.public_id}/bestand/{row.public_id}/")
    progress = client.get(f"/kennisbank/mijn/{item.public_id}/bestand/voortgang/")

    client.post(f"/kennisbank/mijn/{item.public_id}/bestand/{row.public_id}/weg/")

    assert b"".join(handed.streaming_content).startswith(b"PK")
    assert "hx-get" in progress.content.decode()
    assert item.versions.get().files.count() == 0


def test_a_file_that_another_item_has_already_is_told_with_that_item(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    client.post(f"/kennisbank/mijn/{item.public_id}/bestand/", {"file": word()})
    same = item.versions.get().files.get().sha256
    shown = KnowledgeItemFactory(version__title="Kringgesprek leiden")
    shown.live.files.add(ItemFileFactory(item=shown, sha256=same))
    hidden = KnowledgeItemFactory(version__title="Geheim gesprek", audience=Audience.STAFF)
    hidden.live.files.add(ItemFileFactory(item=hidden, sha256=same))

    for page in (f"/kennisbank/mijn/{item.public_id}/", f"/kennisbank/mijn/{item.public_id}/bestand/voortgang/"):
        told = text_of(client.get(page))
        assert f'Dit bestand staat al bij <a href="/kennisbank/{shown.slug}/">Kringgesprek leiden</a>.' in told
        assert "Geheim gesprek" not in told


def test_a_refused_file_is_told_at_its_field(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    upload = SimpleUploadedFile("plaatje.pdf", b"\x89PNG\r\n\x1a\n")

    answer = client.post(f"/kennisbank/mijn/{item.public_id}/bestand/", {"file": upload})

    assert answer.status_code == 422
    assert not ItemFile.objects.exists()


@pytest.mark.parametrize("rest", ["", "lezen/", "intrekken/", "bestand/voortgang/"])
def test_a_stranger_does_not_find_the_draft(client, author, rest):
    item = KnowledgeItemFactory(state=ItemState.DRAFT)

    assert client.get(f"/kennisbank/mijn/{item.public_id}/{rest}").status_code == 404


def test_the_own_list_asks_as_many_queries_for_three_items_as_for_one(client, author, django_assert_max_num_queries):
    KnowledgeItemFactory(author=author.account)
    client.get("/kennisbank/mijn/")
    with django_assert_max_num_queries(100) as one:
        client.get("/kennisbank/mijn/")
    KnowledgeItemFactory(author=author.account)
    KnowledgeItemFactory(author=author.account)

    with django_assert_max_num_queries(len(one)):
        client.get("/kennisbank/mijn/")


def test_a_page_that_waits_for_a_file_comes_anew_when_it_is_read(client, author):
    answer = client.post("/kennisbank/delen/", {"kind": "practice", "file": word()})
    waiting = client.get(answer["Location"]).content.decode()
    progress = f"{answer['Location']}bestand/voortgang/?alles"
    before = client.get(progress).headers
    read_waiting(at=NOW)

    assert "htmx-2" in waiting
    assert f'hx-get="{progress}"' in waiting
    assert 'name="outcome"' not in waiting
    assert 'name="outcome"' in client.get(f"{answer['Location']}?verder").content.decode()
    assert ("HX-Refresh" in before, client.get(progress)["HX-Refresh"]) == (False, "true")


def test_a_page_on_which_somebody_types_stays(client, author):
    item = KnowledgeItemFactory(author=author.account, state=ItemState.DRAFT)
    client.post(f"/kennisbank/mijn/{item.public_id}/bestand/", {"file": word()})
    page = client.get(f"/kennisbank/mijn/{item.public_id}/").content.decode()
    read_waiting(at=NOW)

    assert 'name="outcome"' in page
    assert "HX-Refresh" not in client.get(f"/kennisbank/mijn/{item.public_id}/bestand/voortgang/").headers
