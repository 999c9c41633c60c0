"""Addresses of the activities room."""

from django.urls import path

from .views import arranging, exporting, leading, paper, phone, posters, preparing, wall

app_name = "activities"

urlpatterns = [
    path("doe-mee/", phone.enter, name="enter"),
    path("doe-mee/<str:code>/", phone.phone, name="phone"),
    path("doe-mee/<str:code>/stand/", phone.stand, name="stand"),
    path("doe-mee/<str:code>/inbreng/", phone.hand_in, name="contribute"),
    path("doe-mee/<str:code>/groep/", phone.pick_group, name="pick_group"),
    path("doe-mee/<str:code>/pen/", phone.pen, name="pen"),
    path("doe-mee/<str:code>/scherm/", wall.wall, name="wall"),
    path("doe-mee/<str:code>/scherm/stand/", wall.wall_stand, name="wall_stand"),
    path("werkvormen/", leading.own_list, name="own_list"),
    path("werkvormen/nieuw/", leading.stand_up, name="stand_up"),
    path("werkvormen/bij/<slug:item_id>/", preparing.prepare, name="prepare"),
    path("werkvormen/<slug:public_id>/", leading.lead, name="lead"),
    path("werkvormen/<slug:public_id>/bezig/", leading.busy, name="busy"),
    path("werkvormen/<slug:public_id>/instellingen/", preparing.settings, name="settings"),
    path("werkvormen/<slug:public_id>/ordenen/", arranging.arrange, name="arrange"),
    path("werkvormen/<slug:public_id>/volgende/", preparing.going_on, name="going_on"),
    path("werkvormen/<slug:public_id>/papier/", paper.type_over, name="type_over"),
    path("werkvormen/<slug:public_id>/inbreng/", paper.contribution_list, name="contributions"),
    path("werkvormen/<slug:public_id>/inbreng/<slug:contribution_id>/wissen/", paper.erase, name="erase"),
    path("werkvormen/<slug:public_id>/inbreng.<str:ending>", exporting.contributions, name="export"),
    path("werkvormen/<slug:public_id>/poster/", posters.poster, name="poster"),
    path("werkvormen/<slug:public_id>/poster.pdf", posters.as_pdf, name="poster_pdf"),
    path("werkvormen/<slug:public_id>/scherm/", wall.led_wall, name="led_wall"),
    path("werkvormen/<slug:public_id>/scherm/stand/", wall.led_wall_stand, name="led_wall_stand"),
    path("werkvormen/<slug:public_id>/nu/<slug:name>/", leading.deed, name="deed"),
]
