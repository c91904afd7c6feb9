"""Writes tests that hold of a pack as it is, and that notice when one of its rules is changed."""
