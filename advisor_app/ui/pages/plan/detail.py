"""The strip below the schedule: the chosen measure to read, the same measure to edit, or the head of the plan."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.plan import Measure
from advisor_app.override import override
from advisor_app.ui.pages.plan.head_form import HeadForm
from advisor_app.ui.pages.plan.measure_form import MeasureForm
from advisor_app.ui.pages.plan.measure_summary import MeasureSummary
from advisor_app.ui.pages.plan.wording import PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel


class Mode(Enum):
    """What the strip is for."""

    READ = "read"
    EDIT = "edit"
    HEAD = "head"


class Detail(QWidget):
    """``edit_wanted`` asks to open the form, ``closed`` tells that one is done, ``removal_wanted`` to remove."""

    edit_wanted = Signal()
    closed = Signal()
    removal_wanted = Signal()

    def __init__(
        self,
        theming: Theming,
        wording: PlanWording,
        measure_form: MeasureForm,
        head_form: HeadForm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self._mode = Mode.READ
        self._measure: Measure | None = None
        self.measure_form = measure_form
        self.head_form = head_form
        self.summary = MeasureSummary(theming, wording)
        self._number = TextLabel(theming, "", "emphasised", weight=600)
        self._title = ElidedLabel(theming, "", "emphasised", weight=600)
        self._after = ElidedLabel(theming, "", "body", "secondary")
        self.extent = Segments(theming, (("short", self.tr("Kurz"), ""), ("full", self.tr("Vollständig"), "")))
        self.remove = IconButton(theming, "trash-2", self.tr("Maßnahme löschen (Entf)"))
        self.edit = Button(theming, self.tr("Bearbeiten"), "", "link", shortcut="F2", show_keys=True)
        self.done = Button(theming, self.tr("Fertig"), "check", "", tooltip=self.tr("Fertig (Esc)"))
        self._lay_out()
        self.measure_form.set_full(full=False)
        self.extent.chosen.connect(lambda name: self.measure_form.set_full(full=name == "full"))
        self.edit.clicked.connect(self.edit_wanted)
        self.done.clicked.connect(self.closed)
        self.remove.clicked.connect(self.removal_wanted)
        self.set_mode(Mode.READ)

    @property
    def mode(self) -> Mode:
        """What the strip is for at the moment."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Read, edit, or edit the head."""
        self._mode = mode
        for shown, widget in self._parts.items():
            widget.setVisible(shown is mode)
        self.extent.setVisible(mode is Mode.EDIT)
        self.remove.setVisible(mode is not Mode.HEAD)
        self.edit.setVisible(mode is Mode.READ)
        self.done.setVisible(mode is not Mode.READ)
        self._show_heading()

    def show_measure(self, measure: Measure | None) -> None:
        """Show a measure, or that none is chosen."""
        self._measure = measure
        if measure is not None:
            self.summary.show_measure(measure)
            self.measure_form.show_measure(measure)
        self._show_heading()

    def wanted_height(self) -> int:
        """The height that shows the strip as a whole."""
        if self._mode is Mode.READ:
            return self.sizeHint().height()
        form = self.head_form if self._mode is Mode.HEAD else self.measure_form
        return self.minimumSizeHint().height() + form.sizeHint().height()

    def take_focus(self) -> None:
        """Put the focus into the first field of the form."""
        form = self.head_form.form if self._mode is Mode.HEAD else self.measure_form.short
        form.take_focus()

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.measure_form.flush()
        self.head_form.flush()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mode is not Mode.READ:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._number)
        head.addWidget(self._title)
        head.addWidget(self._after)
        head.addStretch(1)
        for widget in (self.extent, self.remove, self.edit, self.done):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.summary)
        self._parts: dict[Mode, QWidget] = {Mode.READ: self.summary}
        forms: dict[Mode, QWidget] = {Mode.EDIT: self.measure_form, Mode.HEAD: self.head_form}
        for mode, form in forms.items():
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            form.setProperty("kind", "paper")
            form.setContentsMargins(4, 4, 12, 8)  # room for the focus ring
            area.setWidget(form)
            column.addWidget(area, 1)
            self._parts[mode] = area

    def _show_heading(self) -> None:
        self._number.setVisible(self._mode is not Mode.HEAD)
        if self._mode is Mode.HEAD:
            self._title.setText(self.tr("Plankopf"))
            self._after.setText("")
            return
        measure = self._measure
        self._number.setText(measure.id if measure is not None else "")
        self._title.setText(measure.title if measure is not None else "")
        names = self._wording.texts.joined(measure.predecessors) if measure is not None else ""
        self._after.setText(self.tr("nach {names}").format(names=names) if names else "")
