"""The back office leaves out what follows from roles, and leads back to the site."""

from types import SimpleNamespace

from steunpunt.portal.wagtail_hooks import HIDDEN_SETTINGS, leave_out_settings, own_colours, way_back


def test_settings_that_follow_from_roles_are_left_out(rf):
    items = [SimpleNamespace(name=name) for name in (*HIDDEN_SETTINGS, "redirects")]

    leave_out_settings(rf.get("/beheer/"), items)

    assert [item.name for item in items] == ["redirects"]


def test_the_menu_leads_back_to_the_site():
    assert way_back().url == "/"


def test_the_colours_come_as_a_file_and_not_inline():
    assert own_colours().startswith('<link rel="stylesheet" href="/')
