"""From records to documents: what all rooms have, and what changes with deeds about some records."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from steunpunt.foundation.boards import SearchPin, search

from .documents import Document


@dataclass
class Changes:
    """What the index has to write and to forget; of the kinds in `whole` all documents are in `written`."""

    written: list[Document] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)


def all_documents() -> Iterator[Document]:
    """Everything that may be found, kind by kind."""
    for pin in search:
        yield from pin.documents(None)


def followed_kinds() -> set[str]:
    """The kinds of references of which a deed changes what can be found."""
    return {kind for pin in search for kind in pin.followed}


def changes_of(references: Collection[str]) -> Changes:
    """What deeds about these records change in the index."""
    found = Changes()
    for pin in search:
        heard = [text for text in references if text.partition(":")[0] in pin.followed]
        if heard:
            _gather(pin, heard, found)
    return found


def _gather(pin: SearchPin, heard: list[str], found: Changes) -> None:
    changed = pin.changed_by(heard)
    documents = [] if changed is not None and not changed else list(pin.documents(changed))
    found.written += documents
    if changed is None:
        found.whole.add(pin.kind)
    else:
        found.gone |= {f"{pin.kind}:{one}" for one in changed} - {document.reference for document in documents}
