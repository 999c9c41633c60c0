"""Stores an incoming file in a private folder under a random name, and gives the headers to hand it out safely."""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from django.utils.http import content_disposition_header

from .checking import refuse_size
from .kinds import MEDIA_TYPES, Kind
from .names import shown_name

MEGABYTE = 1024 * 1024
OWN_NAME = re.compile(r"[0-9a-f]{32}")
ONLY_US = 0o700
PUBLIC_SECONDS = 3600


class Upload(Protocol):
    """What Django makes of a sent file, as far as it is needed here."""

    def chunks(self) -> Iterable[bytes]: ...


class NamedUpload(Upload, Protocol):
    """The same with the name that its sender gave it."""

    name: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored file: the name that we gave it, the digest of its content and its size in bytes."""

    name: str
    sha256: str
    size: int


def store(upload: Upload, folder: Path, *, most_mb: int) -> Stored:
    """Write the file beside its place and move it there when it is complete: half a file never has a name."""
    folder.mkdir(mode=ONLY_US, parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    digest, size = hashlib.sha256(), 0
    with _in_one_go(folder / name) as target:
        for chunk in upload.chunks():
            size += len(chunk)
            refuse_size(size or 1, most_mb=most_mb)
            digest.update(chunk)
            target.write(chunk)
        refuse_size(size, most_mb=most_mb)
    return Stored(name, digest.hexdigest(), size)


@contextmanager
def _in_one_go(path: Path) -> Iterator[IO[bytes]]:
    unfinished = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        unfinished.replace(path)
        _sync_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """A new name in a folder survives a power cut only when the folder itself has been written."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stored_path(name: str, folder: Path) -> Path:
    """Where a stored file stands; a name that we cannot have given is an error of ours."""
    if not OWN_NAME.fullmatch(name):
        raise ValueError(name)
    return folder / name


def discard(name: str, folder: Path) -> None:
    """Take a stored file away; fine when it is gone already."""
    stored_path(name, folder).unlink(missing_ok=True)


def served_headers(kind: Kind, name: str, *, is_public: bool = False) -> dict[str, str]:
    """Headers with which a browser saves the file and never runs it on our address."""
    disposition = content_disposition_header(as_attachment=True, filename=shown_name(name))
    return {
        "Content-Type": MEDIA_TYPES[kind],
        "Content-Disposition": disposition or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": f"public, max-age={PUBLIC_SECONDS}" if is_public else "private, no-store",
    }
