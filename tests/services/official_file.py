"""An official municipality file as it would be if the register were right but for what a test changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from advisor_app.domain.commune import Commune, CommuneKind
from tests.exchange.test_gv100ad import encoded, members, record

_AREAS = {"Gemeinde": "64", "Markt": "60"}


@dataclass(frozen=True)
class Entry:
    """A municipality as the file has it."""

    key: str
    name: str
    population: int
    is_city: bool = False
    designation: str = "Gemeinde"


def entries_of(communes: Iterable[Commune]) -> dict[str, Entry]:
    """Return the municipalities of a register by key; districts are told by their names alone."""
    return {
        commune.key: Entry(
            key=commune.key,
            name=commune.name,
            population=commune.population or 0,
            is_city=commune.key.endswith("000"),
            designation=commune.designation,
        )
        for commune in communes
        if commune.key is not None and commune.kind is not CommuneKind.DISTRICT
    }


def districts_of(communes: Iterable[Commune]) -> dict[str, Commune]:
    """Return the districts of a register by their five digits."""
    districts = (commune for commune in communes if commune.kind is CommuneKind.DISTRICT)
    return {district.key[:5]: district for district in districts if district.key is not None}


def official_file(entries: Iterable[Entry], districts: dict[str, Commune]) -> bytes:
    """Return the file's bytes."""
    lines = [record("10", "06", "Hessen")]
    ordered = sorted(entries, key=lambda entry: entry.key)
    for region, in_region in groupby(ordered, key=lambda entry: entry.key[:3]):
        lines.append(record("20", region, "Reg.-Bez."))
        for district, in_district in groupby(in_region, key=lambda entry: entry.key[:5]):
            lines += list(_district(district, list(in_district), districts))
    return encoded(lines)


def _district(key: str, entries: list[Entry], districts: dict[str, Commune]) -> Iterable[str]:
    first = entries[0]
    if first.is_city:
        yield record("40", key, first.name, "41")
        yield from members(first.key, first.name, first.population, "61", "0000")
        return
    district = districts[key]
    yield record("40", key, district.name, "43" if district.designation == "Kreis" else "44")
    for entry in entries:
        number = f"0{entry.key[5:]}"
        yield from members(entry.key, entry.name, entry.population, _AREAS.get(entry.designation, "63"), number)
