"""Everything that content packs define, read-only."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from advisor_app.domain.agenda_template import AgendaTemplate
    from advisor_app.domain.candidate_rules import CandidateRules
    from advisor_app.domain.commune import CommuneKind
    from advisor_app.domain.e_file_guide import EFileGuide
    from advisor_app.domain.foundations import DimensionTitle, KindTitle, Module, Role, Scale, Source, Word
    from advisor_app.domain.funding_rules import FundingRules
    from advisor_app.domain.knowledge import Fact, FrequentService, Handout, MaturityModel, Term
    from advisor_app.domain.measure_template import MeasureTemplate
    from advisor_app.domain.preparation import TaskTemplate
    from advisor_app.domain.product_name import ProductName
    from advisor_app.domain.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Everything the loaded packs define, keyed by id and in the packs' order; handouts and guides by module.

    All of it is in the language in use but ``questionnaires``: these are what cases store, and stay German.
    ``translations`` are the same questionnaires as they are shown (``domain/translation.py``); German needs none.
    ``product_names`` are names that advice must not recommend.
    ``shared_questions`` are the words under which questions of several modules ask the same, by question.
    From ``questionnaires`` on, a family may be read when it is first looked into (``content/packs.py``), and so may the
    rules of funding and of candidates; should its files not be usable, AdvisorError(CONTENT) is raised then.
    """

    packs: Mapping[str, str]
    modules: Mapping[str, Module]
    dimensions: Mapping[str, DimensionTitle]
    roles: Mapping[str, Role]
    kinds: Mapping[CommuneKind, KindTitle]
    scale: Scale
    sources: Mapping[str, Source]
    vocabulary: Mapping[str, Word]
    questionnaires: Mapping[str, Questionnaire]
    agendas: Mapping[str, AgendaTemplate]
    measures: Mapping[str, MeasureTemplate]
    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    handouts: Mapping[str, Handout]
    e_file_guides: Mapping[str, EFileGuide]
    services: Mapping[str, FrequentService]
    maturity_models: Mapping[str, MaturityModel]
    preparation: Mapping[str, TaskTemplate]
    load_funding: Callable[[], FundingRules]
    load_candidate_rules: Callable[[], CandidateRules]
    shared_questions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    product_names: Mapping[str, ProductName] = field(default_factory=lambda: MappingProxyType({}))
    translations: Mapping[str, Questionnaire] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def funding(self) -> FundingRules:
        """Programmes, exceptions and who may help to pay."""
        return self.load_funding()

    @property
    def candidate_rules(self) -> CandidateRules:
        """By what candidates for use cases are rated, and which way suits which phase."""
        return self.load_candidate_rules()

    def questionnaire_of(self, module: str) -> Questionnaire | None:
        """The questionnaire of a module, None where its pack has none yet."""
        return next((item for item in self.questionnaires.values() if item.module == module), None)
