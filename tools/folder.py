"""The data folder: made by us, recognised by us, and only then ever removed."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.talk import Trouble

MARK = "STEUNPUNT"
MARK_TEXT = "Deze map hoort bij het steunpunt-platform en is gemaakt door ./run; `./run --fresh` maakt hem leeg.\n"


def claim(folder: Path) -> None:
    """Make the folder ours. A folder with something else in it is refused."""
    if folder.exists() and not is_ours(folder):
        if not folder.is_dir():
            raise Trouble(f"{folder} is geen map. Kies een andere met --data.")
        if any(folder.iterdir()):
            raise Trouble(f"De map {folder} is niet leeg en niet door ./run gemaakt. Kies een andere met --data.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "logs").mkdir(exist_ok=True)
        (folder / MARK).write_text(MARK_TEXT)
    except OSError as error:
        raise Trouble(f"In de map {folder} kan niet worden geschreven ({error.strerror}).") from error


def is_ours(folder: Path) -> bool:
    return (folder / MARK).is_file()


def empty(folder: Path) -> None:
    """Remove all that ./run made there; the mark and the lock go last and are written again."""
    if not is_ours(folder):
        raise Trouble(f"De map {folder} is niet door ./run gemaakt en wordt niet leeggemaakt.")
    for path in folder.iterdir():
        if path.name in {MARK, "run.lock"}:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


@contextmanager
def only_one(folder: Path, address: str) -> Iterator[None]:
    """One ./run per data folder; a second one hears where the first one is."""
    path = folder / "run.lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            where = path.read_text().strip()
            raise Trouble(f"Met deze gegevens draait het platform al, op {where}.") from None
        os.ftruncate(handle, 0)
        os.write(handle, address.encode())
        yield
    finally:
        os.close(handle)


def secret_key(folder: Path) -> str:
    """The key of this data folder, made once."""
    path = folder / "secret-key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()
