"""The pages of frameworks: the list, one as a tree, two side by side, and the download."""

import csv
import io

import pytest

from steunpunt.foundation.access import Actor
from steunpunt.foundation.ledger.actions import record
from steunpunt.knowledge.models import InForce, Rank
from tests.factories.knowledge import (
    CriterionFactory,
    CrosswalkFactory,
    FrameworkFactory,
    LevelFactory,
    RegulationFactory,
)
from tests.knowledge.making import NOW

pytestmark = pytest.mark.django_db


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_list_says_of_each_whether_it_holds_and_was_read(client):
    FrameworkFactory(title="Oud kader", in_force=InForce.NO, is_verified=True)
    FrameworkFactory(title="Lijn", kind="development_line")

    page = text_of(client.get("/kaders/"))

    assert "Kwaliteitskaders" in page
    assert "De stappen van student tot ervaren leraar." in page
    assert "geldt niet meer" in page
    assert "onbekend of het nog geldt" in page
    assert "nog niet nagelezen" in page
    assert "Competentieprofielen" not in page


def test_an_empty_list_says_so(client):
    assert "Nog geen kaders" in text_of(client.get("/kaders/"))


def test_the_list_asks_as_many_queries_for_three_as_for_one(client, django_assert_max_num_queries):
    FrameworkFactory()
    client.get("/kaders/")
    with django_assert_max_num_queries(100) as one:
        client.get("/kaders/")
    FrameworkFactory.create_batch(2)

    with django_assert_max_num_queries(len(one)):
        client.get("/kaders/")


def test_a_page_shows_the_tree_with_articles_and_anchors(client):
    framework = FrameworkFactory(source="Regeling, BWBR0025839, art. 10")
    RegulationFactory(bwbr="BWBR0025839")
    standard = CriterionFactory(framework=framework, code="2", title="Leeromgeving", article="standaard 2")
    aspect = CriterionFactory(framework=framework, code="2a", title="Programma", parent=standard, rank=Rank.ASPECT)
    CriterionFactory(framework=framework, code="2a.1", title="", text="Samen.", parent=aspect, rank=Rank.CRITERION)
    LevelFactory(framework=framework, title="startbekwaam")

    page = text_of(client.get(f"/kaders/{framework.slug}/"))

    assert 'id="punt-2a.1"' in page
    assert '<h3 class="branch__title"><span class="branch__code">2a</span> Programma</h3>' in page
    assert "standaard 2" in page
    assert "startbekwaam" in page
    assert 'href="/regelingen/BWBR0025839/"' in page
    assert "<details" not in page.partition("<main")[2].partition("</main>")[0]


def test_an_article_is_not_said_again_below(client):
    framework = FrameworkFactory()
    top = CriterionFactory(framework=framework, article="bijlage 1, standaard 1")
    CriterionFactory(framework=framework, parent=top, rank=Rank.CRITERION, article="bijlage 1, standaard 1")
    CriterionFactory(framework=framework, parent=top, rank=Rank.CRITERION, article="art. 7")

    page = text_of(client.get(f"/kaders/{framework.slug}/"))

    assert page.count("bijlage 1, standaard 1") == 1
    assert "art. 7" in page


def test_old_and_new_point_to_each_other(client):
    new = FrameworkFactory(title="Nieuw")
    old = FrameworkFactory(title="Oud", replaced_by=new)

    assert f'Dit kader is vervangen door <a href="/kaders/{new.slug}/">' in text_of(client.get(f"/kaders/{old.slug}/"))
    assert f'<dt>Vervangt</dt><dd><a href="/kaders/{old.slug}/">Oud</a>' in text_of(client.get(f"/kaders/{new.slug}/"))


def test_ties_are_links_both_ways_and_say_when_nobody_read_them(client):
    walk = CrosswalkFactory(relation="partly", source__code="1", target__code="W1")
    one, other = walk.source.framework, walk.target.framework

    there, back = (text_of(client.get(f"/kaders/{row.slug}/")) for row in (one, other))

    assert f'href="/kaders/{other.slug}/#punt-W1"' in there
    assert "Deels hetzelfde" in there
    assert "onze lezing, nog niet nagelezen" in there
    assert f'href="/kaders/{one.slug}/#punt-1"' in back
    assert f'href="/kaders/{other.slug}/naast/{one.slug}/"' in back


def test_the_history_comes_from_the_ledger(client):
    framework = FrameworkFactory()
    record(by=Actor.for_system("kennis"), at=NOW, deed="x", summary="Kader bijgewerkt", subjects=[framework.reference])

    assert "Kader bijgewerkt" in text_of(client.get(f"/kaders/{framework.slug}/"))


def test_two_frameworks_stand_in_one_table(client):
    walk = CrosswalkFactory(note="Beide vragen een visie.", is_verified=True)
    CriterionFactory(framework=walk.source.framework, title="Alleen hier", position=9)

    page = text_of(client.get(f"/kaders/{walk.source.framework.slug}/naast/{walk.target.framework.slug}/"))

    assert page.count("<table") == 1
    assert "1 verband tussen deze kaders." in page
    assert "Beide vragen een visie." in page
    assert "Alleen hier" in page
    assert "Geen tegenhanger genoemd" in page


def test_frameworks_without_ties_are_shown_but_not_indexed(client):
    one, other = FrameworkFactory(), FrameworkFactory()

    page = text_of(client.get(f"/kaders/{one.slug}/naast/{other.slug}/"))

    assert "nog geen verband gelegd" in page
    assert "noindex" in page


@pytest.mark.parametrize("path", ["/kaders/geen/", "/kaders/een/naast/een/", "/kaders/een/naast/geen/"])
def test_what_is_not_there_is_not_found(client, path):
    FrameworkFactory(slug="een")

    assert client.get(path).status_code == 404


def test_one_framework_can_be_taken_along(client):
    point = CriterionFactory(code="W1", title="De lerende leraar")
    CriterionFactory()

    response = client.get(f"/kaders/?formaat=csv&kader={point.framework.slug}")

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text), delimiter=";")
    assert (row["code"], row["titel"], row["plaats"]) == ("W1", "De lerende leraar", "standaard")


def test_a_strange_choice_for_the_download_gives_an_empty_file(client):
    assert client.get("/kaders/?formaat=csv&kader=%00").status_code == 200
