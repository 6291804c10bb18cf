"""The house's colour and logo in documents."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.branding import ReadLogo
from advisor_app.services.preferences import Preferences
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.colour_choice import colour_to_use
from advisor_app.ui.widgets.colour_field import ChooseColour, ColourField
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel

_LOGO_HEIGHT = 64
_PAPER = 12
_LOGO_EDGE = 640  # pixels of the longer side on the screen


class DocumentsSection(QWidget):
    """``edited(attribute, value)`` asks to keep a preference; a logo is kept at once."""

    edited = Signal(str, object)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        context: PageContext,
        choose_file: ChooseFile = file_to_open,
        choose_colour: ChooseColour = colour_to_use,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._choose_file = choose_file
        theming, workspace = context.theming, context.workspace
        self.form = Form(theming)
        self.colour = ColourField(
            theming,
            workspace.texts,
            read=workspace.branding.colour,
            shown=lambda: workspace.branding.colour_of("primary"),
            choose=choose_colour,
        )
        note = self.tr("Für Linien, Diagramme und Verweise. Leer gilt das mitgelieferte Blaugrün.")
        self.form.add("document_colour", self.tr("Farbe"), self.colour, note=note)
        self.logo = QLabel()
        self.logo.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._no_logo = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.logo_button = Button(theming, self.tr("Logo wählen"), "image")
        self.drop_button = Button(theming, self.tr("Logo entfernen"), "trash-2", "link")
        self._lay_out()
        self._connect()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the preferences in use."""
        self.form.show_record(preferences)
        self._show_logo()

    def _lay_out(self) -> None:
        logos = QHBoxLayout()
        logos.setSpacing(12)
        logos.addWidget(self.logo_button)
        logos.addWidget(self.drop_button)
        logos.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(TextLabel(self._context.theming, self.tr("Dokumente: Farbe und Logo"), "section"))
        layout.addWidget(self.form)
        layout.addWidget(self.colour.tools)
        layout.addWidget(self.logo)
        layout.addWidget(self._no_logo)
        layout.addLayout(logos)

    def _connect(self) -> None:
        self.form.edited.connect(lambda attribute, value, _batch: self.edited.emit(attribute, value))
        self.logo_button.clicked.connect(self._on_logo_button_clicked)
        self.drop_button.clicked.connect(self._on_drop_button_clicked)

    def _on_logo_button_clicked(self) -> None:
        kinds = self.tr("Bilder (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif)")
        path = self._choose_file(self, self.tr("Logo wählen"), kinds)
        if path is None:
            return
        branding = self._context.workspace.branding
        self.logo_button.setEnabled(False)
        job = self._context.lane.run(lambda _job: branding.read_logo(path), needed_by=self)
        job.tell(
            self,
            succeeded=self._on_job_succeeded,
            refused=lambda error: self.warned.emit(sentence(error, self._context.workspace.texts)),
            ended=lambda: self.logo_button.setEnabled(True),
        )

    def _on_job_succeeded(self, logo: ReadLogo) -> None:
        branding = self._context.workspace.branding
        self._change(lambda: branding.keep_logo(logo), self.tr("Das Logo steht auf der ersten Seite der Dokumente."))

    def _on_drop_button_clicked(self) -> None:
        self._change(self._context.workspace.branding.drop_logo, self.tr("Dokumente haben kein Logo mehr."))

    def _change(self, change: Callable[[], None], words: str) -> None:
        """Change the logo and say so, or why not."""
        try:
            change()
        except AdvisorError as error:
            self.warned.emit(sentence(error, self._context.workspace.texts))
            return
        self._show_logo()
        self.noticed.emit(words)

    def _show_logo(self) -> None:
        """The logo as it is, or that there is none."""
        try:
            shown = self._context.workspace.branding.shown_logo(_LOGO_EDGE)
        except AdvisorError as error:
            shown, words = None, sentence(error, self._context.workspace.texts)
        else:
            words = self.tr("Noch kein Logo. Es steht oben rechts auf der ersten Seite; der Grund soll weiß sein.")
        self.logo.setVisible(shown is not None)
        self._no_logo.setVisible(shown is None)
        self._no_logo.setText(words)
        self.drop_button.setVisible(shown is not None)
        if shown is not None:
            image = QImage(shown.rgba, shown.width, shown.height, shown.width * 4, QImage.Format.Format_RGBA8888)
            height = self._context.theming.scaled(_LOGO_HEIGHT)
            smooth = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(self._on_paper(image.scaledToHeight(height, smooth)))

    def _on_paper(self, image: QImage) -> QPixmap:
        """The picture on the ground that it is printed on."""
        room = self._context.theming.scaled(_PAPER)
        sheet = QPixmap(image.width() + 2 * room, image.height() + 2 * room)
        sheet.fill(QColor(self._context.workspace.branding.colour_of("paper")))
        with QPainter(sheet) as painter:
            painter.drawImage(room, room, image)
        return sheet
