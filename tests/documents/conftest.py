"""What the tests of documents share."""

from __future__ import annotations

import pytest

from tests.documents.samples.made import ALL, Made, make


@pytest.fixture(params=ALL, ids="-".join)
def made(request: pytest.FixtureRequest) -> Made:
    """Every kind of document in every sample, one after the other."""
    return make(*request.param)
