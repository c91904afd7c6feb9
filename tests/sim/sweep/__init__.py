"""Tests of sim/sweep."""
