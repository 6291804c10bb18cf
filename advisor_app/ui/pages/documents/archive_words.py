"""A document that was handed over, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.case_document import ArchivedDocument
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts import Texts
from advisor_app.texts.digests import digest_words
from advisor_app.texts.documents import document_state_words
from advisor_app.texts.numbers import format_date, format_decimal


def instant_words(at: datetime, texts: Texts) -> str:
    """An instant by the clock of the house (20.11.2026, 10:42)."""
    local = at.astimezone(LOCAL)
    return f"{format_date(local.date(), texts.language)}, {local:%H:%M}"


def head_of(entry: ArchivedDocument, texts: Texts) -> str:
    """When it went out, and to whom."""
    at = instant_words(entry.handed_over_at, texts)
    to = QCoreApplication.translate("HandoverView", "{at}, an {name}")
    return to.format(at=at, name=entry.to) if entry.to else at


def details_of(entry: ArchivedDocument, texts: Texts) -> str:
    """State, length and the beginning of the hash, by which copies can be compared."""
    pages = QCoreApplication.translate("HandoverView", "Seiten: {count}").format(count=entry.pages)
    size = f"{format_decimal(max(1, round(entry.size / 1000)), 0, texts.language)} kB"
    program = QCoreApplication.translate("HandoverView", "Programm {version}").format(version=entry.version)
    if entry.digest is None:
        digest = QCoreApplication.translate("HandoverView", "Datei gelöscht")
    else:
        digest = digest_words(entry.digest)
    return " · ".join((document_state_words(entry.state, texts), pages, size, program, digest))
