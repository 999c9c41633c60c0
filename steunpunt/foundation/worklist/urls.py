"""Addresses of the work list and of following a request."""

from django.urls import path

from . import views

urlpatterns = [
    path("werklijst/", views.work_list, name="worklist"),
    path("werklijst/<slug:public_id>/", views.work_item, name="work_item"),
    path("verzoeken/<slug:token>/", views.followed, name="work_item_followed"),
]
