"""Forms of a case that go out to be filled in: made for each role, sent, back, imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.changes import AssessmentSet, Change, SentFormSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.house_roles import role_title
from advisor_app.domain.pre_survey import asked_by, proposed_due_day, split_by_role, survey_key, surveyed_assessments
from advisor_app.domain.reduction import reduce
from advisor_app.domain.sent_form import FormStage, SentForm
from advisor_app.services.clock import Clock, today
from advisor_app.services.documents import make_folder
from advisor_app.services.names import named
from advisor_app.texts.assessments import module_name

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.domain.catalog import Catalog
    from advisor_app.domain.pre_survey import RoleSurvey
    from advisor_app.services.cases import Cases
    from advisor_app.services.document_archive import DeliveredDocument, Delivery, DocumentArchive
    from advisor_app.services.documents import Documents
    from advisor_app.services.questionnaires import Questionnaires
    from advisor_app.texts import Texts

PRE_SURVEY, FEEDBACK = "pre-survey", "feedback-form"
"""The kinds of documents that are forms."""

Step = Callable[[float, str], None]
"""Told how far the work is (0–1) and with what; raises AdvisorError(CANCELLED) where it shall stop."""

_OPEN = frozenset({FormStage.MADE, FormStage.SENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleForms:
    """What one role is asked, and its forms, newest first; ``title`` is what the house calls the role."""

    role: str
    title: str
    merged: tuple[str, ...]
    questions: int
    forms: tuple[SentForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleForms:
    """The pre-survey of a module, of all the case's communes or of one alone; ``key`` tells which (``survey_key``).

    ``due_on`` is when its forms should be back.
    """

    key: str
    module: str
    title: str
    due_on: date
    roles: tuple[RoleForms, ...]

    @property
    def commune(self) -> str:
        """The commune (its id) that alone is asked; empty for all of the case."""
        return asked_by(self.key)[1]

    @property
    def forms(self) -> tuple[SentForm, ...]:
        """All of its forms."""
        return tuple(form for role in self.roles for form in role.forms)

    @property
    def missing(self) -> tuple[str, ...]:
        """The roles that are asked something and have no form yet."""
        return tuple(item.role for item in self.roles if item.questions and not item.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A form that is wanted: the document, and of a pre-survey who is asked what by when."""

    document: DocumentKey
    role: str = ""
    questions: tuple[str, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """Forms that are about to be made of a snapshot; ``created`` is the assessment that has to be made for them."""

    case: Case
    created: Assessment | None
    assessment: str
    forms: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeForms:
    """Forms that were written and kept and that the case does not name yet; ``changes`` make it name them."""

    folder: Path
    files: tuple[Path, ...]
    forms: tuple[SentForm, ...]
    delivered: tuple[DeliveredDocument, ...]
    changes: tuple[Change, ...]


class Forms:
    """Makes forms and follows them. ``make`` is made for a worker thread, everything else for the window's."""

    def __init__(
        self,
        catalog: Catalog,
        questionnaires: Questionnaires,
        cases: Cases,
        documents: Documents,
        archive: DocumentArchive,
        texts: Texts,
        clock: Clock,
    ) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._cases = cases
        self._documents = documents
        self._archive = archive
        self._texts = texts
        self._clock = clock

    def find(self, case: Case, number: str) -> SentForm:
        """The form with a number or its unique beginning or end; raises AdvisorError(UNKNOWN_FORM)."""
        return case.sent_forms[named(number.upper(), case.sent_forms, Problem.UNKNOWN_FORM)]

    def role_title(self, case: Case, role: str) -> str:
        """What the house calls a role."""
        return role_title(role, self._catalog.roles, case.roles)

    def of_modules(self, case: Case) -> tuple[ModuleForms, ...]:
        """The pre-surveys of all modules that ask something beforehand, or have asked it, in their order."""
        keys = {_key_of(form) for form in _newest_first(case, PRE_SURVEY)}
        keys |= {module for module in case.modules if self._catalog.questionnaire_of(module)}
        if len(case.head.communes) > 1:
            surveys = (item for item in surveyed_assessments(case) if item.kind is AssessmentKind.PRE_SURVEY)
            keys |= {survey_key(self._module_of(item), item.commune) for item in surveys}
        places = {commune.id: place for place, commune in enumerate(case.head.communes, 1)}
        ordered = sorted(keys, key=lambda key: (asked_by(key)[0], places.get(asked_by(key)[1], 0), key))
        return tuple(self._of_module(case, key) for key in ordered)

    def offered(self, case: Case) -> tuple[tuple[str, str], ...]:
        """Pre-surveys of one commune alone that a joint case may still have: key and words of each."""
        if len(case.head.communes) == 1:
            return ()
        there = {item.key for item in self.of_modules(case)}
        modules = [module for module in case.modules if self._catalog.questionnaire_of(module)]
        found = ((survey_key(module, item.id), item.title, module) for module in modules for item in case.head.communes)
        return tuple(
            (key, f"{module_name(module, self._catalog, self._texts)} · {title}")
            for key, title, module in found
            if key not in there
        )

    def feedback(self, case: Case) -> tuple[SentForm, ...]:
        """The feedback forms, newest first."""
        return _newest_first(case, FEEDBACK)

    def prepare(self, case: Case, key: str, due_on: date, roles: Sequence[str] = ()) -> FormOrder:
        """Begin to make the forms of a pre-survey: for these roles, else for all that have none yet.

        ``key`` is the module, or of one commune alone what ``survey_key`` makes of both.

        An assessment of kind pre-survey is made with them where there is none. Raises AdvisorError:
        UNKNOWN_QUESTIONNAIRE, UNKNOWN_ROLE for one that is asked nothing.
        """
        made = self._survey_assessment(case, key)
        created = None
        if made is None:
            made = created = self.new_survey(case, key)
            case = reduce(case, AssessmentSet(made.id, None, made))
        surveys = {item.role: item for item in self._surveys(case, made)}
        for role in roles:
            if role not in surveys:
                raise AdvisorError(Problem.UNKNOWN_ROLE, name=role)
        names = roles or [role for role in surveys if not self._forms_of(case, key, role)]
        forms = (
            Wanted(
                document=_document(key, role),
                role=role,
                questions=tuple(question.id for _dimension, asked in surveys[role].questions for question in asked),
                due_on=due_on,
            )
            for role in names
        )
        return FormOrder(case=case, created=created, assessment=made.id, forms=tuple(forms))

    def prepare_feedback(self, case: Case) -> FormOrder:
        """Begin to make a feedback form; all copies of it have one number."""
        return FormOrder(case=case, created=None, assessment="", forms=(Wanted(document=DocumentKey(FEEDBACK)),))

    def make(self, order: FormOrder, folder: Path, step: Step | None = None) -> MadeForms:
        """Write every form into a folder and keep it as it goes out: all of them, or none.

        Each file bears its form's number, so that nothing that lies there is overwritten. Raises AdvisorError:
        CANCELLED, FILE_NOT_WRITABLE, DOCUMENT_NOT_ARCHIVED.
        """
        make_folder(folder)
        delivered: list[DeliveredDocument] = []
        forms: list[SentForm] = []
        try:
            for place, wanted in enumerate(order.forms):
                if step is not None:
                    step(place / len(order.forms), self.role_title(order.case, wanted.role))
                delivery, form = self._begin(order, wanted)
                done = self._archive.hand_over(delivery, folder / self._file_name(delivery, form))
                delivered.append(done)
                forms.append(replace(form, archived_document=done.entry.id))
        except AdvisorError:
            self.give_up(delivered)
            raise
        created = order.created
        return MadeForms(
            folder=folder,
            files=tuple(item.file for item in delivered),
            forms=tuple(forms),
            delivered=tuple(delivered),
            changes=(
                *(() if created is None else (AssessmentSet(created.id, None, created),)),
                *(item.change for item in delivered),
                *(SentFormSet(form.number, None, form) for form in forms),
            ),
        )

    def give_up(self, delivered: Iterable[DeliveredDocument]) -> None:
        """Keep nothing of forms that the case could not take in, and take their files away again."""
        for item in delivered:
            self._archive.give_up(item)
            with suppress(OSError):  # a form that nobody knows is refused when it comes back
                item.file.unlink(missing_ok=True)

    def sent(self, form: SentForm) -> SentFormSet:
        """The change by which a form counts as sent today."""
        return SentFormSet(form.number, form, replace(form, sent_on=today(self._clock)))

    def returned(self, form: SentForm) -> SentFormSet:
        """The change that notes that a form is back and still to be imported."""
        return SentFormSet(form.number, form, replace(form, returned_on=today(self._clock)))

    def removed(self, form: SentForm) -> SentFormSet:
        """The change by which a form is followed no longer; what it brought stays."""
        return SentFormSet(form.number, form, None)

    def due(self, case: Case, key: str, day: date) -> tuple[SentFormSet, ...]:
        """The changes that give another day to all forms of a pre-survey that are still out."""
        return tuple(
            SentFormSet(form.number, form, replace(form, due_on=day))
            for form in self._of_module(case, key).forms
            if form.stage in _OPEN and form.due_on != day
        )

    def _of_module(self, case: Case, key: str) -> ModuleForms:
        module, commune = asked_by(key)
        forms = [form for form in _newest_first(case, PRE_SURVEY) if _key_of(form) == key]
        open_days = [form.due_on for form in forms if form.stage in _OPEN and form.due_on is not None]
        rows = [
            RoleForms(
                role=item.role,
                title=self.role_title(case, item.role),
                merged=tuple(self.role_title(case, name) for name in item.merged),
                questions=item.count,
                forms=tuple(form for form in forms if form.role == item.role),
            )
            for item in self._asked_now(case, key)
        ]
        asked = {row.role for row in rows}
        for role in dict.fromkeys(form.role for form in forms if form.role not in asked):
            own = tuple(form for form in forms if form.role == role)
            rows.append(RoleForms(role=role, title=self.role_title(case, role), merged=(), questions=0, forms=own))
        alone = next((item.title for item in case.head.communes if item.id == commune), "")
        return ModuleForms(
            key=key,
            module=module,
            title=" · ".join(filter(None, (module_name(module, self._catalog, self._texts), alone))),
            due_on=max(open_days, default=proposed_due_day(case, module, today(self._clock))),
            roles=tuple(rows),
        )

    def _asked_now(self, case: Case, key: str) -> tuple[RoleSurvey, ...]:
        """Who would be asked what, also where the assessment for it is still to be made."""
        module, commune = asked_by(key)
        case = case.led_by(commune)
        made = next(self._surveyed(case, key), None)
        if made is not None:
            return self._surveys(case, made)
        questionnaire = self._catalog.questionnaire_of(module)
        if questionnaire is None or module not in case.modules:
            return ()
        return split_by_role(questionnaire, case.commune.kind, (), tuple(self._catalog.roles), case.roles)

    def _surveys(self, case: Case, made: Assessment) -> tuple[RoleSurvey, ...]:
        questionnaire, kind = self._questionnaires.of(made), case.assessed_commune(made).kind
        return split_by_role(questionnaire, kind, made.areas, tuple(self._catalog.roles), case.roles)

    def _survey_assessment(self, case: Case, key: str) -> Assessment | None:
        found = self._surveyed(case, key)
        return next((item for item in found if item.kind is AssessmentKind.PRE_SURVEY), None)

    def _surveyed(self, case: Case, key: str) -> Iterator[Assessment]:
        """The assessments that a pre-survey may belong to."""
        module, commune = asked_by(key)
        is_alone = len(case.head.communes) == 1
        for item in surveyed_assessments(case):
            if self._module_of(item) == module and (is_alone or item.commune == commune):
                yield item

    def _module_of(self, made: Assessment) -> str:
        return self._questionnaires.of(made).module

    def new_survey(self, case: Case, key: str) -> Assessment:
        """An assessment of kind pre-survey with the impact areas of the latest one; not yet in the case.

        Raises AdvisorError(UNKNOWN_QUESTIONNAIRE).
        """
        module, commune = asked_by(key)
        questionnaire = self._catalog.questionnaire_of(module)
        if questionnaire is None:
            raise AdvisorError(Problem.UNKNOWN_QUESTIONNAIRE, name=module)
        made = self._cases.new_assessment(case, questionnaire.id, AssessmentKind.PRE_SURVEY)
        earlier = [item for item in case.in_order() if item.questionnaire == questionnaire.id]
        return replace(made, areas=earlier[-1].areas if earlier else (), commune=commune)

    def _forms_of(self, case: Case, key: str, role: str) -> list[SentForm]:
        return [form for form in case.sent_forms.values() if form.document == _document(key, role)]

    def _begin(self, order: FormOrder, wanted: Wanted) -> tuple[Delivery, SentForm]:
        """What is handed over, and the record of it, under a number of its own."""
        from advisor_app.documents.kinds import find_kind

        key = wanted.document
        given = self._documents.input_of(order.case, key.kind, key.item)
        form = find_kind(key.kind).make(given).form
        if form is None:
            raise ValueError(f"{key.kind} is no form")
        delivery = self._archive.delivery(key.kind, given, self.role_title(order.case, wanted.role))
        return delivery, SentForm(
            number=form.number,
            document=key,
            title=delivery.title,
            made_at=delivery.at,
            assessment=order.assessment,
            role=wanted.role,
            identity=form.text,
            questions=wanted.questions,
            due_on=wanted.due_on,
        )

    def _file_name(self, delivery: Delivery, form: SentForm) -> str:
        name = Path(self._documents.file_name(delivery.kind, delivery.given))
        return f"{name.stem}_{form.number}{name.suffix}"


def _newest_first(case: Case, kind: str) -> tuple[SentForm, ...]:
    forms: Iterator[SentForm] = (form for form in case.sent_forms.values() if form.document.kind == kind)
    return tuple(sorted(forms, key=lambda form: (form.made_at, form.number), reverse=True))


def _document(key: str, role: str) -> DocumentKey:
    """The document that a role fills in for a pre-survey."""
    module, commune = asked_by(key)
    return DocumentKey(PRE_SURVEY, survey_key(f"{module}-{role}", commune))


def _key_of(form: SentForm) -> str:
    """The pre-survey that a form belongs to."""
    document, commune = asked_by(form.document.item)
    return survey_key(document.partition("-")[0], commune)
