"""The running head and foot of every page."""

from __future__ import annotations

from advisor_app.documents.blocks import Align, Document, Run, Text
from advisor_app.documents.render.qr import qr_bars
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import TextBox, text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import POINTS_PER_MILLIMETRE, PaperTheme, Style
from advisor_app.domain.form import FormIdentity

_HEAD_RULE = 15.5 * POINTS_PER_MILLIMETRE
_FOOT_RULE = 15.0 * POINTS_PER_MILLIMETRE
_FORM_FOOT_RULE = 24.0 * POINTS_PER_MILLIMETRE
_CODE_SIDE = 14.0 * POINTS_PER_MILLIMETRE
_CODE_GAP = 4.0 * POINTS_PER_MILLIMETRE  # readers want a code to stand alone
FORM_BOTTOM = 29.0 * POINTS_PER_MILLIMETRE
"""The lower margin of forms, with room for the code in their foot."""

_GAP = 3.0
_WIDE = 2 * "\N{NO-BREAK SPACE}"
_LEFT_SHARE = 0.68


class MarginMaker:
    """Draws head and foot; they are repetitions, so no part of the story."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter, document: Document, count: int) -> None:
        self._theme = theme
        self._typesetter = typesetter
        self._document = document
        self._count = count
        self._code = self._code_of(document.form) if document.form is not None else ()
        margins = document.margins
        self._head_ink = "primary" if document.brand.accent else "ink2"
        self._head = self._line((Run(margins.house, strong=True), Run(f"{_WIDE}{margins.occasion}")), Align.START)
        self._state = self._line(margins.state, Align.END)
        code = (Run(f"{_WIDE * 2}{margins.code}", strong=True),) if margins.code else ()
        self._foot = self._line((Run(margins.name), *code), Align.START)

    def draw(self, surface: Surface, index: int) -> None:
        """Draw head and foot of the page with this index."""
        sheet = self._theme.sheet
        rule = self._theme.tokens.line["rule"]
        page = self._document.texts("documents.page", page=index + 1, pages=self._count)
        version = self._line(f"{self._document.margins.version}{_WIDE * 2}{page}", Align.END)
        with surface.artifact("Pagination"):
            bottom = _HEAD_RULE - _GAP
            self._head.draw(surface, sheet.left, bottom - self._head.height)
            self._state.draw(surface, sheet.left + sheet.room * _LEFT_SHARE, bottom - self._state.height)
            surface.rule(sheet.left, _HEAD_RULE, sheet.room, rule, self._head_ink)
            below = sheet.height - (_FOOT_RULE if self._document.form is None else _FORM_FOOT_RULE)
            surface.rule(sheet.left, below, sheet.room, rule, "line_strong")
            self._foot.draw(surface, sheet.left, below + _GAP)
            right = sheet.left + sheet.room * _LEFT_SHARE
            if self._document.form is not None:
                self._draw_code(surface, self._document.form, below + _GAP)
                right -= _CODE_SIDE + _CODE_GAP
            version.draw(surface, right, below + _GAP)

    def _code_of(self, form: FormIdentity) -> tuple[tuple[float, float, float, float], ...]:
        """The number of a form for a machine: copies on paper are known by it."""
        sheet = self._theme.sheet
        top = sheet.height - _FORM_FOOT_RULE + 2 * _GAP
        return tuple(qr_bars(f"BK1/{form.number}", sheet.left + sheet.room - _CODE_SIDE, top, _CODE_SIDE))

    def _draw_code(self, surface: Surface, form: FormIdentity, y: float) -> None:
        number = self._line(self._document.texts("documents.form.number", number=form.number), Align.START)
        number.draw(surface, self._theme.sheet.left, y + self._foot.height)
        surface.bars(self._code)

    def _line(self, text: Text, align: Align) -> TextBox:
        """A text on its side of the page, above one another where it is too long for one line."""
        share = _LEFT_SHARE if align is Align.START else 1 - _LEFT_SHARE
        width = self._theme.sheet.room * share
        style = self._theme.styles[Style.RUNNING]
        return text_box(self._typesetter.set_lines(text, style, width), style, width, Element(role="Artifact"), align)
