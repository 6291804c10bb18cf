"""The page as text: every word of a poll arrives as it was written, and none of it becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.phone_poll import Given, PhoneOption, PhonePoll
from advisor_app.exchange.phone_poll.ballot import View
from advisor_app.exchange.phone_poll.look import load_look
from advisor_app.exchange.phone_poll.page import Pages, Visit
from advisor_app.exchange.phone_poll.tokens import DeviceTokens
from advisor_app.override import override
from advisor_app.texts import load_texts
from tests.exchange.phone_poll.phones import AGAIN, DOTS, POLL

PAGES = Pages(load_texts("de"), "/K7QF3M")
words = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=60)
HOSTILE = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"


def visit(
    poll: PhonePoll | None = POLL,
    own: str | Given | None = None,
    notice: str = "",
    sent: Given | None = None,
    *,
    auto: bool = False,
    change: bool = False,
) -> Visit:
    chosen = {own: 1} if isinstance(own, str) else own
    view = View(version=3, question="q", poll=poll, own=chosen, is_open=poll is not None, has_ended=False)
    return Visit(token=DeviceTokens().new(), view=view, notice=notice, given=sent, auto=auto, change=change)


class _Reader(HTMLParser):
    """Builds the tree of a page, whose elements must be closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeBuilder()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in {"input", "link", "meta"}:
            self.tree.end(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.tree.end(tag).tag == tag

    @override
    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def parsed(page: str) -> Element:
    reader = _Reader()
    reader.feed(page.removeprefix("<!DOCTYPE html>").strip())
    reader.close()
    return reader.tree.close()


def page_of(seen: Visit) -> Element:
    return parsed(PAGES.poll(seen))


def words_of(page: Element, path: str) -> str:
    found = page.find(path)
    assert found is not None, path
    return "".join(found.itertext())


@given(title=words, label=words, anchor=words, value=words)
def test_words_of_a_poll_arrive_as_they_are(title: str, label: str, anchor: str, value: str) -> None:
    poll = PhonePoll(title=title, options=(PhoneOption(value, label, anchor), PhoneOption(f"{value}x", "b")))
    page = page_of(visit(poll))
    assert words_of(page, ".//h1") == title
    assert words_of(page, ".//title") == f"{title} – Handy-Abfrage"
    assert words_of(page, ".//label//strong") == label
    assert words_of(page, ".//*[@class='anchor']") == anchor
    assert [field.get("value") for field in page.iterfind(".//input[@type='radio']")] == [value, f"{value}x"]
    assert len(page.findall(".//script")) == 1
    counted = page_of(visit(poll, own=value))
    assert words_of(counted, ".//*[@class='chosen']//strong") == label


@pytest.mark.parametrize("field", ["title", "label", "anchor", "value"])
def test_markup_in_words_stays_words(field: str) -> None:
    option = PhoneOption("1", "a", "b") if field == "title" else replace(PhoneOption("1", "a", "b"), **{field: HOSTILE})
    poll = PhonePoll(title=HOSTILE if field == "title" else "t", options=(option, PhoneOption("2", "c")))
    page = page_of(visit(poll))
    assert len(page.findall(".//script")) == 1
    assert not page.findall(".//img")
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]


def test_script_and_style_are_those_that_the_policy_lets_run() -> None:
    look = load_look()
    page = PAGES.poll(visit())
    assert f"<style>{look.style}</style>" in page
    assert f"<script>{look.script}</script>" in page
    assert not page.count("style=")
    assert not page.count("http://")
    assert not page.count("https://")


@pytest.mark.parametrize(
    ("seen", "refreshes"),
    [
        (visit(auto=True), False),
        (visit(own="3", auto=True), True),
        (visit(own="3"), False),
        (visit(own="3", auto=True, change=True), False),
        (visit(None, auto=True), True),
        (visit(notice="choose", own="3", auto=True), False),
    ],
)
def test_the_page_refreshes_itself_only_where_it_was_asked_to_and_nothing_is_being_chosen(
    seen: Visit,
    refreshes: bool,  # noqa: FBT001  # parametrized
) -> None:
    assert ('http-equiv="refresh"' in PAGES.poll(seen)) == refreshes


def test_round_and_way_of_showing_are_told() -> None:
    assert "Runde 1, verdeckt" in words_of(page_of(visit()), ".//header")
    assert "Runde 2, offen" in words_of(page_of(visit(AGAIN)), ".//header")


def test_other_languages_say_so() -> None:
    page = parsed(Pages(load_texts("en"), "/K7QF3M").poll(visit()))
    assert page.get("lang") == "en"
    assert words_of(page, ".//button") == "Vote"


def test_what_was_refused_stands_before_everything_else_and_in_the_title() -> None:
    page = page_of(visit(notice="choose"))
    assert words_of(page, ".//title").startswith("Fehler: ")
    main, fieldset = page.find(".//main"), page.find(".//fieldset")
    assert main is not None
    assert fieldset is not None
    assert main[0].get("role") == "alert"
    assert fieldset.get("aria-describedby") == main[0].get("id")


def checked(page: Element) -> dict[str, str]:
    fields = page.findall(".//input[@type='radio']")
    return {field.get("name", ""): field.get("value", "") for field in fields if "checked" in field.attrib}


def test_dots_are_spread_over_every_line_without_a_script() -> None:
    page = page_of(visit(DOTS))
    assert [words_of(line, "legend") for line in page.iterfind(".//fieldset[@class='dots']")] == [
        "WB1 Verwaltung",
        "WB2 Umwelt",
        "WB3 Energie",
    ]
    assert len(page.findall(".//input[@name='dots-WB2']")) == 4
    assert checked(page) == {"dots-WB1": "0", "dots-WB2": "0", "dots-WB3": "0"}
    assert words_of(page, ".//output") == "0 von 3 Punkten verteilt"
    assert "Sie haben 3 Punkte." in words_of(page, ".//main")
    assert "Runde" not in words_of(page, ".//header")


def test_dots_that_were_too_many_stand_there_again_to_be_taken_away() -> None:
    page = page_of(visit(DOTS, own={"WB1": 1}, notice="too-many-dots", sent={"WB2": 3, "WB3": 1}))
    assert checked(page) == {"dots-WB1": "0", "dots-WB2": "3", "dots-WB3": "1"}
    assert words_of(page, ".//output") == "4 von 3 Punkten verteilt"
    assert "mehr Punkte, als Sie haben" in words_of(page, ".//*[@role='alert']")


def test_counted_dots_are_told_line_by_line() -> None:
    page = page_of(visit(DOTS, own={"WB2": 2, "WB3": 1}))
    told = ["".join(line.itertext()) for line in page.iterfind(".//*[@class='chosen']")]
    assert told == ["22 Punkte für WB2 Umwelt", "11 Punkt für WB3 Energie"], (
        "the figure and, for who listens, its words"
    )
