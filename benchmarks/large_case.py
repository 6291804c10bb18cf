"""A case larger than any: its plan, minutes, filing plan and people opened, and another theme with all pages open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QTableView, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.changes import FilePlanEntrySet, MeasureSet, MinutesEntrySet
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.domain.file_plan import FilePlanEntry
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.months import add_months
from advisor_app.domain.plan import Measure
from advisor_app.domain.words import Audience, Words
from advisor_app.services.attendance import typed
from advisor_app.services.ids import new_id
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.pages.registry import CASE_PAGES, page_named
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import Page, PageContext
from advisor_app.ui.shell.page_stack import PageStack
from benchmarks.measuring import Figure, interleaved, timed
from benchmarks.opening import let_go, show_once

MEASURES, ENTRIES, FILE_PLAN, PEOPLE = 300, 400, 1500, 120
_COLUMNS = 8
_ROUNDS = 7
_MODULES = ("M1", "M2", "M3", "M4")


def large_case(context: PageContext) -> CaseBridge:
    """A case of all modules: measures that follow one another in a circle, a day's entries, a filing plan, people."""
    workspace = context.workspace
    workspace.protection.accept_recovery_code(workspace.protection.new_recovery_code())
    commune = Commune(
        id=new_id(), key=None, name="Großdorf", kind=CommuneKind.MUNICIPALITY, designation="Gemeinde", own=True
    )
    bridge = CaseBridge(workspace, workspace.cases.create(workspace.register.save(commune), _MODULES))
    bridge.edit(*(MeasureSet(item.id, None, item) for item in _measures()))
    day = next(iter(bridge.case.agenda.values()))
    bridge.edit(*(MinutesEntrySet(entry.id, None, entry) for entry in _entries(day, context)))
    bridge.edit(*(FilePlanEntrySet(entry.id, None, entry) for entry in _file_plan()))
    for person, participant in typed(bridge.case, (f"Person {number}; Leitung; Bauamt" for number in range(PEOPLE))):
        bridge.save_person(person)
        bridge.edit(participant)
    return bridge


def _measures() -> Iterator[Measure]:
    for number in range(MEASURES):
        start = add_months(date(2027, 1, 1), number % 40)
        yield Measure(
            id=f"U{number}",
            title=f"Maßnahme {number} mit einem Titel von mittlerer Länge",
            benefit=1 + number % 5,
            effort=1 + number % 4,
            responsible="Hauptamt",
            start=start,
            end=add_months(start, 1 + number % 9),
            predecessors=(f"U{(number or MEASURES) - 1}",),
            cost_once=100_000 * number,
            position=number,
        )


def _entries(day: AgendaDay, context: PageContext) -> Iterator[MinutesEntry]:
    for number in range(ENTRIES):
        yield MinutesEntry(
            id=new_id(),
            day=day.id,
            kind=list(EntryKind)[number % len(EntryKind)],
            at=context.workspace.clock.now(),
            words=Words(f"Eintrag {number} mit einem Satz, wie er an einem Workshoptag entsteht.", Audience.MINUTES),
            step=day.steps[number % len(day.steps)].id,
        )


def _file_plan() -> Iterator[FilePlanEntry]:
    for number in range(FILE_PLAN):
        place = f"{number // 150}.{number // 15 % 10}.{number % 15}"
        yield FilePlanEntry(id=new_id(), number=place, title=f"Eintrag {number} des Plans", retention="10 Jahre")


def _bare_table(rows: int) -> QWidget:
    """A table in bare Qt with as many rows."""
    table, model = QTableView(), QStandardItemModel(rows, _COLUMNS)
    for row in range(rows):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"Zeile {row}, Spalte {column}"))
    model.setParent(table)
    table.setModel(model)
    return table


def figures(context: PageContext) -> Iterator[Figure]:
    """Opening both pages, and the switch of the theme while one of all pages is seen."""
    bridge = large_case(context)
    for name, item, words, rows in (
        ("plan", "", f"plan of {MEASURES} measures in a circle opened", MEASURES),
        ("minutes", "", f"day of {ENTRIES} entries opened", ENTRIES),
        ("e-file", "file-plan", f"filing plan of {FILE_PLAN} entries opened", FILE_PLAN),
        ("privacy", "", f"data protection of {PEOPLE} people opened", PEOPLE),
    ):
        value, floor = interleaved(_opening(name, item, context, bridge), _bare_opening(rows), _ROUNDS)
        yield Figure(name=f"{words}, against a bare Qt table of as many rows", value=value, floor=floor, unit="ms")
    yield _switch(context, bridge)
    bridge.close()


def _opening(name: str, item: str, context: PageContext, bridge: CaseBridge) -> Callable[[], float]:
    entry = page_named(name)

    def page() -> Page:
        made = entry.build_in_case(context, bridge)
        made.open_item(item)
        return made

    return lambda: timed(lambda: show_once(page()))


def _bare_opening(rows: int) -> Callable[[], float]:
    return lambda: timed(lambda: show_once(_bare_table(rows)))


def _switch(context: PageContext, bridge: CaseBridge) -> Figure:
    stack = PageStack()
    stack.resize(1182, 690)
    stack.show()
    for entry in CASE_PAGES:
        if not entry.hidden:
            stack.show_page(entry, context, bridge)
            QApplication.processEvents()
    seen = stack.show_page(page_named("plan"), context, bridge)
    bare = _bare_page(seen)
    themes = cycle((ThemeChoice.DARK, ThemeChoice.LIGHT))

    def switch() -> None:
        context.theming.choose(next(themes))
        QApplication.processEvents()

    def dress() -> None:
        bare.setStyleSheet(context.theming.look.sheet)  # the other theme's, as both are taken in turns
        QApplication.processEvents()

    value, floor = interleaved(lambda: timed(switch), lambda: timed(dress), _ROUNDS)
    for widget in (stack, bare):
        let_go(widget)
    return Figure(
        name="another theme with all pages of a case open, against a sheet on as many bare widgets as are seen",
        value=value,
        floor=floor,
        unit="ms",
    )


def _bare_page(seen: Page) -> QWidget:
    """As many widgets as the page has."""
    page = QStackedWidget()
    body = QWidget()
    column = QVBoxLayout(body)
    for number in range(len(seen.findChildren(QWidget)) // 2):
        column.addWidget(QLabel(f"Zeile {number}"))
        column.addWidget(QPushButton(f"Knopf {number}"))
    page.addWidget(body)
    page.resize(1182, 690)
    page.show()
    return page
