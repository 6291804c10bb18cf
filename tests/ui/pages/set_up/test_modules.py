"""Fall anlegen: modules are booked at once, and who pays is said with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.changes import BookingSet
from advisor_app.domain.foundations import Module
from advisor_app.ui.pages.set_up import SetUpPage
from advisor_app.ui.pages.set_up.funding_words import CardVerdict
from advisor_app.ui.pages.set_up.module_card import ModuleCard
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph
from tests.ui.conftest import COMMUNE, Stored, TestClock
from tests.ui.pages.set_up.conftest import CONTROL, case_of, draft, page_of, tick

OpenDraft = Callable[[str], SetUpPage]


def test_ticking_books_at_once(qtbot: QtBot, main_window: MainWindow, modules: ModulesStep, stored: Stored) -> None:
    tick(qtbot, modules, "M4")
    case = stored(case_of(main_window).id)
    assert case.modules == ("M4",)
    assert [assessment.questionnaire for assessment in case.assessments.values()] == ["m4"]
    assert {day.module for day in case.agenda.values()} == {"M4"}
    assert page_of(main_window).frame.steps.button("modules").accessibleName().endswith("M4 gewählt")


def check_on(qtbot: QtBot, modules: ModulesStep, day: str) -> None:
    field = modules.panel.day_field.line
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, day)
    qtbot.keyClick(field, Qt.Key.Key_Return)


WITHIN_THE_PERIOD = "1.6.2021"


def test_the_check_says_who_pays(qtbot: QtBot, modules: ModulesStep) -> None:
    assert modules.panel.combination.isHidden()
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    tick(qtbot, modules, "M1", "M4")
    assert modules.panel.combination.words == (
        "Kombination zulässig: Modul 1 und Modul 4 werden aus zwei Töpfen bezahlt."
    )
    assert modules.cards["M1"].verdict.words == "Innenministerium (HMdIS)"
    assert modules.cards["M1"].verdict.tone == "success"
    assert modules.panel.payer_texts == (
        ("Modul 1", "HMdIS", "Regel 1 ✓"),
        ("Modul 4", "Starke Heimat Hessen", "Regel 2 ✓"),
    )


def test_after_its_period_a_module_is_paid_by_the_commune_whatever_the_rules_say(
    qtbot: QtBot, modules: ModulesStep
) -> None:
    tick(qtbot, modules, "M1", "M4")
    verdict = modules.cards["M1"].verdict
    assert verdict.words == "Förderzeitraum abgelaufen (bis 31.12.2022), die Kommune zahlt selbst"
    assert (verdict.tone, verdict.icon) == ("amber", "circle-alert")
    assert verdict.words in modules.cards["M1"].accessibleDescription()
    assert modules.cards["M3"].verdict.words == "Förderzeitraum abgelaufen (bis 31.12.2024)"
    assert modules.panel.payer_texts == (
        ("Modul 1", "Kommune selbst", "keine Förderung"),
        ("Modul 4", "Kommune selbst", "keine Förderung"),
    )
    assert modules.panel.combination.words == (
        "Kombination zulässig: Im Förderzeitraum: Modul 1 durch HMdIS (Regel 1) "
        "und Modul 4 durch Starke Heimat Hessen (Regel 2)."
    )
    tick(qtbot, modules, "M3")
    assert "Im Förderzeitraum voll gefördert wären: Modul 1 und Modul 3" in modules.panel.combination.words
    assert modules.cards["M3"].verdict.words.endswith("(bis 31.12.2024), die Kommune zahlt selbst")


def test_before_its_period_a_module_says_when_it_begins(qtbot: QtBot, modules: ModulesStep) -> None:
    check_on(qtbot, modules, "1.6.2020")
    tick(qtbot, modules, "M4")
    words = "Förderzeitraum noch nicht begonnen (ab 01.10.2020), die Kommune zahlt selbst"
    assert modules.cards["M4"].verdict.words == words


def test_the_period_is_a_verdict_of_its_own(qtbot: QtBot, modules: ModulesStep) -> None:
    tick(qtbot, modules, "M1", "M4")
    assert modules.panel.validity.words == (
        "Förderzeitraum abgelaufen: Modul 1 bis 31.12.2022 und Modul 4 bis 31.12.2024. Für den 14.09.2026 liegt keine "
        "Regel vor. Bitte vor der Zusage mit der Förderstelle klären."
    )
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    assert modules.panel.validity.words == "Förderzeitraum offen: Der früheste Zeitraum endet am 31.12.2022."
    assert "zulässig" in modules.panel.combination.words


def test_the_other_cards_say_what_adding_them_would_do(qtbot: QtBot, modules: ModulesStep) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    assert modules.cards["M3"].verdict.words == "Möglich: Programm Starke Heimat Hessen"
    tick(qtbot, modules, "M4")
    assert modules.cards["M3"].verdict.words == "Zusätzlich: nicht voll gefördert, nur eines der Module 3 und 4"
    assert modules.cards["M1"].verdict.words == "Zusätzlich möglich: Innenministerium (HMdIS)"
    tick(qtbot, modules, "M1")
    assert modules.cards["M2"].verdict.words == (
        "Zusätzlich: nicht voll gefördert, Ausnahme schließt Module 3 und 4 aus"
    )


def test_nothing_is_blocked_and_alternatives_are_named(
    qtbot: QtBot, main_window: MainWindow, modules: ModulesStep
) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    tick(qtbot, modules, "M1", "M3", "M4")
    assert case_of(main_window).modules == ("M1", "M3", "M4")
    words = modules.panel.combination.words
    assert words.startswith("Kombination nicht voll gefördert: Starke Heimat Hessen bezahlt je Kommune höchstens eines")
    assert "Voll gefördert wären: Modul 1 und Modul 3 oder Modul 1 und Modul 4." in words
    assert modules.cards["M3"].verdict.words == "Noch offen: nur eines der Module 3 und 4"
    assert modules.panel.payer_texts[1][1] == "je nach Wahl"
    assert modules.panel.paid_text.startswith("Gefördert: Modul 1 und Modul 3. Selbst zu zahlen: Modul 4.")
    assert "oder: Gefördert: Modul 1 und Modul 4." in modules.panel.paid_text


def test_either_of_two_modules_is_told_as_a_choice(qtbot: QtBot, modules: ModulesStep) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    tick(qtbot, modules, "M3", "M4")
    assert modules.panel.combination.words.endswith(
        "Voll gefördert wären: Modul 3 oder Modul 4. Den Rest bezahlt die Kommune selbst."
    )


def test_the_exception_is_explained(qtbot: QtBot, modules: ModulesStep) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    tick(qtbot, modules, "M1", "M2")
    assert "Ausnahme: Wer Modul 1 nutzt" in modules.panel.combination.words
    assert modules.panel.payer_texts[1] == ("Modul 2", "Starke Heimat Hessen", "Regel 3 ✓")


def test_earlier_bookings_of_the_commune_count(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.workspace.cases.create(COMMUNE, ("M3",))
    step = draft(main_window).step
    assert isinstance(step, ModulesStep)
    tick(qtbot, step, "M4")
    assert "nicht voll gefördert" in step.panel.combination.words
    assert step.panel.earlier_text == ("Frühere Buchungen der Kommune sind mitgezählt: Modul 3 (Starke Heimat Hessen).")


def test_an_earlier_booking_that_the_commune_paid_itself_takes_no_funding(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    earlier = main_window.workspace.cases.create(COMMUNE, ("M3",))
    (booking,) = earlier.case.bookings.values()
    earlier.apply(BookingSet(booking.id, booking, replace(booking, financing=Financing.OWN)))
    step = draft(main_window).step
    assert isinstance(step, ModulesStep)
    tick(qtbot, step, "M4")
    assert "zulässig" in step.panel.combination.words
    tick(qtbot, step, "M4")
    tick(qtbot, step, "M3")  # again what it paid itself: no rule speaks against a programme paying now
    assert step.panel.combination.words == (
        "Kombination zulässig: Im Förderzeitraum: Modul 3 durch Starke Heimat Hessen (Regel 2)."
    )
    assert step.panel.earlier_text == "Früher ohne Förderung bezahlt und nicht mitgezählt: Modul 3."


def test_financing_is_chosen_per_booking(qtbot: QtBot, main_window: MainWindow, modules: ModulesStep) -> None:
    tick(qtbot, modules, "M4")
    (booking,) = case_of(main_window).bookings.values()
    box = modules.panel.financing[booking.id].box
    box.setFocus()
    qtbot.keyClicks(box, "Land")
    QTest.keyClick(box, Qt.Key.Key_Return)
    box.activated.emit(box.findText("Landesförderung"))
    (booking,) = case_of(main_window).bookings.values()
    assert (booking.financing, booking.programme) == (Financing.PROGRAMME, "SHH")
    box.activated.emit(box.findText("Rahmenvertrag"))
    (booking,) = case_of(main_window).bookings.values()
    assert (booking.financing, booking.programme) == (Financing.FRAMEWORK, None)


def test_what_was_clarified_is_kept_with_every_booking(
    qtbot: QtBot, main_window: MainWindow, modules: ModulesStep, stored: Stored
) -> None:
    tick(qtbot, modules, "M1", "M4")
    line = modules.panel.clarified_field.text
    line.setFocus()
    qtbot.keyClicks(line, "Frau Beispiel, 10.09.")
    page_of(main_window).flush()
    bookings = stored(case_of(main_window).id).bookings.values()
    assert {booking.clarified.text for booking in bookings} == {"Frau Beispiel, 10.09."}
    modules.cards["M1"].setFocus()
    qtbot.keyClick(modules.cards["M1"], Qt.Key.Key_Z, CONTROL)
    assert not any(booking.clarified for booking in case_of(main_window).bookings.values())
    assert line.toPlainText() == ""


def test_a_booking_is_taken_back_and_brought_back(qtbot: QtBot, main_window: MainWindow, modules: ModulesStep) -> None:
    tick(qtbot, modules, "M4")
    before = case_of(main_window)
    tick(qtbot, modules, "M4")
    assert case_of(main_window).modules == ()
    assert main_window.notice.text == "Modul 4 ist nicht mehr gebucht."
    qtbot.keyClick(modules.cards["M4"], Qt.Key.Key_Z, CONTROL)
    assert case_of(main_window).bookings == before.bookings
    assert case_of(main_window).agenda == before.agenda
    assert modules.cards["M4"].isChecked()


def test_a_rejected_booking_of_before_is_not_counted(qtbot: QtBot, main_window: MainWindow) -> None:
    earlier = main_window.workspace.cases.create(COMMUNE, ("M3",))
    (booking,) = earlier.case.bookings.values()
    earlier.apply(BookingSet(booking.id, booking, replace(booking, state=BookingState.REJECTED)))
    step = draft(main_window).step
    assert isinstance(step, ModulesStep)
    tick(qtbot, step, "M4")
    assert "zulässig" in step.panel.combination.words


def test_the_rules_are_shown_with_their_sources(qtbot: QtBot, modules: ModulesStep) -> None:
    assert modules.panel.rules.version.text() == "Regelwerk „Modulförderung“, Fassung 1.1.0, Stand 21.11.2026"
    assert not modules.panel.rules.is_open
    qtbot.mouseClick(modules.panel.rules.toggle, Qt.MouseButton.LeftButton)
    assert modules.panel.rules.is_open
    assert modules.panel.rules.toggle.text() == "Wortlaut schließen"


def test_what_holds_today_stands_beside_the_rules_with_its_date(
    qtbot: QtBot, modules: ModulesStep, clock: TestClock
) -> None:
    clock.move(days=120)  # 2027
    assert modules.panel.rules.findChildren(NamedFact) == [], "nothing is read before it is asked for"
    qtbot.mouseClick(modules.panel.rules.toggle, Qt.MouseButton.LeftButton)
    shown = [fact.findChildren(Paragraph) for fact in modules.panel.rules.findChildren(NamedFact)]
    words = {labels[0].text(): [label.text() for label in labels[1:]] for labels in shown}
    assert len(words) > 10
    assert all(below[0].startswith("Stand ") for below in words.values())
    (alliances,) = (
        below
        for text, below in words.items()
        if text.startswith("Die Förderung der interkommunalen") and "verlängert" in text
    )
    assert alliances[1] == "Abgelaufen am 31.12.2026: Bitte erst prüfen, was heute gilt."
    qtbot.mouseClick(modules.panel.rules.toggle, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(modules.panel.rules.toggle, Qt.MouseButton.LeftButton)
    assert len(modules.panel.rules.findChildren(NamedFact)) == len(words)


def test_the_panel_goes_below_where_there_is_no_room(
    modules: ModulesStep, main_window: MainWindow, theming: Theming
) -> None:
    assert modules.panel.mapTo(modules, modules.panel.rect().topLeft()).x() > 0
    main_window.resize(900, 700)
    theming.set_zoom(200)
    QApplication.sendPostedEvents()
    assert modules.panel.mapTo(modules, modules.panel.rect().topLeft()).x() == 0


def test_a_long_verdict_has_its_lines(theming: Theming) -> None:
    """What is said in bold is measured in bold: its last word was cut off where it took a second line."""
    module = Module(id="M1", number=1, title="OZG Grundlagen", summary="Recht", days="1 Tag", sources=("S2",))
    card = ModuleCard(theming, module)
    words = "Förderzeitraum noch nicht begonnen (ab 01.12.2026), die Kommune zahlt selbst"
    heights = {}
    for strong in (False, True):
        card.show_verdict(CardVerdict(words=words, strong=strong, icon="circle-alert", tone="amber"))
        heights[strong] = [card.heightForWidth(width) for width in range(400, 700)]
    widths = [place for place, (plain, bold) in enumerate(zip(*heights.values(), strict=True)) if bold > plain]
    assert widths  # where the bold words need another line
