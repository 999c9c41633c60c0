"""The root of all addresses: every room hangs its own below it."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from steunpunt.portal import backoffice
from steunpunt.portal.api import views as api_views

urlpatterns = [
    path("beheer/login/", backoffice.to_login),
    path("beheer/logout/", backoffice.to_logout),
    re_path(r"^beheer/(?:users|groups|sites|collections|workflows|password_reset)/(?P<rest>.*)$", backoffice.not_here),
    path("beheer/", include(wagtailadmin_urls)),
    path("_util/login/", backoffice.to_login),
    re_path(r"^(?:_util|documenten/authenticate_with_password)/(?P<rest>.*)$", backoffice.not_here),
    path("documenten/", include(wagtaildocs_urls)),
    path("account/", include("steunpunt.foundation.accounts.urls")),
    # First, because a thousand phones ask for it every two seconds.
    path("", include("steunpunt.activities.urls")),
    path("", include("steunpunt.foundation.urls")),
    path("", include("steunpunt.network.urls")),
    path("", include("steunpunt.knowledge.urls")),
    path("", include("steunpunt.meetings.urls")),
    path("", include("steunpunt.portal.urls")),
    path("api", api_views.nothing_here),
    path("api/", include("steunpunt.portal.api.urls")),
    path("", include(wagtail_urls)),
]
