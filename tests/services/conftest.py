"""What tests of the services share: a workspace over an empty folder, on a Monday in Hesse."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.preferences import Preferences
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace, open_workspace
from tests.profiles import make_recoverable

PREFERENCES = Preferences(adviser="Kim Berger", provider="Beratungshaus Mitte", hourly_rate=6000)
LICH = "06531011"

OpenCase = Callable[..., CaseSession]


class MondayClock:
    """A clock that goes on by a second at every look, from 08:00 in Hesse on a day."""

    def __init__(self, year: int = 2026) -> None:
        self._now = datetime(year, 9, 14, 6, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = open_workspace(make_recoverable(tmp_path / "data"), PREFERENCES, clock=MondayClock())
    yield opened
    opened.close()


@pytest.fixture
def open_case(workspace: Workspace) -> OpenCase:
    """Open a new case of Lich: ``open_case("M1", "M4")``."""

    def open_it(*modules: str) -> CaseSession:
        return workspace.cases.create(workspace.register.get(LICH), modules)

    return open_it


@pytest.fixture
def pair() -> Iterator[tuple[Workspace, Workspace]]:
    """Kim's and Robin's services, over a profile each."""
    from tests.services.two_profiles import two_profiles  # which needs this module

    with two_profiles() as both:
        yield both


def refused(action: Callable[[], object], problem: Problem) -> AdvisorError:
    """Return the error with which an action was refused; fails where it was not."""
    with pytest.raises(AdvisorError) as caught:
        action()
    assert caught.value.problem is problem
    return caught.value
