"""Addresses of the foundation: own page, sector, work list, style page, health, and the example people."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from .accounts.views import example, own, sector, staff
from .health import views as health_views
from .ui import views as ui_views

app_name = "foundation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("account/tweede-stap/", own.second_factor, name="second_factor"),
    path("mijn/", own.my_page, name="my_page"),
    path("mijn/naam/", own.name, name="name"),
    path("mijn/gegevens/", own.my_data, name="my_data"),
    path("mijn/uitloggen-elders/", own.leave_elsewhere, name="leave_elsewhere"),
    path("mijn/wissen/", own.erase, name="erase"),
    path("medewerkers/", staff.staff, name="staff"),
    path("medewerkers/<slug:public_id>/stoppen/", staff.end, name="staff_end"),
    path("medewerkers/<slug:public_id>/tweede-stap/", staff.forget_factor, name="staff_forget_factor"),
    path("sector/", sector.choose, name="sector"),
    path("", include("steunpunt.foundation.worklist.urls")),
    path("gezondheid/", health_views.health, name="health"),
    path("stijl/", ui_views.style, name="style"),
]

if settings.EXAMPLE_MODE:
    urlpatterns += [
        path("voorbeeld/", example.people, name="example_people"),
        path("voorbeeld/<slug:public_id>/inloggen/", example.enter, name="example_enter"),
        path("voorbeeld/post/", example.mailbox, name="mailbox"),
        path("voorbeeld/post/<int:pk>/", example.mail, name="mail"),
    ]
