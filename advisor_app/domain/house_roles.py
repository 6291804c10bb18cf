"""What a role is called in the house of a case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.domain.case import RoleMapping
    from advisor_app.domain.foundations import Role


def role_title(name: str, roles: Mapping[str, Role], mappings: Mapping[str, RoleMapping]) -> str:
    """The house's own word for a role, else the pack's, else its id."""
    mapping, found = mappings.get(name), roles.get(name)
    return (mapping.title if mapping is not None else "") or (name if found is None else found.title)


def role_titles(roles: Mapping[str, Role], mappings: Mapping[str, RoleMapping]) -> dict[str, str]:
    """Every role by what the house calls it, in the packs' order."""
    return {name: role_title(name, roles, mappings) for name in roles}
