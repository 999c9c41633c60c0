"""All settings, grouped, read from the environment (prefix STEUNPUNT_, and DATABASE_URL)."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT.parent
env = environ.Env()

# --- Where and how we run ---------------------------------------------------------------
MODE = env.str("STEUNPUNT_MODE", "production")
EXAMPLE_MODE = MODE == "example"
DEBUG = env.bool("STEUNPUNT_DEBUG", False)
DATA_DIR = Path(env.str("STEUNPUNT_DATA_DIR", str(PROJECT / "data-local")))
MIN_FREE_MB = env.int("STEUNPUNT_MIN_FREE_MB", 500)
REGISTER_DIR = PROJECT / "data"
SECRET_KEY = env.str("STEUNPUNT_SECRET_KEY")
BASE_URL = env.str("STEUNPUNT_BASE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("STEUNPUNT_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
SECURE = urlsplit(BASE_URL).scheme == "https"
VERSION = "0.1.0"
CONTACT_EMAIL = env.str("STEUNPUNT_CONTACT_EMAIL", "steunpunt@example.nl" if EXAMPLE_MODE else "")
SECURITY_EMAIL = env.str("STEUNPUNT_SECURITY_EMAIL", "") or CONTACT_EMAIL
TILE_URL = env.str("STEUNPUNT_TILE_URL", "")
TILE_ATTRIBUTION = env.str("STEUNPUNT_TILE_ATTRIBUTION", "")

# --- Rooms and libraries ----------------------------------------------------------------
INSTALLED_APPS = [
    "steunpunt.foundation",
    "steunpunt.network",
    "steunpunt.knowledge",
    "steunpunt.meetings",
    "steunpunt.activities",
    "steunpunt.portal",
    "steunpunt.examples",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "steunpunt.foundation.rest.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "steunpunt.foundation.headers.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "steunpunt.foundation.accounts.middleware.ActorMiddleware",
    "steunpunt.foundation.accounts.middleware.SecondFactorMiddleware",
    "steunpunt.foundation.access.middleware.RefusalMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "steunpunt.portal.backoffice.BackOfficeMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "steunpunt.config.urls"
WSGI_APPLICATION = "steunpunt.config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            ROOT / "foundation" / "ui" / "templates",
            # A kind of activity keeps its templates in its own folder.
            *sorted((ROOT / "activities" / "kinds").glob("*/templates")),
        ],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["steunpunt.foundation.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "steunpunt.foundation.ui.context.page",
            ],
        },
    }
]

# --- Storage ----------------------------------------------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
# What people hand in stands outside whatever the web server hands out.
FILES_DIR = DATA_DIR / "files"
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [ROOT / "foundation" / "ui" / "static", ("network/outlines", REGISTER_DIR / "outlines")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "steunpunt.foundation.ui.storage.ModuleStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# The limits on trying are counted by all web processes together; pictures are looked up in each of them apart.
CACHES = {
    "default": {
        "BACKEND": "steunpunt.foundation.counters.CounterCache",
        "LOCATION": "foundation_counter",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# --- Files from outside -----------------------------------------------------------------
UPLOAD_MAX_MB = env.int("STEUNPUNT_UPLOAD_MAX_MB", 50)
VIRUS_SCAN_COMMAND = env.str("STEUNPUNT_VIRUS_SCAN_COMMAND", "")

# --- Search ----------------------------------------------------------------------------
# Seconds of work on meaning at a time, so that a mail behind it does not wait long.
SEARCH_MEANING_SECONDS = env.int("STEUNPUNT_SEARCH_MEANING_SECONDS", 15)

# --- Background work --------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Language and time ------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands"))]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# --- Accounts ---------------------------------------------------------------------------
AUTH_USER_MODEL = "foundation.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"
LOGOUT_REDIRECT_URL = "/"
FORMS = "steunpunt.foundation.accounts.forms"
ACCOUNT_ADAPTER = "steunpunt.foundation.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": f"{FORMS}.LoginForm",
    "signup": f"{FORMS}.SignupForm",
    "request_login_code": f"{FORMS}.RequestLoginCodeForm",
    "confirm_login_code": f"{FORMS}.ConfirmLoginCodeForm",
    "confirm_email_verification_code": f"{FORMS}.ConfirmEmailVerificationCodeForm",
    "change_email": f"{FORMS}.ChangeEmailForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 60 * 15
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_CHANGE_EMAIL = ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,10/h/key"}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8}
MFA_ADAPTER = "steunpunt.foundation.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": f"{FORMS}.AuthenticateForm",
    "reauthenticate": f"{FORMS}.ReauthenticateForm",
    "activate_totp": f"{FORMS}.ActivateTOTPForm",
    "add_webauthn": f"{FORMS}.AddWebAuthnForm",
    "edit_webauthn": f"{FORMS}.EditWebAuthnForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Steunpunt"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = EXAMPLE_MODE
OIDC_PROVIDERS = env.json("STEUNPUNT_OIDC_PROVIDERS", default=[])
SOCIALACCOUNT_ADAPTER = "steunpunt.foundation.accounts.adapters.SocialAdapter"
SOCIALACCOUNT_FORMS = {"signup": f"{FORMS}.SocialSignupForm"}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": OIDC_PROVIDERS, "OAUTH_PKCE_ENABLED": True}}
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

# --- Mail -------------------------------------------------------------------------------
EMAIL_CONFIG = env.email_url("STEUNPUNT_EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("STEUNPUNT_FROM_EMAIL", "steunpunt@localhost")
if EXAMPLE_MODE:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(DATA_DIR / "mail")

# --- Safety -----------------------------------------------------------------------------
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("STEUNPUNT_BEHIND_PROXY", False) else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL] if SECURE else []
TILE_ORIGIN = "{0.scheme}://{0.netloc}".format(urlsplit(TILE_URL)) if TILE_URL else ""
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/beheer/",),
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *([TILE_ORIGIN] if TILE_ORIGIN else [])],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "manifest-src": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# --- Wagtail, at the edges --------------------------------------------------------------
WAGTAIL_SITE_NAME = "Steunpunt"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}
# A password for a page would go around the accounts; pages for some people ask to sign in.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 8 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "pptx", "xlsx", "csv", "txt"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # What print does not know of our style sheets, it passes over.
    "loggers": {"steunpunt": {"level": "INFO"}, "weasyprint": {"level": "ERROR"}, "fontTools": {"level": "ERROR"}},
}
