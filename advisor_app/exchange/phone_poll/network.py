"""The networks that this machine is in, as far as phones in the room can be: never an address of the internet."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address

import psutil

from advisor_app.domain.phone_poll import LocalAddress

_VIRTUAL = re.compile("docker|veth|virbr|vbox|virtual|vmnet|vmware|vethernet|br-|tun|tap|wg|tailscale", re.IGNORECASE)


def local_addresses() -> tuple[LocalAddress, ...]:
    """Addresses at which phones may reach this machine, the likeliest first; none where it is in no network."""
    found = (place for place in _addresses() if is_local(place.address))
    return tuple(sorted((place for place in found if not _parsed(place).is_loopback), key=_unlikeliness))


def has_address(address: str) -> bool:
    """Whether an adapter of this machine that is up has an IPv4 address."""
    return any(place.address == address for place in _addresses())


def is_local(address: str) -> bool:
    """Whether an IPv4 address belongs to a local network or to this machine itself."""
    try:
        known = IPv4Address(address)
    except AddressValueError:
        return False
    return not (known.is_global or known.is_multicast or known.is_unspecified or known.is_reserved)


def _addresses() -> Iterator[LocalAddress]:
    state = psutil.net_if_stats()
    for adapter, entries in psutil.net_if_addrs().items():
        if adapter in state and state[adapter].isup:
            for entry in entries:
                if entry.family is socket.AF_INET:
                    yield LocalAddress(entry.address, adapter)


def _parsed(place: LocalAddress) -> IPv4Address:
    return IPv4Address(place.address)


def _unlikeliness(place: LocalAddress) -> tuple[bool, bool, str]:
    """Adapters of virtual machines and tunnels last, before them those that got no address from a router."""
    return _VIRTUAL.search(place.adapter) is not None, _parsed(place).is_link_local, place.adapter
