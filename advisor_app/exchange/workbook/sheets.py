"""The sheets of a pack's workbook: made of the description of its files, one for each kind of table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.content.shapes.fields import (
    Choice,
    Field,
    FileShape,
    Group,
    Integer,
    Kind,
    Ladder,
    Named,
    Only,
    Part,
    Prose,
    Rows,
    Shape,
)
from advisor_app.content.shapes.pack_files import files_of, overlay_of

GUIDE = "Erläuterung"
"""The first sheet, which explains the others; nothing in it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: where its value stands in the table of its row."""

    heading: str
    about: str
    kind: Kind
    path: tuple[str, ...] = ()
    required: bool = True
    only: Only | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: rows are tables of one kind, or items of a ladder.

    ``around`` name the row of another sheet to which a row belongs, ``name`` is a row's own name or position where it
    is no key of its table. Without a title there is no sheet: the outermost table of such a file has no keys.
    """

    file: str
    title: str
    about: str
    part: Part | None
    shape: Shape
    around: tuple[Column, ...]
    name: Column | None
    columns: tuple[Column, ...]
    inner: tuple[Sheet, ...]

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns in the order in which they are written."""
        return (*self.around, *([self.name] if self.name else []), *self.columns)

    def all(self) -> Iterator[Sheet]:
        """This one and all within it."""
        yield self
        for sheet in self.inner:
            yield from sheet.all()

    def titled(self) -> Iterator[Sheet]:
        """Those of them that are there to be seen."""
        return (sheet for sheet in self.all() if sheet.title)


def sheets_of(pack: str) -> tuple[Sheet, ...]:
    """The outermost sheets of all files that a pack of this id may hold."""
    return tuple(sheet_of(file) for file in files_of(pack))


def overlay_sheets(pack: str, language: str) -> tuple[Sheet, ...]:
    """The outermost sheets of all overlays in a language; their titles end with it."""
    overlays = (overlay for file in files_of(pack) if (overlay := overlay_of(file)) is not None)
    return tuple(_in_language(sheet_of(overlay), language) for overlay in overlays)


def sheet_of(file: FileShape) -> Sheet:
    """The outermost sheet of a file."""
    return _sheet(file.name, None, file.shape, ())


def _in_language(sheet: Sheet, language: str) -> Sheet:
    return replace(
        sheet,
        file=f"{sheet.file.removesuffix('.toml')}.{language}.toml",
        title=f"{sheet.title} ({language})" if sheet.title else "",
        inner=tuple(_in_language(inner, language) for inner in sheet.inner),
    )


def _sheet(file: str, part: Part | None, shape: Shape, around: tuple[Column, ...]) -> Sheet:
    columns = tuple(column for item in shape.parts for column in _columns(item))
    name: Column | None = None
    within = around
    if isinstance(part, Named):
        name = Column(heading=part.heading, about="", kind=Choice({word: word for word in part.names}))
        within = (*around, name)
    elif shape.mark and shape.marked:
        within = (
            Column(
                heading=shape.marked, about="Kennung der Zeile, zu der dies gehört.", kind=shape.field(shape.mark).kind
            ),
        )
    return Sheet(
        file=file,
        title=shape.sheet if columns else "",
        about=shape.about,
        part=part,
        shape=shape,
        around=around,
        name=name,
        columns=columns,
        inner=tuple(_inner(file, shape, within)),
    )


def _inner(file: str, shape: Shape, around: tuple[Column, ...]) -> Iterator[Sheet]:
    for part in shape.parts:
        match part:
            case Rows() | Named():
                yield _sheet(file, part, part.shape, around)
            case Ladder():
                yield _ladder(file, part, around)
            case _:
                pass


def _ladder(file: str, part: Ladder, around: tuple[Column, ...]) -> Sheet:
    return Sheet(
        file=file,
        title=part.sheet,
        about=part.about,
        part=part,
        shape=Shape(()),
        around=around,
        name=Column(heading=part.heading, about="", kind=Integer(0, part.length - 1)),
        columns=tuple(
            Column(heading=field.heading, about=field.about, kind=Prose(), path=(field.key,), required=False)
            for field in part.fields
        ),
        inner=(),
    )


def _columns(part: Part) -> Iterator[Column]:
    match part:
        case Field():
            yield _column(part, ())
        case Group():
            yield from (_column(field, (part.key,), part) for field in part.fields)
        case _:
            return


def _column(field: Field, path: tuple[str, ...], group: Group | None = None) -> Column:
    return Column(
        heading=field.heading,
        about=field.about,
        kind=field.kind,
        path=(*path, field.key),
        required=field.required and (group is None or group.required),
        only=field.only,
    )
