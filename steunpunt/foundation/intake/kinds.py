"""The kinds of file that we take, and the one way to say that a file is not accepted."""

from dataclasses import dataclass
from enum import StrEnum

from steunpunt.foundation.access import Refusal


class Kind(StrEnum):
    """What a file is, as its content says; the value is also the extension that belongs to it."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"


MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

KIND_LABELS = {Kind.PDF: "pdf", Kind.DOCX: "Word-bestand", Kind.PPTX: "PowerPoint-bestand"}


class NotAccepted(Refusal):
    """A file that we do not take, with a Dutch sentence that says why and how to mend it."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence, field=field)

    @property
    def sentence(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may come in: what it is, its name fit to show, and its size in bytes."""

    kind: Kind
    name: str
    size: int
