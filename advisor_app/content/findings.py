"""What is wrong with a pack: the file, the line and a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from advisor_app.content.line_index import Place
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts


class Severity(Enum):
    """An error keeps a pack from being shipped, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFinding:
    """A finding in words; ``line`` counts from 1."""

    file: Path
    line: int
    sentence: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A finding before it is worded: ``key`` names its sentence under ``content`` in the texts.

    ``place`` is the value's place in the file as far as it is known; one that came from a workbook has its cell by it.
    """

    file: Path
    line: int
    key: str
    details: Mapping[str, str | int]
    severity: Severity = Severity.ERROR
    place: Place = ()

    def sentence(self, texts: Texts) -> str:
        """The finding as a sentence."""
        return texts(f"content.{self.key}", **self.details)

    def worded(self, texts: Texts) -> ContentFinding:
        """The finding in a language."""
        return ContentFinding(file=self.file, line=self.line, sentence=self.sentence(texts), severity=self.severity)

    def error(self, texts: Texts) -> AdvisorError:
        """The error to raise where a pack cannot be used; its own sentence goes on after the reason."""
        reason = self.sentence(texts).rstrip(".")
        return AdvisorError(Problem.CONTENT, file=str(self.file), line=self.line, reason=reason)
