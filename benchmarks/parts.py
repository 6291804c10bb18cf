"""The benchmarks by name, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from benchmarks import (
    answer,
    blank_questionnaire,
    bundle,
    certificates,
    cohort,
    data_safety,
    engine,
    large_case,
    large_form,
    long_report,
    opening,
    phone_poll,
    portfolio,
    portfolio_figures,
    report,
    survey,
    whole_processes,
)
from benchmarks.measuring import Figure, Skipped
from benchmarks.setting import Setting

Part = Callable[[Setting], Iterator[Figure | Skipped]]


def _large_questionnaire(setting: Setting) -> Iterator[Figure | Skipped]:
    opening.give_large_questionnaire(setting.context, setting.bridge)
    yield from opening.figures(setting.context, setting.bridge)


def _portfolio(setting: Setting) -> Iterator[Figure | Skipped]:
    yield from portfolio.figures(setting.portfolio)
    yield from portfolio_figures.figures(setting.portfolio)
    yield from cohort.figures(setting.portfolio)


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "start": lambda setting: whole_processes.start_figures(setting.example),
        "memory": lambda _: whole_processes.memory_figures(),
        "answer": lambda setting: answer.figures(setting.context, setting.bridge, setting.root),
        "engine": lambda setting: engine.figures(setting.workspace.catalog.scale),
        "survey": lambda setting: survey.figures(setting.workspace.catalog.scale, setting.packages),
        "report": lambda setting: report.figures(setting.workspace, setting.bridge.case, setting.root),
        "long-report": lambda _: long_report.figures(),
        "form": lambda _: large_form.figures(),
        "blank-questionnaire": lambda setting: blank_questionnaire.figures(setting.workspace.catalog),
        "certificates": lambda setting: certificates.figures(setting.workspace, setting.bridge.case),
        "phones": lambda setting: phone_poll.figures(setting.context.lane),
        "opening": _large_questionnaire,
        "large-case": lambda setting: large_case.figures(setting.context),
        "portfolio": _portfolio,
        "data-safety": lambda setting: data_safety.figures(setting.root),
        "installed": lambda setting: bundle.figures(setting.program, setting.root / "installed"),
    }
)
