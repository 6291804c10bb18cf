"""The worked example "Gemeinde Eschentalbach", made through the same services as any other case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from advisor_app.domain.agenda import AgendaDay, day_from_template
from advisor_app.domain.agenda_course import with_plan
from advisor_app.domain.agenda_schedule import begin_of, schedule
from advisor_app.domain.assessment import Answer, AnswerState, Assessment
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.case import Case, CaseNote, Contact, Person, SectionKey
from advisor_app.domain.case_document import DocumentKey, DocumentState, Stage
from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    AssessmentSet,
    BookingSet,
    Change,
    ContactSet,
    DocumentStateSet,
    HeadSet,
    NoteSet,
    OfficeSet,
    PlanSet,
    SectionSet,
    TargetSet,
)
from advisor_app.domain.commune import EXAMPLE_COMMUNE, Commune, CommuneKind
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Plan
from advisor_app.domain.service import Office
from advisor_app.domain.words import Audience, Words
from advisor_app.resources_folder import resources_folder
from advisor_app.services.ids import new_id

if TYPE_CHECKING:
    from advisor_app.services.session import CaseSession
    from advisor_app.services.workspace import Workspace

Report = Callable[[str], None]


def find_example(workspace: Workspace) -> str | None:
    """The id of the example's case, None where the data folder does not have it complete."""
    for case_id in workspace.cases.of_commune(EXAMPLE_COMMUNE):
        if not workspace.cases.load(case_id).head.draft:
            return case_id
    return None


def ensure_example(workspace: Workspace, report: Report = lambda _: None) -> str:
    """Make the example where the data folder does not have it; returns its case's id.

    ``report`` is told in words what was done. A case that was interrupted on the way is completed.
    """
    found = find_example(workspace)
    if found is not None:
        return found
    started = workspace.cases.of_commune(EXAMPLE_COMMUNE)
    return _Example(workspace, report).make(workspace.cases.open(started[0]) if started else None)


class _Example:
    """Makes the example step by step."""

    def __init__(self, workspace: Workspace, report: Report) -> None:
        self._workspace = workspace
        self._texts = workspace.texts
        self._report = report
        self._folder = resources_folder() / "example"
        self._given: dict[str, Any] = tomli.loads((self._folder / "case.toml").read_text(encoding="utf-8"))

    def make(self, session: CaseSession | None) -> str:
        """Make the case, or go on with the one that is a draft still."""
        if session is None:
            commune = self._workspace.register.save(_commune(self._given["commune"]))
            self._report(self._texts("demo.commune", title=commune.title))
            session = self._workspace.cases.create(commune, self._given["modules"], draft=True)
            self._report(self._texts("demo.case", modules=self._texts.joined(session.case.modules)))
        self._import(session, self._folder)
        contacts = list(self._contacts(session))
        # One step at last: whatever is interrupted before it leaves a draft that the next call completes.
        session.apply(*contacts, *self._rest(session.case))
        self._report(self._texts("demo.rest"))
        return session.case.id

    def _import(self, session: CaseSession, folder: Path) -> None:
        services, texts = self._workspace, self._texts
        for values in self._given["assessments"]:
            assessment = self._assessment(session.case, values["module"])
            answers = services.assessments.import_answers(session, assessment, folder / values["file"])
            self._report(texts("demo.answers", count=answers.rows, module=values["module"]))
            if values["areas"]:
                chosen = services.assessments.choose_areas(session, assessment, values["areas"])
                self._report(texts("demo.areas", areas=texts.joined(chosen.areas)))
        services.use_cases.take_in(session, services.use_cases.read_use_cases(folder / "use_case.toml"))
        codes = [use_case.code for use_case in session.case.use_cases.values()]
        self._report(texts("demo.use-case", codes=texts.joined(codes)))
        services.plans.take_in(session, services.plans.read_measures(folder / "plan.csv"))
        self._report(texts("demo.plan", measures=texts.joined(tuple(session.case.measures))))

    def _contacts(self, session: CaseSession) -> Iterator[Change]:
        for values in self._given["contacts"]:
            person = Person(id=new_id(), name=values["name"], phone=values["phone"], email=values["email"])
            session.save_person(person)
            contact = Contact(id=new_id(), person=person.id, function=values["function"], roles=tuple(values["roles"]))
            yield ContactSet(contact.id, None, contact)

    def _rest(self, case: Case) -> Iterator[Change]:
        """Everything that no file of the exchange holds."""
        given = self._given
        yield HeadSet(
            case.head,
            replace(
                case.head,
                opened_on=given["opened_on"],
                adviser=given["adviser"],
                provider=given["provider"],
                provider_reference=given["provider_reference"],
                commune_reference=given["commune_reference"],
                wish=given["wish"],
                room=given["room"],
                draft=False,
            ),
        )
        for booking in case.bookings.values():
            values = next(item for item in given["bookings"] if item["module"] == booking.module)
            yield BookingSet(
                booking.id,
                booking,
                replace(
                    booking,
                    state=BookingState(values["state"]),
                    financing=Financing(values["financing"]),
                    requested_on=values["requested_on"],
                    approved_on=values["approved_on"],
                    completed_on=values.get("completed_on"),
                    clarified=Words(values["clarified"]),
                ),
            )
        for values in given["notes"]:
            words = Words(values["text"], Audience(values["audience"]))
            at = values["at"].astimezone(UTC)
            note = CaseNote(id=new_id(), at=at, words=words, call_back_on=values.get("call_back_on"))
            yield NoteSet(note.id, None, note)
        yield from self._days(case)
        yield from self._services(case)
        for values in given["assessments"]:
            yield from self._answers(case, values)
        plan = Plan(**given["plan"])
        yield PlanSet(None, plan)
        for values in given["sections"]:
            item = self._item(case, values)
            key = SectionKey(values["document"], item, values["section"])
            yield SectionSet(key, case.sections.get(key), Words(values["text"].strip(), Audience.REPORT))
        for values in given["states"]:
            document = DocumentKey(values["document"], self._item(case, values))
            state = DocumentState(stage=Stage(values["stage"]), comments_until=values.get("comments_until"))
            yield DocumentStateSet(document, case.document_states.get(document), state)

    def _services(self, case: Case) -> Iterator[Change]:
        """The services of module 1, read as any table, and what was noted about two offices."""
        from advisor_app.domain.column_mapping import read_mapped
        from advisor_app.domain.service_table import SERVICES

        imports = self._workspace.table_imports
        (sheet,) = imports.read(self._folder / "services.csv")
        matched = imports.matched(sheet, SERVICES)
        rows = read_mapped(matched.table, SERVICES, matched.mapping)
        yield from self._workspace.service_overviews.compare(case, rows, {}).taken
        for values in self._given["offices"]:
            effects = Words(values["effects"], Audience.REPORT)
            office = Office(id=new_id(), title=values["title"], outside=values["outside"], effects=effects)
            yield OfficeSet(office.id, None, office)

    def _item(self, case: Case, given: dict[str, Any]) -> str:
        """What a document of the example is about."""
        if "module" in given:
            return self._assessment(case, given["module"]).id
        return next(iter(case.use_cases)) if given["document"] == "use-case" else ""

    def _days(self, case: Case) -> Iterator[Change]:
        for values in self._given["days"]:
            template = self._workspace.catalog.agendas[values["template"]]
            before = next((day for day in case.agenda.values() if day.template == template.id), None)
            day = before or day_from_template(template, template.day, new_id)
            day = replace(day, on=values["on"], place=values["place"])
            yield AgendaDaySet(day.id, before, _held(day) if values["held"] else day)

    def _assessment(self, case: Case, module: str) -> Assessment:
        found = self._workspace.assessments.of_module(case, module)
        if found is None:
            raise AdvisorError(Problem.NO_ASSESSMENT)
        return found

    def _answers(self, case: Case, given: dict[str, Any]) -> Iterator[Change]:
        assessment = self._assessment(case, given["module"])
        yield AssessmentSet(assessment.id, assessment, replace(assessment, held_on=given["held_on"]))
        for values in given["targets"]:
            before = case.targets.get(assessment.id, {}).get(values["dimension"])
            yield TargetSet(assessment.id, values["dimension"], before, values["level"])
        answers = case.answers[assessment.id]
        for values in given["answers"]:
            number = Decimal(values["number"]) if "number" in values else None
            answer = Answer(state=AnswerState.ANSWERED, text=values.get("text", ""), number=number)
            yield AnswerSet(assessment.id, values["question"], answers.get(values["question"]), answer)
        for values in given["released"]:
            answer = answers[values["question"]]
            released = replace(answer, note=Words(answer.note.text, Audience(values["audience"])))
            yield AnswerSet(assessment.id, values["question"], answer, released)


def _commune(given: dict[str, Any]) -> Commune:
    return Commune(
        id=EXAMPLE_COMMUNE,
        key=None,
        name=given["name"],
        kind=CommuneKind.MUNICIPALITY,
        designation=given["designation"],
        district=given["district"],
        population=given["population"],
        own=True,
    )


def _held(day: AgendaDay) -> AgendaDay:
    """The day as if every step had begun and ended as planned."""
    if day.on is None:
        return day
    steps = [
        replace(item.step, started=item.begins.astimezone(UTC), ended=item.ends.astimezone(UTC))
        for item in schedule(day)
    ]
    return replace(with_plan(day, begin_of(day)), steps=tuple(steps))
