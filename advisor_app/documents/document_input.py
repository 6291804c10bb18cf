"""Everything a document is made from: one snapshot of a case, the catalogue, and who asks for it when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from advisor_app.documents.blocks import Block, Document, Margins
from advisor_app.documents.branding import UNBRANDED, Brand
from advisor_app.documents.wording import Wording
from advisor_app.domain.case import Case
from advisor_app.domain.case_document import DRAFT, DocumentState, Stage
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.form import Issue
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.texts import Texts
from advisor_app.texts.assessments import module_name


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInput:
    """What a document needs to know.

    ``questionnaires`` holds the definition each assessment was made with, by the assessment's id; ``item`` chooses
    what the document is about, ``assessment`` an assessment (empty: the default one); ``confidential`` adds the
    confidential annex; ``state`` says how far the document is on its way out, ``internal`` that it stays in the house;
    ``retention_months`` is how long cases are kept after their last change.
    ``opened`` names the assessments that come from earlier cases of the commune, with the days those were opened.
    A form needs an ``issue``: the number under which it is handed out. ``photo`` reads a photo of the case by its
    digest (PNG or JPEG) and raises AdvisorError where it is missing or damaged; None: photos cannot be had.
    """

    case: Case
    catalog: Catalog
    questionnaires: Mapping[str, Questionnaire]
    texts: Texts
    today: date
    item: str = ""
    assessment: str = ""
    provider: str = ""
    version: str = ""
    confidential: bool = False
    communes: str = ""
    brand: Brand = UNBRANDED
    state: DocumentState = DRAFT
    internal: bool = False
    retention_months: int | None = None
    issue: Issue | None = None
    opened: Mapping[str, date] = field(default_factory=dict)
    photo: Callable[[str], bytes] | None = None

    @property
    def house(self) -> str:
        """The communes of the case in one line, where it is known also by what they are called today."""
        return self.communes or self.texts.joined([commune.title for commune in self.case.head.communes])

    @property
    def wording(self) -> Wording:
        """How values are written."""
        return Wording(self.texts)

    def word(self, name: str) -> str:
        """The house's own word, else the usual one for its kind."""
        return self.case.vocabulary.get(name) or self.catalog.vocabulary[name].default(self.case.commune)

    def role(self, name: str) -> str:
        """What a role is called in this house."""
        return role_title(name, self.catalog.roles, self.case.roles)

    def module_title(self, name: str) -> str:
        """Number and title of a module (4 Smart Region)."""
        module = self.catalog.modules.get(name)
        return f"{module.number} {module.title}" if module is not None else name

    def module_name(self, name: str) -> str:
        """``Modul 4``."""
        return module_name(name, self.catalog, self.texts)

    def dimension_title(self, name: str) -> str:
        """Id and title of a dimension; free text stays as it is."""
        dimension = self.catalog.dimensions.get(name)
        return f"{name} {dimension.title}" if dimension is not None else name

    def short_title(self, name: str) -> str:
        """Id and short title of a dimension, for places with little room."""
        dimension = self.catalog.dimensions.get(name)
        return f"{name} {dimension.short}" if dimension is not None else name

    @property
    def adviser(self) -> str:
        """Who gives advice: the house, then the person where the case names one."""
        provider = self.case.head.provider or self.provider
        return ", ".join(filter(None, (provider, self.case.head.adviser)))

    def document(
        self,
        kind: str,
        title: str,
        subject: str,
        blocks: Iterable[Block],
        as_of: date | None = None,
        shorter: Iterable[Iterable[Block]] = (),
        *,
        code: str = "",
    ) -> Document:
        """A document of this case with what stands in the margins of every page.

        ``title`` should be short; ``as_of`` is the day its content describes, today where it is None; ``shorter`` says
        the same in less room where all of it has to stay on one page.
        """
        commune = self.house
        return Document(
            kind=kind,
            title=f"{title} {commune}",
            subject=subject,
            author=self.adviser,
            created=self.today,
            texts=self.texts,
            margins=Margins(
                house=commune,
                occasion=self.texts("documents.occasion"),
                state=self._standing(self.wording.day(as_of or self.today)),
                name=f"{title} {commune}",
                version=self.texts("documents.version", version=self.version) if self.version else "",
                code=code,
            ),
            blocks=tuple(blocks),
            shorter=tuple(tuple(wording) for wording in shorter),
            brand=self.brand,
        )

    def _standing(self, day: str) -> str:
        """What the head of every page says: how far the document is on its way out, and the day of its content."""
        if self.internal:
            return self.texts("documents.internal", day=day)
        match self.state.stage:
            case Stage.RELEASED:
                return self.texts("documents.as-of", day=day)
            case Stage.COMMENTS:
                return self.texts("documents.comments", until=self.wording.day(self.state.comments_until), day=day)
            case Stage.DRAFT | Stage.TEAM_LEAD as stage:
                return self.texts(f"documents.{stage.value}", day=day)
