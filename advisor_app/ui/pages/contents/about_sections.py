"""What is said of a pack as a whole: what it holds and needs, and what the check has found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from advisor_app.services.packs import PackCounts, PackFinding
from advisor_app.ui.pages.contents.blocks import Entry, Heading, Points, Section, Text, said


def about_section(counts: PackCounts, note: str, requires: Mapping[str, str]) -> Section:
    """The beginning: what it is, what it holds, and what it needs."""
    translate = QCoreApplication.translate
    needed = [
        translate("contents", "{pack} ab Version {version}").format(pack=name, version=version)
        for name, version in requires.items()
    ]
    blocks = said(
        Text(note),
        Points(list(counted(counts)), translate("contents", "Darin")),
        Points(needed, translate("contents", "Braucht")),
    )
    return Section("about", translate("contents", "Über dieses Paket"), [Entry("about", tuple(blocks))], counted=False)


def findings_section(findings: Sequence[PackFinding] | None) -> Section:
    """What the check has found; None before it has looked."""
    translate = QCoreApplication.translate
    title = translate("contents", "Befunde")
    if findings is None:
        words = translate("contents", "Dieses Paket ist noch nicht geprüft. Wählen Sie „Prüfen“.")
        return Section("findings", title, [Entry("none", (Text(words),))], counted=False)
    if not findings:
        words = translate("contents", "Es ist in Ordnung. Die Prüfung hat nichts gefunden.")
        return Section("findings", title, [Entry("none", (Text(words),))], counted=False)
    return Section("findings", title, [finding_entry(number, item) for number, item in enumerate(findings)])


def finding_entry(number: int, finding: PackFinding) -> Entry:
    """One finding: what it is, where, and a sentence."""
    translate = QCoreApplication.translate
    kind = translate("contents", "Fehler") if finding.is_error else translate("contents", "Hinweis")
    tone = "error" if finding.is_error else "amber"
    place = f"{kind} · {finding.place}" if finding.place else kind
    return Entry(str(number), (Text(place, "caption", tone), Text(finding.sentence)))


def refusal(source: str, findings: Sequence[PackFinding]) -> Section:
    """Why something was not taken in."""
    translate = QCoreApplication.translate
    title = translate("contents", "Nicht eingelesen: {name}").format(name=source)
    words = translate(
        "contents", "Es wurde nichts geändert. Bitte berichtigen Sie, was hier steht, und lesen Sie neu ein."
    )
    head = Entry("head", (Heading(title, "section"), Text(words)))
    return Section("refusal", title, [head, *(finding_entry(number, item) for number, item in enumerate(findings))])


def counted(counts: PackCounts) -> Iterator[str]:
    """What a pack holds, in figures; what it has none of is left out."""
    translate = QCoreApplication.translate
    words = (
        (counts.dimensions, translate("contents", "Dimensionen: {count}")),
        (counts.questions, translate("contents", "Fragen: {count}")),
        (counts.anchors, translate("contents", "Anker: {count}")),
        (counts.steps, translate("contents", "Arbeitsschritte: {count}")),
        (counts.measures, translate("contents", "Maßnahmen: {count}")),
        (counts.terms, translate("contents", "Begriffe: {count}")),
        (counts.facts, translate("contents", "Fakten: {count}")),
        (counts.handout_words, translate("contents", "Wörter im Handout: {count}")),
    )
    return (text.format(count=count) for count, text in words if count)
