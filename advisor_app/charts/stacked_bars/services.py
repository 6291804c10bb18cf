"""The services of a commune as bars: how many stand at which level, how far each office is, which are used most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from advisor_app.charts.stacked_bars import BarPart, StackedBars, StackedRow
from advisor_app.domain.service import OnlineState
from advisor_app.domain.service_overview import LevelCount, OfficeServices, ServiceOverview, most_used
from advisor_app.texts import Texts
from advisor_app.texts.services import service_word, version_of

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

_STATES: Mapping[OnlineState | None, int | None] = {
    OnlineState.APPLICATION: 4,
    OnlineState.FORM: 2,
    OnlineState.INFORMATION: 1,
    OnlineState.NOTHING: 0,
    None: None,
}
"""Steps of the ramp by how far online, what is known least last."""

_ONE_LEVEL = 3


def level_rows(overview: ServiceOverview, models: Mapping[str, MaturityModel], texts: Texts) -> StackedBars:
    """How many services stand at which level of the version in force, at levels of older versions, and at none."""
    rows = [
        StackedRow(_level_title(item, models, texts), (item.services,))
        for item in overview.levels
        if item.services or item.rating.model == overview.current
    ]
    if overview.unrated:
        rows.append(StackedRow(texts("services.charts.unrated"), (overview.unrated,)))
    return _counted(texts("services.charts.levels"), texts("services.charts.level"), tuple(rows), texts)


def office_rows(offices: Iterable[OfficeServices], texts: Texts) -> StackedBars:
    """How far the services of every office are online; offices without services are left out."""
    return StackedBars(
        title=texts("services.charts.offices"),
        head=texts("services.charts.office"),
        total=texts("services.charts.services"),
        parts=tuple(
            BarPart(texts("services.charts.open") if state is None else service_word(state, texts), level)
            for state, level in _STATES.items()
        ),
        rows=tuple(
            StackedRow(
                office.title or texts("services.no-office"),
                tuple(sum(service.online is state for service in office.services) for state in _STATES),
                office.title,
            )
            for office in offices
            if office.services
        ),
    )


def most_used_rows(overview: ServiceOverview, texts: Texts) -> StackedBars:
    """The services with the most cases a year."""
    rows = tuple(
        StackedRow(service.title.strip() or texts("services.untitled"), (service.cases_per_year or 0,), service.id)
        for service in most_used(overview.services)
    )
    return StackedBars(
        title=texts("services.charts.most-used"),
        head=texts("services.charts.service"),
        total=texts("services.charts.cases"),
        parts=(BarPart(texts("services.charts.cases"), _ONE_LEVEL),),
        rows=rows,
    )


def _counted(title: str, head: str, rows: tuple[StackedRow, ...], texts: Texts) -> StackedBars:
    total = texts("services.charts.services")
    return StackedBars(title=title, head=head, total=total, parts=(BarPart(total, _ONE_LEVEL),), rows=rows)


def _level_title(item: LevelCount, models: Mapping[str, MaturityModel], texts: Texts) -> str:
    version, model = version_of(item.rating, models), models.get(item.rating.model)
    words = {} if model is None else {level.number: level.word for level in model.levels}
    key = "level-word" if item.rating.level in words else "level-only"
    word = words.get(item.rating.level, "")
    return texts(f"services.charts.{key}", level=item.rating.level, word=word, version=version)
