"""Fall anlegen: from three letters to an open case, left and taken up again at any point."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.changes import BookingSet
from advisor_app.ui.pages.overview import OverviewPage
from advisor_app.ui.pages.set_up import NewCasePage, SetUpPage
from advisor_app.ui.pages.set_up.commune_step import CommuneStep
from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.pages.set_up.modules_step import ModulesStep
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.named_fact import NamedFact
from advisor_app.ui.widgets.paragraph import Paragraph
from tests.profiles import connect_to
from tests.ui.conftest import COMMUNE, Stored, TestClock

CONTROL = Qt.KeyboardModifier.ControlModifier

OpenDraft = Callable[[str], SetUpPage]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def page_of(window: MainWindow) -> SetUpPage:
    page = window.page
    assert isinstance(page, SetUpPage)
    QApplication.sendPostedEvents()
    return page


def case_of(window: MainWindow) -> Case:
    assert window.bridge is not None
    return window.bridge.case


def draft(window: MainWindow, step: str = "modules", *modules: str) -> SetUpPage:
    session = window.workspace.cases.create(COMMUNE, modules, draft=True)
    window.open_case(session.case.id, "set-up", step)
    return page_of(window)


@pytest.fixture
def modules(main_window: MainWindow) -> ModulesStep:
    """The step of the modules in a fresh draft."""
    step = draft(main_window).step
    assert isinstance(step, ModulesStep)
    return step


def tick(qtbot: QtBot, step: ModulesStep, *names: str) -> None:
    for name in names:
        step.cards[name].setFocus()
        qtbot.keyClick(step.cards[name], Qt.Key.Key_Space)


# Kommune


def test_three_letters_find_a_commune_and_enter_begins_its_case(
    qtbot: QtBot, main_window: MainWindow, stored: Stored
) -> None:
    main_window.show_page("new-case")
    assert isinstance(main_window.page, NewCasePage)
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 1 von 5")
    assert not main_window.page.frame.next_button.isEnabled()
    qtbot.keyClicks(focused(), "aar")
    results = main_window.page.choice.picker.results
    assert results.titles[0] == "Gemeinde Aarbergen"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    case = case_of(main_window)
    assert stored(case.id).head.draft
    assert stored(case.id).commune.key == "06439001"
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 2 von 5")
    assert main_window.rail.button("cases").isChecked()


def test_arrows_choose_among_the_found_ones(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    qtbot.keyClicks(focused(), "giessen")
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert case_of(main_window).commune.title == "Stadt Gießen"


def test_an_own_entry_needs_no_key(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    qtbot.keyClicks(focused(), "Eschentalbach")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert case_of(main_window).commune.title == "Gemeinde Eschentalbach"
    assert case_of(main_window).commune.key is None
    assert main_window.workspace.register.index.find("Eschentalbach")


def test_a_key_that_another_commune_has_is_refused(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    qtbot.keyClicks(focused(), "Eschentalbach")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    form = page.choice.picker.form
    qtbot.keyClicks(form.key, "06439001")
    qtbot.keyClick(form.key, Qt.Key.Key_Return)
    assert "gehört schon zu „Aarbergen“" in form.complaint
    assert main_window.bridge is None
    qtbot.keyClick(form.key, Qt.Key.Key_Escape)
    assert page.choice.picker.search.text() == "Eschentalbach"


def test_where_the_facts_come_from_is_said(main_window: MainWindow) -> None:
    main_window.show_page("new-case")
    page = main_window.page
    assert isinstance(page, NewCasePage)
    assert page.choice.attribution_text == main_window.workspace.register.notice.attribution


def test_another_commune_takes_the_case_over(qtbot: QtBot, main_window: MainWindow) -> None:
    page = draft(main_window, "commune", "M4")
    step = page.step
    assert isinstance(step, CommuneStep)
    qtbot.keyClick(step.choice.picker.card.change_button, Qt.Key.Key_Space)
    qtbot.keyClicks(focused(), "aarb")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    case = case_of(main_window)
    assert case.commune.name == "Aarbergen"
    assert [booking.commune for booking in case.bookings.values()] == [case.commune.id]
    assert page.step.NAME == "modules"
    main_window.setFocus()
    qtbot.keyClick(main_window, Qt.Key.Key_Z, CONTROL)
    assert case_of(main_window).commune.name == "Eschentalbach"


def test_communes_that_work_together_share_a_case(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "commune", "M4")
    step = page.step
    assert isinstance(step, CommuneStep)
    for typed, name in (("aarb", "Aarbergen"), ("lich", "Lich")):
        step.further.search.setFocus()
        qtbot.keyClicks(step.further.search, typed)
        qtbot.keyClick(step.further.search, Qt.Key.Key_Return)
        assert case_of(main_window).head.communes[-1].name == name
        assert step.further.search.text() == ""
    qtbot.keyClicks(step.further.search, "aarb")
    assert step.further.results.titles == []  # it is in the case already
    assert step.state().summary == "Gemeinde Eschentalbach, Gemeinde Aarbergen und Stadt Lich"
    assert [item.name for item in stored(case_of(main_window).id).head.communes] == [
        "Eschentalbach",
        "Aarbergen",
        "Lich",
    ]
    # What one of them has booked before counts for all.
    workspace = main_window.workspace
    workspace.cases.create(workspace.register.get("06531011"), ["M3"])
    page.open_item("modules")
    modules = page.step
    assert isinstance(modules, ModulesStep)
    modules.refresh(())
    assert "nicht voll gefördert" in modules.panel.combination.words
    assert "Modul 3" in modules.panel.earlier_text
    page.open_item("commune")
    qtbot.mouseClick(step.further.remove_buttons[1], Qt.MouseButton.LeftButton)
    assert [item.name for item in case_of(main_window).head.communes] == ["Eschentalbach", "Aarbergen"]
    page.open_item("modules")
    assert modules.panel.earlier_text == ""
    main_window.show_page("overview")
    overview = main_window.page
    assert isinstance(overview, OverviewPage)
    texts = [label.text() for label in overview.findChildren(QLabel)]
    assert "Gemeinde Eschentalbach und Gemeinde Aarbergen" in texts


# Module und Förderung


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
        "Kombination zulässig: Im Förderzeitraum: Modul 1 durch HMdIS (Regel 1), "
        "Modul 4 durch Starke Heimat Hessen (Regel 2)."
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
        "Förderzeitraum abgelaufen: Modul 1 bis 31.12.2022, Modul 4 bis 31.12.2024. Für den 14.09.2026 liegt keine "
        "Regel vor. Bitte vor der Zusage mit der Förderstelle klären."
    )
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    assert modules.panel.validity.words == "Förderzeitraum offen: Der früheste Zeitraum endet am 31.12.2022."
    assert "zulässig" in modules.panel.combination.words


def test_the_other_cards_say_what_adding_them_would_do(qtbot: QtBot, modules: ModulesStep) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    assert modules.cards["M3"].verdict.words == "Möglich: Programm Starke Heimat Hessen"
    tick(qtbot, modules, "M4")
    assert modules.cards["M3"].verdict.words == "Zusätzlich: nicht voll gefördert, nur eines aus Modul 3 und 4"
    assert modules.cards["M1"].verdict.words == "Zusätzlich möglich: Innenministerium (HMdIS)"
    tick(qtbot, modules, "M1")
    assert modules.cards["M2"].verdict.words == (
        "Zusätzlich: nicht voll gefördert, Ausnahme schließt Modul 3 und 4 aus"
    )


def test_nothing_is_blocked_and_alternatives_are_named(
    qtbot: QtBot, main_window: MainWindow, modules: ModulesStep
) -> None:
    check_on(qtbot, modules, WITHIN_THE_PERIOD)
    tick(qtbot, modules, "M1", "M3", "M4")
    assert case_of(main_window).modules == ("M1", "M3", "M4")
    words = modules.panel.combination.words
    assert words.startswith("Kombination nicht voll gefördert: Starke Heimat Hessen bezahlt je Kommune höchstens eines")
    assert "Voll gefördert wären: Modul 1 und Modul 3; Modul 1 und Modul 4." in words
    assert modules.cards["M3"].verdict.words == "Noch offen: nur eines aus Modul 3 und 4"
    assert modules.panel.payer_texts[1][1] == "je nach Wahl"


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
    assert modules.panel.rules.version.text() == "Regelwerk „Modulförderung“, Fassung 1.0.0, Stand 21.11.2026"
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


# Ansprechpersonen


@pytest.fixture
def contacts(main_window: MainWindow) -> ContactsStep:
    """The step of the people in a fresh draft."""
    step = draft(main_window, "contacts", "M4").step
    assert isinstance(step, ContactsStep)
    return step


def test_people_are_kept_apart_from_the_history(
    qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep, stored: Stored, data_folder: Path
) -> None:
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents()  # the new fields are shown
    qtbot.keyClicks(focused(), "Jo Zettelbrink")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Hauptamt")
    (card,) = contacts.contacts.values()
    card.phone.setFocus()
    qtbot.keyClicks(card.phone.line, "06120 1")
    qtbot.mouseClick(card.roles.chips["HA"], Qt.MouseButton.LeftButton)
    page_of(main_window).flush()
    case = stored(case_of(main_window).id)
    (contact,) = case.contacts.values()
    assert (contact.function, contact.roles) == ("Hauptamt", ("HA",))
    assert (case.people[contact.person].name, case.people[contact.person].phone) == ("Jo Zettelbrink", "06120 1")
    with closing(connect_to(data_folder)) as connection:
        log = connection.execute("SELECT group_concat(coalesce(after, '')) FROM log").fetchone()[0]
    assert "Hauptamt" in log
    assert "Zettelbrink" not in log
    assert "06120 1" not in log


def test_a_person_is_removed_and_brought_back(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "Jo Beispiel")
    (card,) = contacts.contacts.values()
    card.flush()
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert contacts.contacts == {}
    assert main_window.notice.text == "Jo Beispiel ist keine Ansprechperson mehr."
    qtbot.keyClick(contacts.add_button, Qt.Key.Key_Z, CONTROL)
    (card,) = contacts.contacts.values()
    assert card.name.line.text() == "Jo Beispiel"


def test_the_houses_own_words(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    field = contacts.words.fields["executive"]
    assert field.line.text() == "Gemeindevorstand"
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "Magistrat")
    contacts.flush()
    assert case_of(main_window).vocabulary == {"executive": "Magistrat"}
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    contacts.flush()
    assert case_of(main_window).vocabulary == {}
    assert field.line.text() == "Gemeindevorstand"


def test_roles_are_named_and_merged(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    contacts.roles.titles["DB"].setFocus()
    qtbot.keyClicks(contacts.roles.titles["DB"].line, "Stabsstelle Digitales")
    contacts.flush()
    stand_in = contacts.roles.stand_ins["ISB"].box
    assert stand_in.itemText(1) == "nein, übernimmt IT"
    stand_in.activated.emit(1)
    assert case_of(main_window).roles == {
        "DB": RoleMapping(title="Stabsstelle Digitales"),
        "ISB": RoleMapping(merged_into="IT"),
    }
    stand_in.activated.emit(0)
    assert "ISB" not in case_of(main_window).roles


# Termine und Raum


@pytest.fixture
def dates(main_window: MainWindow) -> DatesStep:
    """The step of the days in a draft with module 4."""
    step = draft(main_window, "dates", "M4").step
    assert isinstance(step, DatesStep)
    return step


def test_a_day_is_dated_by_typing(qtbot: QtBot, main_window: MainWindow, dates: DatesStep, stored: Stored) -> None:
    card = next(iter(dates.days.values()))
    assert card.on.line.hasFocus()
    qtbot.keyClicks(focused(), "17.9.")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "")
    assert card.on.line.text() == "Do 17.09.2026"
    card.start.line.selectAll()
    qtbot.keyClicks(card.start.line, "10")
    card.place.setFocus()
    qtbot.keyClicks(card.place.line, "Rathaus, Saal 2")
    dates.room.setFocus()
    qtbot.keyClicks(dates.room.text, "Beamer vorhanden")
    page_of(main_window).flush()
    case = stored(case_of(main_window).id)
    day = case.agenda[next(iter(dates.days))]
    assert (day.on, day.start, day.place) == (date(2026, 9, 17), time(10, 0), "Rathaus, Saal 2")
    assert case.head.room == "Beamer vorhanden"
    assert "Do 17.09.2026" in main_window.bar.text


def test_what_is_no_day_is_named_and_the_old_one_kept(qtbot: QtBot, main_window: MainWindow, dates: DatesStep) -> None:
    name, card = next(iter(dates.days.items()))
    qtbot.keyClicks(card.on.line, "17.9.")
    card.place.setFocus()
    card.on.setFocus()
    card.on.line.selectAll()
    with qtbot.waitSignal(card.on.complained) as blocker:
        qtbot.keyClicks(card.on.line, "31.2.2027")
        card.place.setFocus()
    assert blocker.args is not None
    assert "kein Datum" in blocker.args[0]
    assert case_of(main_window).agenda[name].on == date(2026, 9, 17)


def add_day(qtbot: QtBot, dates: DatesStep, words: str) -> None:
    """Open the menu of module 4 by a click and take an entry by the keyboard."""
    qtbot.mouseClick(dates.add_button("M4"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dates.menu.isVisible)
    (action,) = (item for item in dates.menu.actions() if item.text() == words)
    dates.menu.setActiveAction(action)
    qtbot.keyClick(dates.menu, Qt.Key.Key_Return)


def test_every_variant_of_the_modules_agenda_can_be_added(
    qtbot: QtBot, main_window: MainWindow, dates: DatesStep
) -> None:
    agendas = main_window.workspace.catalog.agendas
    known = {item.title: item for item in agendas.values() if item.module == "M4"}
    qtbot.mouseClick(dates.add_button("M4"), Qt.MouseButton.LeftButton)
    words = [action.text() for action in dates.menu.actions()]
    assert [word.rpartition(" (")[0] for word in words[:-1]] == sorted(
        known, key=lambda title: (known[title].day == 0, list(known).index(title))
    )
    assert words[-1] == "Leerer Tag"
    dates.menu.hide()
    before = set(case_of(main_window).agenda)
    half = next(item for item in known.values() if item.variant is AgendaVariant.HALF_DAY)
    add_day(qtbot, dates, next(word for word in words if word.startswith(f"{half.title} (")))
    (name,) = set(case_of(main_window).agenda) - before
    day = case_of(main_window).agenda[name]
    assert (day.template, day.title, len(day.steps)) == (half.id, half.title, len(half.steps))
    assert day.number == len(before) + 1
    assert dates.days[name].on.line.hasFocus(), "the date comes first"


def test_days_are_added_and_removed(qtbot: QtBot, main_window: MainWindow, dates: DatesStep) -> None:
    before = len(dates.days)
    add_day(qtbot, dates, "Leerer Tag")
    assert len(case_of(main_window).agenda) == before + 1
    card = next(reversed(dates.days.values()))
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert len(dates.days) == before
    assert main_window.notice.text.endswith("ist entfernt.")
    qtbot.keyClick(dates.room.text, Qt.Key.Key_Z, CONTROL)
    assert len(dates.days) == before + 1


# Prüfen und anlegen, und das Ganze


def test_ctrl_enter_leads_through_all_steps_to_the_case(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "modules", "M4")
    for name in ("contacts", "dates", "review"):
        qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
        assert name == page.step.NAME
    assert page.frame.next_button.text() == "Fall anlegen"
    summary = page.review.texts_by_step
    assert summary["commune"].startswith("Gemeinde Eschentalbach")
    assert summary["modules"] == "M4 Smart Region, Finanzierung: offen"
    assert summary["contacts"] == "noch niemand"
    qtbot.keyClicks(focused(), "Erst einmal kennenlernen")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert main_window.stack.shown == "overview"
    case = stored(case_of(main_window).id)
    assert not case.head.draft
    assert case.head.provider == "Beratungshaus Mitte"
    assert case.head.wish == "Erst einmal kennenlernen"


def test_back_and_the_list_of_steps_lead_anywhere(qtbot: QtBot, main_window: MainWindow) -> None:
    page = draft(main_window)
    qtbot.mouseClick(page.frame.back_button, Qt.MouseButton.LeftButton)
    assert page.step.NAME == "commune"
    assert not page.frame.back_button.isVisible()
    qtbot.mouseClick(page.frame.steps.button("review"), Qt.MouseButton.LeftButton)
    assert page.step.NAME == "review"
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 5 von 5")


def test_a_draft_left_in_the_middle_goes_on_as_it_was(
    qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep
) -> None:
    case_id = case_of(main_window).id
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "Jo Beispiel")
    qtbot.mouseClick(main_window.bar.back_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "cases"
    main_window.open_case(case_id)
    page = page_of(main_window)
    assert page.step.NAME == "modules"
    step = page.steps["contacts"]
    assert isinstance(step, ContactsStep)
    assert [card.name.line.text() for card in step.contacts.values()] == ["Jo Beispiel"]


def test_later_the_same_steps_change_an_open_case(qtbot: QtBot, main_window: MainWindow) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id, "set-up", "review")
    page = page_of(main_window)
    assert main_window.rail.button("overview").isChecked()
    assert page.frame.next_button.text() == "Zum Überblick"
    qtbot.mouseClick(page.frame.next_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "overview"


def test_references_of_both_houses_are_kept(qtbot: QtBot, main_window: MainWindow, stored: Stored) -> None:
    page = draft(main_window, "review", "M4")
    field = page.review.form.field("commune_reference")
    field.setFocus()
    qtbot.keyClicks(focused(), "HA-2026-17")
    page.flush()
    assert stored(case_of(main_window).id).head.commune_reference == "HA-2026-17"
