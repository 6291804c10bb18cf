"""Does this installation work? Every check stands for itself and says in words what it found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.clock import Clock, SystemClock
from advisor_app.services.content_check import check_content
from advisor_app.services.demo import ensure_example
from advisor_app.services.preferences import Preferences
from advisor_app.services.workspace import load_content, open_workspace
from advisor_app.texts import Texts, load_texts
from advisor_app.texts.errors import sentence

if TYPE_CHECKING:
    from advisor_app.services.workspace import Workspace

LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What one check found; ``name`` is its title, ``detail`` what is there or what is wrong."""

    name: str
    passed: bool
    detail: str
    seconds: float


class CheckFailedError(Exception):
    """What is wrong, in words."""


def run_checks(folder: Path, preferences: Preferences, clock: Clock | None = None) -> Iterator[CheckResult]:
    """Check content, texts, fonts, database, documents and the data folder, one after the other.

    Nothing in the data folder is changed; the rest works in a temporary folder.
    """
    texts = load_texts(preferences.language)
    with TemporaryDirectory(prefix="beraterkoffer-") as name:
        checks = _Checks(folder, Path(name), preferences, texts, clock or SystemClock())
        for key, check in checks.all():
            begun = perf_counter()
            try:
                passed, detail = True, check()
            except AdvisorError as error:
                passed, detail = False, sentence(error, texts)
            except CheckFailedError as error:
                passed, detail = False, str(error)
            except Exception as error:  # noqa: BLE001  # whatever it is, the other checks go on and it is told
                passed, detail = False, f"{type(error).__name__}: {error}"
            title = texts(f"self-check.{key}.title")
            yield CheckResult(name=title, passed=passed, detail=detail, seconds=perf_counter() - begun)


class _Checks:
    """The checks of one run; ``scratch`` is an empty folder."""

    def __init__(self, folder: Path, scratch: Path, preferences: Preferences, texts: Texts, clock: Clock) -> None:
        self._folder = folder
        self._scratch = scratch
        self._preferences = preferences
        self._texts = texts
        self._clock = clock

    def all(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Every check under the key of its words."""
        yield "content", self.content
        yield "texts", self.texts
        yield "fonts", self.fonts
        yield "database", self.database
        yield "documents", self.documents
        yield "folder", self.folder

    def content(self) -> str:
        """The packs load and have no errors."""
        content = load_content(self._folder, self._texts)
        if content.problem is not None:
            raise content.problem
        for finding in check_content(self._folder, self._texts).findings:
            if finding.severity.value == "error":
                raise CheckFailedError(f"{finding.file}:{finding.line}: {finding.sentence}")
        packs = ", ".join(f"{name} {version}" for name, version in content.catalog.packs.items())
        return self._texts("self-check.content.detail", packs=packs)

    def texts(self) -> str:
        """Both languages have the same texts and a sentence for every problem."""
        german, english = (load_texts(language).entries.keys() for language in LANGUAGES)
        missing = sorted(german ^ english) or [
            problem.value for problem in Problem if f"errors.{problem.value}" not in german
        ]
        if missing:
            raise CheckFailedError(self._texts("self-check.texts.missing", keys=", ".join(missing)))
        return self._texts("self-check.texts.detail", count=len(german))

    def fonts(self) -> str:
        """The shipped fonts can be read and draw German text."""
        from advisor_app.charts.font_metrics import FONT_FILES, load_font_metrics

        metrics = load_font_metrics()
        for weight in FONT_FILES:
            metrics.width("ÄÖÜäöüß–„“€", 10, weight)
        return self._texts("self-check.fonts.detail", files=", ".join(FONT_FILES.values()))

    def database(self) -> str:
        """What is committed to a fresh database is there when it is opened again."""
        begun = self._open_scratch()
        try:
            written = begun.cases.load(ensure_example(begun))
        finally:
            begun.close()
        again = self._open_scratch()
        try:
            if again.cases.load(written.id) != written:
                raise CheckFailedError(self._texts("self-check.database.differs"))
        finally:
            again.close()
        return self._texts("self-check.database.detail", count=len(written.answers))

    def documents(self) -> str:
        """Every document of the worked example can be made."""
        workspace = self._open_scratch()
        try:
            case = workspace.cases.load(ensure_example(workspace))
            made = list(workspace.documents.create_all(case, self._scratch / "documents"))
        finally:
            workspace.close()
        for document in made:
            if not document.file.read_bytes().startswith(b"%PDF-"):
                raise CheckFailedError(self._texts("self-check.documents.broken", file=document.file.name))
        pages = sum(document.pages for document in made)
        return self._texts("self-check.documents.detail", count=len(made), pages=pages)

    def folder(self) -> str:
        """The data folder, or the nearest one there is above it, can be written to."""
        nearest = next(path for path in (self._folder, *self._folder.absolute().parents) if path.exists())
        try:
            with TemporaryDirectory(prefix=".check-", dir=nearest) as name:
                probe = Path(name, "probe")
                probe.write_bytes(b"x")
                os.replace(probe, Path(name, "moved"))  # noqa: PTH105  # the very call that saving relies on
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(nearest)) from error
        return self._texts("self-check.folder.detail", folder=self._folder)

    def _open_scratch(self) -> Workspace:
        return open_workspace(self._scratch, self._preferences, clock=self._clock)
