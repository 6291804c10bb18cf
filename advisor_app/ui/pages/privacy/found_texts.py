"""The texts in which somebody is named, each with a box: only those that are checked are changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from advisor_app.services.erasure import Named
from advisor_app.texts.record_words import RecordWords
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph

_INDENT = 26


class FoundTexts(QWidget):
    """A box per record, checked at first, with the words around the name below it."""

    def __init__(self, theming: Theming, named: Named, words: RecordWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if named.records:
            title = self.tr("In diesen Texten steht der Name. Angekreuzte werden geändert, auch in früheren Fassungen:")
        else:
            title = self.tr("In keinem Text dieses Falls steht der Name.")
        column.addWidget(TextLabel(theming, title, "body", weight=600, wrap=True))
        for record in named.records:
            box = QCheckBox(words.title(record.key.split("\x1f")[0], record.change).replace("&", "&&"))
            box.setChecked(True)
            self.boxes[record.key] = box
            column.addWidget(box)
            quotes = [f"„{named.around(text)}“" for text in record.texts]
            if record.earlier:
                quotes.append(_earlier(record.earlier))
            context = Paragraph(theming, "\n".join(quotes), "caption", "secondary")
            context.setContentsMargins(theming.scaled(_INDENT), 0, 0, theming.scaled(4))
            box.setAccessibleDescription(" ".join(quotes))
            column.addWidget(context)

    @property
    def chosen(self) -> list[str]:
        """The log keys of the records that are checked."""
        return [key for key, box in self.boxes.items() if box.isChecked()]


def _earlier(count: int) -> str:
    translate = QCoreApplication.translate
    if count == 1:
        return translate("privacy", "in einer früheren Fassung")
    return translate("privacy", "in {count} früheren Fassungen").format(count=count)
