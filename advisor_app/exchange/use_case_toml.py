"""Use cases as TOML: one table ``[[use_case]]`` each, with the fields of ``UseCase`` under their own names.

``number`` (1 is printed as UC-01) and ``title`` are required; what is left out stays as it is, and unknown keys are
errors. Money is in EUR.

- texts: ``author``, ``state``, ``problem``, ``problem_evidence``, ``beneficiaries``, ``goal``, ``solution``,
  ``exclusions``, ``participants``, ``responsible``, ``operator``, ``data_source``, ``personal_data``, ``publication``,
  ``technology``, ``interfaces``, ``standards``, ``law``, ``data_protection``, ``security``, ``accessibility``,
  ``benefit``, ``staff``, ``funding``, ``own_share``, ``dependencies``, ``transfer``, ``decision``
- ``areas``: a list of impact areas (``["WB2"]``); ``as_of``, ``decided_on``: dates
- ``roadmap``: Idee, Konzept/Prototyp, Pilot, Verstetigung or Transfer
- ``[[use_case.indicators]]``: ``name``, ``baseline``, ``target``
- ``[use_case.costs]``: ``contingency_percent``, ``internal_hours``, ``hourly_rate``, ``yearly``, ``communes``,
  ``quota_percent`` and ``[[use_case.costs.lines]]`` with ``label``, ``amount``, ``shared``
- ``[[use_case.risks]]``: ``risk``, ``countermeasure``
- ``[[use_case.milestones]]``: ``title``, ``on`` (a date, or "03/2027" for the last day of that month)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

import tomlkit
from tomlkit.items import String, StringType, Trivia

from advisor_app.domain.use_case import MOST_COMMUNES, CostLine, Costs, Indicator, Milestone, Risk, Roadmap, UseCase
from advisor_app.exchange.source_file import refuse
from advisor_app.exchange.toml_table import TomlSource, TomlTable
from advisor_app.texts import Texts

LIST = "use_case"
MOST_NUMBER = 99_999
MOST_HOURS = 1_000_000
MOST_PERCENT = 1_000

FIELDS = tuple(field.name for field in fields(UseCase) if field.name != "id")

_ESCAPED = re.compile(r'["\\\x00-\x08\x0b-\x1f\x7f]')
"""What does not stand for itself in a text of several lines, and so in none."""

_MONEY = frozenset({"amount", "hourly_rate", "yearly"})


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCaseEntry:
    """One table: the fields that the file gives for the use case with this number."""

    line: int
    number: int
    title: str
    fields: Mapping[str, Any]

    def applied(self, before: UseCase | None, new_id: str) -> UseCase:
        """The use case after the import; a new one takes ``new_id``."""
        use_case = before or UseCase(id=new_id, number=self.number, title=self.title)
        return replace(use_case, **self.fields)


def read_use_cases(data: bytes, file: str, areas: Collection[str], texts: Texts) -> tuple[UseCaseEntry, ...]:
    """All use cases of a file; ``areas`` are the impact areas there are.

    Raises AdvisorError(FILE_FORMAT) with line and reason for the first value that does not fit.
    """
    root = TomlSource(data, file, texts).root
    root.only(LIST)
    lines: dict[int, int] = {}
    entries = []
    for table in root.tables(LIST):
        entry = _read_entry(table, areas)
        first = lines.setdefault(entry.number, entry.line)
        if first != entry.line:
            table.refuse("number", "double-number", line=first)
        entries.append(entry)
    if not entries:
        refuse(file, 1, texts("exchange.toml.no-use-case"))
    return tuple(entries)


def write_use_cases(use_cases: Iterable[UseCase]) -> bytes:
    """Use cases as a file with every field; ``read_use_cases`` reads the same from it."""
    document = tomlkit.document()
    document.add(LIST, tomlkit.item([_written(use_case, FIELDS) for use_case in use_cases]))
    return tomlkit.dumps(document).encode()


def _read_entry(table: TomlTable, areas: Collection[str]) -> UseCaseEntry:
    table.only(*FIELDS)
    table.expect("number")
    table.expect("title")
    values = {key: _READERS.get(key, TomlTable.text)(table, key) for key in table.keys}
    for area in values.get("areas", ()):
        if area not in areas:
            table.refuse("areas", "unknown-area", name=area, areas=", ".join(areas))
    return UseCaseEntry(
        line=table.line, number=values["number"], title=values["title"], fields=MappingProxyType(values)
    )


def _read_number(table: TomlTable, key: str) -> int:
    return table.number(key, 1, MOST_NUMBER)


def _read_roadmap(table: TomlTable, key: str) -> Roadmap:
    return table.word(key, Roadmap.IDEA)


def _read_indicators(table: TomlTable, key: str) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(name=item.text("name"), baseline=item.text("baseline"), target=item.text("target"))
        for item in _items(table, key, Indicator)
    )


def _read_risks(table: TomlTable, key: str) -> tuple[Risk, ...]:
    return tuple(
        Risk(risk=item.text("risk"), countermeasure=item.text("countermeasure")) for item in _items(table, key, Risk)
    )


def _read_milestones(table: TomlTable, key: str) -> tuple[Milestone, ...]:
    return tuple(Milestone(title=item.text("title"), on=item.day("on")) for item in _items(table, key, Milestone))


def _read_costs(table: TomlTable, key: str) -> Costs:
    costs = table.table(key)
    costs.only(*_names(Costs))
    return Costs(
        lines=tuple(
            CostLine(label=item.text("label"), amount=item.amount("amount"), shared=item.flag("shared"))
            for item in _items(costs, "lines", CostLine)
        ),
        contingency_percent=costs.number("contingency_percent", 0, MOST_PERCENT),
        internal_hours=costs.number("internal_hours", 0, MOST_HOURS),
        hourly_rate=costs.amount("hourly_rate"),
        yearly=costs.amount("yearly"),
        communes=costs.number("communes", 1, MOST_COMMUNES, default=1),
        quota_percent=costs.number("quota_percent", 0, 100),
    )


def _items(table: TomlTable, key: str, kind: type[Any]) -> Iterable[TomlTable]:
    names = _names(kind)
    for item in table.tables(key):
        item.only(*names)
        item.expect(names[0])
        yield item


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_READERS: Mapping[str, Callable[[TomlTable, str], Any]] = {
    "number": _read_number,
    "areas": TomlTable.texts,
    "as_of": TomlTable.day,
    "decided_on": TomlTable.day,
    "roadmap": _read_roadmap,
    "indicators": _read_indicators,
    "costs": _read_costs,
    "risks": _read_risks,
    "milestones": _read_milestones,
}


def _written(record: Any, names: Iterable[str]) -> dict[str, Any]:
    """A record's fields as TOML values; what is None is left out."""
    values = {name: _value(name, getattr(record, name)) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _value(name: str, value: Any) -> Any:
    if name in _MONEY:
        return value / 100 if value % 100 else value // 100
    match value:
        case Enum():
            return value.value
        case tuple() if value and not isinstance(value[0], str):
            return [_written(item, _names(type(item))) for item in value]
        case tuple():
            return list(value)
        case str():
            return _text(value)
        case None | int() | date():
            return value
        case _:
            return _written(value, _names(type(value)))


def _text(value: str) -> String:
    """A text as TOML; tomlkit itself copies all of it anew for each quotation mark."""
    has_lines = "\n" in value
    escaped = _ESCAPED.sub(_escape, value)
    kind = StringType.MLB if has_lines else StringType.SLB
    return String(kind, value, f"\n{escaped}" if has_lines else escaped, Trivia())


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '"\\' else f"\\u{ord(match[0]):04x}"
