"""Addresses under /account/: the sign-in library's own, without passwords and with our way to a federation."""

from allauth import urls as allauth_urls
from django.urls import include, path

from .views import federation, passwords

urlpatterns = [
    path("password/<path:rest>", passwords.gone),
    path("oidc/<str:provider_id>/login/", federation.leave),
    path("", include(allauth_urls)),
]
