"""The pages of the codes as they are read: their examples tried, for a terminal and for docs/checks."""
