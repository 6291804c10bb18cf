"""How a long text begins, for places that only have room for a name."""

from __future__ import annotations

from advisor_app.override import override
from advisor_app.ui.widgets.labels import TextLabel

LONGEST_NAME = 300
"""Letters: three lines of a heading, more than a cell or an entry of a list has room for."""


def brief(text: str, most: int = LONGEST_NAME) -> str:
    """The text, or its beginning: Qt measures all of it several times over, also what nobody gets to see."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


class NameLabel(TextLabel):
    """What somebody has called something, on as many lines as it needs.

    A name that is a whole text is shown by how it begins: it would leave no room for what it names, and the field that
    it is typed in has the rest.
    """

    @override
    def setText(self, text: str | None) -> None:
        super().setText(brief(text or ""))
