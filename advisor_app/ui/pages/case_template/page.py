"""Which commune the new case is for, and what of this case it begins with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from advisor_app.domain.case_template import TemplatePart, sizes
from advisor_app.domain.changes import Change
from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.texts.assessments import module_name
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, Headline, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_picker import CommunePicker
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paper_column import PaperColumn


class CaseTemplatePage(CasePage):
    """Opens the new case once a commune is chosen and the button is pressed."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._commune: Commune | None = None
        self.picker = CommunePicker(theming, context.workspace)
        self.ticks = {part: QCheckBox() for part in TemplatePart}
        self._modules = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.create_button = Button(theming, self.tr("Fall anlegen"), "file-plus", "primary")
        column = PaperColumn(theming)
        column.add(
            TextLabel(theming, self.tr("Für welche Kommune ist der neue Fall?"), "section", wrap=True),
            self.picker,
            TextLabel(theming, self.tr("Was kommt mit?"), "section", wrap=True),
            self._modules,
            *self.ticks.values(),
            TextLabel(
                theming,
                self.tr(
                    "Nie mit kommen Antworten, Ergebnisse, Personen, Notizen, Termine, Kosten und Nachweise. Titel von "
                    "Tagen, Schritten, Aufgaben und Maßnahmen kommen mit, wie sie hier stehen, ohne Namen von Personen "
                    "dieses Falls."
                ),
                "caption",
                "caption",
                wrap=True,
            ),
            self.create_button,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        for tick in self.ticks.values():
            tick.setChecked(True)
        self.picker.show_commune(None)
        self.picker.chosen.connect(self._on_picker_chosen)
        self.create_button.clicked.connect(self._create)
        self._show()

    @override
    def headline(self) -> Headline:
        title = QCoreApplication.translate("pages", "Fall als Vorlage")
        return Headline(title=self.context.workspace.register.titles(self.bridge.case.head.communes), subtitle=title)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self._show()

    @override
    def take_focus(self) -> None:
        self.picker.take_focus()

    def _show(self) -> None:
        case, catalog, texts = self.bridge.case, self.context.workspace.catalog, self.context.workspace.texts
        known = [module for name in case.modules if (module := catalog.modules.get(name))]
        names = [f"{module_name(module.id, catalog, texts)} {module.title}" for module in known]
        words = self.tr("Gebucht wird dasselbe, als neue Anfrage: {modules}.")
        none = self.tr("In diesem Fall ist noch kein Modul gebucht.")
        self._modules.setText(words.format(modules=", ".join(names)) if names else none)
        for part, count in sizes(case).items():
            tick = self.ticks[part]
            tick.setText(self._titles()[part].format(count=count))
            tick.setVisible(bool(count))
        self.create_button.setEnabled(self._commune is not None and not self.context.workspace.is_read_only)

    def _titles(self) -> dict[TemplatePart, str]:
        return {
            TemplatePart.AGENDA: self.tr("Agenda, ohne Termine (Tage: {count})"),
            TemplatePart.WORDS: self.tr("Wörter des Hauses ({count})"),
            TemplatePart.ROLES: self.tr("Rollen des Hauses ({count})"),
            TemplatePart.CHECKLIST: self.tr("Eigene Aufgaben der Vorbereitung ({count})"),
            TemplatePart.PLAN: self.tr("Gerüst des Umsetzungsplans (Maßnahmen: {count})"),
        }

    def _create(self) -> None:
        workspace, case = self.context.workspace, self.bridge.case
        if self._commune is None:
            return
        shown = [part for part, count in sizes(case).items() if count]
        parts = [part for part in shown if self.ticks[part].isChecked()]
        try:
            session = workspace.case_templates.create(case, self._commune, parts)
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
            return
        workspace.portfolio.update(session.case)
        self._commune = None
        self.picker.show_commune(None)
        self._show()
        self.navigated.emit(f"case:{session.case.id}", "overview")

    def _on_picker_chosen(self, commune: Commune) -> None:
        self._commune = commune
        self._show()
        self.create_button.setFocus()
