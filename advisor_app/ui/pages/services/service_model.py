"""The services as a table that is searched, filtered and sorted; its last row takes the next service."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor_app.domain.folding import fold
from advisor_app.domain.service import OnlineState, Platform, Service, same_name, standing_rating
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.texts import Texts
from advisor_app.texts.services import cases_words, rating_words, service_word
from advisor_app.ui.widgets.written_model import VALUE, WrittenModel

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import MaturityModel

ATTENTION = VALUE + 1
"""The role that tells whether a cell asks for a look: a level of an older version, one that is disputed."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands beside each other."""

    NUMBER = 0
    TITLE = 1
    OFFICE = 2
    CASES = 3
    ONLINE = 4
    PLATFORM = 5
    LEVEL = 6


FIELDS = {
    Column.TITLE: "title",
    Column.OFFICE: "office",
    Column.CASES: "cases_per_year",
    Column.ONLINE: "online",
    Column.PLATFORM: "platform",
}
"""The field of a service that a column shows; a level is one of several."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which services are shown: with these words, of this office (None: any), among these ids (None: all)."""

    words: str = ""
    office: str | None = None
    among: Collection[str] | None = None

    def holds(self, service: Service) -> bool:
        """Whether a service is shown."""
        if self.among is not None and service.id not in self.among:
            return False
        if self.office is not None and same_name(service.office) != same_name(self.office):
            return False
        wanted = fold(self.words).split()
        said = fold(f"{service.code} {service.title} {service.office} {service.procedure}") if wanted else ""
        return all(word in said for word in wanted) or bool(self.words.strip() and self.words.strip() in service.key)


class ServiceModel(WrittenModel[Column]):
    """Asks by ``edited(service, batch)`` to commit a service; a new one has no number yet.

    Rows stay where they are while one types; sorting and narrowing put them in order anew.
    """

    edited = Signal(object, str)

    columns = Column
    figures = frozenset({Column.CASES})

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._models: Mapping[str, MaturityModel] = {}
        self._current = ""
        self._services: Mapping[str, Service] = {}
        self._shown: list[str] = []
        self._narrowing = Narrowing()
        self._sorted_by = (Column.NUMBER, Qt.SortOrder.AscendingOrder)

    @property
    def shown(self) -> tuple[Service, ...]:
        """The services that are shown, in order."""
        return tuple(self._services[name] for name in self._shown)

    @property
    def offices(self) -> list[str]:
        """The names of all offices, each once."""
        return sorted({service.office.strip() for service in self._services.values() if service.office.strip()})

    def show_models(self, models: Mapping[str, MaturityModel], current: str) -> None:
        """By which versions levels are read; ``current`` is the one in force."""
        self._models, self._current = models, current

    def show_services(self, services: Mapping[str, Service]) -> None:
        """Show committed services; an editor that is open in a row that stays is not closed."""
        before, self._services = self._services, services
        gone = [row for row, name in enumerate(self._shown) if name not in services]
        new = [name for name in services if name not in before]
        if len(gone) + len(new) > 1:
            self._rebuild()
            return
        for row in gone:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._shown[row]
            self.endRemoveRows()
        for name in new:
            place = len(self._shown)
            self.beginInsertRows(_NOWHERE, place, place)  # the row that took the service is now the service's own
            self._shown.append(name)
            self.endInsertRows()
        for row, name in enumerate(self._shown):
            if services[name] != before.get(name):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only some of the services."""
        if narrowing != self._narrowing:
            self._narrowing = narrowing
            self._rebuild()

    def row_of(self, name: str) -> int:
        """The row of a service; -1 where it is not shown."""
        return self._shown.index(name) if name in self._shown else -1

    def name_at(self, row: int) -> str:
        """The id of the service in a row; empty for the last one."""
        return self._shown[row] if 0 <= row < len(self._shown) else ""

    @override
    def column_title(self, column: Column) -> str:
        return {
            Column.NUMBER: self.tr("Nr."),
            Column.TITLE: self.tr("Leistung"),
            Column.OFFICE: self.tr("Amt"),
            Column.CASES: self.tr("Fälle im Jahr"),
            Column.ONLINE: self.tr("Online"),
            Column.PLATFORM: self.tr("Plattform"),
            Column.LEVEL: self.tr("Reifegrad"),
        }[column]

    def set_field(self, row: int, column: Column, value: Any, batch: str) -> None:
        """Ask to commit a cell; in the last row that begins a service."""
        field, name = FIELDS[column], self.name_at(row)
        if name:
            service = self._services[name]
            if getattr(service, field) != value:
                self.edited.emit(replace(service, **{field: value}), batch)
        elif value not in ("", None):
            self.edited.emit(replace(Service(id=new_id(), number=0), **{field: value}), batch)

    @property
    @override
    def count(self) -> int:
        return len(self._shown)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_next = index.row() >= len(self._shown)
        if not self.is_reading and index.column() != Column.NUMBER and (index.column() == Column.TITLE or not is_next):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column >= 0 and (Column(column), order) != self._sorted_by:
            self._sorted_by = (Column(column), order)
            self._rebuild()

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ATTENTION:
            name = self.name_at(index.row())
            return bool(name) and index.column() == Column.LEVEL and self._asks_for_a_look(self._services[name])
        return super().data(index, role)

    @override
    def value_at(self, row: int, column: Column) -> Any:
        return getattr(self._services[self._shown[row]], FIELDS[column]) if column in FIELDS else None

    @override
    def words_at(self, row: int, column: Column) -> str:
        return self.words(self._services[self._shown[row]], column)

    @override
    def next_words(self, column: Column) -> str:
        return self.tr("Nächste Leistung") if column is Column.TITLE else ""

    def words(self, service: Service, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.NUMBER:
                return service.code
            case Column.CASES:
                return cases_words(service.cases_per_year, self._texts)
            case Column.LEVEL:
                words = self.level_words(service)
                return self.tr("{level} strittig").format(level=words).strip() if service.disputed else words
            case _:
                value = getattr(service, FIELDS[column])
                is_state = isinstance(value, OnlineState | Platform)
                return service_word(value, self._texts) if is_state else value or ""

    def level_words(self, service: Service) -> str:
        """The level that stands, with its version."""
        return rating_words(standing_rating(service, self._models, self._current), self._models)

    def _asks_for_a_look(self, service: Service) -> bool:
        standing = standing_rating(service, self._models, self._current)
        return service.disputed or (standing is not None and standing.model != self._current)

    def _rebuild(self) -> None:
        column, order = self._sorted_by
        held = [service for service in self._services.values() if self._narrowing.holds(service)]
        held.sort(key=lambda service: (service.number, service.id))
        held.sort(key=self._key(column), reverse=order is Qt.SortOrder.DescendingOrder)
        held.sort(key=lambda service: not self.words(service, column))  # what nobody knows stands last either way
        self.beginResetModel()
        self._shown = [service.id for service in held]
        self.endResetModel()

    def _key(self, column: Column) -> Callable[[Service], Any]:
        match column:
            case Column.NUMBER:
                return lambda service: service.number
            case Column.CASES:
                return lambda service: service.cases_per_year or 0
            case Column.ONLINE:
                return lambda service: _place(OnlineState, service.online)
            case Column.LEVEL:
                return self._level_key
            case _:
                return lambda service: fold(self.words(service, column))

    def _level_key(self, service: Service) -> tuple[bool, str, int]:
        standing = standing_rating(service, self._models, self._current)
        return (
            (False, "", -1) if standing is None else (standing.model == self._current, standing.model, standing.level)
        )


def _place(states: type[OnlineState], state: OnlineState | None) -> int:
    return -1 if state is None else list(states).index(state)
