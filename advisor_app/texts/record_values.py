"""What fields of a record say, in words."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from advisor_app.domain.assessment import AnswerState, AssessmentKind
from advisor_app.domain.assessment_migration import Choice
from advisor_app.domain.attendance import HalfDay, Presence
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.case_document import Stage
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.e_file import AreaState, Need
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind
from advisor_app.domain.plan import GrantState, MeasureState, Priority
from advisor_app.domain.poll import CountedBy, PollAbout, Settled
from advisor_app.domain.preparation import Doer
from advisor_app.domain.process import MediaBreak
from advisor_app.domain.readiness import ReadyPoint, ReadyState
from advisor_app.domain.service import Account, OnlineState, Payment, Platform
from advisor_app.domain.usage import PaymentKind
from advisor_app.domain.use_case import Roadmap
from advisor_app.domain.words import Audience
from advisor_app.texts import Texts
from advisor_app.texts.assessments import assessment_title
from advisor_app.texts.e_file import e_file_word
from advisor_app.texts.numbers import format_cents, format_date, format_decimal
from advisor_app.texts.polls import poll_word
from advisor_app.texts.services import service_word
from advisor_app.texts.states import state_word

_CENTS = frozenset({"price", "amount", "cost_once", "cost_yearly", "hourly_rate", "yearly", "yearly_cost", "once_cost"})


class RecordValues:
    """Words for values of one case, as it is now, in one language."""

    def __init__(self, texts: Texts, catalog: Catalog, case: Case) -> None:
        self.texts = texts
        self.catalog = catalog
        self.case = case

    def role(self, name: str) -> str:
        """What the house of the case calls a role."""
        return role_title(name, self.catalog.roles, self.case.roles)

    def assessment(self, name: str) -> str:
        """What an assessment is called, empty where the case has none of this id."""
        item = self.case.assessments.get(name)
        if item is None:
            return ""
        questionnaire = self.catalog.questionnaires.get(item.questionnaire)
        module = item.questionnaire if questionnaire is None else questionnaire.module
        return assessment_title(self.case, item, module, self.catalog, self.texts)

    def value(self, name: str, value: Any) -> str:
        """A value of the field ``name``: ids of the case by what they name, sums, days and states in the language."""
        language = self.texts.language
        match value:
            case None | "":
                return ""
            case str():
                return self._named(name, value)
            case Presence():
                return self.presence(value)
            case bool():
                return self.texts("history.yes" if value else "history.no")
            case int() if name in _CENTS:
                return format_cents(value, language)
            case datetime():
                local = value.astimezone(LOCAL)
                return f"{format_date(local.date(), language)}, {local:%H:%M}"
            case date():
                return format_date(value, language)
            case time():
                return f"{value:%H:%M}"
            case Enum():
                return self.enum(value)
            case CaseCommune():
                return value.title
            case tuple():
                return ", ".join(self.value(name, item) for item in value)
            case Decimal():
                return format_decimal(value, max(0, -int(value.normalize().as_tuple().exponent)), language)
            case int():
                return format_decimal(value, 0, language)
            case _:
                return str(value)

    def _named(self, name: str, value: str) -> str:
        """What the field ``name`` holds an id of, by what it is called; any other text as it stands."""
        case, catalog = self.case, self.catalog
        match name:
            case "logo":
                return case.evidence[value].title if value in case.evidence else self.texts("history.item")
            case "use_case":
                return case.use_cases[value].code if value in case.use_cases else ""
            case "day":
                return case.agenda[value].title if value in case.agenda else ""
            case "assessment":
                return self.assessment(value)
            case "questionnaire":
                return catalog.questionnaires[value].title if value in catalog.questionnaires else value
            case "entry":
                entry = case.file_plan.get(value)
                return f"{entry.number} {entry.title}".strip() if entry else ""
            case "step":
                return self._step(value)
            case "role" | "roles" | "merged_into" | "who":
                return self.role(value)
            case "commune":
                return next((item.title for item in case.head.communes if item.id == value), value)
            case _:
                return value

    def enum(self, value: Enum) -> str:
        """A member of an enumeration."""
        match value:
            case AnswerState():
                return self.texts(f"questions.state.{value.value}")
            case Choice():
                return self.texts(f"assessments.choice.{value.value}")
            case EntryKind():
                return self.texts(f"minutes.kind.{value.value}")
            case HalfDay():
                return self.texts(f"minutes.half.{value.value}")
            case AssessmentKind():
                return self.texts(f"documents.assessment.{value.value}")
            case PollAbout() | CountedBy() | Settled():
                return poll_word(value, self.texts)
            case Stage():
                return self.texts(f"documents.stage.{value.value}")
            case PaymentKind():
                return self.texts(f"usage.payment.{value.value}")
            case MediaBreak():
                return self.texts(f"process.media-break.{value.value}")
            case Doer():
                return self.texts(f"preparation.who.{value.value}")
            case ReadyPoint():
                return self.texts(f"ready.point.{value.value}")
            case ReadyState():
                return self.texts(f"ready.state.{value.value}")
            case OnlineState() | Platform() | Account() | Payment():
                return service_word(value, self.texts)
            case Way():
                return self.texts(f"candidates.way.{value.value}")
            case AreaState() | Need():
                return e_file_word(value, self.texts)
            case Priority():
                return value.value
            case BookingState() | Financing() | MeasureState() | GrantState() | Roadmap() | Audience():
                return state_word(value, self.texts)
            case _:
                return str(value.value)

    def presence(self, item: Presence) -> str:
        """When somebody was there."""
        return ", ".join(filter(None, (self.value("day", item.day), self.enum(item.half))))

    def _step(self, name: str) -> str:
        steps = (step for day in self.case.agenda.values() for step in day.steps)
        return next((step.title for step in steps if step.id == name), "")
