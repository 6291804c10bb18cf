"""The words of changes that could not be written, for the adviser to copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from advisor_app.domain.changes import Change

if TYPE_CHECKING:
    from advisor_app.services.kept_words import KeptWords


def unsaved_words(changes: Iterable[Change]) -> str:
    """What was typed in these changes and did not stand there before, one paragraph each."""
    said: list[str] = []
    for change in changes:
        before = set(_texts(change.before))
        said += [text for text in _texts(change.after) if text.strip() and text not in before]
    return "\n\n".join(dict.fromkeys(said))


def all_words(kept: KeptWords) -> str:
    """Everything that was kept, for the adviser to copy, one paragraph each."""
    drafts = (text for forms in kept.drafts.values() for texts in forms.values() for text in texts.values())
    return "\n\n".join(filter(None, (unsaved_words(kept.changes), *drafts, *kept.rejected)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "id":
                yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
