"""What the outcome hangs on: each claim is taken back, one at a time, in the same games."""
