"""A pack of 30 certificates drawn in the background lane: how long the window's event loop ever stands still."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from advisor_app.domain.case import Case, Contact
from advisor_app.services.print_packs import Copies
from advisor_app.services.workspace import Workspace
from advisor_app.ui.shell.background import BackgroundLane, Job
from benchmarks.measuring import Figure, interleaved
from benchmarks.standstill import counting, longest_gap

PEOPLE = 30
_ROUNDS = 5


def figures(workspace: Workspace, case: Case) -> Iterator[Figure]:
    """The longest gap between two beats of a timer, against a thread that does nothing but count for as long."""
    person = next(iter(case.people))
    contacts = {f"c{number}": Contact(id=f"c{number}", person=person, function="Amt") for number in range(PEOPLE)}
    given = replace(case, contacts=contacts)
    packs = workspace.print_packs
    module = next(iter(case.agenda.values())).module

    def draw(_job: Job[Any]) -> float:
        begun = time.perf_counter()
        pack = packs.draw(packs.gather(given, [Copies("attendance-certificate", f"{module}-all", 1)]), duplex=True)
        if pack.pages < PEOPLE:
            raise RuntimeError(pack.pages)
        return time.perf_counter() - begun

    lane = BackgroundLane()
    seconds, _ = longest_gap(lane, draw)  # the first one also imports what draws
    value, floor = interleaved(
        lambda: longest_gap(lane, draw)[1], lambda: longest_gap(lane, counting(seconds))[1], _ROUNDS
    )
    lane.close()
    name = f"longest standstill of the window while {PEOPLE} certificates are drawn"
    yield Figure(name=name, value=value * 1000, floor=floor * 1000, unit="ms", bound=2)
