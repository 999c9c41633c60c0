"""Made-up documents for benches: sentences put together anew from a fixed seed, and vectors of the shape of real ones."""

import random
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks import regulations
from steunpunt.foundation.search import meaning
from steunpunt.foundation.search.catalogue import CatalogueWriter
from steunpunt.foundation.search.documents import PUBLIC, Document
from steunpunt.foundation.search.index import Index

ITEMS = Path(__file__).resolve().parent.parent / "steunpunt" / "knowledge" / "data" / "example_items.toml"


def read_sentences() -> list[str]:
    if regulations.is_there():
        texts = [text for _, text in regulations.articles().values()]
    elif ITEMS.exists():
        say("De regelingen staan niet naast het project; de zinnen komen uit de voorbeelditems.")
        texts = [row["body"] for row in tomllib.loads(ITEMS.read_text(encoding="utf-8"))["item"]]
    else:
        raise SystemExit("Er zijn geen regelingen en geen voorbeelditems om zinnen uit te halen.")
    found = [part.strip() for text in texts for part in re.split(r"(?<=[.;:])\s", text)]
    return [part for part in found if 40 < len(part) < 300]


def documents(sentences: list[str], size: int) -> Iterator[Document]:
    """Texts of four to sixteen sentences, nine in ten for everybody, with facets as knowledge items have them."""
    chance = random.Random(3)
    for number in range(size):
        text = " ".join(chance.choice(sentences) for _ in range(chance.randint(4, 16)))
        readers = (PUBLIC,) if chance.random() < 0.9 else (f"partnership:{chance.randrange(200)}",)
        facets = {
            "sector": (chance.choice(("po", "vo", "mbo")),),
            "thema": tuple({f"thema-{chance.randrange(40)}" for _ in range(3)}),
            "provincie": (f"provincie-{chance.randrange(12)}",),
        }
        yield Document(f"kennis:m{number}", chance.choice(sentences)[:80], text, readers, facets)


class Noise:
    """Vectors with one direction in common, as this model gives them: a mean cosine of 0.78, a spread of 0.03."""

    def __init__(self) -> None:
        self._chance = np.random.default_rng(11)
        self._common = self._unit(1)[0]
        self._plane = np.linalg.qr(self._chance.standard_normal((meaning.SIZE, 64)))[0].T.astype(np.float32)
        self._asked: dict[str, np.ndarray] = {}

    def _unit(self, count: int) -> np.ndarray:
        drawn = self._chance.standard_normal((count, meaning.SIZE)).astype(np.float32)
        return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)

    def draw(self, count: int) -> np.ndarray:
        own = self._chance.standard_normal((count, 64)).astype(np.float32)
        own = (own / np.linalg.norm(own, axis=1, keepdims=True)) @ self._plane
        mixed = np.sqrt(0.78) * self._common + np.sqrt(0.22) * own
        return (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)

    def of_question(self, text: str) -> np.ndarray:
        if text not in self._asked:
            self._asked[text] = self.draw(1)[0]
        return self._asked[text]

    def fill(self, index: Index) -> None:
        """As many vectors per document as its text has passages."""
        build = index._opened()
        writer = CatalogueWriter(build.catalogue.folder)
        writer.set_centre(self.draw(2_000).mean(axis=0))
        waiting = build.catalogue.waiting()
        for at in range(0, len(waiting), 5_000):
            entries = waiting[at : at + 5_000]
            counts = [int(count) for count in self._chance.integers(2, 6, len(entries))]
            first = writer.store(self.draw(sum(counts)))
            lines = []
            for entry, count in zip(entries, counts, strict=True):
                lines.append({"n": entry.number, "v": [first, count]})
                first += count
            writer.add(lines)


def say(text: str) -> None:
    print(f"  {text}", file=sys.stderr, flush=True)
