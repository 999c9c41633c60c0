"""Pictures of the editors."""

from pathlib import Path

import pytest


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/kaart.webp", "original_images/groot.png", "register/lijst.csv", "geheim.txt"):
        path = Path(tmp_path / name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")


@pytest.mark.usefixtures("media")
@pytest.mark.django_db
def test_picture_is_kept_by_browsers(client):
    response = client.get("/media/images/kaart.webp")

    assert (response.status_code, response["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    response.close()


@pytest.mark.django_db
@pytest.mark.usefixtures("media")
@pytest.mark.parametrize(
    "path",
    [
        "original_images/groot.png",
        "register/lijst.csv",
        "images/../geheim.txt",
        "images/../register/lijst.csv",
        "images/",
    ],
)
def test_other_files_are_never_served(client, path):
    assert client.get(f"/media/{path}").status_code == 404
