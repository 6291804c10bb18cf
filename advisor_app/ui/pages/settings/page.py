"""The settings page: everything commits as it is changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.override import override
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.settings.about_section import AboutSection
from advisor_app.ui.pages.settings.documents_section import DocumentsSection
from advisor_app.ui.pages.settings.person_section import PersonSection
from advisor_app.ui.pages.settings.phone_poll_section import PhonePollSection
from advisor_app.ui.pages.settings.prices_section import PricesSection
from advisor_app.ui.pages.settings.privacy_section import PrivacySection
from advisor_app.ui.pages.settings.protection_section import ProtectionSection
from advisor_app.ui.pages.settings.register_section import RegisterSection
from advisor_app.ui.shell.page import Page, PageContext
from advisor_app.ui.widgets.colour_choice import colour_to_use
from advisor_app.ui.widgets.colour_field import ChooseColour
from advisor_app.ui.widgets.file_choice import ChooseFile, file_to_open
from advisor_app.ui.widgets.labels import hairline


class SettingsPage(Page):
    """Person and looks, documents, polls on phones, protection, register, data and about."""

    def __init__(
        self,
        context: PageContext,
        choose_file: ChooseFile = file_to_open,
        choose_colour: ChooseColour = colour_to_use,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.person = PersonSection(context)
        self.documents = DocumentsSection(context, choose_file, choose_colour)
        self.prices = PricesSection(context)
        self.phone_poll = PhonePollSection(context)
        self.protection = ProtectionSection(context)
        self.register = RegisterSection(context, choose_file)
        self.privacy = PrivacySection(context)
        self.about = AboutSection(context)
        self._lay_out()
        self.person.edited.connect(self._on_person_edited)
        self.person.form.typing.connect(self.typing)
        self.documents.edited.connect(self._on_person_edited)
        self.documents.form.typing.connect(self.typing)
        self.documents.noticed.connect(self.noticed)
        self.documents.warned.connect(self.warned)
        self.prices.edited.connect(self._on_person_edited)
        self.prices.typing.connect(self.typing)
        self.phone_poll.edited.connect(self._on_person_edited)
        self.phone_poll.form.typing.connect(self.typing)
        self.privacy.edited.connect(self._on_person_edited)
        self.privacy.case_wanted.connect(lambda case_id: self.navigated.emit(f"case:{case_id}", "privacy"))
        self.protection.edited.connect(self._on_person_edited)
        self.protection.changed.connect(self.protection_changed)
        self.protection.noticed.connect(self.noticed)
        self.protection.warned.connect(self.warned)
        self.register.noticed.connect(self.noticed)
        self.register.warned.connect(self.warned)
        self._show_preferences()

    @override
    def flush(self) -> bool:
        self.person.form.flush()
        self.documents.form.flush()
        self.prices.flush()
        self.phone_poll.form.flush()
        return True

    @override
    def open_item(self, item: str) -> None:
        """``passphrase`` begins to set or change the passphrase, ``protection`` shows how the data are protected.

        ``phone-poll`` goes to where polls on phones are switched on, ``prices`` to the price list.
        """
        if item == "passphrase":
            self.protection.set_passphrase()
        if item in {"passphrase", "protection"}:
            QTimer.singleShot(0, self, self._show_protection)
        if item == "prices":
            QTimer.singleShot(0, self, self._show_prices)
        if item == "phone-poll":
            QTimer.singleShot(0, self, self._show_phone_poll)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_preferences()  # theme and zoom may have been changed in the status bar
        self.protection.show_state()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QWidget()
        column.setMaximumWidth(self.context.theming.scaled(960))
        sections = QVBoxLayout(column)
        sections.setContentsMargins(0, 0, 0, 0)
        sections.setSpacing(24)
        sections.addWidget(self.person)
        sections.addWidget(hairline())
        sections.addWidget(self.documents)
        sections.addWidget(hairline())
        sections.addWidget(self.prices)
        sections.addWidget(hairline())
        sections.addWidget(self.phone_poll)
        sections.addWidget(hairline())
        sections.addWidget(self.protection)
        sections.addWidget(hairline())
        sections.addWidget(self.register)
        sections.addWidget(hairline())
        sections.addWidget(self.privacy)
        sections.addWidget(hairline())
        sections.addWidget(self.about)
        sections.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 28)
        row.addWidget(column, 1)
        row.addStretch(0)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _show_protection(self) -> None:
        """Scroll to the protection, once it has its place."""
        self._scroll.verticalScrollBar().setValue(self.protection.y())

    def _show_prices(self) -> None:
        """Scroll to the price list, once it has its place."""
        self._scroll.verticalScrollBar().setValue(self.prices.y())
        self.prices.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_phone_poll(self) -> None:
        """Scroll to the polls on phones, once they have their place, and go there."""
        self._scroll.verticalScrollBar().setValue(self.phone_poll.y())
        self.phone_poll.choice.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preferences(self) -> None:
        self.person.show_preferences(self.context.workspace.preferences)
        self.documents.show_preferences(self.context.workspace.preferences)
        self.prices.show_preferences(self.context.workspace.preferences)
        self.phone_poll.show_preferences(self.context.workspace.preferences)
        self.privacy.show_preferences(self.context.workspace.preferences)

    def _on_person_edited(self, attribute: str, value: object) -> None:
        workspace, theming = self.context.workspace, self.context.theming
        preferences = replace(workspace.preferences, **{attribute: value})  # type: ignore[arg-type]  # the fields' types
        try:
            workspace.set_preferences(preferences)
            self.drafts_settled.emit()
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
        if workspace.preferences.theme is not theming.choice:
            theming.choose(workspace.preferences.theme)
        if workspace.preferences.zoom != theming.zoom:
            theming.set_zoom(workspace.preferences.zoom)
        self._show_preferences()
