"""How many phones take part in a poll, in the words of the panel and of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def phones_words(devices: int, voted: int) -> str:
    """``Handy-Abfrage läuft: 12 Geräte, 9 Stimmen``."""
    came = translate("PhoneWords", "1 Gerät") if devices == 1 else translate("PhoneWords", "{count} Geräte")
    votes = translate("PhoneWords", "1 Stimme") if voted == 1 else translate("PhoneWords", "{count} Stimmen")
    words = translate("PhoneWords", "Handy-Abfrage läuft: {devices}, {votes}")
    return words.format(devices=came.format(count=devices), votes=votes.format(count=voted))
