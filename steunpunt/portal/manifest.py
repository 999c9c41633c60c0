"""What the portal pins on the boards."""

from django.utils.translation import gettext_lazy as _

from steunpunt.foundation.accounts.models import User
from steunpunt.foundation.boards import DuePin, MenuPin, PanelPin, SearchPin, due, menu, panels, search

from .jobs import align_back_office, tell_saved
from .queries import search_documents
from .saved import own_searches

menu.pin(MenuPin(_("Nieuws"), "portal:news", order=80))
due.pin(DuePin("back-office", align_back_office.enqueue, minutes=5))
due.pin(DuePin("saved-searches", tell_saved.enqueue, minutes=60))
panels.pin(PanelPin(User, "zoekvragen", _("Bewaarde zoekvragen"), own_searches, "portal/_saved.html", order=60))
search.pin(
    SearchPin(
        kind=search_documents.NEWS,
        label=_("Nieuws"),
        name=_("nieuws"),
        documents=search_documents.news_documents,
        visible=search_documents.searched_news,
        card="portal/search/_news.html",
        follows=(search_documents.PAGE,),
        touched=lambda references: None,
        order=70,
    )
)
search.pin(
    SearchPin(
        kind=search_documents.PAGE,
        label=_("Pagina’s"),
        name=_("pagina"),
        documents=search_documents.page_documents,
        visible=search_documents.searched_pages,
        card="portal/search/_page.html",
        touched=lambda references: None,
        order=80,
    )
)
