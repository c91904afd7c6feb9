"""Reads the tests and invariants that lie beside a pack or a ruleset, in its folder tests/."""
