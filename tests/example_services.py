"""Services of the worked example, and both versions of the model that they were rated with."""

from __future__ import annotations

from datetime import date

from advisor_app.domain.foundations import Certainty
from advisor_app.domain.knowledge import MaturityLevel, MaturityModel
from advisor_app.domain.service import Account, MaturityRating, Office, OnlineState, Payment, Platform, Service
from advisor_app.domain.words import Audience, Words

OLD, NEW = "ozg-1.1", "ozg-2.0"

_WORDS = ("Offline", "Information", "Formular", "Online-Leistung", "Online-Transaktion mit Once-Only")
_ROWS = (
    ("Wohnsitz anmelden", "Bürgerbüro", 1240, "application", NEW, 3),
    ("Personalausweis beantragen", "Bürgerbüro", 980, "information", NEW, 1),
    ("Meldebescheinigung ausstellen", "Bürgerbüro", 640, "application", NEW, 4),
    ("Urkunde anfordern", "Standesamt", 420, "application", OLD, 3),
    ("Eheschließung anmelden", "Standesamt", 44, "form", None, None),
    ("Gewerbe anmelden", "Ordnungsamt", 130, "application", NEW, 3),
    ("Hund zur Hundesteuer anmelden", "Steueramt", 310, "form", OLD, 2),
    ("Platz in der Kindertagesstätte anmelden", "Kindertagesstätten", 95, "form", None, None),
    ("Nutzungsrecht an einem Grab erwerben", "Friedhof", None, "nothing", NEW, 0),
    ("Schaden an einer Straße melden", "Bauhof", 260, "nothing", NEW, 0),
    ("Reisepass beantragen", "Bürgerbüro", 350, "information", NEW, 1),
    ("Sondernutzung beantragen", "", None, None, None, None),
)


def maturity_models() -> dict[str, MaturityModel]:
    """Version 1.1 with its words, and 2.0, of which sources do not agree how many levels it has."""
    levels = tuple(MaturityLevel(number=number, word=word) for number, word in enumerate(_WORDS))
    old = _model(OLD, "1.1", date(2020, 6, 1), date(2025, 7, 31), levels, (4,))
    return {OLD: old, NEW: _model(NEW, "2.0", date(2025, 7, 1), None, (), (6, 7))}


def example_services() -> dict[str, Service]:
    """Twelve services in seven offices: rated by both versions, disputed, open, and one without an office."""
    services = [_service(number, *row) for number, row in enumerate(_ROWS, 1)]
    return {service.id: service for service in services}


def example_offices() -> dict[str, Office]:
    """What was noted for two of them, one with nothing but its name."""
    notes = (
        ("Kindertagesstätten", True, "Anmeldungen kommen über das Portal.\n\n- Vertretung regeln\n- Zugang regeln"),
        ("Bürgerbüro", False, "Beratung am Telefon nimmt zu."),
        ("Wasserwerk", True, ""),
    )  # fmt: skip
    offices = [
        Office(id=f"o{number}", title=title, outside=outside, effects=Words(text, Audience.REPORT))
        for number, (title, outside, text) in enumerate(notes, 1)
    ]
    return {office.id: office for office in offices}


def _service(
    number: int, title: str, office: str, cases: int | None, online: str | None, model: str | None, level: int | None
) -> Service:
    state = None if online is None else OnlineState(online)
    applied = state is OnlineState.APPLICATION
    return Service(
        id=f"s{number}",
        number=number,
        title=title,
        service_key="99102012000000" if office == "Steueramt" else "",
        office=office,
        cases_per_year=cases,
        online=state,
        platform=Platform.CIVENTO if applied else Platform.NONE if state else None,
        accounts=(Account.BUND_ID,) if applied else (),
        payment=Payment.ONLINE if applied else None,
        end_to_end=number == 3 if applied else None,
        maturity=() if model is None or level is None else (MaturityRating(model, level),),
        disputed=number == 6,
        note=Words("Seit 2024 über den EfA-Dienst geplant.", Audience.REPORT) if number == 4 else Words(),
    )


def _model(
    name: str,
    version: str,
    begin: date,
    end: date | None,
    levels: tuple[MaturityLevel, ...],
    highest: tuple[int, ...],
) -> MaturityModel:
    return MaturityModel(
        id=name,
        title="OZG-Reifegradmodell",
        version=version,
        valid_from=begin,
        valid_to=end,
        criteria=10,
        levels=levels,
        bands=(),
        highest=highest,
        conformant_from=3 if levels else None,
        note="Wie streng ein Dienst beurteilt wird, sagt die Fassung.",
        as_of=date(2026, 11, 21),
        sources=("S2",),
        certainty=Certainty.HIGH if levels else Certainty.LOW,
    )
