"""What tests of screens share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.places import still
from tests.support.snapshots import KEPT, Snapshots
from tests.support.styles import parse_once
from tests.support.waits import wait_less

parse_once()
wait_less()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[None]:
    """A machine on which nothing is left to chance."""
    with still(tmp_path):
        yield


@pytest.fixture
def snapshots(request: pytest.FixtureRequest, tmp_path: Path) -> Snapshots:
    """The kept screens; pages about differences go to the folder of the test."""
    return Snapshots(KEPT, tmp_path, write=request.config.getoption("--snapshots") == "write")
