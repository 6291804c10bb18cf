"""Files that nobody should have to read, made by hand."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from advisor_app.domain.errors import Problem
from tests.exchange.returned_form import filling
from tests.exchange.returned_form.forms import survey

_BOMB = 1 << 30  # bytes that a few pages of zeros unpack to


def _file(*objects: bytes, root: bytes = b"1 0 R", more: bytes = b"") -> bytes:
    """A file with objects in order, the first one numbered 1."""
    data = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"<< /Size %d /Root %b %b >>" % (size, root, more)
    start = b"startxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\n%b" % (size, table, trailer, start)


def _form(fields: bytes, *objects: bytes) -> bytes:
    """A file whose form begins with object 3."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%b] >> >>" % fields
    pages = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (len(objects) + 3)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"
    return _file(catalog, pages, *objects, page)


def object_stream_bomb() -> bytes:
    """Objects that stand in a stream which unpacks to a gigabyte."""
    packed = zlib.compressobj(1)
    begin = b"1 0 << /Type /Catalog /AcroForm << /Fields [3 0 R] >> /Pages 9 0 R >> "
    body = packed.compress(begin)
    for _ in range(_BOMB // (1 << 20)):
        body += packed.compress(b" " * (1 << 20))
    body += packed.flush()
    head = b"%PDF-1.7\n"
    stream = (
        b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream\nendobj\n"
    )
    stream %= (len(body), body)
    place = len(head) + len(stream)
    rows = b"\x00\x00\x00\x00\xff" + b"\x02\x00\x00\x05\x00" + b"\x00\x00\x00\x00\x00" * 3
    rows += b"\x01" + len(head).to_bytes(3, "big") + b"\x00" + b"\x01" + place.to_bytes(3, "big") + b"\x00"
    table = b"6 0 obj\n<< /Type /XRef /Size 7 /W [1 3 1] /Root 1 0 R /Length %d >>\nstream\n%b\nendstream\nendobj\n"
    return head + stream + table % (len(rows), rows) + b"startxref\n%d\n%%%%EOF\n" % place


def value_bomb() -> bytes:
    """A field whose value is a stream that unpacks to a gigabyte."""
    packed = zlib.compressobj(1)
    body = b"".join(packed.compress(b"a" * (1 << 20)) for _ in range(_BOMB >> 20)) + packed.flush()
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(body), body)
    return _form(b"3 0 R", b"<< /FT /Tx /T (q_4_1_1) /V 4 0 R >>", stream)


def endless_fields() -> bytes:
    """A field that is its own child, in two ways."""
    return _form(b"3 0 R", b"<< /T (a) /Kids [4 0 R 3 0 R] >>", b"<< /T (b) /Kids [3 0 R 4 0 R] /Parent 4 0 R >>")


def deep_fields() -> bytes:
    """Fields a thousand levels deep."""
    nodes = [b"<< /T (a) /Kids [%d 0 R] >>" % number for number in range(4, 1_004)]
    return _form(b"3 0 R", *nodes, b"<< /FT /Tx /T (end) /V (x) >>")


def deep_brackets() -> bytes:
    """A list in a list, a hundred thousand times."""
    return _form(b"[" * 100_000 + b"]" * 100_000)


def many_fields() -> bytes:
    """A hundred thousand fields."""
    return _form(b" ".join(b"<< /FT /Tx /T (f%d) >>" % number for number in range(100_000)))


def one_field_many_times() -> bytes:
    """One field that is named half a million times."""
    return _form(b"3 0 R " * 500_000, b"<< /FT /Tx /T (q) /V (x) >>")


def long_value() -> bytes:
    """A value of twenty million characters."""
    return _form(b"3 0 R", b"<< /FT /Tx /T (q) /V (%b) >>" % (b"a" * 20_000_000))


def root_in_a_circle() -> bytes:
    """A reference that leads to itself."""
    return _file(b"1 0 R")


def pages_in_a_circle() -> bytes:
    """Pages that are their own parents, behind a form without fields."""
    return _file(b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] >> >>", b"<< /Type /Pages /Kids [2 0 R] >>")


def tables_in_a_circle() -> bytes:
    """Tables of contents that lead to one another for ever."""
    data = _form(b"3 0 R", b"<< /FT /Tx /T (q) >>")
    place = data.rindex(b"xref\n0")
    return data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % place)


def xfa() -> bytes:
    """A form for programs of one maker."""
    return filling.changed(survey(), lambda pdf: pdf.Root.AcroForm.__setattr__("XFA", String("<xdp/>")))


def scripted() -> bytes:
    """A form that runs a script when it is opened, and another when something is typed."""

    def plant(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("while (true) {}"))
        launch = Dictionary(S=Name.Launch, F=String("/bin/true"))
        pdf.Root.OpenAction = script
        pdf.Root.AA = Dictionary(WC=launch)
        for field in filling.fields(pdf):
            field.AA = Dictionary(K=script, F=script, V=script, C=script)

    return filling.changed(filling.like_acrobat(survey(), {"q_4_1_1": "s2"}), plant)


def _renamed(pdf: pikepdf.Pdf) -> None:
    filling.named(pdf, "q_4_1_1").T = String("q_4_1_2x")


def _another_option(pdf: pikepdf.Pdf) -> None:
    widget = filling.named(pdf, "q_4_1_1").Kids[0]
    widget.AP.N["/s9"] = widget.AP.N["/s0"]
    del widget.AP.N["/s0"]


def _another_field(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("q_9_9_9"), V=String("x"))))


def _one_field_less(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0]


def _a_field_twice(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields.append(
        pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("n_4_1_1"), V=String("zweiter Text")))
    )


def _of_another_type(pdf: pikepdf.Pdf) -> None:
    filling.named(pdf, "n_4_1_1").FT = Name.Ch


def _without_identity(pdf: pikepdf.Pdf) -> None:
    form: Any = pdf.Root.AcroForm
    form.Fields = Array([field for field in form.Fields if str(field.T) != "_id"])


def _identity(change: Callable[[str], str]) -> Callable[[pikepdf.Pdf], None]:
    def rewrite(pdf: pikepdf.Pdf) -> None:
        field = filling.named(pdf, "_id")
        field.V = String(change(str(field.V)))

    return rewrite


def _blank() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    result = BytesIO()
    pdf.save(result)
    return result.getvalue()


REFUSED: Mapping[str, tuple[Callable[[], bytes], Problem]] = {
    "nothing at all": (lambda: b"", Problem.FORM_NO_PDF),
    "a text": (lambda: b"Guten Tag, anbei der Bogen." * 50, Problem.FORM_NO_PDF),
    "half a file": (lambda: survey()[: len(survey()) // 3], Problem.FORM_NO_PDF),
    "a root in a circle": (root_in_a_circle, Problem.FORM_NO_PDF),
    "pages in a circle": (pages_in_a_circle, Problem.FORM_NO_PDF),
    "tables in a circle": (tables_in_a_circle, Problem.FORM_UNKNOWN),
    "brackets without end": (deep_brackets, Problem.FORM_NO_PDF),
    "no form": (_blank, Problem.FORM_FLATTENED),
    "flattened": (lambda: filling.flattened(survey()), Problem.FORM_FLATTENED),
    "a password": (lambda: filling.encrypted(survey(), "geheim"), Problem.FORM_ENCRYPTED),
    "rights alone": (lambda: filling.encrypted(survey(), ""), Problem.FORM_ENCRYPTED),
    "XFA": (xfa, Problem.FORM_XFA),
    "fields in a circle": (endless_fields, Problem.FORM_UNKNOWN),
    "fields too deep": (deep_fields, Problem.FORM_UNKNOWN),
    "too many fields": (many_fields, Problem.FORM_TOO_COSTLY),
    "one field too often": (one_field_many_times, Problem.FORM_TOO_COSTLY),
    "a value without end": (long_value, Problem.FORM_TOO_COSTLY),
    "a bomb of objects": (object_stream_bomb, Problem.FORM_NO_PDF),
    "a bomb as value": (value_bomb, Problem.FORM_NO_PDF),
    "a field renamed": (lambda: filling.changed(survey(), _renamed), Problem.FORM_ALTERED),
    "an option renamed": (lambda: filling.changed(survey(), _another_option), Problem.FORM_ALTERED),
    "a field more": (lambda: filling.changed(survey(), _another_field), Problem.FORM_ALTERED),
    "a field less": (lambda: filling.changed(survey(), _one_field_less), Problem.FORM_ALTERED),
    "a field twice": (lambda: filling.changed(survey(), _a_field_twice), Problem.FORM_ALTERED),
    "a field of another type": (lambda: filling.changed(survey(), _of_another_type), Problem.FORM_ALTERED),
    "no identity": (lambda: filling.changed(survey(), _without_identity), Problem.FORM_UNKNOWN),
    "an empty identity": (lambda: filling.changed(survey(), _identity(lambda _: "")), Problem.FORM_UNKNOWN),
    "a later format": (
        lambda: filling.changed(survey(), _identity(lambda text: text.replace("BK1", "BK2"))),
        Problem.FORM_NEWER,
    ),
}
"""How each is made, and why it is refused."""
