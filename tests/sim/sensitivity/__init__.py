"""Tests of sim/sensitivity."""
