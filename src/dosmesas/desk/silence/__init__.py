"""Warnings that an author silences at their place, with a reason."""
