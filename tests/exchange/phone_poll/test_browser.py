"""The page in a real browser: voting with and without script, by keyboard, read aloud, enlarged, light and dark."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from advisor_app.domain.phone_poll import PhoneOption, PhonePoll
from advisor_app.exchange.phone_poll.server import PhonePollServer
from tests.exchange.phone_poll.browser import CHROMIUM, DRIVER, Browser, browsing
from tests.exchange.phone_poll.conftest import Open
from tests.exchange.phone_poll.phones import AGAIN, DOTS, POLL, SECONDS

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium here; ./test installs one where it may")

TAB, ENTER, DOWN, SPACE = "\ue004", "\ue007", "\ue015", " "
COUNTED = "document.title.startsWith('Ihre Stimme ist gezählt')"
ASKED = "document.title.startsWith('Wie verbindlich')"
REFRESH = "meta[http-equiv=refresh]"
LONG = PhonePoll(
    title="Wie verbindlich ist die Datenschutzfolgenabschätzungsverantwortlichkeit geregelt?",
    options=tuple(
        PhoneOption(str(level), "weitgehend umgesetzte Verantwortlichkeitsbeschreibung", "Sehr ausführlich. " * 12)
        for level in range(5)
    ),
)
# Every text with its own colour, the ground behind it, and whether it is large; then what is meant to be touched.
LOOK = """
const channels = colour => colour.match(/[\\d.]+/g).map(Number);
const ground = element => {
  for (let at = element; at; at = at.parentElement) {
    const found = channels(getComputedStyle(at).backgroundColor);
    if (found.length === 3 || found[3] === 1) return found.slice(0, 3);
  }
  return [255, 255, 255];
};
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
  texts.push([walker.currentNode.data, channels(getComputedStyle(element).color).slice(0, 3), ground(element)]);
}
const edges = [...document.querySelectorAll('.option, .button, button, .mark, .dots, .dots span')].map(element => {
  const style = getComputedStyle(element);
  return [element.innerText, channels(style.borderTopColor).slice(0, 3), ground(element.parentElement)];
});
return { texts, edges };
"""
# Words that leave the card, button or page that they stand in.
CUT = """
const cut = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const range = document.createRange();
  range.selectNode(walker.currentNode);
  const box = walker.currentNode.parentElement.closest('label, button, body').getBoundingClientRect();
  const outside = rect => rect.width && (rect.left < box.left || rect.right > box.right);
  if ([...range.getClientRects()].some(outside)) cut.push(walker.currentNode.data);
}
return cut;
"""


def vote(browser: Browser, place: int) -> None:
    browser.click(f"label:nth-of-type({place})")
    browser.click("button")
    browser.wait(COUNTED)


def send_nothing(browser: Browser) -> None:
    """Send the form without a choice, as a browser that knows no required fields."""
    browser.run("document.querySelector('form').noValidate = true")
    browser.click("button")
    browser.wait("document.title.startsWith('Fehler: ')")


STATES: dict[str, Callable[[Browser], object]] = {
    "asked": lambda _browser: None,
    "chosen": lambda browser: browser.click("label:nth-of-type(3)"),
    "counted": lambda browser: vote(browser, 2),
    "refused": send_nothing,
    "lost": lambda browser: browser.run("lost.textContent = lost.dataset.words"),
}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def browser(chromium: Browser, crowd_server: PhonePollServer) -> Iterator[Browser]:
    """A phone that has opened the page of a round without votes; nothing it met may have surprised the browser."""
    crowd_server.ask(POLL)
    chromium.be_phone()
    chromium.open(crowd_server.url)
    chromium.forget()
    chromium.open(crowd_server.url)
    chromium.complaints()
    yield chromium
    refused = "status of 400"
    assert [told for told in chromium.complaints() if refused not in told] == []


def test_a_vote_is_given_changed_and_counted_once(browser: Browser, crowd_server: PhonePollServer) -> None:
    vote(browser, 4)
    assert "weitgehend umgesetzt" in browser.text
    browser.click("a.button")
    assert browser.run("return document.querySelector(':checked').value") == "3"
    vote(browser, 6)
    assert "weiß nicht" in browser.text
    counts = crowd_server.counts()
    assert (counts.votes["unknown"], counts.voted) == (1, 1)


def test_loading_the_page_again_sends_nothing_again(browser: Browser, crowd_server: PhonePollServer) -> None:
    vote(browser, 1)
    browser.run("location.reload()")
    browser.wait(COUNTED)
    assert crowd_server.counts().voted == 1


def test_another_round_and_the_end_of_one_come_by_themselves(browser: Browser, crowd_server: PhonePollServer) -> None:
    vote(browser, 2)
    crowd_server.close_round()
    browser.wait("document.title.startsWith('Diese Runde ist geschlossen')")
    assert "begonnen" in browser.text
    crowd_server.ask(AGAIN)
    browser.wait(ASKED)
    assert "Runde 2, offen" in browser.text
    assert browser.run("return document.querySelectorAll(':checked').length") == 0


def test_without_script_everything_works_by_hand(browser: Browser, crowd_server: PhonePollServer) -> None:
    browser.be_phone(script=False)
    browser.open(crowd_server.url)
    vote(browser, 2)
    assert crowd_server.counts().votes["1"] == 1
    crowd_server.ask(AGAIN)
    browser.click("noscript a.button")
    browser.wait(ASKED)


def test_without_script_the_page_looks_by_itself_where_it_was_asked_to(
    browser: Browser, crowd_server: PhonePollServer
) -> None:
    browser.be_phone(script=False)
    browser.open(crowd_server.url)
    vote(browser, 2)
    assert browser.count(REFRESH) == 0
    browser.click("a[href$='?auto=1']")
    browser.wait(f"document.querySelector('{REFRESH}')")
    browser.click("main > p > a.button")
    browser.wait(ASKED)
    assert browser.count(REFRESH) == 0
    vote(browser, 3)
    assert browser.count(REFRESH) == 1
    assert crowd_server.counts().votes["2"] == 1


def test_the_keyboard_reaches_everything_in_the_order_in_which_it_stands(
    browser: Browser, crowd_server: PhonePollServer
) -> None:
    browser.press(TAB)
    assert browser.run("return document.activeElement.value") == "0"
    browser.press(DOWN, DOWN)
    assert browser.run("return document.activeElement.value") == "2"
    assert browser.run("return document.activeElement.checked")
    browser.press(TAB)
    assert browser.run("return document.activeElement.type") == "submit"
    browser.press(ENTER)
    browser.wait(COUNTED)
    browser.press(TAB)
    assert browser.run("return document.activeElement.innerText") == "Andere Antwort wählen"
    assert crowd_server.counts().votes["2"] == 1


def test_what_has_the_focus_is_seen_and_not_hidden(browser: Browser) -> None:
    browser.be_phone(320, 568)
    for _ in range(len(POLL.options)):
        browser.press(TAB) if browser.run("return document.activeElement === document.body") else browser.press(DOWN)
        found = browser.run(
            "const card = document.activeElement.closest('.option'), send = document.querySelector('.send');"
            "const outline = getComputedStyle(card);"
            "const circle = document.activeElement.getBoundingClientRect();"
            "return [outline.outlineStyle, parseFloat(outline.outlineWidth), circle.top >= 0,"
            " circle.bottom <= send.getBoundingClientRect().top]"
        )
        assert found == ["solid", 3, True, True]


def test_every_answer_is_called_by_its_level_and_words(browser: Browser) -> None:
    for place, option in enumerate(POLL.options, start=1):
        selector = f"label:nth-of-type({place}) input"
        called = browser.label(selector)
        assert option.label in called
        assert option.anchor in called
        assert called.startswith(option.value) or option.value == "unknown"
        assert "?" not in called
        assert browser.role(selector) == "radio"
    assert browser.role("fieldset") == "group"
    assert browser.label("fieldset") == POLL.title
    assert (browser.role("button"), browser.label("button")) == ("button", "Stimme abgeben")


@pytest.mark.parametrize("state", STATES)
def test_the_page_has_language_title_one_heading_and_landmarks(browser: Browser, state: str) -> None:
    STATES[state](browser)
    assert browser.run("return document.documentElement.lang") == "de"
    assert browser.title.endswith("– Handy-Abfrage")
    assert [browser.count(element) for element in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
    ids = browser.run("return [...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_what_went_wrong_is_told_as_an_alert(browser: Browser, crowd_server: PhonePollServer) -> None:
    send_nothing(browser)
    assert browser.role("#notice") == "alert"
    assert "Bitte wählen Sie eine Antwort." in browser.text
    assert crowd_server.counts().voted == 0


def test_a_lost_connection_is_told(browser: Browser) -> None:
    browser.wait("document.getElementById('lost').textContent === ''")
    browser.command("Network.enable")
    browser.command(
        "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0
    )
    browser.run("dispatchEvent(new Event('offline')); document.dispatchEvent(new Event('visibilitychange'))")
    browser.wait("document.getElementById('lost').textContent.startsWith('Keine Verbindung')")
    assert browser.role("#lost") == "status"
    browser.command(
        "Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1
    )
    browser.run("document.dispatchEvent(new Event('visibilitychange'))")
    browser.wait("document.getElementById('lost').textContent === ''")
    browser.complaints()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_everything_stands_out_from_its_ground(
    browser: Browser,
    state: str,
    dark: bool,  # noqa: FBT001  # parametrized
) -> None:
    browser.be_phone(dark=dark)
    STATES[state](browser)
    found: dict[str, Any] = browser.run(LOOK)
    assert len(found["texts"]) >= 6
    for words, colour, ground in found["texts"]:
        assert contrast(colour, ground) >= 4.5, words
    for words, colour, ground in found["edges"]:
        assert contrast(colour, ground) >= 3, words
    light = browser.run("return getComputedStyle(document.documentElement).backgroundColor")
    assert (light == "rgb(17, 25, 29)") == dark


def contrast(one: list[float], other: list[float]) -> float:
    """WCAG 2.x contrast of two sRGB colours."""

    def luminance(colour: list[float]) -> float:
        parts = [value / 255 for value in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("width", "zoom"), [(320, 100), (320, 200), (360, 200), (844, 100)])
def test_nothing_is_cut_on_small_screens_and_with_large_type(
    browser: Browser, crowd_server: PhonePollServer, width: int, zoom: int
) -> None:
    crowd_server.ask(LONG)
    browser.be_phone(width, 568)
    browser.open(crowd_server.url)
    browser.run(f"document.documentElement.style.fontSize = '{zoom}%'")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert browser.run(CUT) == []


@pytest.mark.parametrize("state", ["asked", "counted"])
def test_what_is_touched_is_large_enough(browser: Browser, state: str) -> None:
    STATES[state](browser)
    sizes = browser.run(
        "return [...document.querySelectorAll('label, button, a')].map(element => {"
        " const box = element.getBoundingClientRect(); return [box.width, box.height]; })"
    )
    assert sizes
    assert all(width >= 48 and height >= 48 for width, height in sizes)


def test_nothing_is_fetched_from_anywhere_else(browser: Browser, crowd_server: PhonePollServer) -> None:
    fetched = browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert all(address.startswith(f"{crowd_server.url}/changes") for address in fetched)


SPREAD = "#spread"


def give(browser: Browser, area: int, dots: int) -> None:
    browser.click(f".dots:nth-of-type({area}) label:nth-of-type({dots + 1})")


def test_dots_are_spread_and_told_as_they_are_chosen(browser: Browser, crowd_server: PhonePollServer) -> None:
    crowd_server.ask(DOTS)
    browser.wait(f"document.querySelector('{SPREAD}')")
    give(browser, 1, 2)
    give(browser, 3, 2)
    browser.wait(f"document.querySelector('{SPREAD}.over').textContent === '4 von 3 Punkten verteilt'")
    assert browser.role(SPREAD) == "status"
    browser.click("button")
    browser.wait("document.title.startsWith('Fehler: ')")
    assert "mehr Punkte, als Sie haben" in browser.text
    assert crowd_server.counts().voted == 0
    give(browser, 3, 1)
    browser.wait(f"document.querySelector('{SPREAD}').textContent === '3 von 3 Punkten verteilt'")
    browser.click("button")
    browser.wait(COUNTED)
    assert crowd_server.counts().votes == {"WB1": 2, "WB2": 0, "WB3": 1}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_dots_are_read_touched_and_seen(
    browser: Browser,
    crowd_server: PhonePollServer,
    dark: bool,  # noqa: FBT001  # parametrized
) -> None:
    browser.be_phone(320, 568, dark=dark)
    crowd_server.ask(DOTS)
    browser.wait(f"document.querySelector('{SPREAD}')")
    assert browser.label(".dots:nth-of-type(2)") == "WB2 Umwelt"
    assert browser.role(".dots:nth-of-type(2)") == "group"
    browser.press(TAB, DOWN)
    assert browser.run("return [document.activeElement.name, document.activeElement.value]") == ["dots-WB1", "1"]
    outline = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert browser.run(f"return {outline}") == "solid"
    sizes = "[...document.querySelectorAll('.dots label')].map(item => item.getBoundingClientRect())"
    assert all(box["width"] >= 48 and box["height"] >= 48 for box in browser.run(f"return {sizes}"))
    found: dict[str, Any] = browser.run(LOOK)
    assert all(contrast(colour, ground) >= 4.5 for _, colour, ground in found["texts"])
    assert all(contrast(colour, ground) >= 3 for _, colour, ground in found["edges"])
    browser.run("document.documentElement.style.fontSize = '200%'")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert browser.run(CUT) == []


def test_the_end_of_the_poll_is_told_though_the_server_is_gone(chromium: Browser, opened: Open) -> None:
    come = threading.Event()
    server = opened(told=come.set)
    server.ask(POLL)
    chromium.be_phone()
    chromium.open(server.url)
    assert come.wait(SECONDS)
    server.stop()
    chromium.wait("document.title === 'Die Abfrage ist beendet'")
    assert "Vielen Dank" in chromium.text
    assert chromium.run("return document.activeElement.tagName") == "H1"
    assert "Runde" not in chromium.text, "no round is open any more"
    assert chromium.run("return getComputedStyle(document.activeElement).outlineStyle") == "none", "nothing to press"
