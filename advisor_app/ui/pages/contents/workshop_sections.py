"""What a pack has for the workshop and after it: agendas step by step, measures by dimension."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import StepKind
from advisor_app.domain.agenda_template import AgendaTemplate, StepTemplate
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.domain.preparation import TaskTemplate
from advisor_app.ui.pages.contents.blocks import Block, Entry, Heading, Points, Section, Text, said
from advisor_app.ui.pages.contents.reading import Reading


def agenda_section(reading: Reading) -> Section | None:
    """All agendas; None where the pack has none."""
    agendas = reading.contents.agendas
    if not agendas:
        return None
    title = QCoreApplication.translate("contents", "Agenda")
    entries = [entry for agenda in agendas for entry in _agenda(reading, agenda)]
    return Section("agenda", title, entries, [(agenda.id, agenda.title) for agenda in agendas])


def preparation_section(reading: Reading) -> Section | None:
    """What is to be done before a workshop, the earliest first; None where the pack has nothing."""
    tasks = sorted(reading.contents.preparation, key=lambda task: -task.days_before)
    title = QCoreApplication.translate("contents", "Vorbereitung")
    return Section("preparation", title, [_task(reading, task) for task in tasks]) if tasks else None


def measures_section(reading: Reading) -> Section | None:
    """All measures that are in use; None where the pack has none."""
    measures = [measure for measure in reading.contents.measures if not measure.retired]
    if not measures:
        return None
    names = dict.fromkeys(measure.dimension for measure in measures)
    groups = [(name, reading.dimension(name)) for name in names]
    title = QCoreApplication.translate("contents", "Maßnahmen")
    return Section("measures", title, [_measure(reading, measure) for measure in measures], groups)


def _agenda(reading: Reading, agenda: AgendaTemplate) -> Iterator[Entry]:
    translate = QCoreApplication.translate
    words = translate("contents", "Beginn {start} Uhr, zusammen {minutes} min")
    facts = words.format(start=f"{agenda.start:%H:%M}", minutes=sum(step.minutes for step in agenda.steps))
    yield Entry(agenda.id, (Heading(agenda.title, "section"), Text(facts, "body", "ink2")), agenda.id, is_extra=True)
    for number, step in enumerate(agenda.steps, 1):
        blocks, pause = tuple(_step(reading, number, step)), step.kind is not StepKind.WORK
        yield Entry(f"{agenda.id}/{step.id}", blocks, agenda.id, is_extra=pause)


def _task(reading: Reading, task: TaskTemplate) -> Entry:
    translate = QCoreApplication.translate
    when = {0: translate("contents", "am Tag selbst"), 1: translate("contents", "am Tag davor")}.get(task.days_before)
    facts = [
        when or translate("contents", "{count} Tage vorher").format(count=task.days_before),
        reading.texts(f"preparation.who.{task.who.value}"),
        translate("contents", "vor jedem Workshoptag") if task.each_day else "",
        task.module or translate("contents", "vor jedem Modul"),
    ]
    blocks = said(Heading(task.title), Text(" · ".join(filter(None, facts)), "caption", "ink3"), Text(task.hint))
    return Entry(task.id, tuple(blocks))


def _step(reading: Reading, number: int, step: StepTemplate) -> Iterator[Block]:
    translate = QCoreApplication.translate
    yield Heading(f"{number}.  {step.title}")
    words = translate("contents", "{minutes} min, mindestens {least} min")
    duration = words.format(minutes=step.minutes, least=step.minimum_minutes)
    if step.kind is not StepKind.WORK:
        yield Text(duration, "caption", "ink3")
        return
    if step.drop_order is not None:
        duration += " · " + translate("contents", "entfällt als {place}.").format(place=step.drop_order)
    yield Text(duration, "caption", "ink3")
    yield from said(
        Text(step.goal, label=translate("contents", "Ziel")),
        Text(step.method, label=translate("contents", "Methode")),
        Text(step.moderation, label=translate("contents", "Moderation")),
        Points(step.talking_points, translate("contents", "Stichpunkte")),
    )
    known = reading.contents.catalog.facts
    for fact in (known[name] for name in step.facts if name in known):
        yield Text(fact.text, label=translate("contents", "Fakt"))
        yield reading.stand(fact.as_of, fact.sources)
        yield from reading.doubts(valid_to=fact.valid_to, check=fact.check, certainty=fact.certainty)
    yield from said(
        Points(step.materials, translate("contents", "Material")),
        Text(step.outcome, label=translate("contents", "Ergebnis")),
        Text(step.drop_cost, label=translate("contents", "Was es kostet, ihn wegzulassen")),
    )


def _measure(reading: Reading, measure: MeasureTemplate) -> Entry:
    translate = QCoreApplication.translate
    known = reading.contents.catalog
    support = ", ".join(
        known.funding.supports[name].title for name in measure.support if name in known.funding.supports
    )
    before = "; ".join(known.measures[name].title for name in measure.builds_on if name in known.measures)
    blocks = said(
        Heading(measure.title),
        Text(" · ".join(_facts(measure)), "caption", "ink3"),
        Text(measure.description),
        Points(measure.first_steps, translate("contents", "Erste Schritte")),
        Text(reading.roles(measure.roles), label=translate("contents", "Wer")),
        Text(measure.prerequisites, label=translate("contents", "Voraussetzungen")),
        Text(before, label=translate("contents", "Baut auf")),
        Text(support, label=translate("contents", "Wer zahlt")),
        Text(measure.indicator, label=translate("contents", "Woran man es misst")),
        Text(measure.risks, label=translate("contents", "Risiken")),
        reading.stand(measure.as_of, measure.sources),
    )
    return Entry(measure.id, tuple(blocks), measure.dimension)


def _facts(measure: MeasureTemplate) -> Iterator[str]:
    translate = QCoreApplication.translate
    band = translate("contents", "vorgeschlagen von Stufe {low} bis {high}")
    yield band.format(low=measure.at_least, high=measure.at_most)
    for trigger in measure.questions:
        words = translate("contents", "auch wenn {question} höchstens {level}")
        yield words.format(question=trigger.question, level=trigger.at_most)
    low, high = measure.person_days
    days = translate("contents", "Aufwand {effort}, {low} bis {high} Personentage")
    yield days.format(effort=measure.effort.value, low=low, high=high)
    costs = (
        "",
        translate("contents", "unter 5.000 €"),
        translate("contents", "bis 50.000 €"),
        translate("contents", "über 50.000 €"),
    )
    yield costs[measure.cost_class]
    yield translate("contents", "{months} Monate").format(months=measure.months)
    if measure.alliance_only:
        yield translate("contents", "nur im Verbund")
