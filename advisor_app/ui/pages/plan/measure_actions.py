"""What the keys do to the chosen measure; the same stands in the menu, the palette and the help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from advisor_app.ui.pages.plan.edits import PlanEdits


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAction:
    """An action on one measure with its name, its keys as Qt reads them, and its icon."""

    title: str
    keys: str
    icon: str
    act: Callable[[str], object]


def measure_actions(
    edits: PlanEdits, edit: Callable[[str], object], remove: Callable[[], object]
) -> list[MeasureAction]:
    """All of them, in the order of the menu; ``edit`` opens the form, ``remove`` takes the chosen one out."""
    translate = QCoreApplication.translate
    return [
        MeasureAction(title=translate("PlanPage", "Maßnahme bearbeiten"), keys="F2", icon="pencil", act=edit),
        MeasureAction(
            title=translate("PlanPage", "Einen Monat früher"),
            keys="Alt+Left",
            icon="arrow-left",
            act=lambda name: edits.shift(name, -1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Einen Monat später"),
            keys="Alt+Right",
            icon="arrow-right",
            act=lambda name: edits.shift(name, 1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Einen Monat kürzer"),
            keys="Alt+Shift+Left",
            icon="minus",
            act=lambda name: edits.move_end(name, -1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Einen Monat länger"),
            keys="Alt+Shift+Right",
            icon="plus",
            act=lambda name: edits.move_end(name, 1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Weiter nach oben"),
            keys="Alt+Up",
            icon="arrow-up",
            act=lambda name: edits.reorder(name, -1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Weiter nach unten"),
            keys="Alt+Down",
            icon="arrow-down",
            act=lambda name: edits.reorder(name, 1),
        ),
        MeasureAction(
            title=translate("PlanPage", "Maßnahme löschen"), keys="Del", icon="trash-2", act=lambda _name: remove()
        ),
    ]
