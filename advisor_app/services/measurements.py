"""What the tools of a module say to a question: usage statistics, the overview of services, recorded processes.

It stands beside the answer, which a hand may take it over into: nothing here is scored by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.texts import Texts

QUESTIONNAIRES = frozenset({"m1", "m2"})
"""Those that a tool says something to; for others nothing of the tools is loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What a tool says to a question: on which ``page`` and ``item`` it stands, and the number or level it proposes."""

    page: str
    words: str
    item: str = ""
    number: Decimal | None = None
    level: int | None = None


class Measurements:
    """Finds what the tools of a case say."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def beside(self, case: Case, questionnaire: str, question: str) -> Measurement | None:
        """What is said to a question of a questionnaire; None where no tool says anything."""
        if questionnaire not in QUESTIONNAIRES:
            return None
        return next(self._found(case, questionnaire, question), None)

    def _found(self, case: Case, questionnaire: str, question: str) -> Iterator[Measurement]:
        if case.usage:
            yield from self._usage(case, questionnaire, question)
        if case.processes:
            yield from self._process(case, questionnaire, question)
        if case.services:
            yield from self._services(case, questionnaire, question)

    def _usage(self, case: Case, questionnaire: str, question: str) -> Iterator[Measurement]:
        from advisor_app.domain.usage_questions import QUESTIONNAIRE, proposed_number
        from advisor_app.texts.usage import beside_question

        services = case.usage.values()
        words = beside_question(question, services, self._texts) if questionnaire == QUESTIONNAIRE else ""
        if words:
            number = proposed_number(question, services)
            yield Measurement(page="usage", words=words, number=None if number is None else Decimal(number))

    def _process(self, case: Case, questionnaire: str, question: str) -> Iterator[Measurement]:
        from advisor_app.domain.process_questions import example_process, numbers_told
        from advisor_app.texts.processes import sums_words

        sheets = case.processes.values()
        number, sheet = numbers_told(questionnaire, sheets).get(question), example_process(sheets)
        if number is not None and sheet is not None:
            yield Measurement(
                page="processes", item=f"{sheet.id}/as-is", words=sums_words(sheet, self._texts), number=number
            )

    def _services(self, case: Case, questionnaire: str, question: str) -> Iterator[Measurement]:
        from advisor_app.domain.service_questions import MOST_USED_ONLINE, most_used_online

        online = most_used_online(questionnaire, case.services.values()) if question == MOST_USED_ONLINE else None
        if online is not None:
            words = self._texts("services.most-used-online", count=online.count, level=online.level)
            yield Measurement(page="services", item="figures", words=words, level=online.level)
