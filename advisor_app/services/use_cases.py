"""Use cases of a case: begun, and exchanged as files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import UseCaseSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.joint_funding import JointGrant, joint_grants
from advisor_app.domain.use_case import Costs, UseCase
from advisor_app.services.clock import Clock, today
from advisor_app.services.ids import new_id
from advisor_app.services.names import named
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.session import Author, CaseSession
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.exchange.use_case_toml import UseCaseEntry


@dataclass(frozen=True, slots=True)
class ReadUseCases:
    """The use cases of a file, and what the file is called."""

    file: str
    entries: tuple[UseCaseEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedUseCases:
    """What a file of use cases did, by their printed numbers."""

    added: tuple[str, ...]
    changed: tuple[str, ...]


class UseCases:
    """What can be done with the use cases of an open case; new ones take the hourly rate of the preferences."""

    def __init__(self, catalog: Catalog, author: Author, clock: Clock, texts: Texts, settings: PreferencesFile) -> None:
        self._catalog = catalog
        self._author = author
        self._clock = clock
        self._texts = texts
        self._settings = settings

    def find(self, case: Case, name: str = "") -> UseCase:
        """The use case with a number (UC-01), an id or its unique beginning or end; without a name the first one.

        Raises AdvisorError (UNKNOWN_USE_CASE, NO_USE_CASE).
        """
        ordered = in_order(case.use_cases.values())
        if not ordered:
            raise AdvisorError(Problem.NO_USE_CASE)
        if not name:
            return ordered[0]
        coded = next((item for item in ordered if item.code.casefold() == name.casefold()), None)
        return coded or case.use_cases[named(name, case.use_cases, Problem.UNKNOWN_USE_CASE)]

    def create(self, session: CaseSession, title: str, areas: Iterable[str] = ()) -> UseCase:
        """Begin a use case under the next number."""
        use_case = self.begun(session.case, title, areas)
        session.apply(UseCaseSet(use_case.id, None, use_case))
        return use_case

    def begun(self, case: Case, title: str, areas: Iterable[str] = ()) -> UseCase:
        """A new use case under the case's next number, for all communes of the case; nothing is written."""
        return UseCase(
            id=new_id(),
            number=max((item.number for item in case.use_cases.values()), default=0) + 1,
            title=title,
            author=self._author.name,
            as_of=today(self._clock),
            areas=tuple(areas),
            costs=Costs(hourly_rate=self._settings.current.hourly_rate, communes=len(case.head.communes)),
        )

    def joint_grants(self, costs: Costs) -> tuple[JointGrant, ...]:
        """What every funding programme of the packs would pay at most as of today, with what speaks against it."""
        return joint_grants(costs, self._catalog.funding.supports.values(), today(self._clock))

    def read_use_cases(self, path: Path) -> ReadUseCases:
        """The use cases of a TOML file; may happen in any thread.

        Raises AdvisorError with file, line and reason, or for a file that cannot be read.
        """
        from advisor_app.exchange.source_file import read_bytes
        from advisor_app.exchange.use_case_toml import read_use_cases

        areas = [item.id for item in self._catalog.dimensions.values() if item.kind is DimensionKind.IMPACT_AREA]
        return ReadUseCases(path.name, read_use_cases(read_bytes(path, self._texts), path.name, areas, self._texts))

    def take_in(self, session: CaseSession, read: ReadUseCases) -> ImportedUseCases:
        """Take over what a file says as one step that can be undone; a number that is known is that use case.

        Raises AdvisorError; nothing is changed then.
        """
        known = {item.number: item for item in session.case.use_cases.values()}
        changes = []
        for entry in read.entries:
            before = known.get(entry.number)
            after = entry.applied(before, new_id())
            changes.append(UseCaseSet(after.id, before, after))
        session.apply(*changes, why=read.file)
        return ImportedUseCases(
            added=_codes(change for change in changes if change.before is None),
            changed=_codes(change for change in changes if change.before not in {None, change.after}),
        )

    def export_use_cases(self, case: Case, path: Path, name: str = "") -> tuple[UseCase, ...]:
        """Write one use case, or all of them, as TOML; raises AdvisorError(FILE_NOT_WRITABLE) and those of ``find``."""
        from advisor_app.exchange.use_case_toml import write_use_cases
        from advisor_app.whole_file import hand_out

        chosen = self.find(case, name)
        use_cases = (chosen,) if name else in_order(case.use_cases.values())
        hand_out(path, write_use_cases(use_cases))
        return use_cases


def in_order(use_cases: Iterable[UseCase]) -> tuple[UseCase, ...]:
    """Use cases by their numbers."""
    return tuple(sorted(use_cases, key=lambda use_case: (use_case.number, use_case.id)))


def _codes(changes: Iterable[UseCaseSet]) -> tuple[str, ...]:
    return tuple(change.after.code for change in changes if change.after is not None)
