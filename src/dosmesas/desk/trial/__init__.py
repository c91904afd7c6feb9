"""Tries the tests and invariants that an author writes in YAML."""
