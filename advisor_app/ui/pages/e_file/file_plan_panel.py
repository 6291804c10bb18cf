"""The extract of the filing plan as a tree that one writes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.changes import FilePlanEntrySet
from advisor_app.domain.file_plan import FilePlanEntry, branch, doubled, placed, renumbered
from advisor_app.ui.pages.e_file.beside import scrolling
from advisor_app.ui.pages.e_file.line_table import Line, LineColumn, LineModel, LineTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.labels import TextLabel

_FIELDS = ("number", "title", "retention", "office")
_NUMBER, _TITLE = 0, 1


class FilePlanPanel(QStackedWidget):
    """``edited(changes, batch)`` asks to commit, ``removed`` tells what was taken out."""

    edited = Signal(object, str)
    removed = Signal(str)
    typing = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._services = context.workspace.e_files
        self._case: Case | None = None
        self._numbering: tuple[str, str, Mapping[str, FilePlanEntry]] = ("", "", {})
        self.empty = EmptyState(
            theming,
            icon="folder-open",
            title=self.tr("Noch kein Auszug aus dem Aktenplan"),
            sentence=self.tr(
                "Übernehmen Sie den Auszug zum Üben, beginnen Sie leer, oder lesen Sie den Plan des Hauses aus einer "
                "Tabelle ein (oben unter „Mehr“)."
            ),
            action=self.tr("Auszug zum Üben übernehmen"),
            other=self.tr("Leer beginnen"),
        )
        columns = (
            LineColumn(title=self.tr("Nummer"), width=110),
            LineColumn(title=self.tr("Titel")),
            LineColumn(title=self.tr("Aufbewahrung"), width=170),
            LineColumn(title=self.tr("Amt"), width=150, suggestions=self._offices),
        )
        self.table = LineTable(
            theming, LineModel(columns, self.tr("Nächster Eintrag"), self), self.tr("Aktenplan"), indented=_TITLE
        )
        self.sums = TextLabel(theming, "", "body", weight=600, wrap=True)
        self.under = Button(theming, self.tr("Eintrag darunter"), "plus", "link", tooltip=self.tr("Einfg"))
        self.remove = Button(theming, self.tr("Löschen"), "trash-2", "link", tooltip=self.tr("Entf"))
        self.hint = TextLabel(
            theming,
            self.tr(
                "Die Nummer sagt, wozu ein Eintrag gehört: 02 steht unter 0, 02.10 unter 02. Wer eine Nummer ändert, "
                "nimmt alles darunter mit. Fristen legt das Haus mit Registratur und Archiv fest."
            ),
            "caption",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.empty.wanted.connect(self._adopt_example)
        self.empty.other_wanted.connect(lambda: self._add_under(""))
        self.table.lines.edited.connect(self._on_cell_edited)
        self.table.delegate.typing.connect(self.typing)
        self.table.removed.connect(self._remove)
        self.table.added.connect(self._add_under)
        self.under.clicked.connect(lambda: self._add_under(self._current))
        self.remove.clicked.connect(lambda: self._remove(self._current))

    @property
    def _current(self) -> str:
        line = self.table.current
        return "" if line is None else line.id

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show the filing plan of a case."""
        self._case = case
        twice = doubled(case.file_plan.values())
        self.table.lines.is_reading = is_reading
        tree = placed(case.file_plan.values())
        self.table.show_lines([self._line(item.entry, item.depth, is_double=item.entry.id in twice) for item in tree])
        for button in (self.under, self.remove, self.empty.button, self.empty.other):
            button.setEnabled(not is_reading)
        count = len(case.file_plan)
        without = sum(not entry.retention.strip() for entry in case.file_plan.values())
        parts = [self.tr("1 Eintrag") if count == 1 else self.tr("{count} Einträge").format(count=count)]
        if without:
            parts.append(self.tr("{count} ohne Aufbewahrungsfrist").format(count=without))
        if twice:
            parts.append(self.tr("{count} mit doppelter Nummer").format(count=len(twice)))
        self.sums.setText(" · ".join(parts))
        self.setCurrentIndex(1 if case.file_plan else 0)

    def take_focus(self) -> None:
        """Let keys go to the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        self.table.flush()

    def _lay_out(self) -> None:
        work = QWidget()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.sums, 1)
        line.addWidget(self.under)
        line.addWidget(self.remove)
        column = QVBoxLayout(work)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        self.addWidget(self.empty)
        self.addWidget(scrolling(work))

    def _line(self, entry: FilePlanEntry, depth: int, *, is_double: bool) -> Line:
        doubt = self.tr("Diese Nummer steht mehrfach.") if is_double else ""
        if not entry.number.strip():
            doubt = self.tr("Ohne Nummer hat der Eintrag keinen Platz im Plan.")
        return Line(id=entry.id, cells=tuple(getattr(entry, name) for name in _FIELDS), depth=depth, doubt=doubt)

    def _offices(self) -> Sequence[str]:
        if self._case is None:
            return ()
        found = {entry.office.strip() for entry in self._case.file_plan.values()}
        return sorted(filter(None, found))

    def _on_cell_edited(self, name: str, column: int, text: str, batch: str) -> None:
        if self._case is None:
            return
        before = self._case.file_plan.get(name)
        if before is None:
            entry = replace(self._services.entry_under(self._case, None), **{_FIELDS[column]: text})
            self.table.lines.note_begun(batch, entry.id)
            self.edited.emit((FilePlanEntrySet(entry.id, None, entry),), batch)
        elif column == _NUMBER:
            self._renumber(before, text, batch)
        else:
            after = replace(before, **{_FIELDS[column]: text})
            self.edited.emit((FilePlanEntrySet(name, before, after),), batch)

    def _renumber(self, entry: FilePlanEntry, number: str, batch: str) -> None:
        """Move an entry with what stood under it when somebody began to write: half a number collects nothing."""
        if self._case is None:
            return
        if self._numbering[:2] != (entry.id, batch):
            self._numbering = (entry.id, batch, dict(self._case.file_plan))
        began = self._numbering[2]
        moved = {item.id: item for item in branch(began.values(), entry.id)}
        moved |= {item.id: item for item in renumbered(began.values(), entry.id, number)}
        changes = tuple(
            FilePlanEntrySet(name, now, replace(now, number=after.number))
            for name, after in moved.items()
            if (now := self._case.file_plan.get(name)) is not None and now.number != after.number
        )
        if changes:
            self.edited.emit(changes, batch)

    def _add_under(self, name: str) -> None:
        if self._case is None or self.table.lines.is_reading:
            return
        self.flush()
        entry = self._services.entry_under(self._case, name or None)
        self.edited.emit((FilePlanEntrySet(entry.id, None, entry),), "")
        self.table.go_to(entry.id, _TITLE)
        self.take_focus()

    def _remove(self, name: str) -> None:
        if self._case is None or name not in self._case.file_plan:
            return
        row = self.table.lines.row_of(name)
        changes = self._services.without_branch(self._case, name)
        entry = self._case.file_plan[name]
        self.edited.emit(changes, "")
        told = f"{entry.number} {entry.title}".strip()
        below = len(changes) - 1
        if below:
            words = self.tr("„{entry}“ ist gelöscht, mit {count} darunter.")
            self.removed.emit(words.format(entry=told, count=below))
        else:
            self.removed.emit(self.tr("„{entry}“ ist gelöscht.").format(entry=told))
        left = self.table.lines.line_at(min(row, len(self.table.lines.lines) - 1))
        if left is not None:
            self.table.go_to(left.id)

    def _adopt_example(self) -> None:
        if self._case is not None:
            self.edited.emit(self._services.example_plan(self._case), "")
            self.take_focus()
