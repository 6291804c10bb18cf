"""Figures of two thousand cases: every cut of the portfolio against the same counts by the database alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from advisor_app.domain.figures import Count, Cut, figures_of
from advisor_app.services.workspace import Workspace
from advisor_app.storage.connection import connect
from benchmarks.measuring import Figure, interleaved, timed

_ROUNDS = 15
_COUNTED = "count(*), sum(state = 'abgeschlossen') FROM booking JOIN case_head ON case_head.id = booking.case_id"
_DISTRICT = """(SELECT value ->> '$.district' FROM json_each(case_head.communes)
                 WHERE value ->> '$.id' = booking.commune)"""
_CUTS = ("module", "state", "coalesce(programme, financing)", "substr(requested_on, 1, 7)", _DISTRICT)


def figures(workspace: Workspace) -> Iterator[Figure]:
    """Reading and counting, five cuts at once, against five plain statements; the cases are there already."""
    service, profile = workspace.portfolio_figures, workspace.profile
    with closing(connect(profile.database, profile.database_key)) as connection:

        def plain() -> list[list[tuple[str, int, int]]]:
            return [connection.execute(f"SELECT {cut}, {_COUNTED} GROUP BY 1").fetchall() for cut in _CUTS]

        states = {state: Count(requests, completed) for state, requests, completed in plain()[1]}
        assert figures_of(service.facts()).cuts[Cut.STATE] == states
        value, floor = interleaved(lambda: timed(lambda: figures_of(service.facts())), lambda: timed(plain), _ROUNDS)
    cases = len(workspace.portfolio.rows)
    name = f"figures of {cases} cases, cut in five ways, against the bare SQL"
    yield Figure(name=name, value=value, floor=floor, unit="ms", bound=3)
