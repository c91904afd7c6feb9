"""The themes: text can be read in every one, and good, warning and bad stay apart for colour-blind eyes."""

from itertools import combinations

import pytest
from textual.color import Color
from textual.theme import Theme

from dosmesas.session.settings import THEMES
from dosmesas.tui.themes import ALL

DRAWN = [theme for theme in ALL if not theme.ansi]
COLOURS = ("foreground", "primary", "secondary", "accent", "success", "warning", "error")
GROUNDS = ("background", "surface", "panel")
MACHADO = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Full colour-blindness in linear sRGB (Machado, Oliveira and Fernandes 2009, table 1)."""
APART = 17
"""The least distance in CIE L*a*b* (1976); about 2 can just be told apart side by side."""


def linear(theme: Theme, name: str) -> list[float]:
    """A colour's red, green and blue as light, 0 to 1 (IEC 61966-2-1)."""
    colour = Color.parse(getattr(theme, name))
    shares = [one / 255 for one in colour.rgb]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]


def contrast(theme: Theme, text: str, ground: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue
        for red, green, blue in (linear(theme, text), linear(theme, ground))
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(light: list[float]) -> list[float]:
    """CIE L*a*b* of linear sRGB, white point D65."""
    red, green, blue = (min(1.0, max(0.0, one)) for one in light)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in (x, y, z))
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]


def as_seen(light: list[float], eyes: str) -> list[float]:
    """A colour as eyes see it that lack one of their three kinds of cones."""
    return [sum(part * one for part, one in zip(row, light, strict=True)) for row in MACHADO[eyes]]


def test_every_theme_of_the_settings_is_there() -> None:
    assert tuple(theme.name for theme in ALL) == THEMES


@pytest.mark.parametrize("theme", DRAWN, ids=lambda one: one.name)
def test_all_text_can_be_read(theme: Theme) -> None:
    wanted = 7.0 if theme.name.startswith("contrast") else 4.5
    for text in COLOURS:
        for ground in GROUNDS:
            assert contrast(theme, text, ground) >= wanted, (text, ground)


@pytest.mark.parametrize("theme", DRAWN, ids=lambda one: one.name)
def test_the_highlighted_row_can_be_read(theme: Theme) -> None:
    assert contrast(theme, "background", "primary") >= 4.5
    assert contrast(theme, "foreground", "panel") >= 7.0


@pytest.mark.parametrize("theme", DRAWN, ids=lambda one: one.name)
@pytest.mark.parametrize("eyes", MACHADO)
def test_good_warning_and_bad_stay_apart_for_colour_blind_eyes(theme: Theme, eyes: str) -> None:
    for one, other in combinations(("success", "warning", "error"), 2):
        first, second = (lab(as_seen(linear(theme, name), eyes)) for name in (one, other))
        apart = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
        assert apart >= APART, (one, other, apart)
