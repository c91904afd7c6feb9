"""The author's desk: what an instructor needs to write a scenario and to trust it."""
