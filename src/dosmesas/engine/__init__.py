"""The rules at work: pure functions from state and actions to state and receipts.

No files, clock, random numbers or floats; chance is drawn by name from the seed in the state.
"""
