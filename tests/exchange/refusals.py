"""What tests of imports share: texts, and a look at why a file was refused."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts, load_texts

TEXTS: Texts = load_texts("de")
EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "example"


@dataclass(frozen=True)
class Refusal:
    """Where and why a file was refused."""

    file: str
    line: int
    reason: str


def refused(read: Callable[[], object]) -> Refusal:
    """Return why a file's content was refused; fails where it was not."""
    with pytest.raises(AdvisorError) as caught:
        read()
    assert caught.value.problem is Problem.FILE_FORMAT
    details = caught.value.details
    assert set(details) == {"file", "line", "reason"}
    reason = str(details["reason"])
    assert not reason.endswith(".")
    return Refusal(str(details["file"]), int(details["line"]), reason)


def line_of_refusal(read: Callable[[], object]) -> int:
    """Return the line at which a content was refused, 1 where it was taken; anything but a refusal is an error."""
    try:
        read()
    except AdvisorError as error:
        return int(error.details["line"])
    return 1
