"""Tests of sim/certificate."""
