"""Where a form stands, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.services.form_mail import PreparedMail
from advisor_app.services.forms import MadeForms
from advisor_app.texts.numbers import format_date


def stage_words(form: SentForm, language: str) -> str:
    """``verschickt am 14.09.2026``."""
    translate = QCoreApplication.translate
    words = {
        FormStage.MADE: translate("forms", "erstellt am {day}"),
        FormStage.SENT: translate("forms", "verschickt am {day}"),
        FormStage.RETURNED: translate("forms", "zurück am {day}"),
        FormStage.IMPORTED: translate("forms", "eingelesen am {day}"),
    }
    return words[form.stage].format(day=format_date(_since(form), language))


def _since(form: SentForm) -> date:
    """The day on which a form came to where it stands."""
    if form.returns:
        return form.returns[-1].imported_at.astimezone(LOCAL).date()
    return form.returned_on or form.sent_on or form.made_at.astimezone(LOCAL).date()


def due_words(form: SentForm, today: date, language: str) -> str:
    """``zurück bis 28.09.2026``, ``seit 3 Tagen überfällig``; empty for what is back or due at no time."""
    translate = QCoreApplication.translate
    if form.due_on is None or form.stage not in {FormStage.MADE, FormStage.SENT}:
        return ""
    if form.is_overdue(today):
        days = (today - form.due_on).days
        words = (
            translate("forms", "seit gestern überfällig")
            if days == 1
            else translate("forms", "seit {count} Tagen überfällig")
        )
        return words.format(count=days)
    if form.due_on == today:
        return translate("forms", "heute fällig")
    return translate("forms", "zurück bis {day}").format(day=format_date(form.due_on, language))


def question_words(count: int) -> str:
    """``8 Fragen``."""
    translate = QCoreApplication.translate
    words = translate("forms", "1 Frage") if count == 1 else translate("forms", "{count} Fragen")
    return words.format(count=count)


def made_words(made: MadeForms) -> str:
    """What was made, and where it lies."""
    translate, count = QCoreApplication.translate, len(made.files)
    words = (
        translate("forms", "1 Bogen erstellt: {folder}")
        if count == 1
        else translate("forms", "{count} Bögen erstellt: {folder}")
    )
    return words.format(count=count, folder=made.folder)


def mailed_words(prepared: PreparedMail, *, is_taken: bool) -> str:
    """What became of a message, and what is left to do."""
    translate = QCoreApplication.translate
    if not is_taken:
        return translate(
            "forms",
            "Es hat sich kein Mailprogramm geöffnet. Nachricht und Bogen liegen im Ordner: bitte von dort senden. "
            "Der Bogen gilt als verschickt.",
        )
    if not prepared.to:
        return translate(
            "forms", "Nachricht vorbereitet, bitte die Adresse noch eintragen. Der Bogen gilt als verschickt."
        )
    words = translate("forms", "Nachricht an {to} vorbereitet. Der Bogen gilt als verschickt.")
    return words.format(to=", ".join(prepared.to))
