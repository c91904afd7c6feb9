"""Pictures of characters: charts and the map. Pure functions, no Textual: what and where, never which colour."""
