"""Keeps secrets unreadable in the database: sealed with a key that follows from the platform's own secret."""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MARK = "verzegeld:"
"""Stands before what is sealed; a secret from before does not have it."""
PURPOSE = b"steunpunt: secrets of second factors"


class Unreadable(Exception):  # noqa: N818 - says what it is
    """Sealed with another secret than the platform has now."""


def seal(text: str) -> str:
    return MARK + _box(settings.SECRET_KEY).encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text again; one that was never sealed comes back as it is."""
    if not sealed.startswith(MARK):
        return sealed
    try:
        return _box(settings.SECRET_KEY).decrypt(sealed.removeprefix(MARK)).decode()
    except InvalidToken as error:
        raise Unreadable from error


@cache
def _box(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return Fernet(urlsafe_b64encode(key))
