"""Tasks before a workshop are content: read exactly, checked, and there for every module."""

from datetime import date
from pathlib import Path

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.packs import load_catalog
from advisor_app.domain.preparation import Doer, TaskTemplate
from advisor_app.services.used_packs import content_folders
from tests.content.small_packs.writing import write_packs

TASKS = """\
[[task]]
id = "v-raum"
title = "Raum zusagen"
days_before = 35
who = "commune"

[[task]]
id = "v-startklar"
module = "M4"
title = "Startklar prüfen"
days_before = 1
who = "adviser"
each_day = true
hint = "Mit dem Beamer."
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = write_packs(tmp_path / "content")
    (folder / "m4" / "preparation.toml").write_text(TASKS, "utf-8")
    return folder


def test_tasks_are_read(root: Path) -> None:
    assert list(load_catalog([root]).preparation.values()) == [
        TaskTemplate(id="v-raum", title="Raum zusagen", days_before=35, who=Doer.COMMUNE),
        TaskTemplate(
            id="v-startklar",
            title="Startklar prüfen",
            days_before=1,
            who=Doer.ADVISER,
            module="M4",
            each_day=True,
            hint="Mit dem Beamer.",
        ),
    ]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('module = "M4"', 'module = "M9"', ("module", "M9")),
        ("days_before = 35", "days_before = 400", ("days_before", "365")),
        ('who = "commune"', 'who = "somebody"', ("who", "somebody")),
        ('id = "v-startklar"', 'id = "v-raum"', ("v-raum", "doppelt")),
        ("each_day = true", "every_day = true", ("every_day",)),
    ],
)
def test_what_is_wrong_is_told_with_its_place(root: Path, before: str, after: str, words: tuple[str, ...]) -> None:
    file = root / "m4" / "preparation.toml"
    file.write_text(TASKS.replace(before, after), "utf-8")
    (finding,) = inspect_packs([root], date(2026, 11, 22)).findings
    assert finding.file == file
    assert all(word in finding.sentence for word in words)


def test_every_shipped_module_has_tasks_of_its_own_and_ends_with_the_eve() -> None:
    tasks = load_catalog(content_folders()).preparation.values()
    assert {task.module for task in tasks} == {"", "M1", "M2", "M3", "M4"}
    eve = [task for task in tasks if task.days_before == 1]
    assert [(task.id, task.each_day, task.module) for task in eve] == [("v-startklar", True, "")]
