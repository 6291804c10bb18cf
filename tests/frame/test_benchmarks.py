"""The command that makes the figures of docs/PERFORMANCE.md: table, picture, and what it says of what is lacking."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from advisor_app.charts.scene import Rect, Text
from advisor_app.content.packs import load_catalog
from advisor_app.domain.foundations import Scale
from advisor_app.resources_folder import resources_folder
from benchmarks import __main__ as command
from benchmarks import survey
from benchmarks.measuring import Figure, Skipped
from benchmarks.parts import PARTS
from benchmarks.picture import picture, scene

HOLDS = Figure(name="commit, encrypted against plain SQLite", value=0.2, floor=0.16, unit="ms", bound=1.3)
MISSES = Figure(name="window painted (CPU)", value=200.0, floor=100.0, unit="ms", bound=1.5)
REPORTED = Figure(name="loading, in the background", value=3.0, floor=10000.0, unit="ms")
LACKING = Skipped("engine against a peer", "Node is missing")


def test_every_line_stands_in_the_table_with_its_verdict() -> None:
    lines = command.table([HOLDS, MISSES, REPORTED, LACKING]).splitlines()[2:]
    assert lines[0] == "| commit, encrypted against plain SQLite | 0.20 ms | 0.16 ms | 1.25 | 1.3 | holds |"
    assert lines[1].endswith("| 2.00 | 1.5 | **misses** |")
    assert lines[2].endswith("| 0.0003 | – | – |")
    assert lines[3] == "| engine against a peer | – | – | – | – | skipped: Node is missing |"


def test_the_picture_shows_every_figure_with_its_bound() -> None:
    drawn = scene([HOLDS, MISSES, REPORTED], "a machine")
    words = [shape.text for shape in drawn.shapes if isinstance(shape, Text)]
    assert {"1.25 of 1.3", "2.00 of 1.5, misses", "0.0003"} <= set(words)
    bars = [shape for shape in drawn.shapes if isinstance(shape, Rect)]
    assert [bar.fill.role for bar in bars if bar.fill] == ["primary", "error", "ink3"]
    assert all(bar.x >= 0 and bar.x + bar.width <= drawn.width for bar in bars)
    assert drawn.alternative.startswith("1 of 2 bounds hold.")
    root = ET.fromstring(picture([HOLDS, MISSES], "a machine"))  # noqa: S314  # our own file
    assert root.tag.endswith("svg")


def test_a_name_that_finds_no_room_is_cut_at_a_word() -> None:
    drawn = scene([Figure(name="word " * 60, value=1, floor=1, unit="ms")], "")
    (name,) = [shape.text for shape in drawn.shapes if isinstance(shape, Text) and shape.text.startswith("word")]
    assert name.endswith("word …")


def test_figures_go_between_their_marks_and_nowhere_else() -> None:
    document = "before\n<!-- figures -->\n\nold\n\n<!-- end of figures -->\nafter\n"
    new = command.written(document, "figures", "new")
    assert new == "before\n<!-- figures -->\n\nnew\n\n<!-- end of figures -->\nafter\n"
    with pytest.raises(ValueError, match="lacks"):
        command.written("before\n<!-- figures -->\nold\n", "figures", "new")
    real = command.DOCUMENT.read_text("utf-8")
    for section in (command.FIGURES, command.INSTALLED):
        assert "\n\nnew\n\n" in command.written(real, section, "new")


@pytest.fixture
def scale() -> Scale:
    return load_catalog([resources_folder() / "content"]).scale


def test_a_peer_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scale: Scale) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert list(survey.figures(scale, tmp_path)) == [Skipped(survey.NAME, "Node is missing")]
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/node")
    (skipped,) = survey.figures(scale, None)
    assert isinstance(skipped, Skipped)
    assert "--survey-core" in skipped.why
    (skipped,) = survey.figures(scale, tmp_path)
    assert isinstance(skipped, Skipped)
    assert "survey-core" in skipped.why


def test_only_some_parts_replace_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.arguments(["--only", "engine", "--only", "survey"]).only == ["engine", "survey"]
    assert {"start", "engine", "survey", "data-safety", "installed"} <= PARTS.keys()
    for wrong in (["--only", "engine", "--write"], ["--only", "nothing"]):
        with pytest.raises(SystemExit):
            command.arguments(wrong)
    assert "needs all parts" in capsys.readouterr().err
