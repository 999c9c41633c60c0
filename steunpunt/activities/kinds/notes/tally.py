"""The sum of notes: by theme, with decisions and questions apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from steunpunt.activities.kind import Content, Contributed, Settings

from .marks import DECISION, MARKS, QUESTION, REMARK


@dataclass(frozen=True, slots=True)
class Note:
    """One note with the table it comes from; its key leads to the contribution."""

    key: str
    theme: str
    title: str
    """Of the theme."""
    mark: str
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class ThemeNotes:
    """The notes of one theme."""

    id: str
    title: str
    decisions: tuple[Note, ...]
    questions: tuple[Note, ...]
    remarks: tuple[Note, ...]
    erased: int

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*self.decisions, *self.questions, *self.remarks)


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that screens and paper show of notes."""

    count: int
    themes: tuple[ThemeNotes, ...]

    @property
    def decisions(self) -> tuple[Note, ...]:
        return tuple(note for theme in self.themes for note in theme.decisions)

    @property
    def questions(self) -> tuple[Note, ...]:
        return tuple(note for theme in self.themes for note in theme.questions)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for theme in self.themes for note in theme.notes)

    @property
    def first_decisions(self) -> tuple[Note, ...]:
        """Theme by theme in turn, so that a wall with little room shows something of each."""
        return _in_turn(theme.decisions for theme in self.themes)

    @property
    def first_questions(self) -> tuple[Note, ...]:
        return _in_turn(theme.questions for theme in self.themes)


def tally(settings: Settings, contributed: Sequence[Contributed]) -> Standing:
    """Tables after each other, and of each table its notes in the order in which they were written."""
    ordered = sorted(contributed, key=lambda one: (one.group, one.voter))
    themes = tuple(_theme(theme, ordered) for theme in settings.get("themes", ()))
    return Standing(len(contributed), themes)


def erased(content: Content) -> Content:
    """Themes and marks stay."""
    return {**content, "notes": [{**note, "text": ""} for note in content.get("notes", ())]}


def _in_turn(columns: Iterable[tuple[Note, ...]]) -> tuple[Note, ...]:
    return tuple(note for row in zip_longest(*columns) for note in row if note)


def _theme(theme: Mapping[str, str], contributed: Iterable[Contributed]) -> ThemeNotes:
    notes = [
        Note(f"{one.voter}:{note['n']}", theme["id"], theme["title"], note["mark"], note.get("text", ""), one.group)
        for one in contributed
        for note in one.content.get("notes", ())
        if note.get("theme") == theme["id"] and note.get("mark") in MARKS
    ]
    said = {mark: tuple(note for note in notes if note.mark == mark and note.text) for mark in MARKS}
    gone = sum(not note.text for note in notes)
    return ThemeNotes(theme["id"], theme["title"], said[DECISION], said[QUESTION], said[REMARK], gone)
