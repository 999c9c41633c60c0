"""Addresses of the meetings room."""

from django.urls import path

from .views import (
    agenda,
    attending,
    inviting,
    leading,
    looking_back,
    meetings,
    organising,
    programme,
    registering,
    series,
    taking_along,
)

app_name = "meetings"
OWN = "bijeenkomsten/mijn/<slug:public_id>/"

# Who comes. The words `deelname` and `uitnodiging` cannot be the address of a meeting.
registration_patterns = [
    path("bijeenkomsten/deelname/<str:link>/", registering.registration, name="registration"),
    path("bijeenkomsten/deelname/<str:link>/wijzigen/", registering.change, name="change_registration"),
    path("bijeenkomsten/deelname/<str:link>/afmelden/", registering.withdraw, name="withdraw_registration"),
    path("bijeenkomsten/deelname/<str:link>/terug/", registering.come_back, name="come_back"),
    path("bijeenkomsten/deelname/<str:link>/doorgeven/", registering.hand_over, name="hand_over"),
    path("bijeenkomsten/deelname/<str:link>/terugblik/", looking_back.evaluate, name="evaluate"),
    path("bijeenkomsten/deelname/<str:link>/bijeenkomst.ics", taking_along.calendar, name="own_calendar"),
    path("bijeenkomsten/deelname/<str:link>/code.svg", taking_along.code, name="own_code"),
    path("bijeenkomsten/deelname/<str:link>/bewijs.pdf", taking_along.certificate, name="certificate"),
    path("bijeenkomsten/uitnodiging/<str:link>/", inviting.invitation, name="invitation"),
    path("bijeenkomsten/<slug:slug>/aanmelden/", registering.register, name="register"),
    path("bijeenkomsten/<slug:slug>/aangemeld/", registering.registered, name="registered"),
    path("bijeenkomsten/<slug:slug>/aanwezig/", attending.attendance, name="attendance"),
    path("bijeenkomsten/<slug:slug>/aanwezig/<slug:public_id>/", attending.check_in, name="check_in"),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/", leading.registrations, name="registrations"),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/mail/", leading.write, name="write_to_participants"),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/vragen/", leading.questions, name="meeting_questions"),
    path(
        "bijeenkomsten/<slug:slug>/aanmeldingen/vragen/<slug:public_id>/weg/",
        leading.remove_question,
        name="remove_meeting_question",
    ),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/terugblik/", leading.results, name="meeting_results"),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/uitnodigen/", inviting.invite, name="invite"),
    path("bijeenkomsten/<slug:slug>/aanmeldingen/herinneren/", inviting.remind, name="remind_invited"),
]

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
    *registration_patterns,
    path("bijeenkomsten/<slug:slug>/", meetings.meeting, name="meeting"),
    path("bijeenkomsten/<slug:slug>/agenda.ics", meetings.calendar, name="calendar"),
]
