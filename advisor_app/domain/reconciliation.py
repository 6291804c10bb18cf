"""Two copies of a case compared, each by its records and the log that led to them.

The lines of a log are known by their ids, and a copy that takes in another one's lines keeps them for ever and settles
at once what they mean. So a copy that knows the other one's last decision on a record has decided later: its value is
the newer one. Where neither knows the other's decision both were changed, and unless both stand at the same value
somebody has to decide. A line that only takes over another one's value is no decision of its own: whoever knows that
other line knows this one too. Clocks are shown to people and decide nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of a case's log as it travels between devices; ``before`` and ``after`` are the record's JSON.

    ``parent`` is the line whose value was replaced, ``merges`` the other device's line that was taken or overruled.
    """

    id: str
    batch: str
    key: str
    parent: str | None
    undoes: str | None
    author: str
    device: str
    at: datetime
    why: str
    before: str | None
    after: str | None
    merges: str | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of a case: its records (JSON by log key, in one canonical form) and its log in its own order."""

    records: Mapping[str, str]
    log: Sequence[LogLine]


class Standing(Enum):
    """How a record of the incoming copy stands to the one here."""

    SAME = "same"
    NEW = "new"
    NEWER_HERE = "newer-here"
    NEWER_THERE = "newer-there"
    CONFLICT = "conflict"


class Keep(Enum):
    """Which side of a conflict shall hold."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What stands on one side, and who set it when; None where nothing stands or nobody is known."""

    value: str | None
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordComparison:
    """One record on both sides; ``here_line`` and ``there_line`` are the ids of the last lines."""

    key: str
    standing: Standing
    here: Side
    there: Side
    here_line: str | None
    there_line: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that two copies have between them; ``missing`` are the incoming lines that are not here."""

    records: tuple[RecordComparison, ...]
    missing: tuple[LogLine, ...]

    def of(self, standing: Standing) -> tuple[RecordComparison, ...]:
        """The records of one standing."""
        return tuple(record for record in self.records if record.standing is standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What is written here for a record: its value before and after, and the other copy's line that it settles."""

    key: str
    before: str | None
    after: str | None
    parent: str | None
    merges: str | None


def compare(here: Copy, there: Copy) -> Comparison:
    """Compare the incoming copy with the one here, record by record, in the incoming order of records."""
    lines_here, lines_there = _by_key(here.log), _by_key(there.log)
    known = {line.id for line in here.log}
    keys = dict.fromkeys((*there.records, *lines_there, *here.records, *lines_here))
    return Comparison(
        records=tuple(
            _compared(key, here.records.get(key), there.records.get(key), lines_here[key], lines_there[key])
            for key in keys
        ),
        missing=tuple(line for line in there.log if line.id not in known),
    )


def settle(comparison: Comparison, decisions: Mapping[str, Keep]) -> tuple[Settlement, ...]:
    """What an import writes: every record that moves on, and every conflict as it was decided.

    A record that keeps its value though lines with another one come in is written as well: its last line must always
    tell what stands, and from then on it is the newer one everywhere. KeyError for a conflict without a decision.
    """
    arriving = {line.key: line for line in comparison.missing}
    written = []
    for record in comparison.records:
        after = _settled_value(record, decisions)
        line = arriving.get(record.key)
        if after != record.here.value or (line is not None and line.after != after):
            written.append(
                Settlement(
                    key=record.key,
                    before=record.here.value,
                    after=after,
                    parent=record.here_line,
                    merges=record.there_line,
                )
            )
    return tuple(written)


def _settled_value(record: RecordComparison, decisions: Mapping[str, Keep]) -> str | None:
    match record.standing:
        case Standing.SAME | Standing.NEWER_HERE:
            return record.here.value
        case Standing.NEW | Standing.NEWER_THERE:
            return record.there.value
        case Standing.CONFLICT:
            return record.here.value if decisions[record.key] is Keep.MINE else record.there.value


def _by_key(log: Iterable[LogLine]) -> defaultdict[str, list[LogLine]]:
    lines: defaultdict[str, list[LogLine]] = defaultdict(list)
    for line in log:
        lines[line.key].append(line)
    return lines


def _compared(
    key: str, here: str | None, there: str | None, lines_here: Sequence[LogLine], lines_there: Sequence[LogLine]
) -> RecordComparison:
    return RecordComparison(
        key=key,
        standing=_standing(here, there, lines_here, lines_there),
        here=_side(here, lines_here),
        there=_side(there, lines_there),
        here_line=lines_here[-1].id if lines_here else None,
        there_line=lines_there[-1].id if lines_there else None,
    )


def _standing(
    here: str | None, there: str | None, lines_here: Sequence[LogLine], lines_there: Sequence[LogLine]
) -> Standing:
    if here == there:
        return Standing.SAME
    if not lines_here:
        return Standing.NEW
    if not lines_there:
        return Standing.NEWER_HERE
    ids_here, ids_there = {line.id for line in lines_here}, {line.id for line in lines_there}
    if lines_there[-1].id in ids_here:
        return Standing.NEWER_HERE
    if lines_here[-1].id in ids_there:
        return Standing.NEWER_THERE
    known_there, known_here = _decision(lines_here).id in ids_there, _decision(lines_there).id in ids_here
    if known_here is known_there:
        return Standing.CONFLICT
    return Standing.NEWER_HERE if known_here else Standing.NEWER_THERE


def _side(value: str | None, lines: Sequence[LogLine]) -> Side:
    """The value with whoever decided on it."""
    if not lines:
        return Side(value=value)
    line = _decision(lines)
    return Side(value=value, author=line.author, at=line.at)


def _decision(lines: Sequence[LogLine]) -> LogLine:
    """The line by which somebody set the last value: what only takes over another one's value leads back to that."""
    by_id = {line.id: line for line in lines}
    line = lines[-1]
    for _ in lines:  # no more often: a forged log may run in circles
        merged = by_id.get(line.merges or "")
        if merged is None or merged.after != line.after or line.before == line.after:
            break
        line = merged
    return line
