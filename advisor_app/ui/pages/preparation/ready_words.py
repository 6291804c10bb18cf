"""What stands beside each point of „Startklar?“: what is meant, and what can be done about it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.readiness import ReadyPoint

translate = QCoreApplication.translate


class PointWords(NamedTuple):
    """The line below a point, and its button with an icon; without an action there is none."""

    hint: str
    action: str = ""
    icon: str = ""


def point_words(point: ReadyPoint, screens: int) -> PointWords:
    """What is said of a point; ``screens`` are connected now."""
    match point:
        case ReadyPoint.ANSWERS:
            hint = translate("ready", "Die Bögen der Vorab-Abfrage für dieses Modul, je Rolle der neueste.")
            return PointWords(hint, translate("ready", "Zur Vorab-Abfrage"), "inbox")
        case ReadyPoint.BACKUP:
            return PointWords(
                translate(
                    "ready",
                    "Die neueste Sicherung wird geöffnet und ihre Fälle gezählt; "
                    "wurde etwas geändert, entsteht erst eine neue.",
                )
            )
        case ReadyPoint.PRINT_PACK:
            hint = translate("ready", "Bestätigen Sie, was auf Papier vor Ihnen liegt.")
            return PointWords(hint, translate("ready", "Zum Druckpaket"), "printer")
        case ReadyPoint.SCREEN:
            hint = translate("ready", "Das Bild für den Beamer mit F5 einmal öffnen, auch ohne zweiten Bildschirm.")
            return PointWords(f"{hint} {_connected(screens)}")
        case ReadyPoint.CONTACT:
            hint = translate("ready", "Wer am Tag selbst die Tür öffnet und ans Telefon geht.")
            return PointWords(hint, translate("ready", "Ansprechpersonen"), "phone")
        case ReadyPoint.EMERGENCY_FOLDER:
            hint = translate("ready", "Notfallmappe mit Ablaufplan, leerem Fragebogen und Abstimmkarten.")
            return PointWords(hint, translate("ready", "Mappe erstellen …"), "file-plus")


def _connected(screens: int) -> str:
    if screens == 1:
        return translate("ready", "Angeschlossen ist 1 Bildschirm.")
    return translate("ready", "Angeschlossen sind {count} Bildschirme.").format(count=screens)
