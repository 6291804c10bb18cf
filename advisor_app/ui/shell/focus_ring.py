"""One ring that follows the keyboard: two pixels wide, two pixels off the edge of what has the focus.

It shows after Tab, Backtab and shortcuts, around text fields always, and goes when something is clicked. A widget that
paints its focus itself says so with the property ``own-focus``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_PLACING = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
    QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """The ring of one window; a child of the window that lets every event through."""

    def __init__(self, theming: Theming, window: QWidget) -> None:
        super().__init__(window)
        self._theming = theming
        self._target: QWidget | None = None
        self._focused: QWidget | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)
        theming.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """What the ring surrounds, None while it is not shown."""
        return self._target

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._focused and isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            # What makes one widget lose the focus is what makes the next one get it, and that one is told later.
            self._reason = event.reason()
        elif event.type() in _PLACING:
            self._place()
        elif event.type() is QEvent.Type.MouseButtonPress and watched is self._target and not self._is_field():
            self._follow(None)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._theming.theme.line["focus"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theming.colour("focus"), width))
        inner = QRectF(self._around(self._target)) if self._target is not None else QRectF(self.rect())
        inner.translate(-self.x(), -self.y())
        radius = self._theming.scaled(self._theming.theme.radius["control"]) + self._theming.theme.line["focus_gap"]
        painter.drawRoundedRect(inner.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)
        painter.end()

    def _on_application_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        reason, self._reason = self._reason, Qt.FocusReason.OtherFocusReason
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        before, self._focused = self._focused, None
        if now is None or now.window() is not self.window():
            self._follow(None)
            return
        self._focused = now
        now.installEventFilter(self)
        shown = isinstance(now, _TEXT_FIELDS) or reason in _BY_KEYBOARD or (before is None and self._came_by_tab())
        self._follow(now if shown and not now.property("own-focus") else None)

    def _came_by_tab(self) -> bool:
        """Whether Tab or a shortcut gave the window its first focus; Qt sets the attribute and never takes it back."""
        by_tab = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
        return by_tab

    def _is_field(self) -> bool:
        return isinstance(self._target, _TEXT_FIELDS)

    def _follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget) and widget is not self._focused:
                widget.removeEventFilter(self)
        self._watched = []
        # The editor inside a box stands for the box.
        while target is not None and isinstance(target.parentWidget(), QComboBox | QAbstractSpinBox):
            target = target.parentWidget()
        self._target = target
        while target is not None and target is not self.window():
            target.installEventFilter(self)
            self._watched.append(target)
            target = target.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        ring = self._around(target).intersected(self._room_of(target))
        self.setGeometry(ring)
        self.setVisible(not ring.isEmpty())
        self.raise_()
        self.update()

    def _around(self, target: QWidget) -> QRect:
        line = self._theming.theme.line
        gap = round(line["focus"] + line["focus_gap"])
        corner = target.mapTo(self.window(), QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-gap, -gap, gap, gap)

    def _room_of(self, target: QWidget) -> QRect:
        """The part of the window in which the target can be seen."""
        room = self.window().rect()
        above = target.parentWidget()
        while above is not None and above is not self.window():
            area = above.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
                room = room.intersected(QRect(above.mapTo(self.window(), QPoint(0, 0)), above.size()))
            above = area
        return room
