"""Free text of the adviser as paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor_app.documents.blocks import Block, Bullets, Paragraph

_ITEM = re.compile(r"^\s*[-–•*]\s+(.+)$")


def prose(text: str) -> Iterator[Block]:
    """Paragraphs are parted by empty lines; lines that begin with a dash or a dot become a list."""
    for passage in re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n")):
        lines: list[str] = []
        items: list[str] = []
        for line in passage.split("\n"):
            item = _ITEM.match(line)
            if item is not None:
                if lines:
                    yield Paragraph(text="\n".join(lines), introduces=True)
                    lines = []
                items.append(item[1].strip())
            elif line.strip():
                if items:
                    yield Bullets(tuple(items))
                    items = []
                lines.append(line.strip())
        if items:
            yield Bullets(tuple(items))
        if lines:
            yield Paragraph(text="\n".join(lines))
