"""The page types of the editors: the front page, common pages and news."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from steunpunt.foundation.sectors import SECTOR_NAMES, Sector

from .blocks import BODY_BLOCKS

NEWS_PER_PAGE = 12
HOME_DEPTH = 2


class SectorsField(ArrayField):
    """A choice of sectors, ticked off one by one."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=Sector.choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=capfirst(str(self.verbose_name)),
            help_text=self.help_text,
        )

    def deconstruct(self) -> Any:
        """For migrations this is a plain array."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.contrib.postgres.fields.ArrayField", args, kwargs


class Trail:
    """The way from home to a page, for the breadcrumbs."""

    @property
    def trail(self) -> list[tuple[str, str]]:
        above = self.get_ancestors().filter(depth__gt=HOME_DEPTH)
        return [*((page.title, page.url) for page in above), (self.title, "")]


class HomePage(Page):
    """The front page: editors write its heading and introduction, the platform fills the rest."""

    heading = models.CharField(_("kop"), max_length=80)
    intro = models.CharField(_("inleiding"), max_length=240)

    content_panels = [*Page.content_panels, FieldPanel("heading"), FieldPanel("intro")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["portal.ContentPage", "portal.NewsIndexPage"]
    max_count = 1

    class Meta:
        verbose_name = _("voorpagina")
        verbose_name_plural = _("voorpagina's")

    template = "portal/home_page.html"
    """What an editor sees as a preview; visitors get the whole front page from `home.py`."""


class ContentPage(Trail, Page):
    """A common page: an introduction and blocks."""

    intro = models.CharField(_("inleiding"), max_length=300, blank=True)
    body = StreamField(BODY_BLOCKS, verbose_name=_("inhoud"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["portal.HomePage", "portal.ContentPage"]
    subpage_types = ["portal.ContentPage"]
    template = "portal/content_page.html"

    class Meta:
        verbose_name = _("pagina")
        verbose_name_plural = _("pagina's")


class NewsIndexPage(Trail, Page):
    """The list of news, newest first."""

    intro = models.CharField(_("inleiding"), max_length=300, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.NewsPage"]
    max_count = 1
    template = "portal/news_index_page.html"

    class Meta:
        verbose_name = _("nieuwsoverzicht")
        verbose_name_plural = _("nieuwsoverzichten")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        chosen = request.GET.get("sector", "")
        chosen = chosen if chosen in Sector.values else ""
        paginator = Paginator(NewsPage.objects.newest(chosen), NEWS_PER_PAGE)
        choices = [("", _("Alles")), *SECTOR_NAMES.items()]
        context["sector_tabs"] = [(name, f"?sector={code}" if code else "?", code == chosen) for code, name in choices]
        context |= {"chosen": chosen, "news": paginator.get_page(request.GET.get("pagina"))}
        return context


class NewsQuerySet(PageQuerySet):
    """Which news, in which order."""

    def newest(self, sector: str = "") -> "NewsQuerySet":
        """What is published, newest first; for a sector also what is for everybody."""
        news = self.live().public().order_by("-on", "-first_published_at")
        return news.filter(models.Q(sectors__contains=[sector]) | models.Q(sectors=[])) if sector else news


class NewsPage(Trail, Page):
    """One piece of news."""

    objects = PageManager.from_queryset(NewsQuerySet)()

    on = models.DateField(_("datum"), default=timezone.localdate)
    sectors = SectorsField(
        models.CharField(max_length=3, choices=Sector),
        verbose_name=_("sectoren"),
        default=list,
        blank=True,
        help_text=_("Niets aangekruist betekent: voor iedereen."),
    )
    intro = models.CharField(_("inleiding"), max_length=300, help_text=_("De kern in een of twee zinnen."))
    body = StreamField(BODY_BLOCKS, verbose_name=_("inhoud"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("on"),
        FieldPanel("sectors"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    parent_page_types = ["portal.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "portal/news_page.html"

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")
        indexes = [models.Index(fields=["-on"], name="news_newest_first")]
