"""Sentences of German and English prose."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[“”\"’)\]]*\s+(?=[A-ZÄÖÜ„“\"‚(\[0-9–])")
_SHORT_WORDS = "Art|bzw|ca|Dr|etc|evtl|ggf|inkl|max|min|Mio|Mrd|Nr|Prof|sog|St|Str|usw|vgl"
_ABBREVIATION = re.compile(rf"(?:^|[\s(„])(?:\w|\d{{1,2}}|{_SHORT_WORDS})\.$")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order; a dot after an abbreviation or an ordinal number ends none."""
    found = []
    begin = 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[begin : match.end()].rstrip()):
            found.append(text[begin : match.end()].strip())
            begin = match.end()
    return tuple(sentence for sentence in (*found, text[begin:].strip()) if sentence)
