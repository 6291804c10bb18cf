"""Packs are whole: base has all its parts, every dimension can be scored and has its measures, phases rise."""

from __future__ import annotations

from collections.abc import Mapping

from advisor_app.content.entry import Entry
from advisor_app.content.file_names import BASE
from advisor_app.content.findings import Flaw
from advisor_app.content.library import Library, Pack
from advisor_app.content.questionnaire import QuestionnaireContent
from advisor_app.content.table import Table
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionKind, DimensionTitle, Scale
from advisor_app.domain.measure_template import Effort, MeasureTemplate

MEASURES_OF_AN_AREA = 3

_DAYS: Mapping[Effort, tuple[int, int]] = {Effort.S: (0, 10), Effort.M: (11, 40), Effort.L: (41, 2_000)}
"""Person days of the effort classes: the greater of a measure's two figures lies between these."""


def check_coverage(library: Library) -> None:
    """Note what is missing."""
    _check_base(library)
    titles = {entry.value.id: entry.value for entry in library.all(lambda pack: pack.dimensions)}
    measures = [entry.value for entry in library.all(lambda pack: pack.measures) if not entry.value.retired]
    scale = next((pack.scale.value for pack in library.packs if pack.scale is not None), None)
    for content in library.questionnaires():
        if scale is not None:
            _check_scoring(content, scale)
        _check_phases(content)
        for weight in content.dimensions:
            title = titles.get(weight.value.dimension)
            if title is not None:
                _check_measures(weight.table, title, [item for item in measures if item.dimension == title.id])
    for entry in library.all(lambda pack: pack.measures):
        _check_effort(entry)


def _check_base(library: Library) -> None:
    base = next((pack for pack in library.packs if pack.head.id == BASE), None)
    if base is None:
        return
    parts = {
        "modules.toml": base.modules,
        "dimensions.toml": base.dimensions,
        "roles.toml": base.roles,
        "sources.toml": base.sources,
        "vocabulary.toml": base.vocabulary,
        "funding.toml": base.funding,
    }
    for file, part in parts.items():
        if not part:
            _note(base, file, "file-missing", file=file)
    missing = {kind.value for kind in CommuneKind} - {entry.value.id.value for entry in base.kinds}
    if missing:
        _note(base, "kinds.toml", "kinds-missing", kinds=", ".join(sorted(missing)))


def _note(pack: Pack, file: str, key: str, /, **details: str) -> None:
    """Note a flaw of a file that may not even exist."""
    pack.documents[0].flaws.append(Flaw(file=pack.head.folder / file, line=1, key=key, details=details))


def _check_scoring(content: QuestionnaireContent, scale: Scale) -> None:
    for weight in content.dimensions:
        scoring = [
            entry.value
            for entry in content.questions
            if entry.value.dimension == weight.value.dimension and entry.value.scores and not entry.value.retired
        ]
        if len(scoring) < scale.minimum_answers:
            weight.table.flaw(
                "too-few-questions", "id", id=weight.value.dimension, found=len(scoring), wanted=scale.minimum_answers
            )


def _check_phases(content: QuestionnaireContent) -> None:
    for position, entry in enumerate(content.phases):
        phase = entry.value
        if phase.number != position + 1:
            entry.table.flaw("phase-number", "number", number=phase.number, wanted=position + 1)
        if position and phase.threshold <= content.phases[position - 1].value.threshold:
            entry.table.flaw("phase-threshold", "from", number=phase.number)
        for criterion in phase.criteria:
            if not 0 <= criterion.at_least <= MAXIMUM_LEVEL:
                entry.table.flaw("out-of-range", "criteria", key="at_least", low=0, high=MAXIMUM_LEVEL)


def _check_measures(table: Table, title: DimensionTitle, measures: list[MeasureTemplate]) -> None:
    for level in range(MAXIMUM_LEVEL):
        if not any(measure.at_least <= level <= measure.at_most for measure in measures):
            table.flaw("measures-missing", "id", id=title.id, level=level)
    if title.kind is DimensionKind.IMPACT_AREA and len(measures) < MEASURES_OF_AN_AREA:
        table.flaw("too-few-measures", "id", id=title.id, found=len(measures), wanted=MEASURES_OF_AN_AREA)


def _check_effort(entry: Entry[MeasureTemplate]) -> None:
    low, high = _DAYS[entry.value.effort]
    if entry.table.sound and not low <= entry.value.person_days[1] <= high:
        entry.table.flaw("effort-days", "effort", effort=entry.value.effort.value, low=low, high=high)
