"""Changes the YAML of rules one place at a time, and asks whether tests or `check` would notice."""
