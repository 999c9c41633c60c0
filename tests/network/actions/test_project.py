"""Projects and the partnerships they touch."""

from datetime import UTC, date, datetime

import pytest

from steunpunt.foundation.access import Refusal
from steunpunt.foundation.events import announcing
from steunpunt.foundation.events.models import Announcement
from steunpunt.foundation.ledger.queries import history_of
from steunpunt.foundation.ledger.revisions import Outdated
from steunpunt.network.actions.project import (
    add_project,
    change_project,
    link_project,
    remove_project,
    unlink_project,
)
from steunpunt.network.events import PartnershipChanged
from steunpunt.network.models import Project, ProjectKind, ProjectPartnership
from tests.factories.foundation import signed_in_actor, staff_actor
from tests.factories.network import (
    PartnershipFactory,
    ProjectFactory,
    ProjectPartnershipFactory,
    ThemeFactory,
    coordinator_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def _add(title="Samen sterker", slug="", by=None):
    project = Project(kind=ProjectKind.PROJECT, title=title, slug=slug, valid_from=date(2026, 8, 1))
    return add_project(project, [ThemeFactory(title="Inductie")], by=by or staff_actor(), at=NOW)


def test_staff_add_a_project_with_its_themes():
    project = _add()

    assert (project.slug, [theme.title for theme in project.themes.all()]) == ("samen-sterker", ["Inductie"])


def test_a_second_one_of_the_same_title_gets_a_number():
    _add()

    assert _add().slug == "samen-sterker-2"


def test_a_title_that_is_a_word_of_our_addresses_gets_a_number():
    assert _add(title="Nieuw").slug == "nieuw-2"


def test_a_taken_address_is_refused():
    _add(slug="sterk")

    with pytest.raises(Refusal) as refused:
        _add(slug="sterk")
    assert refused.value.field == "slug"


def test_others_add_none():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        _add(by=signed_in_actor())


def test_a_change_is_recorded_with_old_and_new():
    project = ProjectFactory(title="Oud")
    project.title = "Nieuw"

    change_project(project, [], by=staff_actor(), at=NOW)

    assert history_of(project.reference)[0].changes == {"titel": ["Oud", "Nieuw"]}


def test_themes_are_recorded_by_name():
    project = ProjectFactory()

    change_project(project, [ThemeFactory(title="Inductie")], by=staff_actor(), at=NOW)

    assert history_of(project.reference)[0].changes == {"thema's": ["", "Inductie"]}


def test_the_same_again_is_refused():
    with pytest.raises(Refusal, match="niets veranderd"):
        change_project(ProjectFactory(), [], by=staff_actor(), at=NOW)


def test_others_change_nothing():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        change_project(ProjectFactory(), [], by=signed_in_actor(), at=NOW)


def _renamed(title):
    project = Project.objects.get()
    project.title = title
    return project


def test_the_second_editor_is_told_what_changed_meanwhile():
    opened = ProjectFactory(title="Oud").revision
    change_project(_renamed("Eerst"), [], by=staff_actor(), at=NOW, revision=opened)

    with pytest.raises(Outdated, match="Project gewijzigd: Eerst"):
        change_project(_renamed("Daarna"), [], by=staff_actor(), at=NOW, revision=opened)
    assert Project.objects.get().title == "Eerst"


def test_an_end_before_the_begin_is_refused():
    project = ProjectFactory()
    project.valid_until = date(2000, 1, 1)

    with pytest.raises(Refusal, match="einddatum"):
        change_project(project, [], by=staff_actor(), at=NOW)


def test_a_coordinator_links_a_project_to_the_own_partnership():
    project, partnership = ProjectFactory(), PartnershipFactory(version__name="De Leerwerf")

    link_project(project, partnership, by=coordinator_of(partnership), at=NOW)

    told = history_of(project.reference)[0].summary
    assert told == f"De Leerwerf doet mee aan {project.title}."


def _notice(event):
    """A subscriber; announcements are only kept for those."""


def test_a_link_is_announced_for_the_partnership(monkeypatch):
    for register in ("_subscribers", "_reactions", "_events"):
        monkeypatch.setattr(announcing, register, {})
    announcing.subscribe(PartnershipChanged, _notice)
    partnership = PartnershipFactory()

    link_project(ProjectFactory(), partnership, by=staff_actor(), at=NOW)

    payload = Announcement.objects.get().payload
    assert (payload["partnership"], payload["deed"]) == (partnership.public_id, "project-linked")


def test_linking_counts_as_a_change_of_the_project():
    project = ProjectFactory()

    link_project(project, PartnershipFactory(), by=staff_actor(), at=NOW)

    assert Project.objects.get().revision == 2


def test_a_link_twice_is_refused():
    row = ProjectPartnershipFactory()

    with pytest.raises(Refusal, match="hoort al bij") as refused:
        link_project(row.project, row.partnership, by=staff_actor(), at=NOW)
    assert refused.value.field == "project"


def test_others_link_nothing():
    with pytest.raises(Refusal, match="Alleen de coördinator"):
        link_project(ProjectFactory(), PartnershipFactory(), by=signed_in_actor(), at=NOW)


def test_a_link_is_taken_away():
    row = ProjectPartnershipFactory()

    unlink_project(row, by=coordinator_of(row.partnership), at=NOW)

    assert not ProjectPartnership.objects.exists()


def test_others_take_no_link_away():
    with pytest.raises(Refusal):
        unlink_project(ProjectPartnershipFactory(), by=signed_in_actor(), at=NOW)


def test_a_project_that_was_a_mistake_goes_and_is_recorded():
    project = ProjectFactory(title="Vergissing")

    remove_project(project, by=staff_actor(), at=NOW)

    assert not Project.objects.exists()
    assert history_of(project.reference)[0].changes["titel"] == ["Vergissing", None]


def test_a_project_that_partnerships_take_part_in_stays():
    with pytest.raises(Refusal, match="hoort nog bij partnerschappen"):
        remove_project(ProjectPartnershipFactory().project, by=staff_actor(), at=NOW)


def test_others_remove_nothing():
    with pytest.raises(Refusal, match="Alleen medewerkers"):
        remove_project(ProjectFactory(), by=signed_in_actor(), at=NOW)
