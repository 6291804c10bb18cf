"""What the process that reads a file says of it, as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from advisor_app.domain.form import FieldType, FormField
from advisor_app.exchange.bounded_json import load

_MOST_PARTS = 40  # values and keys of one field with all its options


@dataclass(frozen=True, slots=True, kw_only=True)
class RawField:
    """A field as the file has it; ``type`` is empty for one of a type that no form of ours has.

    ``stored`` is its value, ``ticked`` the option whose box is ticked; both are empty where nothing is.
    """

    name: str
    type: str
    options: tuple[str, ...] = ()
    stored: str = ""
    ticked: str = ""

    @property
    def field(self) -> FormField | None:
        """The field by which the form's digest is computed; None for one of a foreign type."""
        return FormField(self.name, FieldType(self.type), self.options) if self.type else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawForm:
    """All fields of a file, or the value of the ``Problem`` for which it cannot be read."""

    problem: str = ""
    fields: tuple[RawField, ...] = ()


def encode_raw(form: RawForm) -> bytes:
    """One line for a pipe."""
    return json.dumps(asdict(form)).encode("ascii")


def decode_raw(line: bytes, most_fields: int) -> RawForm:
    """What was encoded; raises ValueError for anything else."""
    try:
        found = load(line, most_fields * _MOST_PARTS, deepest=6)
        fields = tuple(RawField(**{**item, "options": tuple(item["options"])}) for item in found["fields"])
        form = RawForm(problem=str(found["problem"]), fields=fields)
    except (KeyError, TypeError) as error:
        raise ValueError("no form") from error
    if not all(_is_text(item) for item in form.fields):
        raise ValueError("no form")
    return form


def _is_text(item: RawField) -> bool:
    values = (item.name, item.type, item.stored, item.ticked, *item.options)
    return all(isinstance(value, str) for value in values) and item.type in {"", *(kind.value for kind in FieldType)}
