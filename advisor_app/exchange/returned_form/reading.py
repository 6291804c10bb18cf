"""Reading a returned form: from its file to its identity and values, or to the reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import (
    IDENTITY_FIELD,
    FieldDifference,
    ReturnedForm,
    digest_of_fields,
    read_identity,
)
from advisor_app.exchange.returned_form import READ_FORM, apart
from advisor_app.exchange.returned_form.limits import LIMITS, MEGABYTE, Limits
from advisor_app.exchange.returned_form.raw_form import RawField, RawForm, decode_raw
from advisor_app.exchange.source_file import read_bytes
from advisor_app.texts import Texts

READER = apart.Reader("advisor_app.exchange.returned_form.worker", READ_FORM)
"""The process that reads forms."""
_BYTES_PER_CHARACTER = 12  # JSON writes one beyond the basic plane as two escapes
_BYTES_PER_FIELD = 200


def read_returned_form(file: Path, texts: Texts, limits: Limits = LIMITS) -> ReturnedForm:
    """What came back in a file, which may be anything; takes up to ``limits.seconds``, so not on the GUI thread.

    Its identity is not yet believed: ``belonging`` looks at that. Raises AdvisorError: FILE_UNREADABLE, and the
    FORM_… problems of a file that is no form, is not readable, or whose fields are not those it was issued with.
    """
    data = _data(file, texts, limits)
    try:
        return understood(read_apart(data, limits), data)
    except AdvisorError as error:
        raise AdvisorError(error.problem, file=file.name) from error


def _data(file: Path, texts: Texts, limits: Limits) -> bytes:
    try:
        return read_bytes(file, texts, limits.file)
    except AdvisorError as error:
        if error.problem is not Problem.FILE_TOO_LARGE:
            raise
        raise AdvisorError(Problem.FORM_TOO_LARGE, file=file.name, limit=limits.file // MEGABYTE) from error


def understood(raw: RawForm, data: bytes) -> ReturnedForm:
    """The form in a file's fields; raises AdvisorError without a file's name."""
    if raw.problem:
        raise AdvisorError(Problem(raw.problem))
    hidden = [field for field in raw.fields if field.name == IDENTITY_FIELD]
    if len(hidden) != 1:
        raise AdvisorError(Problem.FORM_UNKNOWN)
    identity = read_identity(hidden[0].stored)
    others = [field for field in raw.fields if field.name != IDENTITY_FIELD]
    fields = [field.field for field in others]
    known = [field for field in fields if field is not None]
    if len(known) < len(fields) or digest_of_fields(known) != identity.fields:
        raise AdvisorError(Problem.FORM_ALTERED)
    values = {field.name: value for field in others if (value := (field.stored or field.ticked)).strip()}
    return ReturnedForm(
        identity=identity,
        values=values,
        file=hashlib.sha256(data).hexdigest(),
        differences=tuple(_differences(others)),
    )


def _differences(fields: list[RawField]) -> Iterator[FieldDifference]:
    for field in fields:
        if field.options and field.stored != field.ticked:
            yield FieldDifference(field=field.name, stored=field.stored, ticked=field.ticked)


def read_apart(data: bytes, limits: Limits = LIMITS) -> RawForm:
    """Read a file in a process of its own, which is ended when its time is over."""
    most = limits.characters * _BYTES_PER_CHARACTER + limits.fields * _BYTES_PER_FIELD
    line = apart.read_apart(READER, data, limits.seconds, most)
    try:
        return decode_raw(line, limits.fields)
    except ValueError:  # it was ended before it had said all
        return RawForm(problem=Problem.FORM_TOO_COSTLY.value)
