"""Charts as SVG files: well-formed, with their words, in the colours of paper."""

import pytest
from lxml import etree  # type: ignore[import-untyped]  # the package ships no types

from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import Chart, Text
from advisor_app.documents.editable.scene_svg import scene_svg
from advisor_app.texts import load_texts
from tests.charts.examples.all_charts import CHARTS

PAPER = load_theme("paper")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_chart_is_a_picture_with_its_words(chart: Chart) -> None:
    scene = chart.scene(467, PAPER.chart, load_texts("de"))
    root = etree.fromstring(scene_svg(scene, PAPER))
    assert root.findtext(f"{SVG}title") == scene.title
    assert root.findtext(f"{SVG}desc") == scene.alternative
    shown = [element.text for element in root.iter(f"{SVG}text")]
    assert shown == [shape.text for shape in scene.shapes if isinstance(shape, Text)]
    drawn = sum(1 for _ in root) - 3  # title, words and ground
    assert drawn == len(scene.shapes)
