"""Makes rows of the knowledge room for tests: frameworks, and items with a version and files."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from steunpunt.knowledge.models import (
    Bulletin,
    BulletinState,
    Criterion,
    Crosswalk,
    CrosswalkRelation,
    Framework,
    FrameworkKind,
    ItemContact,
    ItemFile,
    ItemKind,
    ItemState,
    ItemVersion,
    KnowledgeItem,
    KnownAnswer,
    Level,
    OpenQuestion,
    QuestionFollower,
    QuestionLevel,
    QuestionOrigin,
    Rank,
    Regulation,
    Remark,
    ResearchQuestion,
    ResearchWork,
    Sender,
    SenderAllowance,
)

from .foundation import UserFactory
from .network import PartnershipFactory, RoleFactory, ThemeFactory

MOMENT = datetime(2026, 9, 1, 10, tzinfo=UTC)


class FrameworkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Framework

    slug = factory.Sequence(lambda n: f"kader-{n}")
    kind = FrameworkKind.QUALITY
    title = factory.Sequence(lambda n: f"Kader {n}")


class LevelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Level

    framework = factory.SubFactory(FrameworkFactory)
    code = factory.Sequence(str)
    title = factory.Sequence(lambda n: f"Niveau {n}")


class CriterionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Criterion

    framework = factory.SubFactory(FrameworkFactory)
    rank = Rank.STANDARD
    code = factory.Sequence(str)
    title = factory.Sequence(lambda n: f"Standaard {n}")


class CrosswalkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Crosswalk

    source = factory.SubFactory(CriterionFactory)
    target = factory.SubFactory(CriterionFactory)
    relation = CrosswalkRelation.RELATED


class RegulationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Regulation

    bwbr = factory.Sequence(lambda n: f"BWBR{n:07}")
    title = factory.Sequence(lambda n: f"Regeling {n}")
    kind = "wet"
    summary = "Wat erin staat."


class ItemVersionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ItemVersion
        skip_postgeneration_save = True

    item = factory.SubFactory("tests.factories.knowledge.KnowledgeItemFactory")
    number = factory.Sequence(lambda n: n + 2)
    title = factory.Sequence(lambda n: f"Praktijk {n}")
    outcome = "Studenten durven eerder een les over te nemen."
    year = 2025
    sectors = ["po"]
    created_at = MOMENT

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: object) -> None:
        if create:
            self.themes.set(extracted if extracted is not None else [ThemeFactory()])


class KnowledgeItemFactory(factory.django.DjangoModelFactory):
    """A published item with one version and a contact; `version__…` sets what it says.

    `state=ItemState.DRAFT` makes one that was never published.
    """

    class Meta:
        model = KnowledgeItem
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"praktijk-{n}")
    kind = ItemKind.PRACTICE
    author = factory.SubFactory(UserFactory)
    created_at = MOMENT
    version = factory.Dict({})

    @classmethod
    def _create(cls, model: type[KnowledgeItem], *args: Any, **kwargs: Any) -> KnowledgeItem:
        said = kwargs.pop("version")
        state = kwargs.pop("state", ItemState.PUBLISHED)
        contact = kwargs.pop("contact", True)
        item = super()._create(model, *args, **{**kwargs, "state": ItemState.DRAFT})
        published = MOMENT if state in {ItemState.PUBLISHED, ItemState.WITHDRAWN} else None
        version = ItemVersionFactory(**{"item": item, "number": 1, "published_at": published, **said})
        if contact:
            ItemContactFactory(item=item)
        item.state, item.published_at = state, published
        item.live = version if published else None
        item.save()
        return item


class ItemContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ItemContact

    item = factory.SubFactory(KnowledgeItemFactory)
    role = factory.SubFactory(RoleFactory)


class ItemFileFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ItemFile

    item = factory.SubFactory(KnowledgeItemFactory)
    stored_as = factory.Sequence(lambda n: f"{n:032}")
    name = "leertaak.docx"
    kind = "docx"
    size = 1000
    sha256 = "0" * 64
    handed_in_at = MOMENT


class RemarkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Remark

    item = factory.SubFactory(KnowledgeItemFactory)
    author = factory.SubFactory(UserFactory)
    text = "Voor welk leerjaar is dit?"
    at = MOMENT


class OpenQuestionFactory(factory.django.DjangoModelFactory):
    """An open question; `followers` are accounts that follow it."""

    class Meta:
        model = OpenQuestion
        skip_postgeneration_save = True

    text = factory.Sequence(lambda n: f"hoe leert een student dit, nummer {n}?")
    asked_by = factory.SubFactory(UserFactory)
    asked_at = MOMENT

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: object) -> None:
        if create and extracted:
            self.themes.set(extracted)

    @factory.post_generation
    def followers(self, create: bool, extracted: Any, **kwargs: object) -> None:
        for account in extracted or [] if create else []:
            QuestionFollower.objects.create(question=self, account=account, since=MOMENT)


class ResearchQuestionFactory(factory.django.DjangoModelFactory):
    """An open question on the agenda with one theme and one origin; `accepted_at=None` makes a proposal."""

    class Meta:
        model = ResearchQuestion
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"vraag-{n}")
    text = factory.Sequence(lambda n: f"Wat helpt bij onderwerp {n}?")
    level = QuestionLevel.PARTNERSHIP
    status_on = MOMENT.date()
    created_at = MOMENT
    accepted_at = MOMENT

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: object) -> None:
        if create:
            self.themes.set(extracted if extracted is not None else [ThemeFactory()])

    @factory.post_generation
    def origin(self, create: bool, extracted: Any, **facts: Any) -> None:
        if create and extracted is not False:
            QuestionOriginFactory(**{"question": self, "wording": self.text, **facts})


class QuestionOriginFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = QuestionOrigin

    question = factory.SubFactory(ResearchQuestionFactory, origin=False)
    wording = factory.Sequence(lambda n: f"Hoe zit het met {n}?")
    brought_on = MOMENT.date()


class KnownAnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KnownAnswer

    question = factory.SubFactory(ResearchQuestionFactory)
    text = "Eén studie zag verschil."
    added_at = MOMENT


class ResearchWorkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ResearchWork

    question = factory.SubFactory(ResearchQuestionFactory)
    partnership = factory.SubFactory(PartnershipFactory)
    valid_from = MOMENT.date()


class SenderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Sender

    slug = factory.Sequence(lambda n: f"afzender-{n}")
    name = factory.Sequence(lambda n: f"Afzender {n}")


class SenderAllowanceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SenderAllowance

    sender = factory.SubFactory(SenderFactory)
    account = factory.SubFactory(UserFactory)
    valid_from = date(2020, 8, 1)


class BulletinFactory(factory.django.DjangoModelFactory):
    """A bulletin on the site, for everybody unless `sectors`, `roles` or `themes` say otherwise.

    `into=…` makes it a double that was merged with that one.
    """

    class Meta:
        model = Bulletin
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"bericht-{n}")
    state = BulletinState.PUBLISHED
    sender = factory.SubFactory(SenderFactory)
    title = factory.Sequence(lambda n: f"Bericht {n}")
    text = "Vanaf dit jaar gaat het zo."
    effective_on = date(2026, 8, 1)
    source = "Staatscourant"
    created_at = changed_at = MOMENT
    published_at = factory.LazyAttribute(lambda row: None if row.state == BulletinState.DRAFT else MOMENT)

    @classmethod
    def _create(cls, model: type[Bulletin], *args: Any, **kwargs: Any) -> Bulletin:
        into = kwargs.pop("into", None)
        merged = {"merged_into": into, "shown_in": into.shown_in or into} if into else {}
        return super()._create(model, *args, **kwargs, **merged)

    @factory.post_generation
    def roles(self, create: bool, extracted: Any, **kwargs: object) -> None:
        if create and extracted:
            self.roles.set(extracted)

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: object) -> None:
        if create and extracted:
            self.themes.set(extracted)
