"""The workshop days that can be added: how they are called, and how long they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda_template import AgendaTemplate
from advisor_app.domain.catalog import Catalog
from advisor_app.texts import Texts
from advisor_app.texts.assessments import module_name
from advisor_app.texts.numbers import format_decimal

translate = QCoreApplication.translate
_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedDay:
    """A day that can be added: its template, its module in words, and how much it is."""

    template: str
    module: str
    title: str
    steps: int
    length: str

    @property
    def words(self) -> str:
        """``Tag 1: Standort (6,5 h)``."""
        return f"{self.title} ({self.length})"


def offered_days(templates: Sequence[AgendaTemplate], catalog: Catalog, texts: Texts) -> tuple[OfferedDay, ...]:
    """Templates in words: by module, in each in the pack's order with the pre-survey last."""
    ordered = sorted(templates, key=lambda item: (item.module, item.day == 0))
    return tuple(
        OfferedDay(
            template=template.id,
            module=module_name(template.module, catalog, texts),
            title=template.title,
            steps=len(template.steps),
            length=length_words(sum(step.minutes for step in template.steps), texts.language),
        )
        for template in ordered
    )


def length_words(minutes: int, language: str) -> str:
    """``45 min``, ``4 h`` or ``6,5 h``."""
    if minutes < _HOUR or minutes % (_HOUR // 2):
        return translate("agenda", "{minutes} min").format(minutes=minutes)
    hours = format_decimal(minutes / _HOUR, int(minutes % _HOUR != 0), language)
    return translate("agenda", "{hours} h").format(hours=hours)
