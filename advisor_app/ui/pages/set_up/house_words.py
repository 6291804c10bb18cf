"""The house's own words, and how its functions map to the roles of the questionnaires."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.domain.case import RoleMapping
from advisor_app.domain.changes import RoleSet, VocabularySet
from advisor_app.domain.foundations import Role, Word
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import TextLine


class WordTable(QWidget):
    """A field per word; the words usual in such a house are offered, any other is taken too."""

    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._words = context.workspace.catalog.vocabulary
        self.fields: dict[str, TextLine] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, word in enumerate(self._words.values()):
            field = self.fields[word.id] = TextLine(suggestions=word.choices)
            grid.addWidget(LabelledField(context.theming, word.title, field), number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
            field.edited.connect(lambda text, batch, word=word: self._on_field_edited(word, text, batch))
            field.typing.connect(self.typing)

    def refresh(self) -> None:
        """Show the words as the case uses them."""
        case = self._bridge.case
        for name, field in self.fields.items():
            field.show_value(case.vocabulary.get(name) or self._words[name].default(case.commune))

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in self.fields.values():
            field.flush()

    def _on_field_edited(self, word: Word, text: str, batch: str) -> None:
        case = self._bridge.case
        chosen = text.strip()
        after = None if chosen in ("", word.default(case.commune)) else chosen
        self._bridge.edit(VocabularySet(word.id, case.vocabulary.get(word.id), after), batch=batch)
        if not chosen:
            self.refresh()


class RoleTable(QWidget):
    """A line per role: its name in this house, and who stands in for it."""

    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._roles = context.workspace.catalog.roles
        self.titles: dict[str, TextLine] = {}
        self.stand_ins: dict[str, ChoiceField] = {}
        theming = context.theming
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, title in enumerate((self.tr("Rolle"), self.tr("heißt hier"), self.tr("gibt es"))):
            grid.addWidget(TextLabel(theming, title, "caption", "secondary"), 0, column)
            grid.setColumnStretch(column, (3, 4, 4)[column])
        for row, role in enumerate(self._roles.values(), 1):
            label = TextLabel(theming, role.title, "body")
            label.setToolTip(role.description)
            title_field = self.titles[role.id] = TextLine(role.title)
            title_field.set_name(self.tr("{role} heißt hier").format(role=role.title))
            stand_in = self.stand_ins[role.id] = ChoiceField(self._choices(role))
            stand_in.set_name(self.tr("Gibt es {role}?").format(role=role.title))
            for column, widget in enumerate((label, title_field, stand_in)):
                grid.addWidget(widget, row, column)
            title_field.edited.connect(lambda text, batch, role=role: self._edit(role.id, batch, title=text.strip()))
            title_field.typing.connect(self.typing)
            stand_in.edited.connect(lambda name, _batch, role=role: self._edit(role.id, "", merged_into=name))

    def refresh(self) -> None:
        """Show the roles as the case maps them."""
        for name, field in self.titles.items():
            mapping = self._bridge.case.roles.get(name) or RoleMapping()
            field.show_value(mapping.title)
            self.stand_ins[name].show_value(mapping.merged_into)

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in self.titles.values():
            field.flush()

    def _choices(self, role: Role) -> list[tuple[str | None, str]]:
        others = [other for other in self._roles.values() if other.id != role.id]
        # The usual stand-in comes first.
        others.sort(key=lambda other: other.id != role.fallback)
        words = self.tr("nein, übernimmt {role}")
        return [(None, self.tr("ja")), *((other.id, words.format(role=other.title)) for other in others)]

    def _edit(self, role: str, batch: str, **values: str | None) -> None:
        before = self._bridge.case.roles.get(role)
        after: RoleMapping | None = replace(before or RoleMapping(), **values)  # type: ignore[arg-type]  # the fields' own types
        if after == RoleMapping():
            after = None
        self._bridge.edit(RoleSet(role, before, after), batch=batch or None)
