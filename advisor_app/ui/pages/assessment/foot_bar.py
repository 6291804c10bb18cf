"""The bar at the foot: the question before and the one after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel

# Room before the arrow behind the number; the mark keeps the blanks there, though the button runs from the right.
_BEFORE_ARROW = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}"

_MARGIN, _GAP = 32, 12
_SHARE, _SHARE_OF_KEYS = 2, 3
"""Of the room between the buttons: what each neighbour's name gets, and what the keys."""


class FootBar(QWidget):
    """Two buttons with the numbers of the neighbours and their short names beside them."""

    stepped = Signal(int)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = Button(theming, "", "arrow-left")
        self._is_narrow = False
        self._before = ElidedLabel(theming, "", "body", "secondary")
        self._keys = TextLabel(theming, "", "caption", "secondary")
        self._after = ElidedLabel(theming, "", "body", "secondary")
        self._next = Button(theming, "", "arrow-right", "primary")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for label in (self._before, self._keys, self._after):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._after.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        layout.setSpacing(_GAP)
        layout.addWidget(self._back)
        for label, share in ((self._before, _SHARE), (self._keys, _SHARE_OF_KEYS), (self._after, _SHARE)):
            layout.addWidget(label, share)
        layout.addWidget(self._next)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out the words where there is no room for them."""
        self._is_narrow = narrow
        for label in (self._before, self._after):
            label.setVisible(not narrow)
        self._fit()

    def show_keys(self, *, levels: bool) -> None:
        """Name the keys; those of ``levels`` where the question is answered by one."""
        with_levels = self.tr("Pfeiltasten wechseln die Frage, 0–4 wählen die Stufe")
        self._keys.setText(with_levels if levels else self.tr("Pfeiltasten wechseln die Frage"))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Name the keys only where they can be read: F1 names them, too."""
        buttons = sum(button.sizeHint().width() for button in (self._back, self._next) if not button.isHidden())
        room = self.width() - buttons - 2 * _MARGIN - 4 * _GAP
        share = room * _SHARE_OF_KEYS / (_SHARE_OF_KEYS + 2 * _SHARE)
        needed = self._keys.fontMetrics().horizontalAdvance(self._keys.text())
        self._keys.setVisible(not self._is_narrow and needed <= share)

    def show_neighbours(self, before: Question | None, after: Question | None) -> None:
        """Name the questions before and after; a missing one has no button."""
        self._back.setVisible(before is not None)
        self._before.setText(before.short if before else "")
        self._back.setText(before.id if before else "")
        self._next.setVisible(after is not None)
        self._after.setText(after.short if after else "")
        self._next.setText(f"{after.id}{_BEFORE_ARROW}" if after else "")
