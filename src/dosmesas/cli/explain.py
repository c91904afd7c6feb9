"""`explain`: what a name in a pack or in the game stands for."""

import sys

from dosmesas.cli.fail import USAGE, fail, told


def print_explanation(name: str, pack_name: str, language: str | None) -> None:
    """The lines that explain a claim, rule, indicator, flag or option."""
    with told():
        from dosmesas.cli.languages import language_of
        from dosmesas.load.loading import load_pack
        from dosmesas.plain.page import Page
        from dosmesas.session.explain import UnknownNameError, explain

        pack = load_pack(pack_name)
        language = language or language_of(pack)
        try:
            Page(sys.stdout, language).lines(explain(pack, name, language))
        except UnknownNameError as error:
            hint = (
                f"did you mean '{error.nearest}'?"
                if error.nearest
                else "claims: dosmesas check; rules: game/dynamics"
            )
            fail(f"nothing in {pack.id} is called '{name}'; {hint}", USAGE)
