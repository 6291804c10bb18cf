"""What can be different in a question from version to version, in a few words each."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.questionnaire import Question
from advisor_app.domain.questionnaire_comparison import Aspect
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal


def aspect_words(aspect: Aspect, question: Question, texts: Texts) -> str:
    """An aspect of a question; empty for what is shown in full, as its text and its levels."""
    translate = QCoreApplication.translate
    yes, no = translate("side-by-side", "ja"), translate("side-by-side", "nein")
    match aspect:
        case Aspect.TYPE:
            return texts(f"questions.types.{question.type.value}")
        case Aspect.DIMENSION:
            return question.dimension
        case Aspect.WEIGHT:
            return str(question.weight)
        case Aspect.BLOCKING:
            return yes if question.blocking else no
        case Aspect.CONFIDENTIAL:
            return yes if question.confidential else no
        case Aspect.NOT_APPLICABLE:
            return question.not_applicable or translate("side-by-side", "nicht möglich")
        case Aspect.CONDITION:
            if question.when is None:
                return translate("side-by-side", "wird immer gestellt")
            return translate("side-by-side", "wird nur unter einer Bedingung gestellt")
        case Aspect.RANGE:
            return _range(question, texts)
        case _:
            return ""


def _range(question: Question, texts: Texts) -> str:
    bounds = (_figure(question.minimum, texts), _figure(question.maximum, texts))
    words = QCoreApplication.translate("side-by-side", "{low} bis {high} {unit}")
    return words.format(low=bounds[0], high=bounds[1], unit=question.unit).strip()


def _figure(bound: Decimal | None, texts: Texts) -> str:
    return "…" if bound is None else format_decimal(bound, 0, texts.language)
