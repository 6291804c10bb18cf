"""Every chart, ordinary and odd: what holds for all of them is tested with these."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.paired_bars import PairedBars
from advisor_app.charts.poll import PollRound
from advisor_app.charts.priority_matrix import PriorityMatrix
from advisor_app.charts.scene import Chart
from advisor_app.charts.stacked_bars import StackedBars
from advisor_app.charts.timeline import Timeline
from tests.charts.examples.choices import (
    area_dots,
    area_gaps,
    candidate_matrix,
    crowded_matrix,
    poll_dots,
    priority_matrix,
    rank_list,
)
from tests.charts.examples.counts import month_columns, paired_bars, share_bars, stacked_bars
from tests.charts.examples.courses import crowded_lanes, gantt, large_gantt, odd_gantt, swim_lanes, timeline
from tests.charts.examples.levels import (
    LONG,
    hard_level_bars,
    level_bars,
    level_bars_among_peers,
    long_phase_steps,
    moved_level_bars,
    phase_steps,
    radar,
    radar_of,
    radar_with_gap,
)

CHARTS: dict[str, Chart] = {
    "candidates": candidate_matrix(),
    "candidates crowded": candidate_matrix(40),
    "no candidates": candidate_matrix(0),
    "candidates on a wall": replace(candidate_matrix(), is_low=True),
    "ranks": rank_list(5),
    "ranks crowded": rank_list(30),
    "no ranks": rank_list(0),
    "area gaps": area_gaps("Posteingang", "Suche", "Mobil arbeiten", "Administration"),
    "long area gaps": area_gaps(*(LONG for _ in range(16))),
    "no area gaps": area_gaps(),
    "dots": area_dots(),
    "dots of a crowd": area_dots((900, 3, 0, 1, 0, 40)),
    "dots hidden": area_dots((None, None, None)),
    "no dots": area_dots(()),
    "poll": poll_dots(),
    "poll of one round": poll_dots(PollRound(title="Runde 1, verdeckt", counts=(0, 0, 0, 1, 0))),
    "poll without a vote": poll_dots(PollRound(title="Runde 1, verdeckt", counts=(0, 0, 0, 0, 0))),
    "poll of a crowd": poll_dots(
        PollRound(title=LONG, counts=(20, 40, 500, 1, 0), unknown=30, remark=f"{LONG}. {LONG}"),
        PollRound(title="Runde 2, offen", counts=(12, 13, 24, 25, 26)),
    ),
    "swim-lanes": swim_lanes(),
    "swim-lanes-crowded": crowded_lanes(),
    "swim-lanes-one": crowded_lanes(1),
    "radar": radar(),
    "radar with a gap": radar_with_gap(),
    "radar of zeros": radar_of(5, 0.0),
    "radar of 3": radar_of(3),
    "radar of 8": radar_of(8),
    "radar of 12": radar_of(12),
    "radar of long names": radar_of(12, titles=(LONG,)),
    "level bars": level_bars(),
    "hard level bars": hard_level_bars(),
    "moved level bars": moved_level_bars(),
    "level bars among peers": level_bars_among_peers(),
    "no level bars": LevelBars(title="Nichts", rows=()),
    "paired bars": paired_bars(),
    "paired bars of the modules": paired_bars(("Modul 1", 80, 15), ("Modul 2", 194, 77), ("Modul 3", 61, 0)),
    "hard paired bars": paired_bars((LONG, 1_000_000, 1), ("Kassel, Stadt", 0, 0), (LONG, 0, 999_999)),
    "stacked bars": stacked_bars(),
    "stacked bars of one part": stacked_bars(("Hundesteuer", 1240), ("Wohnsitz anmelden", 980), ("Kita-Platz", 0)),
    "hard stacked bars": stacked_bars(
        (LONG, 10_000_000, 1, 0, 0, 1), ("Kita", 0, 0, 0, 0, 0), (LONG, 1, 999_999, 3, 999_999, 12)
    ),
    "no stacked bars": StackedBars(title="Nichts", head="Amt", total="Leistungen", parts=(), rows=()),
    "no paired bars": PairedBars(title="Nichts", head="Modul", first="Anträge", second="Abgeschlossen", rows=()),
    "month columns": month_columns(*((800 + 90 * number, 120, 0) for number in range(12))),
    "month columns of three years": month_columns(*((number * 7919 % 997, 40, 0) for number in range(36))),
    "month columns of unknown ends": month_columns((12, 3, 0), (0, 0, 240), (0, 0, 0), (1, 0, 0)),
    "hard month columns": month_columns(*((9_999_999, 1, 0) for _ in range(400))),
    "no month columns": month_columns(),
    "share bars": share_bars(("Hundesteuer", 42, 230), ("Wohnsitz anmelden", 3, 900), ("Gewerbe", 0, 12)),
    "hard share bars": share_bars((LONG, 999_999, 1_000_000), ("Kasse", 1, 1), (LONG, 1, 1_000_000)),
    "no share bars": share_bars(),
    "phases": phase_steps(),
    "possible phases": phase_steps(possible=True),
    "long phases": long_phase_steps(),
    "matrix": priority_matrix(),
    "crowded matrix": crowded_matrix(),
    "empty matrix": PriorityMatrix(title="Nichts", measures=()),
    "gantt": gantt(),
    "odd gantt": odd_gantt(),
    "large gantt": large_gantt(),
    "empty gantt": Gantt(title="Nichts", measures=()),
    "timeline": timeline(),
    "running timeline": timeline(10 * 60 + 37),
    "empty timeline": Timeline(title="Nichts", steps=()),
}
"""Every kind of chart with its hard cases."""
