"""Addresses of the API; none ends in a slash, and what does not exist is a problem and no redirect."""

from django.urls import path, re_path

from . import api, views

urlpatterns = [
    path("v1", views.entrance),
    path("v1/", views.nothing_here),
    path("v1/", api.urls),
    re_path(r"^(?P<rest>.*)$", views.nothing_here),
]
