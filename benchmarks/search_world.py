"""A database of made-up knowledge items for benches, with the index over them and the search page that asks it."""

import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.search_texts import Noise, documents
from steunpunt.foundation.search import finding
from steunpunt.foundation.search.documents import PUBLIC
from steunpunt.foundation.search.index import Index

ROOT = Path(__file__).resolve().parent.parent
BATCH = 2_000
THEMES = 2


def prepare(*commands: str) -> None:
    """Run commands of the platform on the database of `./bench`, then load the platform as the server does."""
    for command in commands:
        subprocess.run([sys.executable, "manage.py", *command.split()], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "steunpunt.config.settings")
    import steunpunt.config.wsgi  # noqa: F401


def fill(sentences: list[str], size: int) -> list[str]:
    """So many published items that say what the documents say, unknown to the index; their references."""
    from django.db import connection

    from steunpunt.knowledge import models as m
    from steunpunt.network.models import Theme

    now, themes = datetime.datetime.now(datetime.UTC), list(Theme.objects.order_by("pk"))
    source, references = documents(sentences, size), []
    while batch := list(islice(source, BATCH)):
        items = m.KnowledgeItem.objects.bulk_create(
            m.KnowledgeItem(
                public_id=text.reference.partition(":")[2],
                slug=text.reference.replace(":", "-"),
                kind=m.ItemKind.PRACTICE,
                audience=m.Audience.PUBLIC if PUBLIC in text.audience else m.Audience.STAFF,
                created_at=now,
                is_example=True,
            )
            for text in batch
        )
        versions = m.ItemVersion.objects.bulk_create(
            m.ItemVersion(
                item=item,
                title=text.title,
                outcome=text.text[:200],
                body=text.text,
                sectors=list(text.facets["sector"]),
                year=2020 + item.pk % 6,
                created_at=now,
                published_at=now,
            )
            for item, text in zip(items, batch, strict=True)
        )
        link = m.ItemVersion.themes.through
        link.objects.bulk_create(
            link(itemversion_id=one.pk, theme_id=themes[(one.pk + at * 7) % len(themes)].pk)
            for one in versions
            for at in range(THEMES)
        )
        references += [text.reference for text in batch]
    _publish(now)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return references


def _publish(now: datetime.datetime) -> None:
    from django.db.models import OuterRef, Subquery

    from steunpunt.knowledge import models as m

    version = m.ItemVersion.objects.filter(item=OuterRef("pk")).values("pk")[:1]
    drafts = m.KnowledgeItem.objects.filter(state=m.ItemState.DRAFT, slug__startswith="kennis-m")
    drafts.update(live=Subquery(version), state=m.ItemState.PUBLISHED, published_at=now)


def page_at(sentences: list[str], size: int) -> Callable[[str], object]:
    """The search page with so many documents in the index, as one whole request in this process."""
    from django.conf import settings
    from django.test import Client

    folder = Path(settings.DATA_DIR) / "search"
    shutil.rmtree(folder, ignore_errors=True)
    index = Index(folder)
    index.rebuild(documents(sentences, size))
    vectors = Noise()
    vectors.fill(index)
    finding.meaning.of_question = vectors.of_question
    client = Client(SERVER_NAME="localhost")

    def ask(text: str) -> object:
        response = client.get("/zoeken/", {"q": text})
        if response.status_code != 200:
            raise RuntimeError(f"de zoekpagina geeft {response.status_code} bij {text}")
        return response

    return ask
