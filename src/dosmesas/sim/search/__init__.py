"""The exact set of what can come of a pack: every decision and every chance, equal states merged."""
