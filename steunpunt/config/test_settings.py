"""The settings of the tests: the same platform, without the parts that only cost time."""

import os
import tempfile

os.environ.setdefault("STEUNPUNT_MODE", "example")
os.environ.setdefault("STEUNPUNT_SECRET_KEY", "only-for-tests")
os.environ.setdefault("STEUNPUNT_DATA_DIR", tempfile.mkdtemp(prefix="steunpunt-test-"))

from .settings import *  # noqa: F403

DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Learning a whole register takes twenty minutes; tests of meaning ask for it themselves.
SEARCH_MEANING_SECONDS = 0
