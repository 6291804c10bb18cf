"""A pack as it is read on the page: its sections, and what its questionnaire can be compared with."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from advisor_app.services.packs import ListedPack, OtherVersion, PackContents, Packs
from advisor_app.texts import Texts
from advisor_app.ui.pages.contents.about_sections import about_section
from advisor_app.ui.pages.contents.blocks import Entry, Heading, Section, Text
from advisor_app.ui.pages.contents.candidates_section import candidates_section
from advisor_app.ui.pages.contents.comparison_section import comparison_section
from advisor_app.ui.pages.contents.e_file_section import e_file_section
from advisor_app.ui.pages.contents.funding_section import funding_section
from advisor_app.ui.pages.contents.knowledge_sections import (
    facts_section,
    glossary_section,
    handout_section,
    maturity_section,
    services_section,
)
from advisor_app.ui.pages.contents.part_comparison import differing_entries
from advisor_app.ui.pages.contents.questionnaire_section import QUESTIONNAIRE, questionnaire_section
from advisor_app.ui.pages.contents.reading import Reading
from advisor_app.ui.pages.contents.wording import version_of
from advisor_app.ui.pages.contents.workshop_sections import agenda_section, measures_section, preparation_section

_BUILDERS = (
    questionnaire_section,
    agenda_section,
    preparation_section,
    measures_section,
    glossary_section,
    facts_section,
    handout_section,
    e_file_section,
    candidates_section,
    services_section,
    maturity_section,
    funding_section,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPack:
    """What was read of a pack, ready to be shown; ``sections`` are those of its content alone."""

    contents: PackContents
    sections: Sequence[Section]
    versions: Sequence[OtherVersion]


def read_pack(packs: Packs, listed: ListedPack, texts: Texts) -> ReadPack:
    """Read a pack, for the background; raises AdvisorError(CONTENT)."""
    contents = packs.read(listed.pack)
    about = about_section(listed.counts, contents.note, contents.requires)
    sections = (about, *_sections(Reading(contents, texts, packs.today)))
    return ReadPack(contents=contents, sections=sections, versions=packs.versions(contents))


def compare(packs: Packs, read: ReadPack, other: OtherVersion, texts: Texts) -> Section:
    """The pack beside another version, for the background; raises AdvisorError.

    The questionnaire is compared by what its questions mean, everything else, where the other one is a pack, as it is
    read.
    """
    translate = QCoreApplication.translate
    own = translate("contents", "Paketversion {version}, dieses Paket").format(version=read.contents.pack.version)
    names = version_of(other), own
    entries: list[Entry] = []
    compared = packs.compared(read.contents, other)
    if compared is not None:
        entries += comparison_section(compared, names, Reading(read.contents, texts, packs.today)).entries
    else:
        title = translate("contents", "{old} und {new}").format(old=names[0], new=own)
        entries.append(Entry("names", (Heading(title, "section"),)))
        if read.contents.questionnaire is not None:
            entries.append(Entry("none", (Text(translate("contents", "Dort gibt es diesen Fragebogen nicht.")),)))
    if other.pack is not None:
        told = {entry.key for entry in entries}
        there, here = (
            [_beside_questions(section, told) for section in _sections(Reading(contents, texts, packs.today))]
            for contents in (packs.read(other.pack), read.contents)
        )
        entries += differing_entries(there, here, names)
    return Section("comparison", translate("contents", "Versionen vergleichen"), entries, counted=False)


def _beside_questions(section: Section, told: Container[str]) -> Section:
    """Of a questionnaire what no answer rests on and no question that is told already: hints, short forms, phases."""
    if section.key != QUESTIONNAIRE:
        return section
    title = QCoreApplication.translate("contents", "Fragebogen: weitere Angaben")
    return replace(section, title=title, entries=[entry for entry in section.entries if entry.key not in told])


def _sections(reading: Reading) -> list[Section]:
    return [section for build in _BUILDERS if (section := build(reading)) is not None]


def nothing_to_compare(words: str) -> Section:
    """What stands there in place of a comparison."""
    title = QCoreApplication.translate("contents", "Versionen vergleichen")
    return Section("comparison", title, [Entry("none", (Text(words),))], counted=False)


def not_compared(versions: Sequence[OtherVersion]) -> Section:
    """What stands there before two versions are compared."""
    translate = QCoreApplication.translate
    if versions:
        words = translate("contents", "Wählen Sie oben, womit dieses Paket verglichen werden soll.")
    else:
        words = translate(
            "contents", "Es gibt keine andere Version dieses Pakets, weder in einem anderen Ordner noch in Fällen."
        )
    return nothing_to_compare(words)
