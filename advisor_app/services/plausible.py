"""What a case file could not bring to anybody is refused where it is entered, whatever the way in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from advisor_app.domain.case import Case, Person
from advisor_app.domain.changes import Change, TargetSet
from advisor_app.domain.commune import Commune
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.words import LONGEST_LINE


def check_plausible(_case: Case, change: Change) -> None:
    """The check of a session: see ``refuse_implausible``."""
    refuse_implausible(change)


def refuse_implausible(change: Change) -> None:
    """Raise AdvisorError for a change after which no case file of its case could be read.

    A record that is there already has a name that will do, and what is not altered of it is not asked again. How long
    a record is as a whole is told where it is written.
    """
    _checked()(change)


def refuse_implausible_person(person: Person) -> None:
    """Raise AdvisorError for what no case file could say of a person."""
    from advisor_app.domain.plausibility import ImplausibleError, check_person

    try:
        check_person(person)
    except ImplausibleError as error:
        raise AdvisorError(error.problem, count=error.most) from error


def refuse_implausible_commune(commune: Commune) -> None:
    """Raise AdvisorError for what no case file could say of a commune of the register."""
    from advisor_app.domain.plausibility import ImplausibleError, check_commune

    try:
        check_commune(commune)
    except ImplausibleError as error:
        raise AdvisorError(error.problem, count=error.most) from error


def refuse_implausible_name(name: str) -> None:
    """Raise AdvisorError for what no case file could say of who wrote or whom it goes to."""
    from advisor_app.domain.plausibility import ImplausibleError, check_text

    try:
        check_text(name, "author", LONGEST_LINE)
    except ImplausibleError as error:
        raise AdvisorError(error.problem, count=error.most) from error


@cache
def _checked() -> Callable[[Change], None]:
    """The check of a change, with all that it needs: it is loaded with the first edit, and every answer comes by."""
    from advisor_app.domain.plausibility import ImplausibleError, check_altered, check_level, check_name
    from advisor_app.storage.records import place_of

    def check(change: Change) -> None:
        place = place_of("", change)
        try:
            if change.before is None:
                for part in place.parts:
                    check_name(part, place.kind)
            if isinstance(change, TargetSet) and change.after is not None:
                check_level(change.after, place.kind)
            check_altered(change.before, change.after, place.kind)
        except ImplausibleError as error:
            raise AdvisorError(error.problem, count=error.most) from error

    return check
