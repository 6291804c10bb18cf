"""What a case file could not bring to anybody is refused where it is entered, whatever the way in."""

from __future__ import annotations

from collections.abc import Callable

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change
from advisor_app.domain.errors import AdvisorError


def check_plausible(_case: Case, change: Change) -> None:
    """The check of a session: see ``refuse_implausible``."""
    refuse_implausible(change)


def refuse_implausible(change: Change) -> None:
    """Raise AdvisorError for a change after which no case file of its case could be read."""
    from advisor_app.storage.case_check import check_change

    _ask(lambda: check_change(change))


def refuse_implausible_person(person: Person) -> None:
    """Raise AdvisorError for what no case file could say of a person."""
    from advisor_app.domain.plausibility import check_person

    _ask(lambda: check_person(person))


def _ask(check: Callable[[], None]) -> None:
    """Raise AdvisorError where a check finds something."""
    from advisor_app.domain.plausibility import ImplausibleError  # with the first edit, not with the window

    try:
        check()
    except ImplausibleError as error:
        raise AdvisorError(error.problem, count=error.most) from error
