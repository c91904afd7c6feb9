"""Lints: what is legal and yet weak in a pack, told after the reader found no errors. One file a rule."""
