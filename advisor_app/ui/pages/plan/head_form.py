"""The head of the plan: period, steering, state, summary, milestones, and where the commune starts from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.plan import Plan
from advisor_app.domain.use_case import Milestone
from advisor_app.services.clock import today
from advisor_app.services.results import DimensionStanding
from advisor_app.ui.pages.plan.targets_strip import TargetsStrip
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.month_field import EndField, StartField
from advisor_app.ui.widgets.rows_editor import RowColumn, RowsEditor
from advisor_app.ui.widgets.value_field import TextArea, TextLine


class HeadForm(QWidget):
    """``edited(attribute, value, batch)`` asks to commit one attribute of the plan's head."""

    edited = Signal(str, object, str)
    typing = Signal()

    def __init__(self, context: PageContext, modules: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        texts = workspace.texts
        titles = [("", self.tr("alle erhobenen Module"))]
        titles += [
            (name, f"{workspace.catalog.modules[name].number} {workspace.catalog.modules[name].title}")
            for name in modules
        ]
        self.targets = TargetsStrip(theming)
        self.form = form = Form(theming, 4)
        form.add("start", self.tr("Zeitraum von"), StartField(theming, texts))
        form.add("end", self.tr("bis"), EndField(theming, texts))
        form.add("module", self.tr("Modul"), ChoiceField(titles))
        form.add("as_of", self.tr("Stand vom"), DateField(theming, texts, partial(today, workspace.clock)))
        form.add("steering", self.tr("Steuerkreis"), TextLine(self.tr("Rollen, etwa BM, HA, KÄ")), span=2)
        form.add("release", self.tr("Freigabe"), TextLine(self.tr("Wer gibt frei, und wann?")), span=2)
        form.add(
            "summary", self.tr("Auf einen Blick"), TextArea(self.tr("Wofür der Plan da ist, in drei Sätzen")), span=4
        )
        columns = (
            RowColumn(attribute="title", title=self.tr("Meilenstein"), stretch=3, new_field=TextLine),
            RowColumn(attribute="on", title=self.tr("Bis"), stretch=1, new_field=partial(EndField, theming, texts)),
        )
        rows = RowsEditor(theming, columns, Milestone(title=""))
        form.add("milestones", self.tr("Meilensteine des Plans"), rows, span=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.targets)
        column.addWidget(form)
        column.addStretch(1)
        form.edited.connect(self.edited)
        form.typing.connect(self.typing)

    def show_plan(self, plan: Plan) -> None:
        """Show the head of a plan."""
        self.form.show_record(plan)

    def show_standing(self, dimensions: Sequence[DimensionStanding]) -> None:
        """Show levels and targets of the assessment."""
        self.targets.show_dimensions(dimensions)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.form.flush()
