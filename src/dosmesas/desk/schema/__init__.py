"""JSON Schemas of all kinds of files, for editors: completion, hover texts, first errors."""
