"""Cases that begin with what another one has arranged."""

from __future__ import annotations

from collections.abc import Collection

from advisor_app.domain.case import Case
from advisor_app.domain.case_template import TemplatePart, template_changes
from advisor_app.domain.commune import Commune
from advisor_app.services.cases import Cases
from advisor_app.services.ids import new_id
from advisor_app.services.session import CaseSession


class CaseTemplates:
    """Opens a case of another commune with the modules of a first one and what is wanted of it."""

    def __init__(self, cases: Cases) -> None:
        self._cases = cases

    def create(self, source: Case, commune: Commune, parts: Collection[TemplatePart]) -> CaseSession:
        """One step: all of it or nothing. Raises AdvisorError as ``Cases.create`` does."""
        return self._cases.create(
            commune, source.modules, further=lambda case: template_changes(source, parts, case, new_id)
        )
