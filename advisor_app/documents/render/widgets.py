"""Makes the fields of a form in a finished file: accessible, with their own typeface, without a script.

ReportLab's own forms are not used: they know the standard typefaces only and break both standards.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from advisor_app.documents.form_blocks import ChoiceField, TextField
from advisor_app.documents.render.field_place import FieldPlace, Option
from advisor_app.documents.render.form_font import embed_form_font
from advisor_app.documents.render.tree import TreeWriter
from advisor_app.documents.render.widget_look import WidgetLook
from advisor_app.documents.theme import PaperTheme
from advisor_app.domain.form import IDENTITY_FIELD, FormIdentity

_PRINTED, _HIDDEN = 4, 2  # flags of an annotation
_READ_ONLY, _SEVERAL_LINES, _RADIO = 1, 1 << 12, 1 << 15  # flags of a field; a ticked option can be taken back
_ATTACHED = "bogen.json"
_UNTYPED = {"Cc", "Cs"}


class FormWriter:
    """Writes the fields of one form."""

    def __init__(self, pdf: pikepdf.Pdf, tree: TreeWriter, theme: PaperTheme) -> None:
        self._pdf = pdf
        self._tree = tree
        self._pages = [page.obj for page in pdf.pages]
        self._font = embed_form_font(pdf)
        self._look = WidgetLook(pdf, self._font, theme)
        self._choices: dict[str, pikepdf.Object] = {}
        self._fields: list[pikepdf.Object] = []
        self._annotations: defaultdict[int, list[pikepdf.Object]] = defaultdict(list)

    def write(self, form: FormIdentity, places: Sequence[FieldPlace], identity_words: str) -> None:
        """Write everything: fields, identity, and the same as a file beside it for programs."""
        for place in places:
            field = place.field
            widget = self._option(field, place) if isinstance(field, Option) else self._text(field, place)
            self._annotations[place.page].append(widget)
            self._tree.tie(widget, place.page, place.element)
        self._hide_identity(form, identity_words)
        for index, page in enumerate(self._pages):
            if made := self._annotations[index]:
                page.Annots = Array([*page.get("/Annots", []), *made])
        self._pdf.Root.AcroForm = Dictionary(
            Fields=Array(self._fields),
            DA=String(self._look.typing),
            DR=Dictionary(Font=Dictionary(FF=self._font)),
        )
        self._attach(form, places)

    def _widget(self, place: FieldPlace, **entries: Any) -> pikepdf.Object:
        return self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array([round(value, 2) for value in place.place]),
                F=_PRINTED,
                P=self._pages[place.page],
                **entries,
            )
        )

    def _option(self, option: Option, place: FieldPlace) -> pikepdf.Object:
        size = round(place.place[2] - place.place[0], 2)
        name = Name(f"/{option.name}")
        looks = Dictionary(
            {str(name): self._look.circle(size, ticked=True), "/Off": self._look.circle(size, ticked=False)}
        )
        choice = self._choice(option)
        widget = self._widget(
            place,
            AP=Dictionary(N=looks),
            AS=name if option.ticked else Name.Off,
            Parent=choice,
            TU=String(option.words),
        )
        choice.Kids.append(widget)
        return widget

    def _choice(self, option: Option) -> pikepdf.Object:
        """The field that the options of a choice belong to."""
        field = option.field
        if field.field.name not in self._choices:
            made = Dictionary(
                FT=Name.Btn,
                T=String(field.field.name),
                TU=String(field.words),
                Ff=_RADIO,
                Kids=Array([]),
                V=_chosen(field),
            )
            self._choices[field.field.name] = self._pdf.make_indirect(made)
            self._fields.append(self._choices[field.field.name])
        return self._choices[field.field.name]

    def _text(self, field: TextField, place: FieldPlace) -> pikepdf.Object:
        left, lower, right, upper = place.place
        text = _typeable(field.filled)
        widget = self._widget(
            place,
            FT=Name.Tx,
            T=String(field.field.name),
            TU=String(field.words),
            V=String(text),
            DA=String(self._look.typing),
            Ff=_SEVERAL_LINES if field.lines > 1 else 0,
            AP=Dictionary(N=self._look.written(round(right - left, 2), round(upper - lower, 2), text)),
        )
        self._fields.append(widget)
        return widget

    def _hide_identity(self, form: FormIdentity, words: str) -> None:
        widget = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                Rect=Array([0, 0, 0, 0]),
                F=_HIDDEN,
                P=self._pages[0],
                FT=Name.Tx,
                T=String(IDENTITY_FIELD),
                TU=String(words),
                V=String(form.text),
                DA=String(self._look.typing),
                Ff=_READ_ONLY,
            )
        )
        self._annotations[0].append(widget)
        self._fields.append(widget)

    def _attach(self, form: FormIdentity, places: Sequence[FieldPlace]) -> None:
        """Identity and fields as JSON, for programs of others; reading a returned form never relies on it."""
        fields = {place.field.field.field if isinstance(place.field, Option) else place.field.field for place in places}
        listed = [
            {"name": field.name, "type": field.type.value, "options": list(field.options)}
            for field in sorted(fields, key=lambda field: field.name)
        ]
        data = json.dumps({"form": form.text, "fields": listed}, ensure_ascii=False, indent=1).encode()
        stream = self._pdf.make_stream(
            data, Type=Name.EmbeddedFile, Subtype=Name("/application/json"), Params=Dictionary(Size=len(data))
        )
        specification = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(_ATTACHED),
                UF=String(_ATTACHED),
                Desc=String(form.number),
                AFRelationship=Name.Data,
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        names = self._pdf.Root.get("/Names", Dictionary())
        names.EmbeddedFiles = Dictionary(Names=Array([String(_ATTACHED), specification]))
        self._pdf.Root.Names = names
        self._pdf.Root.AF = Array([specification])


def _chosen(choice: ChoiceField) -> pikepdf.Object:
    ticked = (name for name, option in zip(choice.field.options, choice.options, strict=True) if option.ticked)
    return Name(f"/{next(ticked, 'Off')}")


def _typeable(text: str) -> str:
    """The text as somebody might have typed it: composed, without control characters and halves of pairs."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join("".join(item for item in line if unicodedata.category(item) not in _UNTYPED) for line in lines)
