"""Small pictures, asked for as tiles do: whenever they are painted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.thumbnails import Source, Thumbnails


@pytest.fixture
def store(context: PageContext) -> Thumbnails:
    return Thumbnails.of(context)


@pytest.fixture
def arrived(store: Thumbnails) -> list[Source]:
    sources: list[Source] = []
    store.arrived.connect(sources.append)
    return sources


def _photo(file: Path) -> Path:
    Image.new("RGB", (600, 450), "navy").save(file)
    return file


def _kept(store: Thumbnails, source: Source) -> QImage:
    image = store.get(source)
    assert image is not None
    return image


def test_a_picture_asked_for_again_while_it_is_on_its_way_is_read_and_counted_once(
    qtbot: QtBot, store: Thumbnails, arrived: list[Source], tmp_path: Path
) -> None:
    """Counted twice it took room for ever: after enough of them no picture was kept, and reading never ended."""
    first, second = _photo(tmp_path / "a.png"), _photo(tmp_path / "b.png")
    for source in (first, first, second, first, second):
        assert store.get(source) is None
    qtbot.waitUntil(lambda: set(arrived) == {first, second})
    assert store.get(first) is not None
    assert arrived == [first, second]
    assert store.kept_bytes == sum(_kept(store, source).sizeInBytes() for source in (first, second))


def test_a_picture_on_its_way_when_all_are_dropped_comes_when_it_is_asked_for_again(
    qtbot: QtBot, store: Thumbnails, arrived: list[Source], tmp_path: Path
) -> None:
    source = _photo(tmp_path / "a.png")
    store.get(source)
    store.clear()
    assert store.get(source) is None
    qtbot.waitUntil(lambda: arrived == [source])
    assert store.kept_bytes == _kept(store, source).sizeInBytes()


def test_a_picture_on_its_way_when_all_are_dropped_is_not_kept(
    qtbot: QtBot, store: Thumbnails, arrived: list[Source], tmp_path: Path
) -> None:
    store.get(_photo(tmp_path / "a.png"))
    store.clear()
    later = _photo(tmp_path / "b.png")
    store.get(later)
    qtbot.waitUntil(lambda: arrived == [later])
    assert store.kept_bytes == _kept(store, later).sizeInBytes()
