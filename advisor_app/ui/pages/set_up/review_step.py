"""Everything in one view before the case is opened: what was entered, what is still missing, wish and references."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.domain.changes import Change, HeadSet
from advisor_app.override import override
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.booking_words import financing_words
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_words import commune_facts
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.value_field import TextArea, TextLine


class ReviewStep(Step):
    """Nothing has to be complete: the case can be opened as it is and filled in later."""

    NAME = StepName.REVIEW.value

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.summary = _Summary(self.theming)
        self.form = Form(self.theming)
        wish = TextArea(lines=2)
        wish.text.finished.connect(self.finished)
        self.form.add("wish", self.tr("Wunsch der Kommune"), wish, span=2)
        self.form.add("provider", self.tr("Beratungshaus"), TextLine(context.workspace.preferences.provider))
        self.form.add("adviser", self.tr("Beratung"), TextLine())
        self.form.add("provider_reference", self.tr("Aktenzeichen des Beratungshauses"), TextLine())
        self.form.add("commune_reference", self.tr("Aktenzeichen der Kommune"), TextLine())
        column = self.add_column(
            self.tr("Stimmt alles?"), self.tr("Was fehlt, können Sie jederzeit im Fall ergänzen.")
        ).column
        column.addWidget(self.summary)
        column.addWidget(self.form)
        column.addStretch(1)
        self.summary.wanted.connect(self.wanted)
        self.form.edited.connect(self._on_form_edited)
        self.form.typing.connect(self.typing)
        self.refresh(())

    @override
    def title(self) -> str:
        return step_title(StepName.REVIEW)

    @override
    def state(self) -> StepState:
        return StepState(name=self.NAME, title=self.title(), done=not self.case.head.draft)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        case = self.case
        language = self.context.workspace.preferences.language
        lines = [self.context.workspace.register.titles(case.head.communes)]
        if len(case.head.communes) == 1:
            lines.append(commune_facts(case.commune, language, with_district=True))
        self.summary.show_line(StepName.COMMUNE, "\n".join(lines))
        self.summary.show_line(StepName.MODULES, "\n".join(self._bookings()) or self.tr("noch kein Modul gewählt"))
        self.summary.show_line(StepName.CONTACTS, "\n".join(self._people()) or self.tr("noch niemand"))
        self.summary.show_line(StepName.DATES, "\n".join(self._days()) or self.tr("noch kein Termin"))
        self.form.show_record(case.head)

    @override
    def flush(self) -> None:
        self.form.flush()

    @override
    def take_focus(self) -> None:
        self.form.take_focus()

    @property
    def texts_by_step(self) -> dict[str, str]:
        """What the summary says, by the names of the steps."""
        return {name.value: label.text() for name, label in self.summary.lines.items()}

    def finish(self) -> bool:
        """Make a case of the draft; False where that could not be written."""
        head = self.case.head
        provider = head.provider or self.context.workspace.preferences.provider
        return not head.draft or self.bridge.edit(HeadSet(head, replace(head, draft=False, provider=provider)))

    def _bookings(self) -> list[str]:
        modules = self.context.workspace.catalog.modules
        ordered = sorted(self.case.bookings.values(), key=lambda booking: (booking.module, booking.id))
        return [
            self.tr("{module} {title}, Finanzierung: {financing}").format(
                module=booking.module,
                title=modules[booking.module].title if booking.module in modules else "",
                financing=financing_words(booking.financing),
            )
            for booking in ordered
        ]

    def _people(self) -> list[str]:
        lines = []
        for contact in self.case.contacts.values():
            person = self.case.people.get(contact.person)
            parts = [person.name, contact.function, person.phone, person.email] if person is not None else []
            lines.append(", ".join(part for part in parts if part))
        return [line for line in lines if line]

    def _days(self) -> list[str]:
        language = self.context.workspace.preferences.language
        dated = [(day.on, day) for day in self.case.agenda.values() if day.on is not None]
        return [
            ", ".join(filter(None, (f"{short_day(on, language)} {day.start:%H:%M}", day.title, day.place)))
            for on, day in sorted(dated, key=lambda item: (item[0], item[1].number))
        ]

    def _on_form_edited(self, attribute: str, value: object, batch: str) -> None:
        head = self.case.head
        after = replace(head, **{attribute: value})  # type: ignore[arg-type]  # the field's own type
        self.bridge.edit(HeadSet(head, after), batch=batch or None)


class _Summary(QWidget):
    """A line per step: its name, what was entered, and the way back to it."""

    wanted = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[StepName, TextLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(name for name in StepName if name is not StepName.REVIEW):
            title = step_title(name)
            label = self.lines[name] = TextLabel(theming, "", "body", wrap=True)
            change = Button(theming, self.tr("Ändern"), "", "link")
            change.setAccessibleName(self.tr("{step} ändern").format(step=title))
            change.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name.value))
            heading = TextLabel(theming, title, "body", "secondary")
            for column, widget in enumerate((heading, label, change)):
                grid.addWidget(widget, 2 * row, column)
            grid.addWidget(hairline(), 2 * row + 1, 0, 1, 3)

    def show_line(self, name: StepName, text: str) -> None:
        """Show what was entered in a step."""
        self.lines[name].setText(text)
