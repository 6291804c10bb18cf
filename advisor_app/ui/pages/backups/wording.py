"""How the page says times, sizes and what a backup holds."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.backup import Backup, BackupCase
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts.numbers import format_date, format_decimal


def when(at: datetime, now: datetime, language: str) -> str:
    """A time as people say it: „heute, 08:41 Uhr“."""
    local, today = at.astimezone(LOCAL), now.astimezone(LOCAL).date()
    words = QCoreApplication.translate("backups", "{day}, {time} Uhr")
    day = format_date(local.date(), language)
    if local.date() == today:
        day = QCoreApplication.translate("backups", "heute")
    elif local.date() == today - timedelta(days=1):
        day = QCoreApplication.translate("backups", "gestern")
    return words.format(day=day, time=f"{local:%H:%M}")


def size_of(count: int, language: str) -> str:
    """Bytes in the unit that reads best."""
    if count < 1_000_000:
        return f"{format_decimal(max(1, count // 1000), 0, language)} kB"
    return f"{format_decimal(count / 1_000_000, 1, language)} MB"


def facts_of(backup: Backup, reason: str, language: str) -> str:
    """What the list says below the time of a backup."""
    words = QCoreApplication.translate("backups", "Fälle: {cases} · Fotos und Dateien: {files} · {size} · {reason}")
    return words.format(cases=backup.cases, files=backup.evidence, size=size_of(backup.size, language), reason=reason)


def case_line(case: BackupCase, now: datetime, language: str) -> str:
    """One case of a preview."""
    name = ", ".join(case.communes)
    if case.changed_at is None:
        return name
    words = QCoreApplication.translate("backups", "{name} · zuletzt geändert {when} · Antworten: {answers}")
    return words.format(name=name, when=when(case.changed_at, now, language), answers=case.answers)
