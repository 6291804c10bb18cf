"""Commands for bookings: how far they are, who pays, and several at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import complain, show
from advisor_app.cli.parameters import Case, Json, names_in
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date
from advisor_app.texts.states import state_word

if TYPE_CHECKING:
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.domain.changes import AgendaDaySet, Change
    from advisor_app.services.workspace import Workspace

group = new_group()

Chosen = TypeVar("Chosen", BookingState, Financing)


@group.command("list", cls=Command)
def list_bookings(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List the bookings of a case with all their days, and what the commune booked before."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        _show(workspace, case, workspace.bookings.named(case, ()), as_json=as_json, with_earlier=True)


@group.command("add", cls=Command)
def add_bookings(
    context: typer.Context,
    case_name: Case,
    *,
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M4")],
    as_json: Json = False,
) -> None:
    """Book further modules in a case, each with its assessment and the days that its agenda proposes."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        wanted = names_in(modules)
        changes = workspace.cases.further_bookings(session.case, wanted)
        if changes:
            session.apply(*changes)
        names = workspace.bookings.named(session.case, wanted) if wanted else ()
        _show(workspace, session.case, names, as_json=as_json)


@group.command("set", cls=Command)
def set_bookings(  # noqa: PLR0913  # every option is a parameter, all by name
    context: typer.Context,
    case_name: Case,
    *,
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M4")] = "",
    state: Annotated[str, typer.Option("--state", metavar="STATE")] = "",
    financing: Annotated[str, typer.Option("--financing", metavar="FINANCING")] = "",
    programme: Annotated[str, typer.Option("--programme", metavar="ID")] = "",
    price: Annotated[str, typer.Option("--price", metavar="EUR")] = "",
    requested: Annotated[str, typer.Option("--requested", metavar="DAY")] = "",
    applied: Annotated[str, typer.Option("--applied", metavar="DAY")] = "",
    approved: Annotated[str, typer.Option("--approved", metavar="DAY")] = "",
    completed: Annotated[str, typer.Option("--completed", metavar="DAY")] = "",
    workshop: Annotated[str, typer.Option("--workshop", metavar="DAY,DAY")] = "",
    as_json: Json = False,
) -> None:
    """Change bookings, several at a time; an unusual step is told on stderr, never prevented."""
    from advisor_app.texts.bookings import unusual_words

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        bookings, names = workspace.bookings, workspace.bookings.named(session.case, names_in(modules))
        days = {"requested_on": requested, "applied_on": applied, "approved_on": approved, "completed_on": completed}
        wanted, paid = _member(BookingState, state), _member(Financing, financing)
        values = _values(workspace, paid, programme, price, days)
        unusual = bookings.unusual(session.case, names, wanted) if wanted is not None else ()
        changes: list[Change] = [*bookings.set_all(session.case, names, wanted, values)]
        if workshop:
            changes += _workshop(workspace, session.case, names, workshop)
        if changes:
            session.apply(*changes)
        if wanted is not None and not as_json:
            for booking in unusual:
                complain(unusual_words(booking, wanted, workspace.texts))
        _show(workspace, session.case, names, as_json=as_json)


def _workshop(workspace: Workspace, case: CaseSnapshot, names: Iterable[str], text: str) -> list[AgendaDaySet]:
    """The changes by which the workshop of the one module that is meant takes place on days with commas between them.

    Raises AdvisorError: WORKSHOP_OF_ONE_MODULE, BAD_DATE.
    """
    from advisor_app.domain.days import read_day
    from advisor_app.domain.errors import AdvisorError, Problem
    from advisor_app.services.clock import today

    modules = {case.bookings[name].module for name in names}
    if len(modules) != 1:
        raise AdvisorError(Problem.WORKSHOP_OF_ONE_MODULE)
    parts = [] if text.strip().casefold() == "none" else text.split(",")
    days = [day for part in parts if (day := read_day(part, today(workspace.clock))) is not None]
    title = workspace.texts("agenda.further-day", number="{number}")  # the day that is added says which it is
    return workspace.bookings.held_on(case, modules.pop(), days, title)


def _member(kind: type[Chosen], text: str) -> Chosen | None:
    """The state or way to pay that a word names: in German as it is stored, or in English (follow_up); None for none.

    Raises AdvisorError(BAD_VALUE).
    """
    from advisor_app.domain.errors import AdvisorError, Problem

    if not text:
        return None
    word = text.casefold()
    for item in kind:
        if word.replace("-", "_") in {str(item.value).casefold(), item.name.casefold()}:
            return item
    raise AdvisorError(Problem.BAD_VALUE, value=text, name="--state" if kind is BookingState else "--financing")


def _values(
    workspace: Workspace, financing: Financing | None, programme: str, price: str, days: dict[str, str]
) -> dict[str, object]:
    """The fields that were named, as a booking keeps them."""
    from advisor_app.domain.amounts import parse_amount
    from advisor_app.domain.days import read_day
    from advisor_app.domain.errors import AdvisorError, Problem
    from advisor_app.services.clock import today

    now = today(workspace.clock)
    values: dict[str, object] = {name: read_day(text, now) for name, text in days.items() if text}
    if programme:
        values |= {"programme": programme, "financing": Financing.PROGRAMME}
    if financing is not None:
        values["financing"] = financing
    if price:
        cents = parse_amount(price)
        if cents is None:
            raise AdvisorError(Problem.BAD_VALUE, value=price, name="EUR")
        values["price"] = cents
    return values


def _show(
    workspace: Workspace, case: CaseSnapshot, names: tuple[str, ...], *, as_json: bool, with_earlier: bool = False
) -> None:
    bookings = [case.bookings[name] for name in names]
    lines = [line for booking in bookings for line in _lines(workspace, case, booking)]
    values = [{**_value(booking), **_in_case(workspace, case, booking)} for booking in bookings]
    if with_earlier:
        lines = lines or [workspace.texts("commands.booking.nothing")]
        lines += _earlier_lines(workspace, case)
        values += [
            {**_value(item.booking), "case": item.case_id, "earlier": True} for item in workspace.bookings.earlier(case)
        ]
    show(values, lines or [workspace.texts("commands.booking.nothing")], as_json=as_json)


def _value(booking: Booking) -> dict[str, Any]:
    from advisor_app.domain.booking_course import DAYS

    days = {name: getattr(booking, name) for name in DAYS}
    return {
        "id": booking.id,
        "module": booking.module,
        "commune": booking.commune,
        "state": booking.state.value,
        "financing": booking.financing.value,
        "programme": booking.programme,
        "price_cents": booking.price,
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
        "note": booking.note.text,
    }


def _in_case(workspace: Workspace, case: CaseSnapshot, booking: Booking) -> dict[str, Any]:
    """What only the case of a booking tells."""
    return {
        "case": case.id,
        "earlier": False,
        "workshop": [day.isoformat() for day in workspace.bookings.workshop(case, booking)],
        "findings": [finding.value for finding in workspace.bookings.findings(case, booking)],
    }


def _lines(workspace: Workspace, case: CaseSnapshot, booking: Booking) -> Iterator[str]:
    from advisor_app.domain.booking_course import DAYS
    from advisor_app.texts.bookings import financing_words, finding_words, price_words

    texts = workspace.texts
    told = [(name, getattr(booking, name)) for name in DAYS if getattr(booking, name) is not None]
    told += [("workshop", day) for day in workspace.bookings.workshop(case, booking)]
    told.sort(key=lambda item: item[1])
    words = [texts(f"commands.booking.{name}", day=format_date(day, texts.language)) for name, day in told]
    yield texts(
        "commands.booking.line",
        module=booking.module,
        state=state_word(booking.state, texts),
        financing=financing_words(booking, texts),
        price=price_words(booking, texts),
        days=", ".join(words),
    ).rstrip()
    if booking.note:
        yield "  " + texts("commands.booking.note", text=booking.note.text)
    yield from (f"  {finding_words(item, texts)}" for item in workspace.bookings.findings(case, booking))


def _earlier_lines(workspace: Workspace, case: CaseSnapshot) -> Iterator[str]:
    from advisor_app.texts.bookings import earlier_words

    texts = workspace.texts
    for item in workspace.bookings.earlier(case):
        yield texts(
            "commands.booking.earlier",
            module=item.booking.module,
            state=state_word(item.booking.state, texts),
            facts=earlier_words(item.commune, item.booking, texts),
            case=item.case_id,
        )
