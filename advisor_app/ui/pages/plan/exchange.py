"""The plan as a file, asked for with the system's dialogs; each returns what was done in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from advisor_app.services.plans import Plans
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.widgets.file_choice import file_to_open, file_to_save


def import_measures(parent: QWidget, bridge: CaseBridge, plans: Plans) -> str:
    """Take over a CSV file; empty where that was left or refused."""
    translate = QCoreApplication.translate
    kinds = translate("PlanPage", "Maßnahmen (*.csv)")
    path = file_to_open(parent, translate("PlanPage", "Maßnahmen importieren"), kinds)
    if path is None:
        return ""
    result = bridge.perform(lambda session: plans.import_measures(session, path))
    if result is None:
        return ""
    words = translate("PlanPage", "Importiert: {added} neu, {changed} geändert. Strg+Z nimmt den Import zurück.")
    return words.format(added=len(result.added), changed=len(result.changed))


def export_measures(parent: QWidget, bridge: CaseBridge, plans: Plans) -> str:
    """Write all measures as CSV; empty where that was left or refused."""
    translate = QCoreApplication.translate
    kinds = translate("PlanPage", "Maßnahmen (*.csv)")
    proposed = translate("PlanPage", "Umsetzungsplan.csv")
    path = file_to_save(parent, translate("PlanPage", "Maßnahmen exportieren"), proposed, kinds)
    if path is None:
        return ""
    case = bridge.case
    if bridge.perform(lambda _session: plans.export_measures(case, path)) is None:
        return ""
    return translate("PlanPage", "Gespeichert in {path}.").format(path=path)
