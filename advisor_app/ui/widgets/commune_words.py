"""What is said of a commune in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.case import CaseCommune
from advisor_app.domain.commune import Commune, CommuneKind
from advisor_app.texts.numbers import format_decimal


def kind_words(commune: Commune | CaseCommune) -> str:
    """``kreisangehörig``, ``kreisfrei``, ``Sonderstatus``, ``Landkreis``."""
    translate = QCoreApplication.translate
    if commune.kind is CommuneKind.DISTRICT:
        return translate("communes", "Landkreis")
    if commune.kind is CommuneKind.MUNICIPALITY:
        return translate("communes", "kreisangehörig")
    if commune.designation == "Sonderstatusstadt":
        return translate("communes", "Sonderstatus")
    return translate("communes", "kreisfrei")


def _district_words(district: str) -> str:
    """``Landkreis Gießen``, but ``Hochtaunuskreis``."""
    if "kreis" in district.casefold():
        return district
    return QCoreApplication.translate("communes", "Landkreis {name}").format(name=district)


def commune_facts(commune: Commune | CaseCommune, language: str, *, with_district: bool = False) -> str:
    """``kreisangehörig · 9.400 EW``, on demand with the district."""
    parts = [kind_words(commune)]
    if with_district and commune.kind is not CommuneKind.DISTRICT and commune.district:
        parts.append(_district_words(commune.district))
    if commune.population is not None:
        words = QCoreApplication.translate("communes", "{number} EW")
        parts.append(words.format(number=format_decimal(commune.population, 0, language)))
    return " · ".join(parts)
