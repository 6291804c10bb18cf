"""How much each pack holds: what the content check prints when nothing is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from advisor_app.content.library import Library, Pack
from advisor_app.content.overlays import overlay_shape, translated_words
from advisor_app.content.rules.overlays import languages_of
from advisor_app.content.rules.wording import words_in
from advisor_app.domain.agenda import StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """How many of a pack's texts, each list of them counted once, are translated into a language."""

    language: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCounts:
    """What one pack holds; retired questions and measures are not counted, nor are breaks among the steps.

    ``translated`` has every language into which anything of any pack is translated; only a check reads translations.
    """

    pack: str
    version: str
    dimensions: int
    questions: int
    anchors: int
    steps: int
    measures: int
    facts: int
    terms: int
    handout_words: int
    translated: tuple[Translated, ...] = ()


def count_packs(library: Library, folders: Collection[Path]) -> tuple[PackCounts, ...]:
    """The counts of the packs in these folders, in the packs' order."""
    languages = languages_of(library)
    return tuple(_count(pack, languages) for pack in library.packs if pack.head.folder in folders)


def _count(pack: Pack, languages: Iterable[str]) -> PackCounts:
    questions = [entry.value for entry in pack.questions if not entry.value.retired]
    steps = [step for agenda in pack.agendas for step in agenda.value.steps]
    return PackCounts(
        pack=pack.head.id,
        version=pack.head.version,
        dimensions=len(pack.questionnaire.dimensions if pack.questionnaire else pack.dimensions),
        questions=len(questions),
        anchors=sum(len(question.anchors) for question in questions),
        steps=sum(step.kind is StepKind.WORK for step in steps),
        measures=sum(not entry.value.retired for entry in pack.measures),
        facts=len(pack.facts),
        terms=len(pack.terms),
        handout_words=sum(words_in(text) for entry in pack.handouts for text in entry.value.texts()),
        translated=tuple(_translated(pack, language) for language in languages),
    )


def _translated(pack: Pack, language: str) -> Translated:
    documents = {document.file.name: document for document in pack.documents}
    words: list[bool] = []
    for name, document in documents.items():
        shape = overlay_shape(name)
        if shape is not None:
            overlay = documents.get(f"{name.removesuffix('.toml')}.{language}.toml")
            words += translated_words(shape, document.data, {} if overlay is None else overlay.data)
    return Translated(language=language, done=sum(words), total=len(words))
