"""Reading the fields out of a PDF from anybody. Nothing in it is run, followed or unpacked but what holds fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Name

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import FieldType
from advisor_app.exchange.returned_form.limits import Limits
from advisor_app.exchange.returned_form.raw_form import RawField, RawForm

_DEEPEST = 16
_RADIO = 1 << 15  # flag of a field
_OFF = "Off"
_LINE_ENDS = re.compile(r"\r\n?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def set_limits(limits: Limits) -> None:
    """Let the PDF library of this process unpack no more than the limits allow."""
    most = limits.unpacked
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=most,
        png_max_memory=most,
        run_length_max_memory=most,
        tiff_max_memory=most,
        dct_max_memory=most,
        parser_max_nesting=100,
        parser_max_container_size=1_000_000,
        max_stream_filters=4,
        doc_max_warnings=1_000,
    )


def read_fields(data: bytes, limits: Limits) -> RawForm:
    """All fields of a file, or why it has none; never raises for anything that stands in the file."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return RawForm(fields=tuple(_fields(pdf, limits)))
    except pikepdf.PasswordError:
        return RawForm(problem=Problem.FORM_ENCRYPTED.value)
    except AdvisorError as error:
        return RawForm(problem=error.problem.value)
    except MemoryError:
        return RawForm(problem=Problem.FORM_TOO_COSTLY.value)
    except Exception:  # noqa: BLE001  # the library raises whatever a damaged file leads to
        return RawForm(problem=Problem.FORM_NO_PDF.value)


def _fields(pdf: pikepdf.Pdf, limits: Limits) -> Iterator[RawField]:
    if pdf.is_encrypted:
        raise AdvisorError(Problem.FORM_ENCRYPTED)
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        raise AdvisorError(Problem.FORM_FLATTENED)
    if "/XFA" in form:
        raise AdvisorError(Problem.FORM_XFA)
    reader = _Reader(limits)
    found = list(reader.walk(form.get("/Fields"), "", 0))
    if not found:
        raise AdvisorError(Problem.FORM_FLATTENED)
    yield from found


class _Reader:
    """Walks the tree of fields, once through each of its nodes, as far as the limits go."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._seen: set[tuple[int, int]] = set()
        self._nodes = 0
        self._characters = 0

    def walk(self, nodes: Any, prefix: str, depth: int) -> Iterator[RawField]:
        """The fields at the ends of the tree."""
        for node in self._list(nodes, depth):
            part = self._text(node.get("/T"))
            name = f"{prefix}.{part}" if prefix and part else prefix or part
            kids = self._list(node.get("/Kids"), depth + 1)
            if any("/T" in kid for kid in kids):
                self._forget(kids)
                yield from self.walk(node.Kids, name, depth + 1)
            else:
                yield self._field(node, name, kids)

    def _field(self, node: Any, name: str, kids: list[Any]) -> RawField:
        stored = node.get("/V")
        if node.get("/FT") == Name.Tx:
            return RawField(name=name, type=FieldType.TEXT.value, stored=self._text(stored))
        widgets = kids or [node]
        ticked = next((state for widget in widgets if (state := _state(widget.get("/AS")))), "")
        is_choice = node.get("/FT") == Name.Btn and _flags(node) & _RADIO
        return RawField(
            name=name,
            type=FieldType.CHOICE.value if is_choice else "",
            options=tuple(dict.fromkeys(option for widget in widgets for option in self._options(widget))),
            stored=_state(stored) if isinstance(stored, pikepdf.Name) else _bare(self._text(stored)),
            ticked=ticked,
        )

    def _options(self, widget: Any) -> Iterator[str]:
        """The states that a widget can be drawn in, but for that of a box that is not ticked."""
        looks = widget.get("/AP")
        states = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
        if isinstance(states, pikepdf.Dictionary) and not isinstance(states, pikepdf.Stream):
            for state in states.keys():  # noqa: SIM118  # iterating over it gives other things
                self._count(len(state))
                if state != f"/{_OFF}":
                    yield state.removeprefix("/")

    def _list(self, nodes: Any, depth: int) -> list[Any]:
        """The dictionaries of an array that were not met before."""
        if not isinstance(nodes, pikepdf.Array) or depth > _DEEPEST:
            return []
        found = []
        for node in nodes:
            self._nodes += 1
            if self._nodes > self._limits.fields:
                raise AdvisorError(Problem.FORM_TOO_COSTLY)
            if not isinstance(node, pikepdf.Dictionary) or node.objgen in self._seen:
                continue
            if node.is_indirect:
                self._seen.add(node.objgen)
            found.append(node)
        return found

    def _forget(self, nodes: list[Any]) -> None:
        """Let nodes be met again that were only looked at."""
        self._seen.difference_update(node.objgen for node in nodes if node.is_indirect)

    def _text(self, value: Any) -> str:
        """A text with one kind of line end, composed, without control characters; nothing for anything else."""
        if isinstance(value, pikepdf.Stream):  # as long texts may be written
            value = pikepdf.String(value.read_bytes())
        if not isinstance(value, pikepdf.String):
            return ""
        text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", str(value))))
        self._count(len(text))
        return text

    def _count(self, characters: int) -> None:
        self._characters += characters
        if self._characters > self._limits.characters:
            raise AdvisorError(Problem.FORM_TOO_COSTLY)


def _flags(node: Any) -> int:
    flags = node.get("/Ff")
    return int(flags) if isinstance(flags, int) else 0


def _state(value: Any) -> str:
    """The option that a name stands for, nothing for a box that is not ticked."""
    return _bare(str(value)) if isinstance(value, pikepdf.Name) else ""


def _bare(text: str) -> str:
    """An option without the stroke before it, which some programs write into the text."""
    option = text.removeprefix("/")
    return "" if option == _OFF else option
