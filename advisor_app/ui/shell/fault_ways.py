"""The ways out of a data folder that cannot be worked with, and the screen that offers them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.ui.widgets.file_choice import ChooseFolder, folder_to_open

if TYPE_CHECKING:
    from advisor_app.services.entrance import Profile
    from advisor_app.services.finding import Found
    from advisor_app.services.preferences import Preferences
    from advisor_app.services.rescue import Offer, Rescue, Saved
    from advisor_app.texts import Texts
    from advisor_app.ui.shell.background import BackgroundLane, Job
    from advisor_app.ui.shell.fault_screen import FaultScreen, Way
    from advisor_app.ui.shell.theming import Theming

T = TypeVar("T")


_MENDED_BY_BACKUP = frozenset(
    {
        Problem.DATABASE_DAMAGED,
        Problem.DATABASE_MISSING,
        Problem.KEYSLOTS_MISSING,
        Problem.KEYSLOTS_DAMAGED,
        Problem.KEYSLOTS_FOREIGN,
        Problem.NOT_A_FILE,
        Problem.RESTORE_FAILED,
    }
)
_MOST_LISTED = 8


def _way(name: str, words: str, icon: str) -> Way:
    from advisor_app.ui.shell.fault_screen import Way

    return Way(name, words, icon)


class FaultWays(QObject):
    """Shows the screen, looks for a sound backup, and does what the adviser decides on, in the background."""

    mended = Signal(object, str)  # Profile or None, and what was done: the folder can be opened anew
    again = Signal(object)  # Profile or None: try to open it as it is
    folder_chosen = Signal(object)  # Path of another data folder
    left = Signal()

    def __init__(
        self,
        theming: Theming,
        lane: BackgroundLane,
        folder: Path,
        preferences: Preferences,
        place: QVBoxLayout,
        choose_folder: ChooseFolder = folder_to_open,
    ) -> None:
        """``place`` takes the screen, below everything else that it holds."""
        super().__init__(place.parentWidget())
        self._theming = theming
        self._lane = lane
        self._folder = folder
        self._preferences = preferences
        self._place = place
        self._choose_folder = choose_folder
        self._profile: Profile | None = None
        self._rescue: Rescue | None = None
        self._offer: Offer | None = None
        self._found: list[Found] = []
        self._screen: FaultScreen | None = None

    @property
    def screen(self) -> FaultScreen | None:
        """The screen, None before it is first needed."""
        return self._screen

    @property
    def text(self) -> str:
        """The sentence on the screen, empty while it is not shown."""
        return "" if self._screen is None or self._screen.isHidden() else self._screen.sentence.text()

    def show(self, error: AdvisorError, profile: Profile | None = None, unsaved: str = "") -> str:
        """Say why the folder cannot be worked with; returns the sentence. ``unsaved`` words are not on disk."""
        self._profile, self._rescue, self._offer, self._found = profile, None, None, []
        screen = self._screen or self._build()
        said = self._sentence(error)
        screen.show()
        screen.tell(self._title(error.problem), said, unsaved)
        if error.problem in _MENDED_BY_BACKUP:
            self._look_for_backup()
        else:
            screen.offer(self._further(_way("again", self.tr("Erneut versuchen"), "rotate-ccw")))
        return said

    def hide(self) -> None:
        """Give the place back to the pages."""
        if self._screen is not None:
            self._screen.hide()

    @property
    def _texts(self) -> Texts:
        from advisor_app.texts import load_texts  # no words are needed to the first paint

        return load_texts(self._preferences.language)

    def _sentence(self, error: AdvisorError) -> str:
        from advisor_app.texts.errors import sentence

        return sentence(error, self._texts)

    def _build(self) -> FaultScreen:
        from advisor_app.ui.shell.fault_screen import FaultScreen  # most windows never need it

        screen = self._screen = FaultScreen(self._theming)
        self._place.addWidget(screen, 1)
        screen.chosen.connect(self._on_screen_chosen)
        return screen

    def _title(self, problem: Problem) -> str:
        match problem:
            case Problem.DATABASE_DAMAGED:
                return self.tr("Die Datenbank ist beschädigt")
            case Problem.DATABASE_NEWER | Problem.KEYSLOTS_NEWER:
                return self.tr("Die Daten sind neuer als das Programm")
            case Problem.DATABASE_MISSING | Problem.NOT_A_FILE:
                return self.tr("Die Datenbank fehlt")
            case Problem.KEYSLOTS_MISSING:
                return self.tr("Die Schlüsseldatei fehlt")
            case Problem.KEYSLOTS_DAMAGED:
                return self.tr("Die Schlüsseldatei ist beschädigt")
            case Problem.KEYSLOTS_FOREIGN:
                return self.tr("Die Schlüsseldatei gehört zu anderen Daten")
            case Problem.DATA_IN_USE | Problem.DATABASE_LOCKED:
                return self.tr("Die Daten sind in Benutzung")
            case _:
                return self.tr("Die Daten lassen sich nicht öffnen")

    def _further(self, *first: Way) -> list[Way]:
        return [
            *first,
            _way("find", self.tr("Meine Daten finden"), "file-search"),
            _way("folder", self.tr("Anderen Datenordner öffnen"), "folder-open"),
            _way("leave", self.tr("Programm beenden"), "x"),
        ]

    def _run(self, words: str, work: Callable[[Callable[[float], None]], T], succeeded: Callable[[T], object]) -> None:
        """Do something in the background, while no other way is taken; failures are told on the screen."""
        screen = self._screen
        if screen is None:
            return
        screen.complain("")
        screen.show_busy(busy=True)

        def run(job: Job[T]) -> T:
            def report(share: float) -> None:
                job.checkpoint()
                job.report(share, words)

            return work(report)

        job = self._lane.run(run)
        job.tell(self, succeeded=succeeded, refused=self._on_refused)
        job.tell(screen, ended=lambda: screen.show_busy(busy=False))

    def _look_for_backup(self) -> None:
        folder, profile, preferences, texts = self._folder, self._profile, self._preferences, self._texts

        def look(report: Callable[[float], None]) -> tuple[Rescue, Offer | None]:
            from advisor_app.services.entrance import enter
            from advisor_app.services.policy import load_policy
            from advisor_app.services.rescue import Rescue

            policy, opened = load_policy(texts), profile
            if opened is None:
                with suppress(AdvisorError):
                    opened = enter(folder, policy)
            rescue = Rescue(folder, preferences.second_place(policy), opened)
            return rescue, rescue.newest(report)

        if self._screen is not None:
            self._screen.offer(self._further(), recommended=False)
            self._screen.show_found([self.tr("Die Sicherungen werden geprüft …")])
        self._run(self.tr("Sicherungen prüfen …"), look, self._on_looked)

    def _on_looked(self, result: tuple[Rescue, Offer | None]) -> None:
        self._rescue, self._offer = result
        if self._screen is None:
            return
        ways = []
        if self._offer is None:
            self._screen.show_found([self.tr("Eine heile Sicherung wurde nicht gefunden.")])
        else:
            self._screen.show_found(self._lines_of(self._offer))
            ways.append(_way("restore", self.tr("Diese Sicherung zurückholen"), "archive-restore"))
        if self._rescue.can_salvage:
            ways.append(_way("salvage", self.tr("Retten, was noch lesbar ist"), "file-check"))
        self._screen.show_busy(busy=False)
        again = _way("again", self.tr("Erneut versuchen"), "rotate-ccw")
        self._screen.offer(self._further(*ways, again))

    def _lines_of(self, offer: Offer) -> list[str]:
        from advisor_app.domain.local_time import LOCAL

        made = offer.backup.made_at.astimezone(LOCAL)
        title = self.tr("Neueste heile Sicherung: {day}, {time}")
        lines = [title.format(day=f"{made:%d.%m.%Y}", time=f"{made:%H:%M}")]
        cases = offer.contents.cases if offer.contents is not None else None
        if cases is None:
            words = self.tr("Fälle: {count}. Was darin steht, zeigt sich nach dem Öffnen.")
            lines.append(words.format(count=offer.backup.cases))
        else:
            for case in cases[:_MOST_LISTED]:
                changed = "–" if case.changed_at is None else f"{case.changed_at.astimezone(LOCAL):%d.%m.%Y, %H:%M}"
                words = (
                    self.tr("{title}: 1 Antwort, zuletzt geändert {changed}")
                    if case.answers == 1
                    else self.tr("{title}: {count} Antworten, zuletzt geändert {changed}")
                )
                title_of_case = ", ".join(case.communes)
                lines.append(words.format(title=title_of_case, count=case.answers, changed=changed))
            if len(cases) > _MOST_LISTED:
                lines.append(self.tr("Weitere Fälle: {count}").format(count=len(cases) - _MOST_LISTED))
        lines.append(self.tr("Was jetzt im Ordner liegt, wird beiseitegelegt und nicht gelöscht."))
        return lines

    def _on_screen_chosen(self, way: str) -> None:
        match way:
            case "again":
                self.again.emit(self._profile)
            case "leave":
                self.left.emit()
            case "folder":
                if self._screen is not None:
                    self._choose(self._screen)
            case "find":
                self._find()
            case "restore":
                self._restore()
            case "salvage":
                self._salvage()
            case "go-on":
                self.mended.emit(self._profile, "")
            case _:
                self.folder_chosen.emit(self._found[int(way.removeprefix("found-"))].path)

    def _choose(self, screen: FaultScreen) -> None:
        folder = self._choose_folder(screen, self.tr("Datenordner wählen"))
        if folder is not None:
            self.folder_chosen.emit(folder)

    def _restore(self) -> None:
        rescue, offer, folder = self._rescue, self._offer, self._folder
        if rescue is None or offer is None:
            return

        def restore(report: Callable[[float], None]) -> object:
            from advisor_app.services.data_lock import Access, hold

            with hold(folder, Access.WINDOW):
                return rescue.restore(offer.backup, report)

        done = self.tr("Die Sicherung ist zurückgeholt. Was vorher da war, liegt im Datenordner unter „aside“.")
        self._run(self.tr("Sicherung zurückholen …"), restore, lambda _: self.mended.emit(None, done))

    def _salvage(self) -> None:
        rescue, folder, texts = self._rescue, self._folder, self._texts
        if rescue is None:
            return

        def salvage(report: Callable[[float], None]) -> Saved:
            from advisor_app.services.data_lock import Access, hold

            with hold(folder, Access.WINDOW):
                return rescue.salvage(report, texts)

        self._run(self.tr("Lesbares retten …"), salvage, self._on_salvaged)

    def _on_salvaged(self, saved: Saved) -> None:
        from advisor_app.services.rescue import outcome_words, table_words

        if self._screen is None:
            return
        unsaved = self._screen.unsaved.toPlainText()
        self._screen.tell(self.tr("Gerettet"), outcome_words(saved, self._texts), unsaved)
        kept = self.tr("Die beschädigte Datenbank liegt unter „{folder}“.").format(folder=saved.aside)
        self._screen.show_found([self.tr("Was wieder da ist"), *table_words(saved.tables, self._texts), kept])
        self._screen.show_busy(busy=False)
        self._screen.offer([_way("go-on", self.tr("Weiterarbeiten"), "check")])

    def _find(self) -> None:
        folder = self._folder

        def find(report: Callable[[float], None]) -> list[Found]:
            from advisor_app.services.finding import FoundKind, search
            from advisor_app.services.usual_places import usual_places

            def go_on(_folder: Path) -> bool:
                report(0.0)
                return True

            found = search(usual_places(folder), go_on).found
            return [item for item in found if item.kind is FoundKind.PROFILE and item.path != folder][:_MOST_LISTED]

        self._run(self.tr("Daten suchen …"), find, self._on_found)

    def _on_found(self, found: list[Found]) -> None:
        if self._screen is None:
            return
        self._found = found
        title = self.tr("Gefundene Daten") if found else self.tr("An den üblichen Orten liegen keine anderen Daten.")
        self._screen.show_found([title])
        self._screen.show_busy(busy=False)
        ways = [
            _way(f"found-{number}", self.tr("{folder} öffnen").format(folder=item.path), "folder-open")
            for number, item in enumerate(found)
        ]
        self._screen.offer([*ways, *self._further(_way("again", self.tr("Erneut versuchen"), "rotate-ccw"))])

    def _on_refused(self, error: AdvisorError) -> None:
        if self._screen is not None and error.problem is not Problem.CANCELLED:
            self._screen.complain(self._sentence(error))
        if self._rescue is None and self._screen is not None:  # nobody is told what was not looked for to its end
            self._screen.show_found(())
            self._screen.offer(self._further(_way("again", self.tr("Erneut versuchen"), "rotate-ccw")))
