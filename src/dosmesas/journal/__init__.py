"""Saved games: an append-only file of decisions, hash-chained; the state is recomputed."""
