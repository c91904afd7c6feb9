"""The packs that come with the game, each read once: a pack is frozen, so that tests can share it."""

from functools import cache

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack


@cache
def shipped(name: str) -> Pack:
    """A pack by its name."""
    return load_pack(name)
