"""Pictures of characters: charts and the map. Pure functions without Textual: what goes where, no colours."""
