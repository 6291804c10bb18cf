"""What the editors of all question types share: how they look, what they show and what they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor_app.domain.assessment import Answer
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import Scale
from advisor_app.domain.questionnaire import Question


class Look(Protocol):
    """Colours, fonts and icons of the window's theme, by role."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted after theme or size changed."""
        ...

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        ...

    def font(self, kind: str = "body", *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a kind of text."""
        ...

    def icon(self, name: str, role: str = "ink2") -> QIcon:
        """An icon in the colour of a role."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it is asked in an assessment: of which kind of commune, on which scale, with which marks."""

    question: Question
    kind: CommuneKind
    scale: Scale
    before: int | None = None
    target: int | None = None


class SavingField(Protocol):
    """A text field of the window that saves itself; it is a QWidget."""

    edited: SignalInstance
    typing: SignalInstance

    def show_text(self, text: str) -> None:
        """Show a committed text."""
        ...

    def flush(self) -> None:
        """Ask to commit what is typed."""
        ...


class SavingLine(SavingField, Protocol):
    """A field of one line that saves itself."""

    @property
    def line(self) -> QLineEdit:
        """Its widget."""
        ...


UNREAD = "unread"
"""The property of a line whose text cannot be read as what it should be, and so is not saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorParts:
    """What the window lends to editors."""

    look: Look
    new_text_field: Callable[[], SavingField]
    new_line_field: Callable[[], SavingLine]


class AnswerEditor(QWidget):
    """The widget of one question type.

    ``edited(answer, batch)`` asks to commit an answer; the batch is empty where each edit is a step of its own.
    """

    edited = Signal(object, str)
    typing = Signal()

    def __init__(self, parts: EditorParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = parts.look

    def show_question(self, asked: Asked) -> None:
        """Show another question."""

    def show_answer(self, answer: Answer) -> None:
        """Show the answer as it is committed."""

    def show_value(self, words: str) -> None:
        """Show a calculated value; editors of typed answers have none."""

    def flush(self) -> None:
        """Ask to commit what is half typed."""

    def take_focus(self) -> None:
        """Put the focus where answering begins."""
        self.setFocus()
