"""Every page that is written is listed, so that somebody can get to it."""

import ast
from pathlib import Path

from advisor_app.ui import pages
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES


def test_every_page_that_is_written_is_listed() -> None:
    written = {
        node.name
        for file in Path(pages.__file__).parent.rglob("*.py")
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & {"CasePage", "Page"}
    }
    assert written == {entry.factory for entry in (*PAGES, *CASE_PAGES)}


def test_a_hidden_page_is_marked_under_one_that_is_in_the_rail() -> None:
    for entries in (PAGES, CASE_PAGES):
        shown = {entry.name for entry in (*PAGES, *CASE_PAGES) if not entry.hidden}
        assert {entry.under for entry in entries if entry.hidden} <= shown
