"""The machine on which screens are tested, for tests of both faces."""

from tests.tui.conftest import machine

__all__ = ["machine"]
