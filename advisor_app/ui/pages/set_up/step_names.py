"""The steps of the set-up in their order."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


class StepName(Enum):
    """The names by which a step is opened from elsewhere."""

    COMMUNE = "commune"
    MODULES = "modules"
    CONTACTS = "contacts"
    DATES = "dates"
    REVIEW = "review"


def step_title(name: StepName) -> str:
    """The name of a step on screen."""
    translate = QCoreApplication.translate
    match name:
        case StepName.COMMUNE:
            return translate("set-up", "Kommune")
        case StepName.MODULES:
            return translate("set-up", "Module und Förderung")
        case StepName.CONTACTS:
            return translate("set-up", "Ansprechpersonen")
        case StepName.DATES:
            return translate("set-up", "Termine und Raum")
        case StepName.REVIEW:
            return translate("set-up", "Prüfen und anlegen")
