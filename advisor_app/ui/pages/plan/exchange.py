"""The plan as a file, asked for with the system's dialogs."""

from __future__ import annotations

from PySide6.QtCore import QObject

from advisor_app.ui.shell.page import CasePage
from advisor_app.ui.widgets.file_choice import file_to_open, file_to_save
from advisor_app.ui.widgets.file_exchange import FileExchange


class PlanExchange(QObject):
    """Brings measures in from a CSV file and writes them to one."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self._page = page
        self._files = FileExchange(page)

    def bring(self) -> None:
        """Ask for a file and take it over."""
        if not self._page.flush():
            return
        path = file_to_open(self._page, self.tr("Maßnahmen einlesen"), self.tr("Maßnahmen (*.csv)"))
        if path is not None:
            plans = self._page.context.workspace.plans
            self._files.bring(lambda: plans.read_measures(path), plans.take_in)

    def save(self) -> None:
        """Ask for a place and write all measures."""
        if not self._page.flush():
            return
        proposed, kinds = self.tr("Umsetzungsplan.csv"), self.tr("Maßnahmen (*.csv)")
        path = file_to_save(self._page, self.tr("Maßnahmen ausgeben"), proposed, kinds)
        if path is not None:
            plans, case = self._page.context.workspace.plans, self._page.bridge.case
            self._files.save(lambda file: plans.export_measures(case, file), path)
