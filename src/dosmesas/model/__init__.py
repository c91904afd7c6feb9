"""The checked model: frozen data that the loader makes and the engine reads. No files, no YAML.

Its classes, and those of the loader and the language, are made without equality and repr: nothing compares
them, and making those methods would be a tenth of the time that `dosmesas check` takes.
"""
