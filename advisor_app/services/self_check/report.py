"""What a check of the installation found, for people and for programs."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import advisor_app
from advisor_app import __version__
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.self_check.order import CheckOrder, CheckResult
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal
from advisor_app.whole_file import hand_out

_QT = "pyside6-essentials"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Which installation was checked, when, and what was found."""

    version: str
    system: str
    python: str
    qt: str
    program: str
    folder: str
    made_at: datetime
    results: tuple[CheckResult, ...]

    @property
    def passed(self) -> bool:
        """Whether all checks passed."""
        return all(result.passed for result in self.results)

    def head(self, texts: Texts) -> list[str]:
        """Which installation it is, line by line."""
        made_at = self.made_at.astimezone(LOCAL)
        return [
            texts("self-check.head.program", version=self.version, day=f"{made_at:%d.%m.%Y}", time=f"{made_at:%H:%M}"),
            texts("self-check.head.system", system=self.system, python=self.python, qt=self.qt),
            texts("self-check.head.folders", program=self.program, folder=self.folder),
        ]

    def verdict(self, texts: Texts) -> str:
        """The last line."""
        return texts(f"self-check.{'passed' if self.passed else 'failed'}")

    def lines(self, texts: Texts) -> list[str]:
        """The whole report, line by line."""
        return [*self.head(texts), *(line_of(result, texts) for result in self.results), self.verdict(texts)]

    def value(self, texts: Texts) -> dict[str, Any]:
        """The report for programs."""
        checks = [{**asdict(result), "name": title_of(result.key, texts)} for result in self.results]
        fields = {name: getattr(self, name) for name in ("version", "system", "python", "qt", "program", "folder")}
        return {"passed": self.passed, "made_at": self.made_at.isoformat(), **fields, "checks": checks}


def report_of(order: CheckOrder, results: Sequence[CheckResult], made_at: datetime) -> Report:
    """The report on this installation."""
    return Report(
        version=__version__,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        python=platform.python_version(),
        qt=_version_of_qt(),
        program=str(Path(sys.executable if getattr(sys, "frozen", False) else advisor_app.__file__).parent),
        folder=order.folder,
        made_at=made_at,
        results=tuple(results),
    )


def title_of(key: str, texts: Texts) -> str:
    """What a check is called."""
    return texts(f"self-check.{key}.title")


def line_of(result: CheckResult, texts: Texts) -> str:
    """A check in a line."""
    state = texts(f"self-check.{'ok' if result.passed else 'wrong'}")
    seconds = format_decimal(result.seconds, 2, texts.language)
    name = title_of(result.key, texts)
    return texts("self-check.line", state=state, name=name, detail=result.detail, seconds=seconds)


def write_report(report: Report, file: Path, texts: Texts) -> None:
    """Write a report, as JSON where the name ends with .json; raises AdvisorError like ``hand_out``."""
    if file.suffix.lower() == ".json":
        text = json.dumps(report.value(texts), ensure_ascii=False, indent=2)
    else:
        text = "\n".join(report.lines(texts))
    hand_out(file, f"{text}\n".encode())


def _version_of_qt() -> str:
    try:
        return version(_QT)
    except PackageNotFoundError:
        return "–"
