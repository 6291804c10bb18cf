"""The commune's own colour and logo for its documents."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.case import Case, CaseBranding
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.colour_choice import colour_to_use
from advisor_app.ui.widgets.colour_field import ChooseColour, ColourField
from advisor_app.ui.widgets.form import Form


class BrandingCard(Card):
    """``edited(before, after, batch)`` asks to keep another branding; None stands for none at all."""

    edited = Signal(object, object, str)

    def __init__(
        self, context: PageContext, choose_colour: ChooseColour = colour_to_use, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("BrandingCard", "Farbe und Logo der Kommune")
        super().__init__(context.theming, title, parent)
        self._context = context
        self._case: Case | None = None
        workspace = context.workspace
        self.form = Form(context.theming, columns=1)
        self.colour = ColourField(
            context.theming,
            workspace.texts,
            read=workspace.branding.colour,
            shown=self._shown_colour,
            choose=choose_colour,
        )
        self.logo = ChoiceField(())
        note = self.tr("Gilt für die Dokumente dieses Falls. Leer gilt die Farbe aus den Einstellungen.")
        self.form.add("colour", self.tr("Farbe"), self.colour, note=note)
        self.form.add_widget(self.colour.tools)
        note = self.tr("Ein Foto dieses Falls. Es steht oben links auf der ersten Seite.")
        self.form.add("logo", self.tr("Logo"), self.logo, note=note)
        self.show_body(self.form)
        self.form.edited.connect(self._on_form_edited)

    def show_case(self, case: Case) -> None:
        """Show the branding of a case, and the photos that can be its logo."""
        self._case = case
        photos = [(piece.id, piece.title or self.tr("Foto")) for piece in case.evidence.values() if _can_be_logo(piece)]
        self.logo.set_choices((("", self.tr("kein Logo")), *photos))
        self.form.show_record(case.branding or CaseBranding())

    def _shown_colour(self) -> str:
        branding = self._context.workspace.branding
        own = branding.accent(self._case) if self._case is not None else ""
        return own or branding.colour_of("primary")

    def _on_form_edited(self, attribute: str, value: str, batch: str) -> None:
        if self._case is None:
            return
        before = self._case.branding
        after = replace(before or CaseBranding(), **{attribute: value})
        self.edited.emit(before, None if after == CaseBranding() else after, batch)


def _can_be_logo(piece: Evidence) -> bool:
    """Photos of the case as a whole: what belongs to a question or a step is no logo."""
    return piece.kind is EvidenceKind.PHOTO and piece.digest is not None and piece.subject == WHOLE_CASE
