"""The editors of all question types, found in their folders."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from advisor_app.domain.questionnaire import QuestionType
from advisor_app.questions.editing import AnswerEditor, EditorParts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import LineField, TextField


def build_editor(kind: QuestionType, theming: Theming, parent: QWidget) -> AnswerEditor:
    """The editor of a question type: ``EDITOR`` of ``questions/<type>/editor.py``."""
    editor = import_module(f"advisor_app.questions.{kind.value}.editor").EDITOR
    parts = EditorParts(look=theming, new_text_field=lambda: TextField(lines=4), new_line_field=LineField)
    built: AnswerEditor = editor(parts, parent)
    return built
