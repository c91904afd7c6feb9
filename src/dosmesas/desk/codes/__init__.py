"""What the codes of diagnostics mean: a page for each, with a wrong and a right example."""
