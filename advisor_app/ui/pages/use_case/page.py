"""The page of use cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import Change, HeadSet, UseCaseSet
from advisor_app.domain.use_case import UseCase
from advisor_app.override import override
from advisor_app.services.use_cases import in_order
from advisor_app.texts.states import state_word
from advisor_app.ui.pages.use_case.head import UseCaseHead
from advisor_app.ui.pages.use_case.profile import Profile
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command, numbered_commands
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.file_choice import file_to_open, file_to_save
from advisor_app.ui.widgets.file_exchange import FileExchange
from advisor_app.ui.widgets.keys import act_on, act_on_numbers
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.side_list import SideEntry, SideList

_SIDE = 248


class UseCasePage(CasePage):
    """Anwendungsfall. Insert adds one, Delete in the list removes it, Alt+1 to Alt+9 jump to the sections."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._current = ""
        self._failed = False
        self._files = FileExchange(self)
        self.list = SideList(theming, self.tr("Anwendungsfälle"))
        self.jumps = SideList(theming, self.tr("Abschnitte"))
        self.add_button = Button(theming, self.tr("Anlegen"), "plus", "link", shortcut="Ins")
        self.head = UseCaseHead(theming)
        self.profile = Profile(context)
        self.empty = EmptyState(
            theming,
            icon="lightbulb",
            title=self.tr("Noch kein Anwendungsfall"),
            sentence=self.tr(
                "Ein Anwendungsfall beschreibt eine einzelne digitale Lösung: Problem, Ziel, Technik, Recht, Kosten "
                "und Risiken auf einem Steckbrief."
            ),
            action=self.tr("Anwendungsfall anlegen"),
            keys="Ins",
            other=self.tr("Aus Datei einlesen"),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_all()

    @property
    def current(self) -> UseCase | None:
        """The use case that is shown."""
        return self.bridge.case.use_cases.get(self._current)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, UseCaseSet | HeadSet) for change in changes):
            self._show_all()

    @override
    def flush(self) -> bool:
        self._failed = False
        self.profile.flush()
        return not self._failed

    @override
    def open_item(self, item: str) -> None:
        name, _, section = item.partition("/")
        if name in self.bridge.case.use_cases:
            self._choose(name)
            if section in self.profile.sections:
                self.profile.jump(section)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Anwendungsfall")
        commands = [
            Command(title=self.tr("Anwendungsfall anlegen"), kind=kind, act=self._add, icon="plus", keys="Ins"),
            Command(title=self.tr("Anwendungsfälle einlesen"), kind=kind, act=self._import, icon="upload"),
        ]
        if self.current is not None:
            commands.append(
                Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P")
            )
            sections = (
                (section.title, partial(self.profile.jump, name)) for name, section in self.profile.sections.items()
            )
            commands += numbered_commands(self.tr("Abschnitt"), sections)
        return commands

    def _lay_out(self) -> None:
        theming = self.context.theming
        side = QWidget()
        self._side = side
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(TextLabel(theming, self.tr("Anwendungsfälle"), "body", "secondary"), 1)
        top.addWidget(self.add_button)
        column.addLayout(top)
        column.addWidget(self.list)
        column.addSpacing(16)
        column.addWidget(TextLabel(theming, self.tr("Abschnitte"), "body", "secondary"))
        column.addWidget(self.jumps)
        column.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.profile, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(vertical_hairline())
        row.addLayout(right, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theming.changed.connect(self._fit)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.empty.wanted.connect(self._add)
        self.empty.other_wanted.connect(self._import)
        self.list.chosen.connect(self._on_list_chosen)
        self.jumps.clicked.connect(lambda _index: self.profile.jump(self.jumps.current_key()))
        self.jumps.activated.connect(lambda _index: self.profile.jump(self.jumps.current_key()))
        self.profile.edited.connect(self._on_profile_edited)
        self.profile.typing.connect(self.typing)
        self.profile.scrolled.connect(self.jumps.mark)
        self.head.pdf_wanted.connect(self._show_pdf)
        self.head.import_wanted.connect(self._import)
        self.head.export_wanted.connect(self._export)
        self.head.removal_wanted.connect(self._remove)
        act_on("Del", self.list, self._remove)
        act_on_numbers(self, (partial(self.profile.jump, name) for name in self.profile.sections))

    def _show_all(self) -> None:
        use_cases = in_order(self.bridge.case.use_cases.values())
        if self.current is None:
            self._current = use_cases[0].id if use_cases else ""
        self._stack.setCurrentIndex(1 if use_cases else 0)
        self.list.show_entries(
            [
                SideEntry(
                    key=item.id,
                    title=item.title.strip() or self.tr("Ohne Titel"),
                    below=f"{item.code} · {state_word(item.roadmap, self.context.workspace.texts)}",
                )
                for item in use_cases
            ]
        )
        self._show_current()

    def _show_current(self) -> None:
        use_case = self.current
        if use_case is None:
            return
        self.list.mark(use_case.id)
        stage = state_word(use_case.roadmap, self.context.workspace.texts)
        self.head.show_use_case(use_case, self.bridge.case.commune.title, stage)
        self.profile.show_use_case(use_case)
        counts = self.profile.open_counts(use_case)
        self.jumps.show_entries(
            [
                SideEntry(
                    key=name,
                    title=section.title,
                    trailing=self.tr("{count} offen").format(count=counts[name]) if counts[name] else "",
                )
                for name, section in self.profile.sections.items()
            ]
        )
        if not self.jumps.current_key():
            self.jumps.mark(next(iter(self.profile.sections)))

    def _choose(self, name: str) -> None:
        if name == self._current or not self.flush():
            return
        self._current = name
        self._show_current()
        self.profile.verticalScrollBar().setValue(0)

    def _add(self) -> None:
        if not self.flush():
            return
        services = self.context.workspace.use_cases
        use_case = self.bridge.perform(lambda session: services.create(session, ""))
        if use_case is not None:
            self._choose(use_case.id)
            self.profile.jump("identity")

    def _remove(self) -> None:
        use_case = self.current
        if use_case is None or not self.flush():
            return
        if self.bridge.edit(UseCaseSet(use_case.id, self.current, None)):
            self.removed.emit(self.tr("{code} ist gelöscht.").format(code=use_case.code))

    def _show_pdf(self) -> None:
        if self.current is not None and self.flush():
            self.navigated.emit("documents", f"use-case:{self._current}")

    def _import(self) -> None:
        path = file_to_open(self, self.tr("Anwendungsfälle einlesen"), self.tr("Anwendungsfälle (*.toml)"))
        if path is None or not self.flush():
            return
        services = self.context.workspace.use_cases
        self._files.bring(lambda: services.read_use_cases(path), services.take_in)

    def _export(self) -> None:
        use_case = self.current
        if use_case is None or not self.flush():
            return
        title = self.tr("Anwendungsfall ausgeben")
        path = file_to_save(self, title, f"{use_case.code}.toml", self.tr("Anwendungsfälle (*.toml)"))
        if path is not None:
            services, case = self.context.workspace.use_cases, self.bridge.case
            self._files.save(lambda file: services.export_use_cases(case, file, use_case.id), path)

    def _fit(self) -> None:
        self._side.setFixedWidth(min(self.context.theming.scaled(_SIDE), self.width() // 3))

    def _on_list_chosen(self, name: str) -> None:
        self._choose(name)
        self.list.mark(self._current)

    def _on_profile_edited(self, attribute: str, value: Any, batch: str) -> None:
        use_case = self.current
        if use_case is None:
            return
        change = UseCaseSet(use_case.id, use_case, replace(use_case, **{attribute: value}))
        if not self.bridge.edit(change, batch=batch or None):
            self._failed = True
