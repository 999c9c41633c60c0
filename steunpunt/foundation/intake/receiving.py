"""Takes an upload in: stored, checked and scanned, or refused with nothing left behind."""

from pathlib import Path

from .checking import check
from .kinds import Checked
from .scanning import scan
from .storing import NamedUpload, Stored, discard, store, stored_path


def receive(upload: NamedUpload, folder: Path, *, most_mb: int, scan_command: str) -> tuple[Stored, Checked]:
    """Keep the file and say what it is; raises `NotAccepted` with a sentence for its sender."""
    stored = store(upload, folder, most_mb=most_mb)
    path = stored_path(stored.name, folder)
    try:
        checked = check(path, upload.name or "", most_mb=most_mb)
        scan(path, scan_command)
    except BaseException:
        discard(stored.name, folder)
        raise
    return stored, checked
