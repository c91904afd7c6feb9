"""The themes: dark and light, each also with high contrast, and one in the terminal's own 16 colours.

Every colour of meaning comes from the palette of Okabe and Ito, whose hues stay apart for colour-blind eyes
(Okabe and Ito, Color Universal Design, 2008), made lighter or darker until text in it can be read.
"""

from textual.theme import BUILTIN_THEMES, Theme

_TERMINAL = BUILTIN_THEMES["ansi-dark"]


def _theme(name: str, colours: str, *, dark: bool) -> Theme:
    """A theme of ten colours, in the order of the names below."""
    names = (
        "primary secondary accent success warning error foreground background surface panel".split()  # noqa: SIM905 - one line to be read beside the palettes
    )
    values = dict(zip(names, colours.split(), strict=True))
    text = values["background"]
    return Theme(
        name=name,
        dark=dark,
        boost=values["panel"],
        primary=values["primary"],
        secondary=values["secondary"],
        accent=values["accent"],
        success=values["success"],
        warning=values["warning"],
        error=values["error"],
        foreground=values["foreground"],
        background=values["background"],
        surface=values["surface"],
        panel=values["panel"],
        variables={
            "block-cursor-foreground": text,
            "block-cursor-background": values["primary"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": values["foreground"],
            "block-cursor-blurred-background": values["panel"],
            "border": values["primary"],
            "border-blurred": values["secondary"],
            "input-selection-background": values["secondary"],
            "screen-selection-background": values["secondary"],
            "screen-selection-foreground": text,
        },
    )


NIGHT = _theme(
    "night", "#56b4e9 #7f9fc0 #d9a0c4 #3fc79a #f2dc4e #f58264 #e6e9ef #11151c #171c25 #222a36", dark=True
)
DAY = _theme(
    "day", "#00609c #4a6078 #8a3a6e #0a5c2f #7a5c00 #701050 #14181f #fbfaf7 #f3f1ec #e4e0d7", dark=False
)
CONTRAST_NIGHT = _theme(
    "contrast-night",
    "#8fd3ff #d0d0d0 #ffb8e0 #6df0c0 #ffe95c #ff9c82 #ffffff #000000 #000000 #1c1c1c",
    dark=True,
)
CONTRAST_DAY = _theme(
    "contrast-day",
    "#003f6b #333333 #5c1e46 #005a3c #504200 #701050 #000000 #ffffff #ffffff #ececec",
    dark=False,
)
TERMINAL = Theme(
    name="terminal",
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_magenta",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables=dict(_TERMINAL.variables),
    ansi=True,
)
ALL = (NIGHT, DAY, CONTRAST_NIGHT, CONTRAST_DAY, TERMINAL)
