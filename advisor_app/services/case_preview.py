"""What a case file would change here: the counts of everything, and whatever has to be decided in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.case import Case, Person
from advisor_app.domain.case_content import CaseContent
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import Change
from advisor_app.domain.reconciliation import Comparison, Keep, RecordComparison, Side, Standing
from advisor_app.storage.records import change_from_log
from advisor_app.texts import Texts
from advisor_app.texts.record_words import FieldChange, RecordWords

if TYPE_CHECKING:
    from advisor_app.exchange.case_file_keys import Keys
    from advisor_app.storage.case_transfer import StoredCopy

PERSON_KIND = "person"
"""The kind under which data of people is told of; it is in no log, so nobody knows who changed it when."""

Decisions = Mapping[str, Keep]
"""What shall hold, by the key of each conflict."""


@dataclass(frozen=True, slots=True)
class PersonComparison:
    """One person's data on both sides; None where it is not here."""

    here: Person | None
    there: Person

    @property
    def key(self) -> str:
        """By what a decision names it."""
        return f"{PERSON_KIND}\x1f{self.there.id}"

    @property
    def standing(self) -> Standing:
        """Data of people has no history: what differs has to be decided."""
        if self.here is None:
            return Standing.NEW
        return Standing.SAME if self.here == self.there else Standing.CONFLICT


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """A case file that has been read to its last byte, compared with what is here. Nothing is changed yet.

    ``here`` is the case as it is stored, None where it is new; ``there`` the case of the file, made of ``changes``.
    ``erased`` are people of the file who were erased here and are left out, ``case_erased_at`` is when the case was.
    """

    file: Path
    made_at: datetime
    content: CaseContent
    there: Case
    changes: Mapping[str, Change]
    here: StoredCopy | None
    comparison: Comparison
    people: Sequence[PersonComparison]
    keys: Keys
    erased: Sequence[Person] = ()
    case_erased_at: datetime | None = None

    def with_erased(self) -> ImportPreview:
        """The same with the people who were erased here among those who come in."""
        return replace(
            self, people=[*self.people, *(PersonComparison(None, person) for person in self.erased)], erased=()
        )

    @property
    def is_new(self) -> bool:
        """Whether the case is not here yet."""
        return self.here is None

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The keys of everything that has to be decided."""
        records = (item.key for item in self.comparison.of(Standing.CONFLICT))
        return (*records, *(item.key for item in self.people if item.standing is Standing.CONFLICT))

    @property
    def is_nothing_new(self) -> bool:
        """Whether everything in the file is here already, so that an import would change nothing."""
        standings = {*(item.standing for item in self.comparison.records), *(item.standing for item in self.people)}
        return (
            self.here is not None
            and not self.comparison.missing
            and not self.comes_back
            and standings <= {Standing.SAME, Standing.NEWER_HERE}
        )

    @property
    def comes_back(self) -> bool:
        """Whether the case was handed over by this copy and the file hands it back.

        A file from before this copy was last worked on does not.
        """
        here = self.here
        if here is None or here.handover is None or not self.content.handed_to:
            return False
        there = {line.id for line in self.content.copy.log}
        worked_on = any(line.id not in there and line.merges is None for line in here.content.copy.log)
        return bool(self.comparison.missing) or not worked_on

    def all_kept(self, keep: Keep) -> dict[str, Keep]:
        """The same decision for every conflict."""
        return dict.fromkeys(self.conflicts, keep)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedRecord:
    """One record in words: what it is, each field that differs (here, there), and who set it when on either side."""

    key: str
    title: str
    differences: Sequence[FieldChange]
    here: Side
    there: Side


class PreviewWords:
    """Tells of a preview in one language."""

    def __init__(self, texts: Texts, catalog: Catalog, preview: ImportPreview) -> None:
        people = {**(preview.here.case.people if preview.here else {}), **preview.there.people}
        self._preview = preview
        self._texts = texts
        self._words = RecordWords(texts, catalog, replace(preview.there, people=people))

    def counts(self, standing: Standing) -> list[tuple[str, int]]:
        """How many records of each kind have a standing, in the order in which they come."""
        compared = self._preview.comparison.of(standing)
        kinds = Counter(item.key.partition("\x1f")[0] for item in compared)
        people = sum(item.standing is standing for item in self._preview.people)
        told = [(self._words.kind(kind), count) for kind, count in kinds.items()]
        return [*told, (self._texts("case-file.person"), people)] if people else told

    def records(self, standing: Standing) -> Iterator[PreviewedRecord]:
        """The records of a standing in words."""
        yield from (self._record(item) for item in self._preview.comparison.of(standing))
        yield from (self._person(item) for item in self._preview.people if item.standing is standing)

    def _record(self, item: RecordComparison) -> PreviewedRecord:
        change = change_from_log(item.key, item.here.value, item.there.value)
        return PreviewedRecord(
            key=item.key,
            title=self._words.title(item.key.partition("\x1f")[0], change),
            differences=self._words.differences(change),
            here=item.here,
            there=item.there,
        )

    def _person(self, item: PersonComparison) -> PreviewedRecord:
        pairs = [
            (field.name, getattr(item.here, field.name, ""), getattr(item.there, field.name))
            for field in fields(Person)
            if field.name != "id"
        ]
        return PreviewedRecord(
            key=item.key,
            title=f"{self._texts('case-file.person')} {item.there.name}",
            differences=[
                FieldChange(self._words.label((name,)), here, there) for name, here, there in pairs if here != there
            ],
            here=Side(value=None),
            there=Side(value=None),
        )
