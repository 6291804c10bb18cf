"""Lines break where they may, and what is laid out stays inside."""

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.charts.font_metrics import load_font_metrics
from advisor_app.charts.palette import load_theme
from advisor_app.charts.scene import DataTable, Line, Rect, Text
from advisor_app.charts.sketch import LegendItem, Sketch

STYLE = load_theme("light").chart
LETTERS = st.text(alphabet="aäbcdeft ß-–/", max_size=80)


def sketch(width: float = 300) -> Sketch:
    return Sketch(width, STYLE)


def shapes(drawn: Sketch) -> list[object]:
    scene = drawn.scene(title="", height=0, alternative="", table=DataTable((), ()))
    return list(scene.shapes)


def test_lines_break_at_blanks_hyphens_and_slashes() -> None:
    broken = sketch().break_lines("Ende-zu-Ende und/oder online", 62, STYLE.label)
    assert broken.lines == ("Ende-zu-", "Ende und/", "oder", "online")
    assert not broken.split


def test_a_no_break_space_holds_words_together() -> None:
    assert sketch().break_lines("4.1\N{NO-BREAK SPACE}Strategie", 70, STYLE.label).split


def test_a_word_wider_than_the_line_is_broken_with_a_hyphen() -> None:
    broken = sketch().break_lines("Registermodernisierung", 60, STYLE.label)
    assert broken.split
    assert all(line.endswith("-") for line in broken.lines[:-1])
    assert "".join(line.rstrip("-") for line in broken.lines) == "Registermodernisierung"


@given(st.text(alphabet="iWaß", min_size=1, max_size=200), st.floats(min_value=1, max_value=200))
def test_a_broken_word_fills_its_lines(word: str, width: float) -> None:
    drawn = sketch()
    *broken, last = drawn.break_lines(word, width, STYLE.label).lines
    left = word
    for line in broken:
        left = left.removeprefix(line[:-1])
        assert len(left) == 1 or drawn.text_width(f"{line[:-1]}{left[0]}-", STYLE.label) > width
    assert left == last


def test_a_word_of_any_length_is_broken() -> None:
    broken = sketch().break_lines("x" * 100_000, 60, STYLE.label)
    assert sum(len(line) for line in broken.lines) == 100_000 + len(broken.lines) - 1


def test_balanced_lines_are_about_equally_long_and_no_more() -> None:
    text = "4.5 Umsetzung, Betrieb und die Wirkung"
    greedy = sketch().break_lines(text, 220, STYLE.label, weight=600)
    balanced = sketch().break_lines(text, 220, STYLE.label, weight=600, balanced=True)
    assert len(balanced.lines) == len(greedy.lines) == 2
    assert balanced.width < greedy.width


@given(LETTERS, st.floats(min_value=1, max_value=200))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, width: float) -> None:
    drawn = sketch()
    broken = drawn.break_lines(text, width, STYLE.label)
    kept = "".join(broken.lines).replace("-", "").replace(" ", "")
    assert kept == text.replace("-", "").replace(" ", "")
    for line in broken.lines:
        assert drawn.text_width(line, STYLE.label) <= width + 1e-6 or len(line.strip("-")) <= 2


@given(st.lists(st.text(st.characters(codec="latin-1", categories=("L", "N")), min_size=1, max_size=12), min_size=1))
def test_a_text_fits_in_the_room_it_was_measured_for(words: list[str]) -> None:
    text = " ".join(words)
    room = load_font_metrics().width(text, STYLE.label.size)
    assert sketch().break_lines(text, room, STYLE.label).lines == (text,)


def test_text_stands_in_the_middle_of_its_height() -> None:
    drawn = sketch()
    drawn.text((10, 50), "X", STYLE.label)
    drawn.text((10, 50), "  ", STYLE.label)
    (text,) = shapes(drawn)
    assert isinstance(text, Text)
    assert 50 < text.place[1] < 50 + STYLE.label.size / 2


def test_a_chip_without_a_level_is_an_outline() -> None:
    drawn = sketch()
    drawn.chip((20, 20), None, "–")
    drawn.chip((50, 20), 3, "3")
    fills = [shape.fill.role for shape in shapes(drawn) if isinstance(shape, Rect) and shape.fill]
    assert fills == ["paper", "level.3.fill"]


def test_a_legend_takes_the_rows_it_needs() -> None:
    drawn = sketch(200)

    def draw(x: float, middle: float) -> None:
        drawn.add(Line((x, middle), (x + 20, middle), drawn.stroke("ink")))

    items = [LegendItem(words, 20, draw, 10) for words in ("Workshop", "Vorab-Abfrage", "Zielstufe " * 8)]
    bottom = drawn.legend(items, 0)
    heights = {shape.place[1] for shape in shapes(drawn) if isinstance(shape, Text)}
    assert len(heights) >= 4
    assert bottom > max(heights)
    assert drawn.legend([], 5) == 5


def test_units_follow_the_theme() -> None:
    paper = Sketch(300, load_theme("paper").chart)
    assert paper.units(4) == 3
    assert paper.stroke("ink", 2, (4, 2)).dash == (3, 1.5)
    assert paper.hairline("line").width == 0.5
