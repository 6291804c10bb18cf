"""The price list by commands, and what a commune would pay."""

from tests.cli.conftest import Run


def test_prices_are_entered_listed_and_reckoned_with(run: Run) -> None:
    assert run("prices", "list", "--json").json == []
    assert "Noch keine Preise" in run("prices", "list").out
    run("prices", "set", "m4", "4.800,00", "--to", "31.12.2026")
    run("prices", "set", "M4", "5200", "--from", "01.01.2027")
    run("prices", "set", "M4", "5300", "--from", "01.01.2027")
    listed = run("prices", "list", "--json").json
    assert [(price["cents"], price["valid_from"]) for price in listed] == [(480_000, None), (530_000, "2027-01-01")]
    assert run("prices", "list", "--on", "15.01.2027").lines == ["M4  5.300\N{NO-BREAK SPACE}€  ab 01.01.2027"]

    (one, two) = run("funding", "cost", "--modules", "M3,M4", "--on", "2021-06-01", "--json").json
    assert one == {"funded": ["M3"], "self_paid": ["M4"], "cents": 480_000, "without_price": []}
    assert two == {"funded": ["M4"], "self_paid": ["M3"], "cents": 0, "without_price": ["M3"]}
    (today,) = run("funding", "cost", "--modules", "M4", "--on", "2027-01-01").lines
    assert today == "Selbst zu zahlen: M4. Das sind nach der Preisliste 5.300\N{NO-BREAK SPACE}€."

    case = run("case", "create", "--commune", "06531011", "--modules", "M4", "--json").json["id"]
    (booking,) = run("booking", "list", case, "--json").json
    assert booking["price_cents"] in {480_000, 530_000}


def test_a_price_is_removed_by_its_module_and_its_beginning(run: Run, fail: Run) -> None:
    run("prices", "set", "M3", "4600")
    run("prices", "set", "M4", "4800")
    run("prices", "set", "M4", "5200", "--from", "01.01.2027")
    removed = run("prices", "remove", "m4", "--from", "01.01.2027", "--json").json
    assert [(price["module"], price["cents"], price["valid_from"]) for price in removed] == [
        ("M4", 520_000, "2027-01-01")
    ]
    error = fail("prices", "remove", "M4", "--from", "01.01.2027").err
    assert error.startswith("Für M4 steht kein Preis mit diesem Beginn in der Preisliste.")
    assert run("prices", "remove", "M4").lines == ["Entfernt: M4  4.800\N{NO-BREAK SPACE}€  ohne Frist"]
    assert "„advisor-app prices list“" in fail("prices", "remove", "M4").err
    assert run("prices", "list").lines == ["M3  4.600\N{NO-BREAK SPACE}€  ohne Frist"]
    run("prices", "remove", "M3")
    assert run("prices", "list", "--json").json == []


def test_what_is_no_price_is_refused(fail: Run) -> None:
    assert "„M9“" in fail("prices", "set", "M9", "4800").err
    assert "„2000000“" in fail("prices", "set", "M4", "2000000").err
    assert "„viel“" in fail("prices", "set", "M4", "viel").err
    assert "--to" in fail("prices", "set", "M4", "1", "--from", "02.01.2027", "--to", "01.01.2027").err
