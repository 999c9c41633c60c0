"""Addresses of the meetings room."""

from django.urls import path

from .views import agenda, meetings, organising, programme, series

app_name = "meetings"
OWN = "bijeenkomsten/mijn/<slug:public_id>/"

urlpatterns = [
    path("bijeenkomsten/", agenda.agenda, name="agenda"),
    path("bijeenkomsten/agenda.ics", agenda.feed, name="feed"),
    path("bijeenkomsten/voorbij/", agenda.past, name="past"),
    path("bijeenkomsten/nieuw/", organising.plan, name="plan"),
    path("bijeenkomsten/reeksen/nieuw/", series.plan, name="plan_series"),
    path("bijeenkomsten/reeksen/<slug:slug>/", agenda.series, name="series"),
    path("bijeenkomsten/reeksen/<slug:slug>/wijzigen/", series.change, name="change_series"),
    path("bijeenkomsten/mijn/", organising.own_list, name="own_list"),
    path("bijeenkomsten/mijn/onderdeel/<slug:public_id>/", programme.change_item, name="change_item"),
    path("bijeenkomsten/mijn/onderdeel/<slug:public_id>/weg/", programme.remove_item, name="remove_item"),
    path(OWN, organising.work, name="work"),
    path(f"{OWN}wijzigen/", organising.change, name="change"),
    path(f"{OWN}op-de-agenda/", organising.publish, name="publish"),
    path(f"{OWN}afgelasten/", organising.cancel, name="cancel"),
    path(f"{OWN}onderdeel/", programme.add_item, name="add_item"),
    path(f"{OWN}leiden/", programme.add_lead, name="add_lead"),
    path(f"{OWN}leiden/<int:key>/weg/", programme.remove_lead, name="remove_lead"),
    path("bijeenkomsten/<slug:slug>/", meetings.meeting, name="meeting"),
    path("bijeenkomsten/<slug:slug>/agenda.ics", meetings.calendar, name="calendar"),
]
