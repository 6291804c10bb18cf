"""The chart view: what it shows, says, repaints, and how it follows width, theme and zoom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import ChartStyle, DataTable, Line, Rect, Scene, Stroke, Text
from advisor_app.override import override
from advisor_app.services.preferences import ThemeChoice
from advisor_app.texts import Texts, load_texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.scene_painter import ScenePainter
from tests.charts.examples.all_charts import CHARTS
from tests.charts.examples.choices import priority_matrix
from tests.charts.examples.levels import level_bars, radar, radar_with_gap


class PaintCounter(ChartView):
    """A chart view that counts how often it is painted."""

    paints = 0

    @override
    def event(self, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        return super().event(event)


class CountedChart:
    """A chart that notes the widths at which it is drawn."""

    title = "Gezählt"

    def __init__(self) -> None:
        self.widths: list[float] = []

    def scene(self, width: float, style: ChartStyle, texts: Texts) -> Scene:
        """A radar's scene."""
        self.widths.append(width)
        return radar().scene(width, style, texts)


def test_a_chart_that_nobody_sees_is_not_drawn(qtbot: QtBot, theming: Theming) -> None:
    view, chart = ChartView(theming, load_texts("de")), CountedChart()
    qtbot.addWidget(view)
    view.show_chart(chart)
    assert chart.widths == []
    with qtbot.waitExposed(view):
        view.show()
    assert chart.widths[-1] == view.width()
    assert view.scene is not None
    assert view.accessibleName() == view.scene.title


@pytest.fixture
def view(qtbot: QtBot, theming: Theming) -> PaintCounter:
    view = PaintCounter(theming, load_texts("de"))
    qtbot.addWidget(view)
    view.resize(450, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def restored(theming: Theming) -> Iterator[Theming]:
    yield theming
    theming.choose(ThemeChoice.LIGHT)
    theming.set_zoom(100)


def test_it_tells_screen_readers_what_is_seen(view: ChartView) -> None:
    view.show_chart(radar())
    assert view.accessibleName() == "Profil Modul 4"
    assert "4.3 Daten und Technik 1,0" in view.accessibleDescription()
    view.show_chart(None)
    assert (view.accessibleName(), view.accessibleDescription()) == ("", "")
    assert view.scene is None


def test_it_can_be_reached_with_the_keyboard(view: ChartView) -> None:
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_equal_chart_is_not_painted_again(view: PaintCounter, qtbot: QtBot) -> None:
    view.show_chart(radar())
    qtbot.waitUntil(lambda: view.paints > 0)
    QApplication.processEvents()
    painted = view.paints
    view.show_chart(radar())
    QApplication.processEvents()
    assert view.paints == painted
    view.show_chart(radar_with_gap())
    qtbot.waitUntil(lambda: view.paints > painted)


def test_the_scene_follows_the_width(view: ChartView) -> None:
    view.show_chart(level_bars())
    assert view.scene is not None
    wide = view.scene
    view.resize(300, 400)
    assert view.scene is not None
    assert (wide.width, view.scene.width) == (450, 300)
    assert view.heightForWidth(300) == round(view.scene.height)
    assert view.heightForWidth(300) > view.heightForWidth(900)
    assert view.hasHeightForWidth()


def test_zoom_makes_everything_larger(view: ChartView, restored: Theming) -> None:
    view.show_chart(radar())
    restored.set_zoom(200)
    assert view.scene is not None
    assert view.scene.width == 225
    assert view.minimumSizeHint() == QSize(480, 0)
    assert view.heightForWidth(450) == round(view.scene.height * 2)


def test_what_nobody_sees_is_drawn_once_it_is_seen(view: ChartView, restored: Theming) -> None:
    drawn = CountedChart()
    view.show_chart(drawn)
    view.hide()
    before = len(drawn.widths)
    restored.set_zoom(150)
    restored.set_zoom(200)
    assert len(drawn.widths) == before
    view.show()
    assert view.scene is not None
    assert (view.scene.width, len(drawn.widths)) == (225, before + 1)


def test_a_layout_may_ask_for_heights_as_often_as_it_likes(view: ChartView) -> None:
    drawn = CountedChart()
    view.show_chart(drawn)
    for width in (450, 300, 450, 600, 300, 450):
        view.heightForWidth(width)
    assert drawn.widths == [450, 300, 600]


def test_another_theme_changes_the_colours(view: ChartView, restored: Theming) -> None:
    view.show_chart(radar())
    before = view.grab().toImage()
    restored.choose(ThemeChoice.DARK)
    assert view.grab().toImage() != before


def test_a_click_names_what_was_clicked(view: ChartView) -> None:
    view.show_chart(priority_matrix())
    assert view.scene is not None
    area = next(area for area in view.scene.areas if area.key == "U3")
    place = QPoint(round(area.x + area.width / 2), round(area.y + area.height / 2))
    clicks = QSignalSpy(view.area_clicked)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=place)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert clicks.count() == 1
    assert clicks.at(0) == ["U3"]


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_tool_tip_says_what_is_under_the_pointer(view: ChartView) -> None:
    view.show_chart(priority_matrix())
    assert view.scene is not None
    area = view.scene.areas[0]
    place = QPoint(round(area.x + 5), round(area.y + 5))
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text() == "U1 Maßnahme: Nutzen 4, Aufwand 2, Priorität A"


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_can_be_shown(view: ChartView, name: str) -> None:
    view.show_chart(CHARTS[name])
    assert not view.grab().isNull()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_hairlines_and_boxes_are_crisp_at_every_scaling(scale: float) -> None:
    shapes = (
        Line((0, 10.3), (40, 10.3), Stroke("ink", 1)),
        Line((20.6, 0), (20.6, 40), Stroke("ink", 1)),
        Rect(25.2, 15.4, 10.3, 10.3, None, Stroke("ink", 1)),
    )
    image = painted(shapes, scale)
    ink = QColor(load_theme("light").colour("ink")).lightness()
    greys = [QColor(image.pixel(x, y)).lightness() for x in range(image.width()) for y in range(image.height())]
    blurred = [grey for grey in greys if grey not in (255, ink)]
    assert len(blurred) <= 4  # Qt rounds the corners of a box a little


@pytest.mark.usefixtures("qapp")
def test_text_is_as_wide_as_it_was_measured() -> None:
    image = painted((Text((0, 30), "HHHHHHHH", 20, "ink", 600),), 1.0, size=200)
    dark = [x for x in range(200) if any(QColor(image.pixel(x, y)).lightness() < 128 for y in range(40))]
    assert 8 * 20 * 0.67 * 0.9 < max(dark) - min(dark) < 8 * 20 * 0.67


def painted(shapes: tuple[Line | Rect | Text, ...], scale: float, size: int = 40) -> QImage:
    """Shapes on white at a scaling of the screen."""
    scene = Scene(title="", width=size, height=size, shapes=shapes, alternative="", table=DataTable((), ()))
    image = QImage(int(size * scale), int(size * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    ScenePainter(load_theme("light")).paint(painter, scene)
    painter.end()
    return image
