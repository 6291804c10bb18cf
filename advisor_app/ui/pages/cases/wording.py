"""What is said of a case in its row, cell by cell and in one spoken sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.booking import BookingState
from advisor_app.domain.foundations import DimensionKind
from advisor_app.services.portfolio import NextDate, PortfolioRow
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.cases.rows import Group
from advisor_app.ui.widgets.booking_words import state_icon, state_words
from advisor_app.ui.widgets.commune_words import commune_facts
from advisor_app.ui.widgets.dates import brief_day


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """Two lines and their tone; ``icon`` names a picture before them."""

    first: str
    second: str = ""
    tone: str = ""
    icon: str = ""


class CaseWording:
    """Words for rows on a day, in a language; ``dimensions`` are the short titles by id."""

    def __init__(self, language: str, today: date, dimensions: Mapping[str, str]) -> None:
        self._language = language
        self._today = today
        self._dimensions = dimensions

    def group(self, group: Group) -> str:
        """The heading of a part of the list."""
        return {
            Group.WEEK: QCoreApplication.translate("cases", "Heute und diese Woche"),
            Group.LATER: QCoreApplication.translate("cases", "Später"),
            Group.UNDATED: QCoreApplication.translate("cases", "Ohne Termin"),
            Group.CLOSED: QCoreApplication.translate("cases", "Abgeschlossen"),
        }[group]

    def commune(self, row: PortfolioRow) -> CellWords:
        """The name, and kind and population, or whom the case was handed over to."""
        if row.handed_over_to:
            words = QCoreApplication.translate("cases", "an „{name}“ übergeben").format(name=row.handed_over_to)
            return CellWords(first=row.title, second=words)
        return CellWords(first=row.title, second=commune_facts(row.commune, self._language))

    def state(self, row: PortfolioRow) -> CellWords:
        """How far the case has come, or that somebody else has it now."""
        if row.handed_over_to:
            return CellWords(first=QCoreApplication.translate("cases", "Übergeben"), icon="send")
        if row.draft:
            return CellWords(first=QCoreApplication.translate("cases", "Entwurf"), icon="file-plus")
        return CellWords(first=state_words(row.state), icon=state_icon(row.state))

    def next_date(self, row: PortfolioRow) -> CellWords:
        """When the case goes on, and with what."""
        upcoming = row.next_date
        if upcoming is None:
            return CellWords(first="–")
        overdue = upcoming.on < self._today
        tone = "amber" if overdue else "primary" if upcoming.on == self._today else ""
        return CellWords(first=self._when(upcoming), second=self._what(upcoming, overdue=overdue), tone=tone)

    def missing(self, row: PortfolioRow) -> CellWords:
        """The one thing that is missing most."""
        translate = QCoreApplication.translate
        if not row.is_open:
            return CellWords(first="")
        if row.draft:
            return CellWords(first=translate("cases", "Anlegen fortsetzen"))
        if not row.modules:
            return CellWords(first=translate("cases", "Module offen"))
        late = row.overdue(self._today)
        if late:
            words = (
                translate("cases", "1 Aufgabe überfällig")
                if late == 1
                else translate("cases", "{count} Aufgaben überfällig")
            )
            return CellWords(first=words.format(count=late), tone="amber", icon="circle-alert")
        if row.next_date is None and row.state in (BookingState.APPROVED, BookingState.SCHEDULED, BookingState.RUNNING):
            return CellWords(first=translate("cases", "Termin fehlt"), tone="amber", icon="circle-alert")
        if row.next_date is not None and not row.next_date.is_call and not row.next_date.place:
            return CellWords(first=translate("cases", "Raum fehlt"), tone="amber", icon="circle-alert")
        left = row.asked - row.answered
        if row.answered and left:
            words = (
                translate("cases", "{count} Frage offen") if left == 1 else translate("cases", "{count} Fragen offen")
            )
            return CellWords(first=words.format(count=left))
        return CellWords(first="")

    def score(self, row: PortfolioRow) -> str:
        """The module's score with one decimal, empty without one."""
        return "" if row.score is None else format_decimal(row.score, 1, self._language)

    def levels(self, row: PortfolioRow) -> str:
        """The level of each cross-cutting dimension in words."""
        parts = [
            f"{self._dimensions.get(score.id, score.id)} {score.level}"
            for score in row.scores
            if score.kind is DimensionKind.CROSS_CUTTING and score.level is not None
        ]
        return ", ".join(parts) if parts else QCoreApplication.translate("cases", "noch keine")

    def level_details(self, row: PortfolioRow) -> str:
        """The levels and the module's score in words, of several modules with its name; empty without a score."""
        score = self.score(row)
        words = QCoreApplication.translate("cases", "{levels}; Modulwert {score} von 4")
        of = f"{row.assessed}: " if len(row.modules) > 1 else ""
        return of + words.format(levels=self.levels(row), score=score) if score else ""

    def sentence(self, row: PortfolioRow) -> str:
        """The whole row as it is spoken."""
        translate = QCoreApplication.translate
        when = self.next_date(row)
        parts = [
            row.title,
            self.commune(row).second,
            translate("cases", "Module {names}").format(names=", ".join(row.modules)) if row.modules else "",
            self.state(row).first,
            translate("cases", "kein Termin") if row.next_date is None else f"{when.first} {when.second}",
            translate("cases", "Stufen: {levels}").format(levels=self.level_details(row)) if self.score(row) else "",
            self.missing(row).first,
        ]
        return "; ".join(part for part in parts if part)

    def _when(self, upcoming: NextDate) -> str:
        time = "" if upcoming.at is None or upcoming.is_call else f" {upcoming.at:%H:%M}"
        if upcoming.on == self._today:
            return QCoreApplication.translate("cases", "Heute{time}").format(time=time)
        return brief_day(upcoming.on, self._today, self._language) + time

    def _what(self, upcoming: NextDate, *, overdue: bool) -> str:
        translate = QCoreApplication.translate
        if upcoming.is_call:
            days = (self._today - upcoming.on).days
            if days == 1:
                return translate("cases", "Rückruf seit gestern offen")
            if overdue:
                return translate("cases", "Rückruf seit {days} Tagen offen").format(days=days)
            return translate("cases", "Rückruf")
        if overdue:
            return translate("cases", "{title}, vorbei").format(title=upcoming.title)
        return ", ".join(filter(None, (upcoming.title, upcoming.place)))
