"""Words for what is done before a workshop, and for whether all is in place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.preparation import Doer, PlannedTask
from advisor_app.domain.readiness import ReadyCheck, ReadyPoint, ReadyResult
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date


def who_word(who: Doer, texts: Texts) -> str:
    """Who does something."""
    return texts(f"preparation.who.{who.value}")


def due_words(task: PlannedTask, today: date, texts: Texts) -> str:
    """``bis 10.08.2026``, ``seit 3 Tagen überfällig``, ``erledigt am 09.08.2026``, ``28 Tage vor dem Workshop``."""
    record, language = task.record, texts.language
    if record.left_out:
        return texts("preparation.due.left-out")
    if record.done_at is not None:
        day = record.done_at.astimezone(LOCAL).date()
        return texts("preparation.due.done", day=format_date(day, language))
    if task.due_on is None:
        if task.days_before is None:
            return texts("preparation.due.open")
        key = "before" if task.days_before else "same-day"
        return texts(f"preparation.due.{key}", count=task.days_before)
    if task.is_overdue(today):
        days = (today - task.due_on).days
        return texts("preparation.due.yesterday") if days == 1 else texts("preparation.due.overdue", count=days)
    if task.due_on == today:
        return texts("preparation.due.today")
    return texts("preparation.due.on", day=format_date(task.due_on, language))


def counted_words(tasks: tuple[PlannedTask, ...], today: date, texts: Texts) -> str:
    """``3 von 14 Aufgaben erledigt, 2 überfällig``; what is left out does not count."""
    counting = [task for task in tasks if not task.record.left_out]
    done = sum(task.is_done for task in counting)
    late = sum(task.is_overdue(today) for task in counting)
    words = texts("preparation.counted", count=len(counting), done=done)
    return f"{words}, {texts('preparation.overdue', count=late)}" if late else words


def workshop_words(days: Sequence[date], texts: Texts) -> str:
    """When a module's workshop is, as far as that is known."""
    if not days:
        return texts("preparation.workshop.open")
    told = [
        texts(
            "documents.weekday.on",
            weekday=texts(f"documents.weekday.{day.isoweekday()}"),
            day=format_date(day, texts.language),
        )
        for day in days
    ]
    return texts("preparation.workshop.on", days=texts.joined(told))


def point_word(point: ReadyPoint, texts: Texts) -> str:
    """What has to be in place."""
    return texts(f"ready.point.{point.value}")


def found_words(result: ReadyResult | None, texts: Texts) -> str:
    """What was found of a point, empty where there are no figures."""
    if result is None or result.by_hand:
        return ""
    found = {"found": result.found, "wanted": result.wanted}
    match result.point:
        case ReadyPoint.ANSWERS:
            return texts("ready.found.answers" if result.wanted else "ready.found.no-forms", **found)
        case ReadyPoint.BACKUP:
            return texts("ready.found.backup" if result.found else "ready.found.no-backup", **found)
        case ReadyPoint.CONTACT:
            return texts("ready.found.contact", **found)
        case _:
            return texts("ready.found.pages", **found) if result.found else ""


def how_words(result: ReadyResult | None, texts: Texts) -> str:
    """How a point was settled, and when."""
    if result is None:
        return texts("ready.how.open")
    way = "by-hand" if result.by_hand else "checked" if result.point.is_checked else "made"
    return texts(f"ready.how.{way}", at=_moment(result.at, texts.language))


def verdict_words(check: ReadyCheck, texts: Texts) -> str:
    """Whether the day can come, and what is missing."""
    missing = check.missing
    if not missing:
        return texts("ready.verdict.ready")
    points = ", ".join(point_word(point, texts) for point in missing)
    return texts("ready.verdict.one" if len(missing) == 1 else "ready.verdict.other", count=len(missing), points=points)


def _moment(at: datetime, language: str) -> str:
    local = at.astimezone(LOCAL)
    return f"{format_date(local.date(), language)}, {local:%H:%M}"
