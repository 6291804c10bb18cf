"""What of a package goes into an installed program: nothing where nothing of it is used."""

from __future__ import annotations

from pathlib import PurePosixPath

from installers.bundle.contents import is_shipped

FILES = [
    PurePosixPath(name)
    for name in (
        "tomli-2.0.dist-info/METADATA",
        "tomli-2.0.dist-info/licenses/LICENSE",
        "tomli/__init__.py",
        "tomli/_parser.cpython-311-x86_64-linux-gnu.so",
        "c78__mypyc.cpython-311-x86_64-linux-gnu.so",
    )
]


def places(*names: str) -> set[PurePosixPath]:
    return {PurePosixPath(name).with_suffix("") for name in names}


def test_a_package_is_there_with_one_of_its_modules_compiled_or_not() -> None:
    assert is_shipped(FILES, places("tomli/__init__.pyc"))
    assert is_shipped(FILES, places("tomli/_parser.cpython-311-x86_64-linux-gnu.so"))


def test_a_package_is_not_there_with_what_it_states_of_itself() -> None:
    stated = [file for file in FILES if file.parts[0].endswith(".dist-info")]

    assert not is_shipped(FILES, {file.with_suffix("") for file in stated})


def test_a_package_is_not_there_with_what_was_compiled_of_modules_that_are_gone() -> None:
    assert not is_shipped(FILES, places("c78__mypyc.cpython-311-x86_64-linux-gnu.so", "other/__init__.pyc"))
