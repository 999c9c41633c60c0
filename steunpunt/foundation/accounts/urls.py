"""Addresses under /account/: the sign-in library's own, without its pages about passwords."""

from allauth import urls as allauth_urls
from django.urls import include, path

from .views import passwords

urlpatterns = [
    path("password/<path:rest>", passwords.gone),
    path("", include(allauth_urls)),
]
