"""Checks content packs and reports everything that is wrong, with file and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from advisor_app.content.counts import PackCounts, count_packs
from advisor_app.content.file_names import BASE, pack_folders
from advisor_app.content.findings import ContentFinding, Flaw, Severity
from advisor_app.content.library import Library
from advisor_app.content.packs import check_integrity, first_error, is_complete, read_library
from advisor_app.content.rules.agendas import check_agendas
from advisor_app.content.rules.coverage import check_coverage
from advisor_app.content.rules.dates import check_dates
from advisor_app.content.rules.overlays import check_overlays
from advisor_app.content.rules.reachability import check_reachability
from advisor_app.content.rules.references import check_named_facts
from advisor_app.content.rules.retired import check_retired
from advisor_app.content.rules.wording import check_wording
from advisor_app.domain.foundations import DimensionKind
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import Texts, load_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What is wrong with packs, and how much each of them holds."""

    findings: tuple[ContentFinding, ...]
    counts: tuple[PackCounts, ...]


def inspect_packs(
    folders: Sequence[Path],
    on: date | None = None,
    texts: Texts | None = None,
    beside: Sequence[Path] | None = None,
) -> Inspection:
    """Everything wrong with the packs in the folders (each is a pack or holds packs), file by file, line by line.

    Where base is not among them, they are checked together with others (``beside``, else the shipped ones), of which
    one that has the name of a given one makes way for it. Those are known to be sound: of them only errors are told,
    which the given ones have caused. ``on`` (today) is the day on which facts count as expired; sentences are German
    unless other texts are given.
    """
    given = pack_folders(folders)
    names = {folder.name for folder in given}
    around = [resources_folder() / "content"] if beside is None else beside
    others = [] if BASE in names else [folder for folder in pack_folders(around) if folder.name not in names]
    library = read_library([*others, *given])
    if given:
        _check(library, on or datetime.now(ZoneInfo("Europe/Berlin")).date())
    else:
        library = Library()
    library.flaws += [
        Flaw(file=folder, line=1, key="no-packs", details={}) for folder in folders if not pack_folders([folder])
    ]
    words = texts or load_texts("de")
    flaws = (flaw for flaw in library.every_flaw() if flaw.severity is Severity.ERROR or flaw.file.parent not in others)
    return Inspection(
        findings=tuple(dict.fromkeys(flaw.worded(words) for flaw in flaws)), counts=count_packs(library, given)
    )


def flaws_of(pack: Path, others: Sequence[Path], on: date | None = None) -> tuple[Flaw, ...]:
    """Everything wrong with one pack's folder and others; a pack among them that has its name makes way for it."""
    beside = [folder for folder in pack_folders(others) if folder.name != pack.name]
    library = read_library([*beside, pack])
    _check(library, on or datetime.now(ZoneInfo("Europe/Berlin")).date())
    return tuple(library.every_flaw())


def _check(library: Library, on: date) -> None:
    check_retired(library)
    check_integrity(library)
    if not is_complete(library):
        return
    check_named_facts(library)
    check_overlays(library)
    check_agendas(library)
    check_dates(library, on)
    check_wording(library)
    check_coverage(library)
    if first_error(library) is None:
        areas = {
            entry.value.id
            for entry in library.all(lambda pack: pack.dimensions)
            if entry.value.kind is DimensionKind.IMPACT_AREA
        }
        for content in library.questionnaires():
            check_reachability(content, areas)
