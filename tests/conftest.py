"""Hypothesis for all tests: no test depends on time; the gate tries the same cases each run, `.ci/full` new ones."""

import gc
import os
import signal

import pytest
from hypothesis import HealthCheck, settings

from tests.support.full import FULL

settings.register_profile(
    "house", deadline=None, derandomize=not FULL, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

# Nobody's own settings change what a test sees.
os.environ["DOSMESAS_SETTINGS"] = os.devnull + "-no-settings"
# Nothing comes up by a clock: tests that want that say so. A screen is drawn as soon as there is something to draw.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "1000"

# A run that was begun in the background ignores Ctrl-C, and so would all that it starts: a test that interrupts
# a program would wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snapshots=write` keeps the screens as they are now."""
    parser.addoption("--snapshots", choices=("check", "write"), default="check", help="of the screens")


def pytest_collection_finish() -> None:
    """What is there now stays: Python need not look through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


def pytest_configure(config: pytest.Config) -> None:
    """A worker that has nothing left takes from the others: some tests play whole games, most look at one line."""
    if config.getoption("numprocesses", None) and config.getoption("dist") == "load":
        config.option.dist = "worksteal"


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: tests of screens wait for a third of their time."""
    return (os.cpu_count() or 1) * 3 // 2
