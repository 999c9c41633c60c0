"""Choosing the item that takes the place of another."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.ui.fields import ChoiceFromList, RevisedForm


class ReplaceForm(RevisedForm):
    """One of the items that a search gave."""

    successor = ChoiceFromList(label=_("Welke bijdrage komt ervoor in de plaats?"))
