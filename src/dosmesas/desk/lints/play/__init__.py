"""Lints about play (W05): what is dead, idle, dominated or one-sided."""
