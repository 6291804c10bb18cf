"""The handbook that is shipped: every chapter, link, picture and page; and the reader's refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor_app.content.handbook import HandbookFlawError, anchor_of, read_handbook
from advisor_app.domain.handbook import (
    INTRODUCTION,
    CommandLines,
    Grid,
    Handbook,
    Heading,
    Paragraph,
    Picture,
    Place,
    Points,
    Remark,
    Span,
    occurrences,
)
from advisor_app.resources_folder import handbook_folder
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES
from advisor_app.ui.shell.window_handbook import WITHOUT_PAGE

PICTURES = handbook_folder().parent / "screenshots"
TABLE = "| Kapitel | Worum es geht |\n|---|---|\n"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return read_handbook(handbook_folder())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text(f"# Handbuch\n\n## Teil\n\n{TABLE}| [Eins](01-eins.md) | erstens |\n", "utf-8")
    return tmp_path


def test_every_page_of_the_program_is_explained_somewhere(handbook: Handbook) -> None:
    names = {entry.name for entry in (*PAGES, *CASE_PAGES)} | set(WITHOUT_PAGE)
    missing, unknown = names - handbook.pages.keys(), handbook.pages.keys() - names
    assert not missing, (
        f"no chapter explains {', '.join(sorted(missing))}: write one in docs/handbuch (or a section), put "
        f"<!-- page: {min(missing)} --> below its heading, and give a new chapter a row in docs/handbuch/README.md"
    )
    assert not unknown, f"docs/handbuch explains pages that are not in ui/pages/registry.py: {', '.join(unknown)}"


def test_every_picture_is_there_in_both_themes(handbook: Handbook) -> None:
    missing = [
        f"{chapter.name}: {name}"
        for chapter in handbook.chapters.values()
        for picture in chapter.pictures
        for name in {picture.file, picture.file.replace("-light.", "-dark.")}
        if not (PICTURES / name).is_file()
    ]
    assert not missing, f"make them with python -m docs.make_screenshots PAGE: {missing}"


def test_pictures_say_in_a_sentence_what_is_to_be_seen(handbook: Handbook) -> None:
    brief = [
        f"{chapter.name}: {picture.words}"
        for chapter in handbook.chapters.values()
        for picture in chapter.pictures
        if len(picture.words.split()) < 6
    ]
    assert not brief, f"the words of a picture are all that some readers get of it, at least six of them: {brief}"


def test_every_chapter_says_what_it_is_about(handbook: Handbook) -> None:
    assert all(chapter.about for part in handbook.parts for chapter in part.chapters)
    assert next(iter(handbook.chapters)) == INTRODUCTION


def test_titles_in_the_list_are_those_of_the_chapters(handbook: Handbook) -> None:
    grids = [block for block in handbook.introduction.blocks if isinstance(block, Grid)]
    links = [row[0][0] for grid in grids for row in grid.rows]
    assert [(link.place.chapter, link.text) for link in links if link.place] == [
        (chapter.name, chapter.title) for part in handbook.parts for chapter in part.chapters
    ]


def test_a_chapter_is_read_as_it_is_written(folder: Path) -> None:
    (folder / "01-eins.md").write_text(
        "# Eins\n<!-- page: plan -->\n\nVon **hier** *nach* `dort`\nund [weiter](#unten).\n\n"
        "![Ein Bild vom Plan](../screenshots/plan-light.png)\n\n## Unten\n<!-- page: cases, agenda -->\n\n"
        "- eins\n- zwei\n\n1. erst\n2. dann\n\n> Merken\n\n    ./run case list\n\n"
        "| A | B |\n|---|---|\n| 1 | **2** |\n",
        "utf-8",
    )
    read = read_handbook(folder)
    paragraph, picture, heading, points, numbered, remark, commands, grid = read.chapters["01-eins"].blocks
    assert paragraph == Paragraph(
        (
            Span(text="Von "),
            Span(text="hier", strong=True),
            Span(text=" "),
            Span(text="nach", italic=True),
            Span(text=" "),
            Span(text="dort", code=True),
            Span(text=" "),
            Span(text="und "),
            Span(text="weiter", place=Place("01-eins", "unten")),
            Span(text="."),
        )
    )
    assert picture == Picture("plan-light.png", "Ein Bild vom Plan")
    assert heading == Heading(2, "Unten", "unten")
    assert points == Points(((Span(text="eins"),), (Span(text="zwei"),)))
    assert numbered == Points(((Span(text="erst"),), (Span(text="dann"),)), numbered=True)
    assert remark == Remark(((Span(text="Merken"),),))
    assert commands == CommandLines(("./run case list",))
    assert grid == Grid(("A", "B"), (((Span(text="1"),), (Span(text="2", strong=True),)),))
    assert read.pages == {
        "plan": Place("01-eins"),
        "cases": Place("01-eins", "unten"),
        "agenda": Place("01-eins", "unten"),
    }
    assert read.place_of("unheard-of") == Place(INTRODUCTION)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 1 Eins\n", "bear no numbers"),
        ("## Eins\n", "one title"),
        ("# Eins\n\n#### Tief\n", "two levels"),
        ("# Eins\n\n## Gleich\n\n## Gleich\n", "no two headings"),
        ("# Eins\n\n<b>fett</b>\n", "html_inline is not known"),
        ("# Eins\n\n<div>\n", "the only HTML"),
        ("# Eins\n\n- eins\n  - zwei\n", "one paragraph"),
        ("# Eins\n\n![](../screenshots/a.png)\n", "a picture lies in"),
        ("# Eins\n\n![Bild](../../secret.png)\n", "a picture lies in"),
        ("# Eins\n\nText ![Bild](../screenshots/a.png)\n", "stands by itself"),
        ("# Eins\n\n[fort](https://example.org)\n", "a link leads to a chapter"),
        ("# Eins\n\n[fort](02-zwei.md)\n", "nothing stands where a link leads"),
        ("# Eins\n\n[fort](#nirgends)\n", "nothing stands where a link leads"),
        ("# Eins\n\n---\n", "hr is not known"),
        ("# Eins\n<!-- page: a -->\n\n## Zwei\n<!-- page: a, b -->\n", "explained at"),
        ("Nur Text\n", "one title"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_place(folder: Path, text: str, said: str) -> None:
    (folder / "01-eins.md").write_text(text, "utf-8")
    with pytest.raises(HandbookFlawError, match=said) as caught:
        read_handbook(folder)
    assert str(caught.value).startswith("01-eins.md, line ")


def test_a_chapter_that_nobody_lists_is_named(folder: Path) -> None:
    (folder / "01-eins.md").write_text("# Eins\n", "utf-8")
    (folder / "02-zwei.md").write_text("# Zwei\n", "utf-8")
    with pytest.raises(HandbookFlawError, match="no table lists 02-zwei"):
        read_handbook(folder)


def test_a_chapter_that_is_listed_and_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(HandbookFlawError, match="leads to one chapter"):
        read_handbook(folder)


def test_words_are_found_however_they_are_spelt(handbook: Handbook) -> None:
    for typed in ("Verschließen", "verschliessen", "VERSCHLIES"):
        assert Place("09-daten-und-sicherheit", "verschließen") in [section.place for section in handbook.found(typed)]
    assert handbook.found("  ") == ()
    assert handbook.found("xyzzy") == ()


def test_a_hit_shows_the_passage_that_was_meant(handbook: Handbook) -> None:
    section = next(section for section in handbook.found("tresor") if section.place.chapter.startswith("09"))
    assert "Tresor" in section.glimpse(["tresor"])
    assert len(section.glimpse(["tresor"])) < 100


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Die Größe ist groß", ["grose"], ["Größe"]),
        ("Die Größe ist groß", ["gros"], ["Größ", "groß"]),
        ("Straße, Strasse", ["strase"], ["Straße", "Strasse"]),
        ("Wiederherstellungsblatt", ["blatt"], ["blatt"]),
        ("nichts davon", ["alles"], []),
    ],
)
def test_hits_are_marked_in_the_words_as_they_stand(text: str, words: list[str], found: list[str]) -> None:
    assert [text[begin:end] for begin, end in occurrences(text, words)] == found


def test_anchors_are_those_of_code_hosts() -> None:
    assert anchor_of("Das Verzeichnis der Kommunen") == "das-verzeichnis-der-kommunen"
    assert anchor_of("„Foto folgt“, kurz") == "foto-folgt-kurz"
