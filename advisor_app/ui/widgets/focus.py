"""Where the focus is and comes back to when what held it goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def hide_form(form: QWidget, back_to: QWidget) -> None:
    """Hide a form; the focus goes to where the form was opened, unless somebody works elsewhere by now."""
    focus = QApplication.focusWidget()
    held = focus is None or focus is form or form.isAncestorOf(focus)
    form.hide()
    if held and back_to.isVisible():
        back_to.setFocus(Qt.FocusReason.OtherFocusReason)


def hold_focus(form: QWidget) -> None:
    """Keep the focus of what is about to be disabled in the form: else it goes to whatever comes next."""
    focus = QApplication.focusWidget()
    if focus is not None and form.isAncestorOf(focus):
        form.setFocus(Qt.FocusReason.OtherFocusReason)


def first_stop(within: QWidget) -> QWidget | None:
    """The first field or button that the keyboard can come to now, None where there is none.

    Not by ``nextInFocusChain``: PySide takes what that returns for a child of the widget it was asked of, and the
    program crashes when a window is closed in which such children go round in a ring.
    """
    for child in within.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return child
            found = first_stop(child)
            if found is not None:
                return found
    return None


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """Which field or button of a page it was, to find it on the page that is built anew."""

    kind: str
    name: str
    number: int


def place_in(page: QWidget, focus: QWidget | None) -> FocusPlace | None:
    """Where the focus is on a page; None where it is elsewhere."""
    if focus is None or not page.isAncestorOf(focus):
        return None
    kind, name = type(focus).__name__, focus.accessibleName()
    alike = _alike(page, kind, name)
    return FocusPlace(kind, name, alike.index(focus)) if focus in alike else None


def return_to(page: QWidget, place: FocusPlace) -> bool:
    """Put the focus where it was; False where the page shows no such field now."""
    alike = _alike(page, place.kind, place.name)
    if place.number >= len(alike):
        return False
    alike[place.number].setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _alike(page: QWidget, kind: str, name: str) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if type(widget).__name__ == kind
        and widget.accessibleName() == name
        and widget.isVisibleTo(page)
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
