"""The small step before the first real case: without a recovery sheet the data could be lost with the device."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.protection import RecoveryCode
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.recovery.panel import RecoveryPanel
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.labels import TextLabel

_WIDEST = 760


class FirstSheet(QWidget):
    """``done`` tells that real cases may be opened now, ``left`` that the adviser went back."""

    done = Signal()
    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming = context.theming
        self.panel = RecoveryPanel(context, confirm=self.tr("Bestätigen und weiter"))
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self._complaint.hide()
        column = QWidget()
        column.setMaximumWidth(theming.scaled(_WIDEST))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(28, 20, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(
            TextLabel(theming, self.tr("Einmal vorab: das Wiederherstellungsblatt"), "section", weight=600)
        )
        explanation = self.tr(
            "Ihre Falldaten sind verschlüsselt. Geht dieses Gerät verloren, öffnet sie nur der Code auf diesem Blatt. "
            "Drucken Sie es und legen Sie es in den Tresor Ihrer Organisation. Das dauert eine Minute und ist nur vor "
            "dem ersten Fall nötig; Ihre Eingaben bleiben stehen."
        )
        layout.addWidget(TextLabel(theming, explanation, "body", "secondary", wrap=True))
        layout.addWidget(self.panel)
        layout.addWidget(self._complaint)
        layout.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.panel.confirmed.connect(self._on_confirmed)
        self.panel.left.connect(self.left)

    def begin(self) -> None:
        """Begin with a new code; none that was begun before holds."""
        self.panel.begin(self._context.workspace.protection.new_recovery_code())
        self.panel.take_focus()

    def _on_confirmed(self, recovery: RecoveryCode) -> None:
        workspace = self._context.workspace
        try:
            workspace.protection.accept_recovery_code(recovery)
        except AdvisorError as error:
            self._complaint.setText(sentence(error, workspace.texts))
            self._complaint.show()
            return
        self._complaint.hide()
        self.done.emit()
