"""Everything that can be done on the agenda page, by its name and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import is_paused, running_steps
from advisor_app.ui.pages.agenda import foot_bar, next_line
from advisor_app.ui.pages.agenda.planning_work import DOWN_KEYS, UP_KEYS
from advisor_app.ui.pages.agenda.side_panel import REPLAN_KEYS
from advisor_app.ui.pages.agenda.step_menu import BESIDE_KEYS, SPLIT_KEYS
from advisor_app.ui.pages.agenda.step_panel import PIN_KEYS
from advisor_app.ui.shell.command import Command

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage

translate = QCoreApplication.translate


def page_commands(page: AgendaPage) -> list[Command]:
    """What the page can do now: with the step and the clock, on paper, and which days can be added."""
    kind = translate("agenda", "Agenda")
    commands = [] if page.step is None else [*_running(page, kind), *_planning(page, kind)]
    if page.day is not None:
        commands += _output(page, kind)
    open_words = translate("agenda", "Zum Schritt öffnen: {title}")
    commands += [
        _command(kind, open_words.format(title=one.linked.title), one.click, one.linked.icon, one.keys)
        for one in page.step_panel.links.buttons
    ]
    title = translate("agenda", "Tag hinzufügen: {module}, {title}")
    commands += [
        Command(
            title=title.format(module=item.module, title=item.words),
            kind=kind,
            act=partial(page.planning.add_day, item.template),
            icon="calendar-plus",
        )
        for item in page.offered
    ]
    return commands


def _running(page: AgendaPage, kind: str) -> list[Command]:
    day, work = page.day, page.running
    found = [
        _command(kind, translate("agenda", "Schritt beginnen oder beenden"), work.act, "play", foot_bar.KEYS),
        _command(kind, translate("agenda", "Schritt überspringen"), work.skip, "skip-forward", foot_bar.SKIP_KEYS),
        _command(kind, translate("agenda", "Zurück zum Schritt davor"), work.go_back, "arrow-left", foot_bar.BACK_KEYS),
    ]
    if day is not None and running_steps(day):
        words = (
            translate("agenda", "Pause beenden, die Uhr läuft weiter")
            if is_paused(day)
            else translate("agenda", "Pause, die Uhr steht")
        )
        found += [
            _command(
                kind, translate("agenda", "Weiter zum nächsten Schritt"), work.go_on, "arrow-right", next_line.KEYS
            ),
            _command(kind, words, work.pause, "pause", foot_bar.PAUSE_KEYS),
            _command(kind, translate("agenda", "Rest neu planen"), page.side.replan.click, "timer", REPLAN_KEYS),
        ]
    return found


def _planning(page: AgendaPage, kind: str) -> list[Command]:
    work = page.planning
    up, down = partial(work.shift, -1), partial(work.shift, 1)
    return [
        _command(kind, translate("agenda", "Schritt ändern"), page.step_panel.toggle_editor, "pencil", "F2"),
        _command(kind, translate("agenda", "Schritt nach oben"), up, "arrow-up", UP_KEYS),
        _command(kind, translate("agenda", "Schritt nach unten"), down, "arrow-down", DOWN_KEYS),
        _command(kind, translate("agenda", "Schritt einfügen"), work.insert, "plus", "Ins"),
        _command(kind, translate("agenda", "Schritt teilen"), work.split, "split", SPLIT_KEYS),
        _command(kind, translate("agenda", "Beginn des Schritts festhalten"), work.toggle_pin, "pin", PIN_KEYS),
        _command(kind, translate("agenda", "Parallel zum Schritt davor"), work.set_beside, "git-branch", BESIDE_KEYS),
    ]


def _output(page: AgendaPage, kind: str) -> list[Command]:
    output = page.output
    return [
        _command(kind, translate("agenda", "Agenda drucken"), output.open_document, "printer", "Ctrl+P"),
        _command(kind, translate("agenda", "Kalenderdatei sichern (.ics)"), output.save_calendar, "calendar-plus"),
    ]


def _command(kind: str, title: str, act: Callable[[], object], icon: str, keys: str = "") -> Command:
    return Command(title=title, kind=kind, act=act, icon=icon, keys=keys)
