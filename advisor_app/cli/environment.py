"""Where a command works and for whom: data folder, author, language."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.passphrases import Passphrases
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.languages import LANGUAGES

if TYPE_CHECKING:
    from advisor_app.services.data_lock import Access
    from advisor_app.services.preferences import Preferences
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

DATA_VARIABLE = "ADVISOR_APP_DATA"

_FOLDER = "Beraterkoffer"
_EXAMPLE_FOLDER = "Beraterkoffer-Beispiel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What holds for every command; empty where nothing was given."""

    data: str = ""
    author: str = ""
    language: str = ""
    passphrases: Passphrases = field(default_factory=Passphrases)

    @classmethod
    def of(cls, options: Sequence[Sequence[str]], variables: Mapping[str, str] = os.environ) -> Environment:
        """The environment of options as ``split_options`` found them, the last one of a name counts."""
        given = {option[0]: option[1] for option in options if len(option) > 1}
        data = given.get("--data") or variables.get(DATA_VARIABLE, "")
        return cls(
            data=data,
            author=given.get("--author", "").strip(),
            language=given.get("--lang", ""),
            passphrases=Passphrases(given.get("--passphrase-file", "")),
        )

    @property
    def folder(self) -> Path:
        """The data folder: the given one, else the local one of the system's user."""
        return Path(self.data).expanduser() if self.data else _user_folder(_FOLDER)

    @property
    def example_folder(self) -> Path:
        """The data folder of the worked example, which never enters a real portfolio unless a folder is named."""
        return self.folder if self.data else _user_folder(_EXAMPLE_FOLDER)

    def for_example(self) -> Environment:
        """The same, working in the example's folder."""
        return replace(self, data=str(self.example_folder))

    @property
    def texts(self) -> Texts:
        """Texts of the given language, else of the preferred one; German where neither is known."""
        from advisor_app.texts import load_texts

        wanted = (self.language, self._preferred, *LANGUAGES)
        return load_texts(next(name for name in wanted if name in LANGUAGES))

    @property
    def _preferred(self) -> str:
        """The language of the data folder's preferences, where they can be read."""
        from advisor_app.services.preferences import PreferencesFile

        try:
            return PreferencesFile(self.folder).load().language
        except AdvisorError:
            return ""

    def preferences(self) -> Preferences:
        """The data folder's preferences in the given language.

        Raises AdvisorError (BAD_VALUE for an unknown language, FILE_FORMAT, FILE_UNREADABLE).
        """
        preferences, problem = self.preferences_of_window()
        if problem is not None:
            raise problem
        return preferences

    def preferences_of_window(self) -> tuple[Preferences, AdvisorError | None]:
        """The same with the default for whatever cannot be read, and why: the window opens all the same.

        Raises AdvisorError(BAD_VALUE) for an unknown language.
        """
        from advisor_app.services.preferences import PreferencesFile

        if self.language and self.language not in LANGUAGES:
            raise AdvisorError(Problem.BAD_VALUE, name="--lang", value=self.language)
        preferences, problem = PreferencesFile(self.folder).load_what_fits()
        return (replace(preferences, language=self.language) if self.language else preferences), problem

    @contextmanager
    def open(self, access: Access) -> Iterator[Workspace]:
        """The opened data folder, with a passphrase where that is needed; raises AdvisorError."""
        from advisor_app.services.data_lock import Access
        from advisor_app.services.policy import load_policy
        from advisor_app.services.workspace import open_workspace

        preferences, policy = self.preferences(), load_policy(self.texts)
        workspace = open_workspace(
            self.folder,
            preferences,
            access=access,
            author=self.author,
            policy=policy,
            enter=lambda: self.passphrases.enter(self.folder, policy, self.texts),
        )
        try:
            if workspace.content_problem is not None:  # the window goes on without the pack, a command does not
                raise workspace.content_problem
            if access is not Access.READ:
                with suppress(AdvisorError):  # tried again at the next opportunity
                    workspace.finish_erasing()
            yield workspace
        finally:
            workspace.close()


def _user_folder(name: str) -> Path:
    """A folder for data that stays on this machine."""
    from platformdirs import user_data_path

    return user_data_path(name, appauthor=False, roaming=False)
