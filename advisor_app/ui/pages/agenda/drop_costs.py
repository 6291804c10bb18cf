"""What dropping a step costs, in sentences: what the template says, and what the case would lack."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from advisor_app.services.agendas import DropOffer
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

translate = QCoreApplication.translate
_PERCENT = 100


def drop_costs(offer: DropOffer, texts: Texts) -> tuple[str, ...]:
    """The sentences for a step that may go; the template's own first."""
    found = [offer.words] if offer.words else []
    if offer.questions:
        words = translate("agenda", "Nicht gefragt: {names}.")
        found.append(words.format(names=texts.joined(offer.questions)))
    for dimension in offer.thin:
        share = format_decimal(float(dimension.coverage) * _PERCENT, 0, texts.language)
        words = translate("agenda", "„{title}“ bleibt bei {share} % beantworteten Fragen und damit vorläufig.")
        found.append(words.format(title=dimension.title, share=share))
    if offer.without_target:
        words = translate("agenda", "Noch ohne Zielstufe: {names}.")
        found.append(words.format(names=texts.joined(offer.without_target)))
    if offer.asked_in:
        words = translate("agenda", "Nachholen lässt sich das in „{title}“.")
        found.append(words.format(title=offer.asked_in))
    if offer.outcome:
        found.append(translate("agenda", "Es fehlt dann: {outcome}.").format(outcome=offer.outcome.rstrip(".")))
    if offer.materials:
        words = translate("agenda", "Nicht gebraucht: {names}.")
        found.append(words.format(names=texts.joined(offer.materials)))
    return tuple(found)
