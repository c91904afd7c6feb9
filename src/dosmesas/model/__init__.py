"""The checked model: frozen data that the loader makes and the engine reads. No files, no YAML."""
