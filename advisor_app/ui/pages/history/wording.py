"""What the history page says of an entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.history import TakenBack
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.history import Entry, FieldChange, Restoring

_MOST = 60


def heading_of(entry: Entry) -> str:
    """What was changed; before it, whether that was an undo or a redo."""
    translate = QCoreApplication.translate
    if entry.taken_back is TakenBack.UNDO:
        return translate("history", "Rückgängig: {title}").format(title=entry.title)
    if entry.taken_back is TakenBack.REDO:
        return translate("history", "Wiederhergestellt: {title}").format(title=entry.title)
    return entry.title


def summary_of(entry: Entry) -> str:
    """The first field before and after, and how many more there are."""
    if not entry.fields:
        return QCoreApplication.translate("history", "angelegt")
    words = field_words(entry.fields[0])
    more = len(entry.fields) - 1
    if more == 1:
        return QCoreApplication.translate("history", "{field} und eine weitere Angabe").format(field=words)
    if more:
        return QCoreApplication.translate("history", "{field} und {count} weitere Angaben").format(
            field=words, count=more
        )
    return words


def field_words(field: FieldChange) -> str:
    """One field in one line."""
    change = f"{_short(field.before)} → {_short(field.after)}"
    return f"{field.label}: {change}" if field.label else change


def marks_of(entry: Entry) -> str:
    """Whether an entry holds no more, and whether it came from elsewhere."""
    translate = QCoreApplication.translate
    marks = [translate("history", "zurückgenommen")] if entry.undone else []
    marks += [translate("history", "aus einer Falldatei")] if entry.adopted else []
    return " · ".join(marks)


def time_of(entry: Entry) -> str:
    """The local time of day."""
    return f"{entry.at.astimezone(LOCAL):%H:%M}"


def refusal_of(restoring: Restoring) -> str:
    """Why a state cannot be brought back, empty where it can."""
    translate = QCoreApplication.translate
    return {
        Restoring.POSSIBLE: "",
        Restoring.STANDS: translate("history", "So steht es jetzt."),
        Restoring.REDACTED: translate(
            "history", "Aus diesem Stand wurden Namen gelöscht; er lässt sich nicht zurückholen."
        ),
        Restoring.NEVER: translate("history", "Damit wurde der Fall angelegt."),
    }[restoring]


def _short(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        return QCoreApplication.translate("history", "leer")
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
