"""How the page names packs, where they come from, and how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from advisor_app.services.packs import FoundPack, ListedPack, Origin, OtherVersion, PackFinding, PackUse

Findings = Sequence[PackFinding] | None
"""What the check has found in a pack; None before it has looked."""


def origin_of(pack: FoundPack) -> str:
    """Where a pack comes from."""
    translate = QCoreApplication.translate
    return {
        Origin.SHIPPED: translate("contents", "mitgeliefert"),
        Origin.LOCAL: translate("contents", "eigenes Paket"),
        Origin.KEPT: translate("contents", "Version vor dem letzten Einlesen"),
    }[pack.origin]


def state_of(pack: FoundPack, findings: Findings) -> str:
    """How a pack stands, in a word or two."""
    translate = QCoreApplication.translate
    if pack.use is PackUse.BROKEN:
        return translate("contents", "fehlerhaft")
    if not pack.is_used:
        return translate("contents", "nicht geladen")
    if findings is None:
        return translate("contents", "geladen")
    return translate("contents", "Hinweise: {count}").format(count=len(findings)) if findings else _sound()


def reason_of(listed: ListedPack) -> str:
    """Why a pack is not used, and what is used in its place; empty for one that is used and is no replacement."""
    translate = QCoreApplication.translate
    pack, instead = listed.pack, listed.instead
    shown = "" if instead is None else translate("contents", "Version {version}, {origin}")
    place = shown.format(version=instead.version, origin=origin_of(instead)) if instead is not None else ""
    reasons = {
        PackUse.USED: "",
        PackUse.REPLACED: translate("contents", "An seiner Stelle steht: {place}."),
        PackUse.OFF: translate("contents", "Es ist abgeschaltet."),
        PackUse.OLDER: translate("contents", "Es ist älter als das mitgelieferte Paket. Benutzt wird: {place}."),
        PackUse.BROKEN: translate("contents", "Es hat einen Fehler und wird nicht benutzt."),
        PackUse.SPARE: translate("contents", "Sie ist aufgehoben, falls das eigene Paket einmal fehlerhaft ist."),
    }
    words = reasons[pack.use].format(place=place)
    if pack.use in (PackUse.OFF, PackUse.BROKEN) and place:
        words += " " + translate("contents", "Benutzt wird: {place}.").format(place=place)
    return words


def version_of(version: OtherVersion) -> str:
    """A version to compare with."""
    translate = QCoreApplication.translate
    if version.pack is None:
        return translate("contents", "Fassung {version}, wie in Fällen gefragt").format(version=version.version)
    words = translate("contents", "Paketversion {version}, {origin}")
    return words.format(version=version.version, origin=origin_of(version.pack))


def _sound() -> str:
    return QCoreApplication.translate("contents", "in Ordnung")
