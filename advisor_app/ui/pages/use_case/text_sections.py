"""The parts of the profile that are mostly words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.use_case import Indicator, Milestone, Risk, Roadmap
from advisor_app.texts.states import state_word
from advisor_app.ui.pages.use_case.section import Section
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.month_field import EndField
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor
from advisor_app.ui.widgets.value_field import TextLine


class IdentitySection(Section):
    """What the use case is called, whose it is and how far it has come."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theming, workspace = context.theming, context.workspace
        areas = [
            (area.id, f"{area.id} {area.short}", area.title)
            for area in workspace.catalog.dimensions.values()
            if area.kind is DimensionKind.IMPACT_AREA
        ]
        self.name(self.tr("Steckbrief"))
        self.line("title", self.tr("Titel"), self.tr("Was entsteht, und wo"), span=2)
        self.form.add("areas", self.tr("Wirkungsbereiche"), ChipsField(theming, areas), span=2)
        stages = [(stage, state_word(stage, workspace.texts)) for stage in Roadmap]
        self.form.add("roadmap", self.tr("Von der Idee zum Transfer"), ChoiceField(stages))
        self.line("state", self.tr("Bearbeitungsstand"), self.tr("etwa: Entwurf nach dem Workshop"))
        self.line("author", self.tr("Verfasst von"))
        self.form.add("as_of", self.tr("Stand vom"), self.day())


class GoalSection(Section):
    """Why it is needed, for whom, and what shall be reached."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Problem und Ziel"))
        self.area("problem", self.tr("Problem"), self.tr("Was geschieht heute, und wen trifft es?"))
        self.area("problem_evidence", self.tr("Beleg"), self.tr("Zahlen, Vorfälle oder Quellen"))
        self.line("beneficiaries", self.tr("Zielgruppe"), span=2)
        self.area("goal", self.tr("Ziel"), self.tr("Was ist danach anders?"))
        columns = (
            RowColumn(
                attribute="name",
                title=self.tr("Kennzahl"),
                stretch=3,
                new_field=partial(TextLine, self.tr("Was wird gemessen?")),
            ),
            RowColumn(attribute="baseline", title=self.tr("Heute"), stretch=2, new_field=TextLine),
            RowColumn(attribute="target", title=self.tr("Ziel"), stretch=2, new_field=TextLine),
        )
        rows = RowsEditor(context.theming, columns, Indicator(name=""))
        self.form.add("indicators", self.tr("Kennzahlen"), rows, span=2)


class SolutionSection(Section):
    """What is built, what is not, who does it and what it brings."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Lösung"))
        self.area("solution", self.tr("Lösung"), self.tr("Was wird beschafft, gebaut oder geändert?"))
        self.area("exclusions", self.tr("Abgrenzung"), self.tr("Was leistet die Lösung ausdrücklich nicht?"))
        self.area("benefit", self.tr("Nutzen"))
        self.line("participants", self.tr("Beteiligte"), span=2)
        self.line("responsible", self.tr("Verantwortung im Fach"))
        self.line("operator", self.tr("Verantwortung für den Betrieb"))


class DataSection(Section):
    """Data and technology."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Daten und Technik"))
        self.area("data_source", self.tr("Datenquelle"), span=1)
        self.area("personal_data", self.tr("Personenbezug"), span=1)
        self.area("publication", self.tr("Veröffentlichung"), span=1)
        self.area("technology", self.tr("Technik"), span=1)
        self.area("interfaces", self.tr("Schnittstellen"), span=1)
        self.area("standards", self.tr("Standards"), span=1)


class LawSection(Section):
    """What the law asks for."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Recht"))
        self.area("law", self.tr("Rechtsgrundlage und Zuständigkeit"), span=1)
        self.area("data_protection", self.tr("Datenschutz"), span=1)
        self.area("security", self.tr("IT-Sicherheit"), span=1)
        self.area("accessibility", self.tr("Barrierefreiheit"), span=1)


class FundingSection(Section):
    """Who pays, and who could join."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Förderung und Verbund"))
        self.area("funding", self.tr("Förderung"), self.tr("Programm, Quote und Frist; was noch zu prüfen ist"))
        self.line("own_share", self.tr("Eigenanteil"), span=2)
        self.area("transfer", self.tr("Übertragbarkeit und interkommunale Zusammenarbeit"))


class RiskSection(Section):
    """What may go wrong, what it hangs on, and what is reached when."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        theming, texts = context.theming, context.workspace.texts
        self.name(self.tr("Risiken und Meilensteine"))
        risks = (
            RowColumn(attribute="risk", title=self.tr("Risiko"), stretch=1, new_field=TextLine),
            RowColumn(attribute="countermeasure", title=self.tr("Gegenmaßnahme"), stretch=1, new_field=TextLine),
        )
        self.form.add("risks", self.tr("Risiken"), RowsEditor(theming, risks, Risk(risk="")), span=2)
        self.area("dependencies", self.tr("Abhängigkeiten"), self.tr("Wovon hängt der Erfolg ab?"))
        milestones = (
            RowColumn(attribute="title", title=self.tr("Meilenstein"), stretch=3, new_field=TextLine),
            RowColumn(attribute="on", title=self.tr("Bis"), stretch=1, new_field=partial(EndField, theming, texts)),
        )
        rows = RowsEditor(theming, milestones, Milestone(title=""))
        self.form.add("milestones", self.tr("Meilensteine"), rows, span=2)


class DecisionSection(Section):
    """What was decided, and when."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.name(self.tr("Entscheidung"))
        self.area("decision", self.tr("Entscheidung"), self.tr("Wer hat was beschlossen?"))
        self.form.add("decided_on", self.tr("Entschieden am"), self.day())
