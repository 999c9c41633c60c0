"""Where everything stands: the project, its virtual environment, its data folder, and programs for root."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DATA = ROOT / "data-local"
REQUIREMENTS = ROOT / "requirements"
PATH_OF_ROOT = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
"""A short PATH often leaves out what only root uses; without it apt-get stops half-way."""


def installed(package: str) -> Path | None:
    """The folder of an installed package, found without importing it."""
    return next(iter(sorted(VENV.glob(f"lib/python3.*/site-packages/{package}"))), None)
