"""Pins know by which key they hang on their board."""

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import DuePin, MenuPin, PanelPin, PrivacyPin


def test_a_panel_is_known_by_its_subject_and_its_code():
    pin = PanelPin(User, "rollen", "Rollen", lambda subject, actor, day: None, "x.html")

    assert pin.key == "foundation.user:rollen"


def test_a_table_of_persons_is_known_by_its_name():
    pin = PrivacyPin(User, "account", lambda user: [], lambda user, at: None)

    assert pin.key == "foundation.user"


def test_a_menu_entry_is_known_by_its_address_and_shown_to_everybody_unless_said():
    pin = MenuPin("Kaart", "network:map")

    assert pin.key == "network:map"
    assert pin.shown(None)


def test_returning_work_comes_back_every_minute_unless_said():
    assert DuePin("mail", lambda: None).minutes == 1
