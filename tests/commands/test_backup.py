"""A backup holds everything, and comes back whole in an empty place or not at all."""

import hashlib
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from steunpunt.foundation.management.archive import DUMP, FORMAT, MANIFEST, extract

from .places import database, manage, rows, run

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def platform(django_db_setup, tmp_path_factory, worlds_of_worker):
    """A platform with some data and a file, in a database of its own, and its backup; every test leaves it so."""
    with database(f"{worlds_of_worker.stem}_empty") as name:
        data = tmp_path_factory.mktemp("platform")
        (data / "media" / "register").mkdir(parents=True)
        (data / "media" / "register" / "scholen.csv").write_bytes(b"code;naam\r\n01AB00;School\r\n")
        (data / "files").mkdir()
        (data / "files" / "aa").write_bytes(b"%PDF-1.7")
        assert manage("load_lists", database=name, data=data).returncode == 0
        archive = data / "backup.tar.gz"
        made = manage("backup", str(archive), database=name, data=data)
        assert made.returncode == 0, made.stderr
        yield name, archive


def test_what_comes_back_is_what_was_there(platform, tmp_path):
    name, archive = platform
    with database() as empty:
        done = manage("restore", str(archive), database=empty, data=tmp_path / "to")

        assert done.returncode == 0, done.stderr
        assert rows(empty) == rows(name)
        assert len(rows(empty)["network_theme"]) > 5
    restored = tmp_path / "to" / "media" / "register" / "scholen.csv"
    assert archive.stat().st_mode & 0o077 == 0
    assert restored.read_bytes() == b"code;naam\r\n01AB00;School\r\n"
    assert (tmp_path / "to" / "files" / "aa").read_bytes() == b"%PDF-1.7"


def test_a_place_that_is_not_empty_is_refused(platform, tmp_path):
    name, archive = platform
    before = rows(name)

    done = manage("restore", str(archive), database=name, data=tmp_path / "to")

    assert done.returncode != 0
    assert "Hier staat al een platform" in done.stderr
    assert rows(name) == before


def test_with_force_what_stood_there_is_replaced(platform, tmp_path):
    """Also what the backup never had: a table of a newer version would be in the way."""
    name, archive = platform
    before = rows(name)
    run(name, "CREATE TABLE newer (theme bigint REFERENCES network_theme)", "DELETE FROM django_session")
    run(name, "UPDATE network_theme SET slug = slug || '-anders'")
    (tmp_path / "to" / "media").mkdir(parents=True)
    (tmp_path / "to" / "media" / "nieuw.txt").write_text("nieuw")

    done = manage("restore", str(archive), "--force", database=name, data=tmp_path / "to")

    assert done.returncode == 0, done.stderr
    assert rows(name) == before
    assert [path.name for path in (tmp_path / "to" / "media").iterdir()] == ["register"]


def test_a_restore_that_fails_half_way_leaves_what_was_there(platform, tmp_path):
    name, archive = platform
    before = rows(name)
    broken = _repack(archive, tmp_path, _halve_the_dump)

    done = manage("restore", str(broken), "--force", database=name, data=tmp_path / "to")

    assert done.returncode != 0
    assert "er is niets veranderd" in done.stderr
    assert rows(name) == before
    assert not (tmp_path / "to" / "media").exists()


def test_a_damaged_archive_changes_nothing(platform, tmp_path):
    _, archive = platform
    broken = _repack(archive, tmp_path, _spoil_a_file)
    with database() as empty:
        done = manage("restore", str(broken), database=empty, data=tmp_path / "to")

        assert "controlegetallen" in done.stderr
        assert rows(empty) == {}


def test_a_file_that_is_no_backup_is_said(tmp_path, db):
    wrong = tmp_path / "wrong.tar.gz"
    wrong.write_text("geen archief")
    with database() as empty:
        done = manage("restore", str(wrong), database=empty, data=tmp_path / "to")

    assert "geen leesbare back-up" in done.stderr


def test_a_backup_never_writes_over_another(platform, tmp_path):
    name, archive = platform
    size = archive.stat().st_size

    done = manage("backup", str(archive), database=name, data=tmp_path / "from")

    assert "bestaat al" in done.stderr
    assert archive.stat().st_size == size


@pytest.mark.parametrize("arguments", [["backup"], ["restore", "--force"]])
def test_a_folder_that_is_not_there_is_said(platform, tmp_path, arguments):
    name, _ = platform
    before = rows(name)
    done = manage(*arguments, str(tmp_path / "weg" / "backup.tar.gz"), database=name, data=tmp_path / "to")

    assert done.returncode != 0
    assert "CommandError" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(name) == before


def test_a_backup_of_another_format_is_refused(platform, tmp_path):
    _, archive = platform
    with database() as empty:
        done = manage("restore", str(_repack(archive, tmp_path, _renumber)), database=empty, data=tmp_path / "to")

        assert "andere soort" in done.stderr
        assert rows(empty) == {}


def _hostile(name: str, kind: bytes) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, "/etc/passwd"
    return member


@pytest.mark.parametrize("old_python", [False, True])
@pytest.mark.parametrize(
    "member",
    [_hostile("../buiten", tarfile.REGTYPE), _hostile("files/naar", tarfile.SYMTYPE)],
    ids=["outside the folder", "a link"],
)
def test_what_does_not_belong_in_an_archive_is_not_taken_out(tmp_path, monkeypatch, member, old_python):
    with tarfile.open(tmp_path / "vijandig.tar.gz", "w:gz") as archive:
        archive.addfile(member)
    if old_python:
        monkeypatch.delattr(tarfile, "data_filter", raising=False)

    with tarfile.open(tmp_path / "vijandig.tar.gz") as archive, pytest.raises(tarfile.TarError):
        extract(archive, tmp_path / "inside")

    assert not (tmp_path / "buiten").exists()
    assert not (tmp_path / "inside" / "files" / "naar").exists()


def _repack(source: Path, tmp_path: Path, change: Callable[[Path], None]) -> Path:
    """The same archive after something was changed in it."""
    folder, target = tmp_path / "unpacked", tmp_path / "changed.tar.gz"
    with tarfile.open(source) as archive:
        extract(archive, folder)
    change(folder)
    with tarfile.open(target, "w:gz") as archive:
        for path in folder.iterdir():
            archive.add(path, arcname=path.name)
    return target


def _spoil_a_file(folder: Path) -> None:
    file = folder / "files" / "register" / "scholen.csv"
    file.write_bytes(file.read_bytes().replace(b"School", b"Schaal"))


def _renumber(folder: Path) -> None:
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}'))


def _halve_the_dump(folder: Path) -> None:
    """With the right checksum, so that only PostgreSQL finds out."""
    dump, manifest = folder / DUMP, folder / MANIFEST
    dump.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])
    about = json.loads(manifest.read_text())
    about["checksums"][DUMP] = hashlib.sha256(dump.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(about))
