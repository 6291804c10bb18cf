"""Forms filled in by the programs that people have, or changed as these are known to change them."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the package ships no types
from pikepdf import Array, Name, String
from pypdf import PdfWriter
from pypdfium2 import raw

HERE = Path(__file__).parent
Values = Mapping[str, str]


def by_pypdf(data: bytes, values: Values) -> bytes:
    """Written by pypdf: options with the stroke of a name, in a text."""
    writer = PdfWriter(clone_from=BytesIO(data))
    written = {name: f"/{value}" if _is_option(data, name) else value for name, value in values.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, written, auto_regenerate=False)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def by_pdfium(data: bytes, values: Values) -> bytes:
    """As Chrome and Edge do it: by clicks on the page, and text that is typed."""
    with pdfium.PdfDocument(data) as document:
        document.init_forms()
        for page in document:
            for name, option, left, top in list(_pdfium_widgets(document, page)):
                if name not in values or (option and option != values[name]):
                    continue
                raw.FORM_OnLButtonDown(document.formenv, page, 0, left, top)
                raw.FORM_OnLButtonUp(document.formenv, page, 0, left, top)
                if not option:
                    typed = ctypes.create_string_buffer(values[name].encode("utf-16-le") + b"\0\0")
                    pointer = ctypes.cast(typed, ctypes.POINTER(ctypes.c_ushort))
                    raw.FORM_SelectAllText(document.formenv, page)
                    raw.FORM_ReplaceSelection(document.formenv, page, pointer)
                raw.FORM_ForceToKillFocus(document.formenv)
        result = BytesIO()
        document.save(result)
    return result.getvalue()


def _pdfium_widgets(document: Any, page: Any) -> Iterator[tuple[str, str, float, float]]:
    """Name, option (of a choice) and middle of every field that can be clicked."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        name = _pdfium_text(raw.FPDFAnnot_GetFormFieldName, document, annotation)
        is_choice = raw.FPDFAnnot_GetFormFieldType(document.formenv, annotation) == raw.FPDF_FORMFIELD_RADIOBUTTON
        option = _pdfium_text(raw.FPDFAnnot_GetFormFieldExportValue, document, annotation) if is_choice else ""
        place = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, place)
        raw.FPDFPage_CloseAnnot(annotation)
        yield name, option, (place.left + place.right) / 2, (place.top + place.bottom) / 2


def _pdfium_text(ask: Any, document: Any, annotation: Any) -> str:
    length = ask(document.formenv, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    ask(document.formenv, annotation, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le").rstrip("\0")


def by_pdfjs(data: bytes, values: Values, folder: Path, work: Path) -> bytes:
    """As Firefox does it: by pdf.js in node; ``folder`` holds the package pdfjs-dist."""
    node = shutil.which("node")
    assert node is not None
    (work / "form.pdf").write_bytes(data)
    paths = (HERE / "fill_with_pdfjs.mjs", folder, work / "form.pdf", work / "filled.pdf")
    command = [node, *map(str, paths), json.dumps(values)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return (work / "filled.pdf").read_bytes()


def pdfjs_folder() -> Path | None:
    """Where the package pdfjs-dist lies, by the variable ADVISOR_APP_PDFJS."""
    named = os.environ.get("ADVISOR_APP_PDFJS")
    return Path(named) if named else None


def like_acrobat(data: bytes, values: Values) -> bytes:
    """Acrobat ends lines with a carriage return alone, and regenerates the look of what was touched."""
    return _set(data, {name: value.replace("\n", "\r") for name, value in values.items()})


def like_preview(data: bytes, values: Values) -> bytes:
    """Preview writes a file of its own: without the attached file, the metadata and the tree of elements."""
    with pikepdf.open(BytesIO(_set(data, values))) as pdf:
        for key in ("/Names", "/AF", "/Metadata", "/StructTreeRoot", "/MarkInfo"):
            del pdf.Root[key]
        return _saved(pdf)


def by_ticking_alone(data: bytes, values: Values) -> bytes:
    """Some viewers tick the box and leave the stored value as it was."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for field in fields(pdf):
            option = values.get(str(field.T))
            for widget in field.get("/Kids", []):
                if option is not None and f"/{option}" in widget.AP.N:
                    widget.AS = Name(f"/{option}")
        return _saved(pdf)


def flattened(data: bytes) -> bytes:
    """The form printed into a new file: what was filled in is part of the page."""
    with pdfium.PdfDocument(data) as document:
        document.init_forms()
        for page in document:
            raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
        result = BytesIO()
        document.save(result)
    with pikepdf.open(BytesIO(result.getvalue())) as pdf:
        assert "/AcroForm" not in pdf.Root
    return result.getvalue()


def encrypted(data: bytes, password: str) -> bytes:
    """The form with a password to open it, or (empty) with rights alone."""
    with pikepdf.open(BytesIO(data)) as pdf:
        result = BytesIO()
        pdf.save(result, encryption=pikepdf.Encryption(user=password, owner="other", R=6))
    return result.getvalue()


def changed(data: bytes, change: Any) -> bytes:
    """The form after a change by hand to the file that ``change`` is given."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        return _saved(pdf)


def fields(pdf: pikepdf.Pdf) -> list[Any]:
    """The fields of a form."""
    form: Any = pdf.Root.AcroForm
    return list(form.Fields)


def named(pdf: pikepdf.Pdf, name: str) -> Any:
    """The field with a name."""
    return next(field for field in fields(pdf) if str(field.T) == name)


def _set(data: bytes, values: Values) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        for name, value in values.items():
            field = named(pdf, name)
            if "/Kids" not in field:
                field.V = String(value)
                continue
            field.V = Name(f"/{value}")
            for widget in field.Kids:
                widget.AS = Name(f"/{value}") if f"/{value}" in widget.AP.N else Name.Off
        return _saved(pdf)


def _is_option(data: bytes, name: str) -> bool:
    with pikepdf.open(BytesIO(data)) as pdf:
        return isinstance(named(pdf, name).get("/Kids"), Array)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    result = BytesIO()
    with warnings.catch_warnings():  # fields that lead nowhere are what some tests are about
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        pdf.save(result)
    return result.getvalue()
