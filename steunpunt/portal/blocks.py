"""The blocks that editors build a page from; each has one template in our own look."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from steunpunt.foundation.boards import privacy

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class NoteBlock(blocks.StructBlock):
    """Something that must not be missed."""

    kind = blocks.ChoiceBlock(
        choices=[("info", _("ter informatie")), ("warning", _("let op")), ("finding", _("bevinding"))],
        default="info",
        label=_("soort"),
    )
    title = blocks.CharBlock(max_length=100, required=False, label=_("titel"))
    text = blocks.RichTextBlock(features=["bold", "italic", "link"], label=_("tekst"))

    class Meta:
        template = "portal/blocks/note.html"
        icon = "info-circle"
        label = _("kader")


class LinkCardBlock(blocks.StructBlock):
    """A card that leads to another page, on this site or elsewhere."""

    title = blocks.CharBlock(max_length=80, label=_("titel"))
    text = blocks.CharBlock(max_length=200, required=False, label=_("tekst"))
    page = blocks.PageChooserBlock(required=False, label=_("pagina"))
    url = blocks.CharBlock(
        max_length=300, required=False, label=_("of een adres"), help_text=_("Begint met / of https://")
    )

    class Meta:
        icon = "link"
        label = _("kaart")


class CardsBlock(blocks.StructBlock):
    """A row of cards."""

    cards = blocks.ListBlock(LinkCardBlock(), min_num=1, max_num=6, label=_("kaarten"))

    class Meta:
        template = "portal/blocks/cards.html"
        icon = "grip"
        label = _("kaarten")


class QuestionBlock(blocks.StructBlock):
    """A question whose answer folds out."""

    question = blocks.CharBlock(max_length=160, label=_("vraag"))
    answer = blocks.RichTextBlock(features=TEXT_FEATURES[2:], label=_("antwoord"))

    class Meta:
        template = "portal/blocks/question.html"
        icon = "help"
        label = _("vraag en antwoord")


class ConformanceBlock(blocks.StructBlock):
    """The status of the accessibility statement, in the words of the government's model."""

    STATUSES = (
        ("C", _("eerste maatregelen genomen: nog niet onderzocht, onderzoek gepland")),
        ("D", _("verklaring gedaan: nog niet onderzocht, geen onderzoek gepland")),
        ("B", _("voldoet gedeeltelijk: onderzocht, niet alles in orde")),
        ("A", _("voldoet volledig: onderzocht, alles in orde")),
    )
    status = blocks.ChoiceBlock(choices=STATUSES, default="D", label=_("status"))
    on = blocks.DateBlock(label=_("vastgesteld op"))
    report = blocks.URLBlock(required=False, label=_("adres van het onderzoek"))

    class Meta:
        template = "portal/blocks/conformance.html"
        icon = "check"
        label = _("nalevingsstatus toegankelijkheid")


class ContactBlock(blocks.StaticBlock):
    """The address of the support point, as the settings know it."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["address"] = settings.CONTACT_EMAIL
        return context

    class Meta:
        template = "portal/blocks/contact.html"
        icon = "mail"
        label = _("contactadres")
        admin_text = _("Het adres staat in de instellingen van het platform.")


class PrivacyRegisterBlock(blocks.StaticBlock):
    """The list of what the platform keeps of people, as the rooms themselves declare it."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        context["kept"] = [pin.label for pin in privacy]
        return context

    class Meta:
        template = "portal/blocks/privacy_register.html"
        icon = "list-ul"
        label = _("wat we van mensen bewaren")
        admin_text = _("Deze lijst vult het platform zelf.")


BODY_BLOCKS = [
    (
        "text",
        blocks.RichTextBlock(
            features=TEXT_FEATURES, label=_("tekst"), icon="pilcrow", template="portal/blocks/text.html"
        ),
    ),
    ("note", NoteBlock()),
    ("image", ImageBlock(label=_("afbeelding"), template="portal/blocks/image.html")),
    ("cards", CardsBlock()),
    ("question", QuestionBlock()),
    ("contact", ContactBlock()),
    ("conformance", ConformanceBlock()),
    ("privacy_register", PrivacyRegisterBlock()),
]
