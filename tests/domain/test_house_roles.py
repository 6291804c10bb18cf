"""Roles are called what the house calls them."""

from advisor_app.domain.case import RoleMapping
from advisor_app.domain.house_roles import role_title, role_titles
from tests.example_catalog import example_catalog

ROLES = example_catalog().roles


def test_the_houses_own_word_comes_first_then_the_packs_then_the_id() -> None:
    name, other = list(ROLES)[:2]
    mappings = {name: RoleMapping(title="Bürgermeisterin"), other: RoleMapping(merged_into=name)}
    assert role_title(name, ROLES, mappings) == "Bürgermeisterin"
    assert role_title(other, ROLES, mappings) == ROLES[other].title
    assert role_title("XX", ROLES, mappings) == "XX"
    assert role_titles(ROLES, mappings) == {**{key: role.title for key, role in ROLES.items()}, name: "Bürgermeisterin"}
