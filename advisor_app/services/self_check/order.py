"""What is to be checked, and what a check has found; both go through a pipe as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from time import perf_counter

from advisor_app.domain.errors import AdvisorError
from advisor_app.texts import Texts
from advisor_app.texts.errors import sentence

CHECKS = (
    "settings",
    "policy",
    "content",
    "texts",
    "translations",
    "fonts",
    "interface-fonts",
    "handbook",
    "folder",
    "keyring",
    "profile",
    "documents",
    "copies",
    "forms",
    "printing",
    "window",
)
"""Every check by the key of its words, in the order in which they are carried out."""


class CheckFailedError(Exception):
    """What is wrong, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOrder:
    """Which checks to carry out, for which data folder, in which language; ``scratch`` is an empty folder.

    ``offscreen`` is for a window that nobody shall see.
    """

    checks: tuple[str, ...]
    folder: str
    scratch: str
    language: str
    offscreen: bool = False

    def to_json(self) -> bytes:
        """The order as it goes through the pipe."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> CheckOrder:
        """The order as it came through the pipe."""
        fields = json.loads(data)
        return cls(**{**fields, "checks": tuple(fields["checks"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What one check found; ``detail`` says what is there or what is wrong."""

    key: str
    passed: bool
    detail: str
    seconds: float


def carry_out(key: str, check: Callable[[], str], texts: Texts) -> CheckResult:
    """Carry out a check; whatever goes wrong is its result."""
    begun = perf_counter()
    try:
        passed, detail = True, check()
    except AdvisorError as error:
        passed, detail = False, sentence(error, texts)
    except CheckFailedError as error:
        passed, detail = False, str(error)
    except Exception as error:  # noqa: BLE001  # whatever it is, the other checks go on and it is told
        passed, detail = False, f"{type(error).__name__}: {error}"
    return CheckResult(key=key, passed=passed, detail=detail, seconds=round(perf_counter() - begun, 3))
