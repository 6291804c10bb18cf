"""What is counted, drawn: bars and columns."""

from __future__ import annotations

from advisor_app.charts.month_columns import MonthColumn, MonthColumns
from advisor_app.charts.paired_bars import PairedBars, PairedRow
from advisor_app.charts.share_bars import ShareBars, ShareRow
from advisor_app.charts.stacked_bars import BarPart, StackedBars, StackedRow
from tests.charts.examples.levels import AREAS


def paired_bars(*rows: tuple[str, int, int]) -> PairedBars:
    """Requests and completions, by district where nothing else is given."""
    given = rows or tuple((area, 12 * number, 7 * number) for number, area in enumerate(AREAS))
    head = "Landkreis"
    chosen = tuple(PairedRow(*row) for row in given)
    return PairedBars(title="Auswertung", head=head, first="Anträge", second="Abgeschlossen", rows=chosen)


def stacked_bars(*rows: tuple[str | int, ...]) -> StackedBars:
    """Services by office and how far they are online, or what else is counted."""
    given = rows or tuple((area, number % 4, 2, number, 0, number * 7 % 5) for number, area in enumerate(AREAS))
    titles = ("nicht online", "Informationen", "Formular", "online beantragbar", "offen")
    width = len(given[0]) - 1
    levels = (0, 1, 2, 4, None) if width > 1 else (3,)
    return StackedBars(
        title="Leistungen je Amt",
        head="Amt",
        total="Leistungen",
        parts=tuple(BarPart(title, level) for title, level in zip(titles[:width], levels, strict=True)),
        rows=tuple(StackedRow(str(row[0]), tuple(int(count) for count in row[1:])) for row in given),
    )


def month_columns(*months: tuple[int, int, int]) -> MonthColumns:
    """Finished, abandoned and undivided applications from January 2024 on."""
    return MonthColumns(
        title="Anträge je Monat",
        head="Monat",
        total="begonnen",
        parts=("abgesendet", "abgebrochen", "ohne Angabe"),
        months=tuple(
            MonthColumn(
                label=f"{number % 12 + 1:02}/{2024 + number // 12}",
                finished=finished,
                abandoned=abandoned,
                undivided=undivided,
            )
            for number, (finished, abandoned, undivided) in enumerate(months)
        ),
    )


def share_bars(*rows: tuple[str, int, int]) -> ShareBars:
    """Abandoned applications of all."""
    return ShareBars(
        title="Abbruchquote je Dienst",
        head="Dienst",
        share="Abbruchquote",
        counts="abgebrochen",
        rows=tuple(
            ShareRow(title, part / whole, f"{100 * part / whole:.1f} %".replace(".", ","), f"{part} von {whole}")
            for title, part, whole in rows
        ),
    )
