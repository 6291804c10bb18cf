"""The worked example of a process sheet: dog tax registration (fact base, E3)."""

from __future__ import annotations

from decimal import Decimal

from advisor_app.domain.process import Assumptions, MediaBreak, ProcessSheet, ProcessStep

_AS_IS = (
    ("Eingang drucken, verteilen", "Poststelle", 4, MediaBreak.PRINT),
    ("Prüfen, rückfragen", "Steueramt", 6, None),
    ("Daten abtippen", "Steueramt", 8, MediaBreak.RETYPE),
    ("Bescheid drucken, unterschreiben, kuvertieren", "Steueramt", 7, MediaBreak.SIGNATURE),
    ("Marke versenden", "Bürgerbüro", 4, None),
    ("Papierablage", "Steueramt", 4, MediaBreak.PAPER),
)
_TO_BE = (
    ("Online-Antrag mit Plausibilität", "Antragstellende", 0, None),
    ("Prüfen, rückfragen", "Steueramt", 4, "a2"),
    ("Datenübernahme prüfen", "Steueramt", 2, "a3"),
    ("Bescheid ins Postfach", "Steueramt", 1, "a4"),
    ("Marke versenden", "Bürgerbüro", 4, "a5"),
    ("Ablage automatisch", "Steueramt", 0, "a6"),
)


def dog_tax() -> ProcessSheet:
    """310 cases, 33 and 11 minutes, four media breaks today, none then."""
    return ProcessSheet(
        id="p-dog-tax",
        number=1,
        title="Hundesteuer-Anmeldung",
        chosen=True,
        office="Steueramt",
        trigger="Anmeldung trifft ein",
        result="Bescheid und Hundemarke",
        cases_per_year=310,
        as_is=tuple(
            ProcessStep(id=f"a{number}", title=title, actor=actor, minutes=Decimal(minutes), media_break=kind)
            for number, (title, actor, minutes, kind) in enumerate(_AS_IS, 1)
        ),
        to_be=tuple(
            ProcessStep(id=f"b{number}", title=title, actor=actor, minutes=Decimal(minutes), origin=origin)
            for number, (title, actor, minutes, origin) in enumerate(_TO_BE, 1)
        ),
        assumptions=Assumptions(
            digital_percent=Decimal(60),
            rest_minutes=Decimal(30),
            hourly_rate=5800,
            yearly_cost=60000,
            once_cost=400000,
            once_hours=Decimal(40),
        ),
    )
