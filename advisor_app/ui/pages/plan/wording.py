"""Measures in the words of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.plan import Grant, Measure, MeasureState, effective_priority
from advisor_app.domain.use_case import Milestone
from advisor_app.texts import Texts
from advisor_app.texts.assessments import module_name
from advisor_app.texts.numbers import format_cents
from advisor_app.texts.states import state_word
from advisor_app.ui.widgets.month_field import format_end, format_start

DASH = "–"
_WAITING = (MeasureState.PROPOSED, MeasureState.PLANNED)


@dataclass(frozen=True, slots=True)
class PlanWording:
    """Words for values; what is not known yet is called open, never left out."""

    texts: Texts
    catalog: Catalog

    @property
    def open(self) -> str:
        """The word for what is not known yet."""
        return QCoreApplication.translate("PlanWording", "offen")

    def money(self, cents: int | None) -> str:
        """An amount, or that it is open."""
        return self.open if cents is None else format_cents(cents, self.texts.language)

    def period(self, start: date | None, end: date | None) -> str:
        """From when to when."""
        language = self.texts.language
        if start is not None and end is not None:
            return f"{format_start(start, language)}–{format_end(end, language)}"
        if start is not None:
            return QCoreApplication.translate("PlanWording", "ab {day}").format(day=format_start(start, language))
        if end is not None:
            return QCoreApplication.translate("PlanWording", "bis {day}").format(day=format_end(end, language))
        return self.open

    def priority(self, measure: Measure) -> str:
        """A, B or C; empty while benefit or effort are."""
        found = effective_priority(measure, self.catalog.scale)
        return "" if found is None else found.value

    def dimension(self, name: str) -> str:
        """Id and title of a dimension of the catalogue, else what somebody wrote."""
        known = self.catalog.dimensions.get(name)
        return name if known is None else f"{known.id} {known.title}"

    def module(self, dimension: str) -> str:
        """The module of a dimension of the catalogue, with its title (Modul 4: Smart Region)."""
        module = self.catalog.modules[self.catalog.dimensions[dimension].module]
        return f"{module_name(module.id, self.catalog, self.texts)}: {module.title}"

    def below_title(self, measure: Measure) -> str:
        """What stands below a measure's title: where it belongs, who does it, and whether it has begun or ended."""
        state = "" if measure.state in _WAITING else state_word(measure.state, self.texts)
        parts = (measure.dimension.strip(), measure.responsible.strip(), state)
        return " · ".join(part for part in parts if part)

    def programme(self, grant: Grant) -> str:
        """The programme's title, or what somebody wrote in its place."""
        support = self.catalog.funding.supports.get(grant.programme)
        return support.title if support is not None else grant.programme.strip() or self.open

    def grant(self, grant: Grant) -> str:
        """How far a grant has come, and how much it is."""
        quota = "" if grant.quota_percent is None else f"{grant.quota_percent}\N{NO-BREAK SPACE}%"
        amount = "" if grant.amount is None else self.money(grant.amount)
        return ", ".join(part for part in (state_word(grant.state, self.texts), quota, amount) if part)

    def funding(self, measure: Measure) -> str:
        """All programmes of a measure in one line."""
        return ", ".join(self.programme(grant) for grant in measure.grants) or DASH

    def cost_range(self, cost_class: int) -> str:
        """What a cost class of the catalogue means."""
        return self.texts(f"documents.cost-class.{cost_class}")

    def risk(self, measure: Measure) -> str:
        """What may go wrong and what is done against it, in sentences."""
        risk, against = measure.risk.strip(), measure.countermeasure.strip()
        if not against:
            return risk
        words = self.texts("documents.plan.against", countermeasure=against)
        if risk and risk[-1] not in ".!?…":
            risk += "."
        return f"{risk} {words}".strip()

    def milestones(self, milestones: Iterable[Milestone]) -> str:
        """Milestones with their days, in their order in time."""
        dated = sorted((item.on, item.title) for item in milestones if item.on is not None)
        return ", ".join(f"{format_end(day, self.texts.language)} {title}".strip() for day, title in dated)

    def sentence(self, measure: Measure) -> str:
        """A measure as it is read out."""
        translate = QCoreApplication.translate
        parts = [
            f"{measure.id} {measure.title}",
            self.below_title(measure),
            translate("PlanWording", "Priorität {letter}").format(letter=self.priority(measure) or self.open),
            translate("PlanWording", "Zeitraum {period}").format(period=self.period(measure.start, measure.end)),
            translate("PlanWording", "Kosten {cost}").format(cost=self.money(measure.cost_once)),
            translate("PlanWording", "Förderung {funding}").format(funding=self.funding(measure)),
        ]
        return ", ".join(part for part in parts if part)
