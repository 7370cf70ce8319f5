"""A day that does not end, for tests that count from the day it is."""

import pytest

from portal import clock
from tests.demo_facts import NOW


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still, at noon in Tokyo on the ``TODAY`` of the demo organisation."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
