"""Tests of sim/batch."""
