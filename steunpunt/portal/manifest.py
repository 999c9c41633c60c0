"""What the portal pins on the boards."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.boards import DuePin, MenuPin, due, menu

from .jobs import align_back_office

menu.pin(MenuPin(_("Nieuws"), "portal:news", order=80))
due.pin(DuePin("back-office", align_back_office.enqueue, minutes=5))
