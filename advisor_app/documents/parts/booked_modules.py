"""The modules that a paper can be about: those that are booked, or all before anything is."""

from __future__ import annotations

from collections.abc import Iterable

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import Item
from advisor_app.domain.errors import AdvisorError, Problem


def module_items(given: DocumentInput, known: Iterable[str]) -> tuple[Item, ...]:
    """Booked modules among those ``known``, in order; where nothing is booked yet, all of these."""
    found = sorted(set(known))
    booked = [module for module in found if module in given.case.modules]
    names = booked if given.case.modules else found
    return tuple(Item(module, given.module_title(module), module, module) for module in names)


def chosen_module(given: DocumentInput, kind: str, items: tuple[Item, ...]) -> str:
    """The module that was chosen, else the first one.

    Raises AdvisorError: NOTHING_FOR_DOCUMENT where there is none, UNKNOWN_DOCUMENT_ITEM where it is not among them.
    """
    names = [item.id for item in items]
    if not names:
        raise AdvisorError(Problem.NOTHING_FOR_DOCUMENT)
    if given.item and given.item not in names:
        title = given.texts(f"document-kinds.{kind}")
        raise AdvisorError(Problem.UNKNOWN_DOCUMENT_ITEM, name=given.item, document=title)
    return given.item or names[0]


def module_line(given: DocumentInput, module: str) -> str:
    """``Modul 4 Smart Region``, as it stands below a title."""
    return f"{given.texts('documents.module')} {given.module_title(module)}"
