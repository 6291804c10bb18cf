"""The form of one entry of the commune register: an entry of one's own, or an official one that is corrected."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.commune import SPECIAL_STATUS, Commune, CommuneKind, canonical_key
from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.services.workspace import Workspace
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.drafts import Drafts
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.line import Line
from advisor_app.ui.widgets.parsed_field import whole_number

_LARGEST = 20_000_000


class CommuneForm(QWidget):
    """``saved`` carries the entry as the register now has it; nothing is written before it is complete."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self._edited: Commune | None = None
        self.kind = ChoiceBox()
        for label, value in self._kinds():
            self.kind.addItem(label, value)
        self.name = Line()
        self.district = Line()
        self.population = Line()
        self.key = Line()
        self.key.setPlaceholderText(self.tr("8 Ziffern, freiwillig"))
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self._complaint.hide()
        self.save_button = Button(theming, self.tr("Eintrag anlegen"), "check")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self.drafts = Drafts(self, "commune")
        for label, field in (
            ("name", self.name),
            ("district", self.district),
            ("population", self.population),
            ("key", self.key),
        ):
            self.drafts.add(label, field)
        self._lay_out()
        self.save_button.clicked.connect(self._on_save_button_clicked)
        self.leave_button.clicked.connect(self._leave)

    @property
    def complaint(self) -> str:
        """What is wrong with the entry, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def begin(self, name: str) -> None:
        """Start an entry of one's own with a name."""
        self._edited = None
        self._title.setText(self.tr("Eigener Eintrag"))
        self.save_button.setText(self.tr("Eintrag anlegen"))
        self._fill(0, name, "", "", "")

    def edit(self, commune: Commune) -> None:
        """Change an entry."""
        self._edited = commune
        self._title.setText(commune.title)
        self.save_button.setText(self.tr("Änderungen übernehmen"))
        kinds = [value for _, value in self._kinds()]
        wanted = (commune.designation, commune.kind)
        if wanted not in kinds:
            self.kind.addItem(commune.designation, wanted)
            kinds.append(wanted)
        population = "" if commune.population is None else str(commune.population)
        self._fill(kinds.index(wanted), commune.name, commune.district, population, commune.key or "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save_button_clicked()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _kinds(self) -> tuple[tuple[str, tuple[str, CommuneKind]], ...]:
        """What one may choose: the word, and designation with kind."""
        return (
            (self.tr("Gemeinde"), ("Gemeinde", CommuneKind.MUNICIPALITY)),
            (self.tr("Stadt"), ("Stadt", CommuneKind.MUNICIPALITY)),
            (self.tr("Stadt mit Sonderstatus"), (SPECIAL_STATUS, CommuneKind.CITY)),
            (self.tr("Kreisfreie Stadt"), ("Kreisfreie Stadt", CommuneKind.CITY)),
            (self.tr("Landkreis"), ("Landkreis", CommuneKind.DISTRICT)),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        places = (
            (self.tr("Art"), self.kind, 0, 0),
            (self.tr("Name"), self.name, 0, 1),
            (self.tr("Landkreis"), self.district, 2, 0),
            (self.tr("Einwohnerzahl"), self.population, 2, 1),
            (self.tr("Amtlicher Gemeindeschlüssel"), self.key, 4, 0),
        )
        for label, field, row, column in places:
            words = TextLabel(self._theming, label, "caption", "secondary")
            words.setBuddy(field)
            field.setAccessibleName(label)
            grid.addWidget(words, row, column)
            grid.addWidget(field, row + 1, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addLayout(grid)
        layout.addWidget(self._complaint)
        layout.addLayout(buttons)

    def _fill(self, kind: int, name: str, district: str, population: str, key: str) -> None:
        self.kind.setCurrentIndex(kind)
        for field, text in zip(
            (self.name, self.district, self.population, self.key), (name, district, population, key), strict=True
        ):
            field.setText(text)
        self.drafts.settle()
        self._complaint.hide()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self) -> Commune:
        """The entry as it is typed; raises AdvisorError."""
        designation, kind = self.kind.currentData()
        language = self._workspace.preferences.language
        read = whole_number(self.tr("Einwohnerzahl"), language, low=0, high=_LARGEST, empty=None)
        population = read(self.population.text())
        key = canonical_key(self.key.text()) if self.key.text().strip() else None
        base = self._edited or Commune(
            id=new_id(), key=None, name=self.name.text(), kind=kind, designation=designation, own=True
        )
        return replace(
            base,
            key=key,
            name=self.name.text().strip(),
            kind=kind,
            designation=designation,
            district=self.district.text().strip(),
            population=population,
            own=True,
        )

    def _on_save_button_clicked(self) -> None:
        try:
            entry = self._workspace.register.save(self._entry())
        except AdvisorError as error:
            self._complaint.setText(sentence(error, self._workspace.texts))
            self._complaint.show()
            return
        self.drafts.settle()
        self.saved.emit(entry)

    def _leave(self) -> None:
        self._fill(0, "", "", "", "")
        self.left.emit()
