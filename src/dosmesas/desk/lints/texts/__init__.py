"""Lints about languages and texts (W06)."""
