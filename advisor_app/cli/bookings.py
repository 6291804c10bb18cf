"""Commands for bookings: how far they are, who pays, and several at a time."""

from __future__ import annotations

from collections.abc import Iterator
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
    from advisor_app.services.workspace import Workspace

group = new_group()

Chosen = TypeVar("Chosen", BookingState, Financing)


@group.command("list", cls=Command)
def list_bookings(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List the bookings of a case with all their days, and what the commune booked before."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load(workspace.cases.resolve(case_name))
        _show(workspace, case, workspace.bookings.named(case, ()), as_json=as_json, with_earlier=True)


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
    as_json: Json = False,
) -> None:
    """Change bookings, several at a time; an unusual step is told on stderr, never prevented."""
    from advisor_app.texts.bookings import unusual_words

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open(workspace.cases.resolve(case_name))
        bookings, names = workspace.bookings, workspace.bookings.named(session.case, names_in(modules))
        days = {"requested_on": requested, "applied_on": applied, "approved_on": approved, "completed_on": completed}
        wanted, paid = _member(BookingState, state), _member(Financing, financing)
        values = _values(workspace, paid, programme, price, days)
        unusual = bookings.unusual(session.case, names, wanted) if wanted is not None else ()
        changes = bookings.set_all(session.case, names, wanted, values)
        if changes:
            session.apply(*changes)
        if wanted is not None and not as_json:
            for booking in unusual:
                complain(unusual_words(booking, wanted, workspace.texts))
        _show(workspace, session.case, names, as_json=as_json)


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
    if with_earlier:
        lines += _earlier_lines(workspace, case)
    show(
        [_value(workspace, case, booking) for booking in bookings],
        lines or [workspace.texts("commands.booking.nothing")],
        as_json=as_json,
    )


def _value(workspace: Workspace, case: CaseSnapshot, booking: Booking) -> dict[str, Any]:
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
        "workshop": [day.isoformat() for day in workspace.bookings.workshop(case, booking)],
        "findings": [finding.value for finding in workspace.bookings.findings(case, booking)],
    }


def _lines(workspace: Workspace, case: CaseSnapshot, booking: Booking) -> Iterator[str]:
    from advisor_app.domain.booking_course import DAYS
    from advisor_app.texts.bookings import finding_words, price_words

    texts = workspace.texts
    told = [(name, getattr(booking, name)) for name in DAYS if getattr(booking, name) is not None]
    told += [("workshop", day) for day in workspace.bookings.workshop(case, booking)]
    told.sort(key=lambda item: item[1])
    words = [texts(f"commands.booking.{name}", day=format_date(day, texts.language)) for name, day in told]
    financing = state_word(booking.financing, texts)
    yield texts(
        "commands.booking.line",
        module=booking.module,
        state=state_word(booking.state, texts),
        financing=f"{financing} ({booking.programme})" if booking.programme else financing,
        price=price_words(booking, texts),
        days=", ".join(words),
    ).rstrip()
    yield from (f"  {finding_words(item, texts)}" for item in workspace.bookings.findings(case, booking))


def _earlier_lines(workspace: Workspace, case: CaseSnapshot) -> Iterator[str]:
    texts = workspace.texts
    for item in workspace.bookings.earlier(case):
        yield texts(
            "commands.booking.earlier",
            module=item.booking.module,
            state=state_word(item.booking.state, texts),
            financing=state_word(item.booking.financing, texts),
            commune=item.commune,
            case=item.case_id,
        )
