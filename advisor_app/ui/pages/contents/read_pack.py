"""A pack as it is read on the page: its sections, and what its questionnaire can be compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from advisor_app.services.packs import ListedPack, PackContents, Packs, QuestionnaireVersion
from advisor_app.texts import Texts
from advisor_app.ui.pages.contents.about_sections import about_section
from advisor_app.ui.pages.contents.blocks import Entry, Section, Text
from advisor_app.ui.pages.contents.comparison_section import comparison_section
from advisor_app.ui.pages.contents.funding_section import funding_section
from advisor_app.ui.pages.contents.knowledge_sections import (
    facts_section,
    glossary_section,
    handout_section,
    maturity_section,
    services_section,
)
from advisor_app.ui.pages.contents.questionnaire_section import questionnaire_section
from advisor_app.ui.pages.contents.reading import Reading
from advisor_app.ui.pages.contents.wording import version_of
from advisor_app.ui.pages.contents.workshop_sections import agenda_section, measures_section

_BUILDERS = (
    questionnaire_section,
    agenda_section,
    measures_section,
    glossary_section,
    facts_section,
    handout_section,
    services_section,
    maturity_section,
    funding_section,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPack:
    """What was read of a pack, ready to be shown; ``sections`` are those of its content alone."""

    contents: PackContents
    sections: Sequence[Section]
    versions: Sequence[QuestionnaireVersion]


def read_pack(packs: Packs, listed: ListedPack, texts: Texts) -> ReadPack:
    """Read a pack, for the background; raises AdvisorError(CONTENT)."""
    contents = packs.read(listed.pack)
    reading = Reading(contents, texts, packs.today)
    about = about_section(listed.counts, contents.note, contents.requires)
    built = (build(reading) for build in _BUILDERS)
    sections = (about, *(section for section in built if section is not None))
    return ReadPack(contents=contents, sections=sections, versions=packs.versions(contents))


def compare(packs: Packs, read: ReadPack, other: QuestionnaireVersion, texts: Texts) -> Section:
    """The pack's questionnaire beside another version, for the background; raises AdvisorError."""
    both = packs.both(read.contents, other)
    if both is None:
        return nothing_to_compare(QCoreApplication.translate("contents", "Dort gibt es diesen Fragebogen nicht."))
    own = QCoreApplication.translate("contents", "Paketversion {version}, dieses Paket")
    return comparison_section(
        *both,
        (version_of(other), own.format(version=read.contents.pack.version)),
        Reading(read.contents, texts, packs.today),
    )


def nothing_to_compare(words: str) -> Section:
    """What stands there in place of a comparison."""
    title = QCoreApplication.translate("contents", "Versionen vergleichen")
    return Section("comparison", title, [Entry("none", (Text(words),))], counted=False)


def not_compared(versions: Sequence[QuestionnaireVersion]) -> Section:
    """What stands there before two versions are compared."""
    translate = QCoreApplication.translate
    if versions:
        words = translate("contents", "Wählen Sie oben, womit dieser Fragebogen verglichen werden soll.")
    else:
        words = translate(
            "contents", "Es gibt keine andere Fassung dieses Fragebogens, weder in einem anderen Paket noch in Fällen."
        )
    return nothing_to_compare(words)
