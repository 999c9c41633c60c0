"""Makes the virtual environment from a lock file, once per version of that file."""

import ctypes.util
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.places import PATH_OF_ROOT, PYTHON, REQUIREMENTS, ROOT, VENV
from tools.talk import Progress, Talk, Trouble

RUN = "lock.txt"
DEVELOP = "lock-dev.txt"
COVERS = {RUN: [RUN], DEVELOP: [RUN, DEVELOP]}
"""Which lock files are satisfied once one is installed."""

PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]


DRAWS_TEXT = "libpangoft2-1.0-0"
"""The package of the system that sets the text of certificates and posters."""


def ensure(lock: str, talk: Talk) -> None:
    """After this, .venv holds exactly what `lock` asks for, and PDF can be made where we may install packages."""
    with _alone():
        _ensure_drawing(talk)
        if _is_fresh(lock):
            return
        if not _works():
            with talk.step("Python-omgeving maken in .venv"):
                _create()
        with talk.step("Pakketten installeren") as progress:
            _install(REQUIREMENTS / lock, progress)
        for name in COVERS[lock]:
            _stamp(name).write_text(_fingerprint(name))


def _ensure_drawing(talk: Talk) -> None:
    if ctypes.util.find_library("pangoft2-1.0"):
        return
    if may_install():
        with talk.step(f"{DRAWS_TEXT} installeren"):
            install_package(DRAWS_TEXT)
    else:
        talk.say(f"! Zonder {DRAWS_TEXT} (apt-get install {DRAWS_TEXT}) zijn er geen bewijzen en posters in PDF.")


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((REQUIREMENTS / lock).read_bytes()).hexdigest()


def _stamp(lock: str) -> Path:
    return VENV / f"installed-{lock}"


def _is_fresh(lock: str) -> bool:
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == _fingerprint(lock)


def _works() -> bool:
    """Whether .venv has a Python that starts; it does not after an upgrade of the system's Python."""
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    return PYTHON.exists() and _quiet([str(PYTHON), "-c", question]).returncode == 0


def _create() -> None:
    made = _quiet([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode and may_install():
        install_package("python3-venv")
        made = _quiet([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(
            "Python kan geen virtuele omgeving maken. Op Debian en Ubuntu helpt: apt-get install python3-venv\n"
            + made.stdout[-1000:]
        )


def may_install() -> bool:
    """Whether packages of the system may be installed: root, on Debian or a relative."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_package(name: str) -> None:
    environment = {**os.environ, "PATH": PATH_OF_ROOT, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", name]):
        _quiet(["apt-get", *command], environment)


def _install(lock: Path, progress: Progress) -> None:
    if _quiet([*PIP, "--version"]).returncode:
        _quiet([str(PYTHON), "-m", "ensurepip", "--upgrade"])
    total = len(re.findall(r"^[A-Za-z0-9].*==", lock.read_text(), re.MULTILINE))
    # The lock file names everything, so nothing is resolved again: older versions of pip go astray on extras there.
    command = [*PIP, "install", "--progress-bar", "off", "--require-hashes", "--no-deps", "-r", str(lock)]
    lines: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            lines.append(line)
            seen = sum(text.startswith(("Collecting", "Requirement already")) for text in lines)
            progress.at("neerzetten" if line.startswith("Installing") else f"{seen} van ongeveer {total}")
    if pip.returncode:
        raise Trouble(
            "De pakketten konden niet worden geïnstalleerd. Heeft deze machine toegang tot een pakketindex?\n"
            + "".join(lines[-12:])
        )


def _quiet(command: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    nobody = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.run(command, text=True, check=False, env=environment, **nobody)  # type: ignore[call-overload,no-any-return]


@contextmanager
def _alone() -> Iterator[None]:
    """Two commands at once do not install at once."""
    handle = os.open(REQUIREMENTS, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
