"""What the roles that a question addresses have said in a poll: a level for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.poll import LEVELS, RoleVote
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.labels import TextLabel


class PollRoles(QWidget):
    """``said(role, level)``; None: nothing yet."""

    said = Signal(str, object)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._fields: dict[str, ChoiceField] = {}
        self._lines: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(TextLabel(theming, self.tr("Die angesprochenen Rollen sagten"), "caption", "secondary"))

    def show_roles(self, roles: Sequence[tuple[str, str]], said: Sequence[RoleVote]) -> None:
        """Show what these roles, each with its title, have said; the fields are made anew for others."""
        if tuple(self._fields) != tuple(role for role, _ in roles):
            for line in self._lines:
                self._column.removeWidget(line)
                line.deleteLater()
            self._lines = []
            self._fields = {role: self._field(role, title) for role, title in roles}
        levels = {item.role: item.level for item in said}
        for role, field in self._fields.items():
            field.show_value(levels.get(role))
        self.setVisible(bool(roles))

    def _field(self, role: str, title: str) -> ChoiceField:
        choices: list[tuple[int | None, str]] = [(None, "–"), *((level, str(level)) for level in LEVELS)]
        field = ChoiceField(choices)
        field.set_name(self.tr("Stufe von {role}").format(role=title))
        field.edited.connect(lambda level, _batch: self.said.emit(role, level))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self._theming, title, "caption", "secondary", wrap=True), 1)
        row.addWidget(field)
        self._column.addWidget(line)
        self._lines.append(line)
        return field
