"""What the bar above a page says of a case and of the day."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.case import Case
from advisor_app.services.clock import today
from advisor_app.services.portfolio import next_date
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.registry import PageEntry
from advisor_app.ui.shell.case_bar import CaseBar
from advisor_app.ui.shell.page import Headline, Page
from advisor_app.ui.widgets.dates import long_day, short_day


def show_headline(bar: CaseBar, entry: PageEntry, page: Page, workspace: Workspace, case: Case | None) -> None:
    """Let the bar say what the page says of itself, else the page's title or the case's commune."""
    own = page.headline()
    if case is None:
        headline = own or Headline(title=entry.title)
        bar.show_title(headline.title, headline.subtitle, "", today_words(workspace), in_case=entry.hidden)
        return
    headline = own or case_headline(workspace, case)
    words, day = next_day_words(workspace, case)
    bar.show_title(headline.title, headline.subtitle, words, day, in_case=True)


def case_headline(workspace: Workspace, case: Case) -> Headline:
    """The communes with their modules."""
    title = workspace.register.titles(case.head.communes)
    modules = [workspace.catalog.modules[module] for module in case.modules if module in workspace.catalog.modules]
    if case.handover is not None:
        words = QCoreApplication.translate("headlines", "übergeben an „{name}“, hier nur zu lesen")
        return Headline(title=title, subtitle=words.format(name=case.handover.to))
    if len(modules) == 1:
        words = QCoreApplication.translate("headlines", "Modul {number} · {title}")
        return Headline(title=title, subtitle=words.format(number=modules[0].number, title=modules[0].title))
    if not modules:
        return Headline(title=title, subtitle=QCoreApplication.translate("headlines", "Module noch offen"))
    numbers = workspace.texts.joined([str(module.number) for module in modules])
    return Headline(
        title=title,
        subtitle=QCoreApplication.translate("headlines", "Module {numbers}").format(numbers=numbers),
    )


def next_day_words(workspace: Workspace, case: Case) -> tuple[str, str]:
    """What comes next in a case and on which day; else nothing, today."""
    upcoming = next_date(case)
    if upcoming is None:
        return "", today_words(workspace)
    words = QCoreApplication.translate("headlines", "Rückruf") if upcoming.is_call else upcoming.title
    return words, short_day(upcoming.on, workspace.preferences.language)


def today_words(workspace: Workspace) -> str:
    """Today, with its weekday."""
    return long_day(today(workspace.clock), workspace.preferences.language)
