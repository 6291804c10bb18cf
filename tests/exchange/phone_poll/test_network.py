"""Addresses of local networks are told from those of the internet."""

from __future__ import annotations

import pytest

from advisor_app.exchange.phone_poll.network import has_address, is_local, local_addresses


@pytest.mark.parametrize(
    "address", ["192.168.137.1", "10.0.0.7", "172.20.10.2", "169.254.3.4", "100.64.0.9", "127.0.0.1"]
)
def test_addresses_of_rooms_and_of_this_machine_are_local(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "172.32.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "", "x"],  # noqa: S104  # none listens
)
def test_everything_else_is_not(address: str) -> None:
    assert not is_local(address)


def test_this_machine_offers_only_what_it_has_and_never_itself() -> None:
    offered = local_addresses()
    assert all(is_local(place.address) and has_address(place.address) and place.adapter for place in offered)
    assert "127.0.0.1" not in {place.address for place in offered}
    assert has_address("127.0.0.1")
    assert not has_address("192.0.2.99")
