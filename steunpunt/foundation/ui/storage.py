"""Static files under names with a hash, also where one of our scripts imports another."""

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN_SCRIPTS = ("activities/*.js", "network/*.js", "portal/*.js", "ui/*.js")
_glob, IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns  # type: ignore[attr-defined]


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """Without this a module that is imported keeps its plain name, and an old copy of it stays in the browser.

    Only for our own scripts: those of libraries import things that are not there.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, *((glob, IMPORTS) for glob in OWN_SCRIPTS))
