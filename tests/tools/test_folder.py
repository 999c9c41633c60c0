"""The data folder: only what ./run made itself is ever used or removed."""

import pytest

from tools import folder
from tools.talk import Trouble


def test_a_new_folder_is_claimed(tmp_path):
    folder.claim(tmp_path / "nieuw")

    assert folder.is_ours(tmp_path / "nieuw")


def test_a_folder_of_somebody_else_is_refused(tmp_path):
    (tmp_path / "foto.jpg").write_bytes(b"x")

    with pytest.raises(Trouble, match="niet leeg en niet door"):
        folder.claim(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["foto.jpg"]


def test_a_folder_of_somebody_else_is_never_emptied(tmp_path):
    (tmp_path / "foto.jpg").write_bytes(b"x")

    with pytest.raises(Trouble, match="wordt niet leeggemaakt"):
        folder.empty(tmp_path)
    assert (tmp_path / "foto.jpg").exists()


def test_emptying_leaves_no_old_data(tmp_path):
    folder.claim(tmp_path)
    first = folder.secret_key(tmp_path)
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "oud.pdf").write_bytes(b"x")

    folder.empty(tmp_path)

    assert not (tmp_path / "media").exists()
    assert folder.secret_key(tmp_path) != first


def test_a_second_user_hears_where_the_first_one_is(tmp_path):
    folder.claim(tmp_path)
    with (
        folder.only_one(tmp_path, "http://localhost:8123"),
        pytest.raises(Trouble, match="http://localhost:8123"),
        folder.only_one(tmp_path, "http://localhost:8124"),
    ):
        pass


def test_the_secret_key_stays_and_is_for_the_owner_only(tmp_path):
    folder.claim(tmp_path)
    key = folder.secret_key(tmp_path)

    assert folder.secret_key(tmp_path) == key
    assert len(key) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
