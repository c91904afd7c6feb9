"""Sweeps: many games in parts of equal size, on any number of processes, to one summary."""
