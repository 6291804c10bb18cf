"""What stands above the text: which pack it is, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.packs import ListedPack, Origin, PackUse
from advisor_app.ui.pages.contents.about_sections import counted
from advisor_app.ui.pages.contents.wording import Findings, origin_of, reason_of, state_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph


class Head(QWidget):
    """``check_wanted``, ``export_wanted``, ``switch_wanted(on)`` and ``restore_wanted`` tell what was pressed."""

    check_wanted = Signal()
    export_wanted = Signal()
    switch_wanted = Signal(bool)
    restore_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(theming, "", "section", wrap=True)
        self._facts = Paragraph(theming, "", "body", "secondary", tabular=True)
        self._reason = Paragraph(theming, "", "body", "amber")
        self.check_button = Button(theming, self.tr("Prüfen"), "shield-check")
        self.export_button = Button(theming, self.tr("Als Arbeitsmappe sichern …"), "file-down")
        self.off_button = Button(theming, self.tr("Abschalten"), "circle-slash")
        self.on_button = Button(theming, self.tr("Einschalten"), "power")
        self.restore_button = Button(theming, self.tr("Zurückholen"), "rotate-ccw")
        buttons = QWidget()
        flow = FlowLayout(12, buttons)
        for button in (self.check_button, self.export_button, self.off_button, self.on_button, self.restore_button):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self._title, self._facts, self._reason):
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(buttons)
        self.check_button.clicked.connect(self.check_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.off_button.clicked.connect(lambda: self.switch_wanted.emit(False))
        self.on_button.clicked.connect(lambda: self.switch_wanted.emit(True))
        self.restore_button.clicked.connect(self.restore_wanted)

    @property
    def words(self) -> str:
        """Everything that is said of the pack."""
        return "\n".join(label.text() for label in (self._title, self._facts, self._reason) if label.text())

    def show_pack(self, listed: ListedPack, findings: Findings) -> None:
        """Show a pack as the check has found it; None: it has not looked yet."""
        pack = listed.pack
        self._title.setText(pack.title)
        version = self.tr("Version {version}").format(version=pack.version) if pack.version else ""
        facts = " · ".join(filter(None, (version, origin_of(pack), state_of(pack, findings))))
        self._facts.setText("\n".join(filter(None, (facts, " · ".join(counted(listed.counts))))))
        reason = reason_of(listed)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        is_local = pack.origin is Origin.LOCAL
        self.off_button.setVisible(is_local and pack.use is not PackUse.OFF)
        self.on_button.setVisible(is_local and pack.use is PackUse.OFF)
        self.restore_button.setVisible(pack.origin is Origin.KEPT)
        self.export_button.setEnabled(pack.use is not PackUse.BROKEN)


class Question(QFrame):
    """A sentence with a way to go on and a way to leave it."""

    accepted = Signal()
    left = Signal()

    def __init__(self, theming: Theming, accept: Button, leave: Button | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card-amber")
        self._words = Paragraph(theming, "", "body")
        self.accept_button = accept
        self.leave_button = leave
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(accept)
        accept.clicked.connect(self.accepted)
        if leave is not None:
            row.addWidget(leave)
            leave.clicked.connect(self._on_leave_clicked)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        """What is asked, empty while nothing is."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, words: str) -> None:
        """Ask something."""
        self._words.setText(words)
        self.show()

    def _on_leave_clicked(self) -> None:
        self.hide()
        self.left.emit()
