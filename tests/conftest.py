"""Hypothesis for all tests: no test depends on time; the gate tries the same cases each run, `.ci/full` new ones."""

from hypothesis import HealthCheck, settings

from tests.support.full import FULL

settings.register_profile(
    "house", deadline=None, derandomize=not FULL, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")
