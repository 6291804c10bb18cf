"""Words that were taken out of one copy of a case do not come back with another one, as far as the logs can tell.

Redaction rewrites lines and keeps their ids. A line that both copies have and that is redacted here tells what became
of its words; wherever the other copy has the same record in the same words, it is read as it stands here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.domain.free_text import REDACTED
from advisor_app.domain.reconciliation import Copy, LogLine

_Known = dict[tuple[str, str], str]


def with_redactions(here: Copy, there: Copy) -> Copy:
    """The incoming copy, with every state of a record that was redacted here as it stands here."""
    known = _redacted(here, there)
    if not known:
        return there
    records = {key: known.get((key, value), value) for key, value in there.records.items()}
    return Copy(records, [_as_known(line, known) for line in there.log])


def _redacted(here: Copy, there: Copy) -> _Known:
    """What became of each state of each record, by its log key and its words in the other copy."""
    ours = {line.id: line for line in here.log}
    known: _Known = {}
    for line in there.log:
        if line.id in ours:
            for value, redacted in _pairs(ours[line.id], line):
                if redacted.count(REDACTED) > value.count(REDACTED):
                    known[line.key, value] = redacted
    return known


def _pairs(here: LogLine, there: LogLine) -> Iterator[tuple[str, str]]:
    for value, redacted in ((there.before, here.before), (there.after, here.after)):
        if value is not None and redacted is not None:
            yield value, redacted


def _as_known(line: LogLine, known: _Known) -> LogLine:
    before = None if line.before is None else known.get((line.key, line.before), line.before)
    after = None if line.after is None else known.get((line.key, line.after), line.after)
    return line if (before, after) == (line.before, line.after) else replace(line, before=before, after=after)
