"""Pictures of characters: tables, charts, the map. Pure functions on the views of a session."""
