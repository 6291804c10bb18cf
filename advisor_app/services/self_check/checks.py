"""The checks that need no window: content, texts, keys, data, documents. None touches the data of the folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.languages import LANGUAGES
from advisor_app.services import handbook
from advisor_app.services.content_check import check_content
from advisor_app.services.demo import ensure_example
from advisor_app.services.entrance import enter
from advisor_app.services.policy import Policy, load_policy
from advisor_app.services.preferences import Preferences, PreferencesFile
from advisor_app.services.self_check.order import CheckFailedError, CheckOrder
from advisor_app.services.used_packs import load_content
from advisor_app.services.workspace import open_workspace
from advisor_app.texts import load_texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.services.documents import DrawnDocument
    from advisor_app.services.workspace import Workspace
    from advisor_app.storage.profile import Profile

_CHOSEN = "nur für die Prüfung"
"""What opens a profile that holds the example for some seconds and goes with its folder."""
_COPIES = {"result-report": (".docx",), "implementation-plan": (".docx", ".xlsx")}
_PACK = "m4"
_MEGABYTE = 1_000_000


class Checks:
    """The checks of one order."""

    def __init__(self, order: CheckOrder) -> None:
        self._folder = Path(order.folder)
        self._scratch = Path(order.scratch)
        self._texts = load_texts(order.language)
        self._preferences = Preferences(language=order.language)

    def all(self) -> Mapping[str, Callable[[], str]]:
        """Every check under its key."""
        return {
            "settings": self.settings,
            "policy": self.policy,
            "content": self.content,
            "texts": self.texts,
            "fonts": self.fonts,
            "handbook": self.handbook,
            "folder": self.folder,
            "keyring": self.keyring,
            "profile": self.profile,
            "documents": self.documents,
            "copies": self.copies,
            "forms": self.forms,
        }

    def settings(self) -> str:
        """The settings of the data folder can be read."""
        file = PreferencesFile(self._folder)
        file.load()
        return self._texts(f"self-check.settings.{'detail' if file.path.exists() else 'none'}", file=file.path)

    def policy(self) -> str:
        """The machine's policy can be read."""
        file = load_policy(self._texts).file
        return self._texts(f"self-check.policy.{'none' if file is None else 'detail'}", file=file)

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
        """All languages have the same texts and a sentence for every problem."""
        every = [set(load_texts(language).entries) for language in LANGUAGES]
        shared = set.intersection(*every)
        missing = sorted(set.union(*every) - shared) or [
            problem.value for problem in Problem if f"errors.{problem.value}" not in shared
        ]
        if missing:
            raise CheckFailedError(self._texts("self-check.texts.missing", keys=", ".join(missing)))
        return self._texts("self-check.texts.detail", count=len(shared))

    def fonts(self) -> str:
        """The typefaces of documents and charts can be read and draw German text."""
        from advisor_app.charts.font_metrics import FONT_FILES, load_font_metrics
        from advisor_app.documents.render.fonts import register_fonts

        letters = "ÄÖÜäöüß–„“€"
        metrics = load_font_metrics()
        for weight in FONT_FILES:
            metrics.width(letters, 10, weight)
        missing = [letter for letter in letters if letter not in register_fonts()]
        if missing:
            raise CheckFailedError(self._texts("self-check.fonts.missing", letters=" ".join(missing)))
        return self._texts("self-check.fonts.detail", files=", ".join(FONT_FILES.values()))

    def handbook(self) -> str:
        """The handbook can be read, and its pictures are there in both themes."""
        read = handbook.read()
        pictures = [picture.file for chapter in read.chapters.values() for picture in chapter.pictures]
        files = {handbook.picture_file(name, dark=dark) for name in pictures for dark in (False, True)}
        missing = sorted(file.name for file in files if not file.is_file())
        if missing:
            raise CheckFailedError(self._texts("self-check.handbook.missing", files=", ".join(missing)))
        return self._texts("self-check.handbook.detail", chapters=len(read.chapters), pictures=len(files))

    def folder(self) -> str:
        """The data folder, or the nearest one there is above it, can be written to."""
        nearest = next(path for path in (self._folder, *self._folder.absolute().parents) if path.exists())
        try:
            with TemporaryDirectory(prefix=".check-", dir=nearest) as name:
                probe = Path(name, "probe")
                probe.write_bytes(b"x")
                os.replace(probe, Path(name, "moved"))  # noqa: PTH105  # the very call that saving relies on
            free = shutil.disk_usage(nearest).free // _MEGABYTE
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(nearest)) from error
        return self._texts("self-check.folder.detail", folder=self._folder, megabytes=f"{free:,}".replace(",", "."))

    def keyring(self) -> str:
        """The system's keyring keeps a secret, or there is none and a file does."""
        from uuid import uuid4

        from advisor_app.storage.device_keys import SystemKeyring, new_secret
        from advisor_app.storage.keyslots import SlotKind

        keyring, name = SystemKeyring(), f"self-check-{uuid4()}"
        secret = new_secret(SlotKind.KEYRING)
        if not keyring.write(name, secret):
            return self._texts("self-check.keyring.none")
        try:
            if keyring.read(name) != secret:
                raise CheckFailedError(self._texts("self-check.keyring.differs"))
        finally:
            keyring.forget(name)
        return self._texts("self-check.keyring.detail")

    def profile(self) -> str:
        """A fresh profile is encrypted, is backed up, and comes back from its backup as it was."""
        from advisor_app.services.backups import restore
        from advisor_app.services.whole_example import a_year_later

        folder = self._scratch / "profile"
        with self._opened(folder) as workspace:
            written = workspace.cases.load(ensure_example(workspace))
            backup = workspace.backups.create().backup
            workspace.backups.verify(backup)
            a_year_later(workspace, written.id)  # what the backup does not hold
            database = workspace.profile.database
        name = written.commune.name.encode()
        if any(name in file.read_bytes() for file in (database, backup.folder / database.name)):
            raise CheckFailedError(self._texts("self-check.profile.plain"))
        restore(folder, backup)
        with self._opened(folder) as workspace:
            if workspace.cases.load(written.id) != written:
                raise CheckFailedError(self._texts("self-check.profile.differs"))
        return self._texts("self-check.profile.detail", count=sum(map(len, written.answers.values())))

    def documents(self) -> str:
        """A document of every kind can be made, and carries its typefaces along."""
        from advisor_app.documents.kinds import KINDS
        from advisor_app.documents.render.embedded_fonts import fonts_not_embedded
        from advisor_app.services.whole_example import a_year_later

        made: dict[str, DrawnDocument] = {}
        with self.example() as (workspace, case):
            made |= _first_of_each_kind(workspace, case, ())
            made |= _first_of_each_kind(workspace, a_year_later(workspace, case.id), made)
            missing = [workspace.documents.title(kind.id) for kind in KINDS if kind.id not in made]
        if missing:
            raise CheckFailedError(self._texts("self-check.documents.missing", titles=", ".join(missing)))
        for kind, drawn in made.items():
            named = fonts_not_embedded(drawn.content)
            if named:
                words = self._texts("self-check.documents.fonts", kind=kind, fonts=", ".join(named))
                raise CheckFailedError(words)
        pages = sum(drawn.pages for drawn in made.values())
        return self._texts("self-check.documents.detail", count=len(made), pages=pages)

    def copies(self) -> str:
        """Documents can be copied for other programs, and a content pack becomes a workbook."""
        from zipfile import ZipFile

        from advisor_app.services.pack_exchange import export_pack

        files = []
        with self.example() as (workspace, case):
            for kind, endings in _COPIES.items():
                given = workspace.documents.input_of(case, kind)
                files += [
                    workspace.documents.create_copy(kind, given, self._scratch / f"{kind}{end}") for end in endings
                ]
        files.append(export_pack(self._folder, self._texts, _PACK, self._scratch / f"{_PACK}.xlsx").file)
        for file in files:
            with ZipFile(file) as archive:
                if archive.testzip() is not None:
                    raise CheckFailedError(self._texts("self-check.copies.broken", file=file.name))
        return self._texts("self-check.copies.detail", files=", ".join(file.name for file in files))

    def forms(self) -> str:
        """A form can be made, read back and drawn, each by a process of its own."""
        from advisor_app.services.form_pages import draw_form_pages

        folder = self._scratch / "forms"
        with self.example() as (workspace, case):
            made = workspace.forms.make(workspace.forms.prepare_feedback(case), folder)
            read = workspace.form_returns.read(made.files)
        for form in read:
            if form.error is not None:
                raise form.error
        numbers = [form.form.identity.number for form in read if form.form is not None]
        if numbers != [form.number for form in made.forms]:
            raise CheckFailedError(self._texts("self-check.forms.differs"))
        pages = sum(len(draw_form_pages(file, self._texts)) for file in made.files)
        return self._texts("self-check.forms.detail", count=len(numbers), pages=pages)

    @contextmanager
    def example(self) -> Iterator[tuple[Workspace, Case]]:
        """The worked example in a profile of its own."""
        with self._opened(self.example_folder) as workspace:
            yield workspace, workspace.cases.load(ensure_example(workspace))

    @property
    def example_folder(self) -> Path:
        """Where the worked example lies."""
        return self._scratch / "example"

    @staticmethod
    def enter(folder: Path) -> Profile:
        """Open a profile of the check, or make it; the device's own ways stay untouched."""
        from advisor_app.storage.keyslots import Passphrase

        return enter(folder, Policy(), Passphrase(_CHOSEN), _CHOSEN)

    @contextmanager
    def _opened(self, folder: Path) -> Iterator[Workspace]:
        workspace = open_workspace(folder, self._preferences, policy=Policy(), enter=lambda: self.enter(folder))
        try:
            yield workspace
        finally:
            workspace.close()


def _first_of_each_kind(workspace: Workspace, case: Case, without: Collection[str]) -> dict[str, DrawnDocument]:
    """The first document of each kind that the case has the matter for."""
    offers = {offer.kind: offer for offer in reversed(workspace.documents.offers(case)) if offer.missing is None}
    return {
        kind: workspace.documents.draw(kind, workspace.documents.input_of(case, kind, offer.item))
        for kind, offer in offers.items()
        if kind not in without
    }
