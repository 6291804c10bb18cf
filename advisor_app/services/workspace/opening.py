"""How a data folder is opened: policy, content, lock, keys, database, and what holds something of its own."""

from __future__ import annotations

import platform
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.catalog import Catalog
from advisor_app.domain.prices import PriceList
from advisor_app.services.answer_check import answer_check
from advisor_app.services.cases import Cases
from advisor_app.services.clock import Clock, SystemClock
from advisor_app.services.data_lock import Access, hold
from advisor_app.services.plausible import check_plausible, refuse_implausible_name
from advisor_app.services.portfolio import Portfolio
from advisor_app.services.preferences import Preferences, PreferencesFile
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.services.register import Register
from advisor_app.services.session import Author
from advisor_app.services.used_packs import load_content
from advisor_app.services.workspace.workspace import Workspace
from advisor_app.texts import load_texts

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.domain.case import Case
    from advisor_app.services.policy import Policy
    from advisor_app.storage.profile import Profile


def open_workspace(  # noqa: PLR0913  # nearly all by name, each with its default
    folder: Path,
    preferences: Preferences,
    *,
    access: Access = Access.READ,
    author: str = "",
    clock: Clock | None = None,
    wait_ms: int | None = None,
    policy: Policy | None = None,
    enter: Callable[[], Profile] | None = None,
) -> Workspace:
    """Open a data folder for reading, writing or a window; ``wait_ms`` is how long a write waits for a lock.

    ``policy`` is the machine's where it is None; ``enter`` opens the profile, by default with what this device keeps.
    Raises AdvisorError for a policy, content or a database that cannot be used, for a folder in use and for a profile
    that is locked; nothing is changed then.
    """
    from advisor_app.services import entrance
    from advisor_app.services.policy import load_policy
    from advisor_app.services.protection import Protection
    from advisor_app.storage.cases import CaseStore
    from advisor_app.storage.database import COMMAND_WAIT_MS, open_database
    from advisor_app.storage.definitions import DefinitionStore
    from advisor_app.storage.register import RegisterStore
    from advisor_app.storage.replacement import remove_leftovers

    if author:
        refuse_implausible_name(author)
    texts = load_texts(preferences.language)
    rules = load_policy(texts) if policy is None else policy
    content = load_content(folder, texts)
    catalog = content.catalog
    settings = PreferencesFile(folder, preferences)
    with ExitStack() as opened:
        opened.enter_context(hold(folder, access))
        if access is not Access.READ:
            remove_leftovers(folder)
        profile = entrance.enter(folder, rules) if enter is None else enter()
        database = open_database(profile, COMMAND_WAIT_MS if wait_ms is None else wait_ms)
        lock = opened.pop_all()
    used_clock = clock or SystemClock()
    who = Author(name=author or preferences.author, device=platform.node())
    protection = Protection(profile, rules, database, _backing_up(profile, rules, settings, used_clock))
    store = CaseStore(database)
    questionnaires = Questionnaires(catalog, DefinitionStore(database))
    register = Register(RegisterStore(database), who, used_clock, texts)
    return Workspace(
        folder=folder,
        settings=settings,
        policy=rules,
        texts=texts,
        catalog=catalog,
        content_problem=content.problem,
        pack_state=content.state,
        clock=used_clock,
        author=who,
        questionnaires=questionnaires,
        cases=Cases(
            store,
            catalog,
            questionnaires,
            who,
            used_clock,
            (answer_check(questionnaires), check_plausible),
            require_recovery=protection.require_recovery,
            prices=lambda: PriceList(settings.current.prices),
        ),
        register=register,
        portfolio=Portfolio(store, questionnaires, register.titles, _due_days(catalog, used_clock)),
        profile=profile,
        protection=protection,
        database=database,
        lock=lock,
    )


def _backing_up(
    profile: Profile, policy: Policy, settings: PreferencesFile, clock: Clock
) -> Callable[[Callable[[float], None]], None]:
    """What is done before all data are encrypted anew."""

    def back_up(report: Callable[[float], None]) -> None:
        from advisor_app.domain.backup import BackupReason
        from advisor_app.services.backups import Backups

        backups = Backups(profile, settings.current.second_place(policy), clock)
        if backups.is_changed:
            backups.create(BackupReason.REKEY, report)

    return back_up


def _due_days(catalog: Catalog, clock: Clock) -> Callable[[Case], tuple[date, ...]]:
    """On which days something has to be prepared in a case, for the list of cases."""

    def due_days(case: Case) -> tuple[date, ...]:
        if not case.is_prepared:  # the list asks for all cases, and begins without what packs propose
            return ()
        from advisor_app.services.preparation import Preparation

        return Preparation(catalog, clock).open_days(case)

    return due_days
