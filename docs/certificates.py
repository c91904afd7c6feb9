"""Writes docs/certificates/ with `balance` for each pack: `python docs/certificates.py [PACK …] [GAMES]`.

The authors' view is certified at the usual effort (the campaign takes half an hour on 2 cores), the other
worldviews with fewer games, to say where the certificate does not hold for them. Each page names the recorded
games of saves/examples that it goes with: where rules change, those change, and the page is old.
"""

import hashlib
import os
import sys
from concurrent.futures import Executor
from io import StringIO
from pathlib import Path

from dosmesas.desk.certificate.lines import certificate_lines
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.plain.page import Page
from dosmesas.sim.certificate.figures import Certificate
from dosmesas.sim.certificate.measure import Effort
from dosmesas.sim.certificate.survey import Survey, certificate
from dosmesas.sim.sweep.run import pool_of
from dosmesas.sim.sweep.work import Rules

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "certificates"
FIRST = "authors"
FEWER = 400
"""Games of each sweep under the other worldviews."""


def recorded(name: str) -> str:
    """The recorded games of a pack, in twelve letters: a new rule or amount makes others."""
    found = (ROOT / "saves" / "examples" / f"{name}.digests").read_bytes()
    return hashlib.sha256(found).hexdigest()[:12]


def page(pack: Pack, found: dict[str, Certificate]) -> str:
    """A pack's page: the certificate as `balance` prints it, then what lies outside under other views."""
    printed = StringIO()
    Page(printed, "en").lines(certificate_lines(pack, found[FIRST], "en", Effort().playouts))
    told = [
        f"<!-- By `python docs/certificates.py {pack.id}`, for the recorded games {recorded(pack.id)}. -->",
        f"# {pack.title('en')}",
        "",
        "```text",
        printed.getvalue().rstrip("\n"),
        "```",
        "",
        f"## Other worldviews (at most {FEWER} games a sweep)",
        "",
    ]
    for view, one in found.items():
        if view != FIRST:
            outside = [
                f"{figure.kind} {figure.about}: {figure.value:.1f}".strip() for figure in one.outside()
            ]
            name = pack.ruleset.worldviews[view].name("en")
            said = "nothing lies outside for sure" if not outside else "outside are " + "; ".join(outside)
            told.append(f"- **{name}**: {said}. The best ending comes to {_best(one)} of 100 who look ahead.")
    return "\n".join([*told, ""])


def _best(found: Certificate) -> str:
    (planned,) = found.of("planner_best")
    return f"{planned.value:.0f}"


def certified(pack: Pack, pool: Executor, games: int) -> dict[str, Certificate]:
    """The certificates of all views, the first with so many games a sweep."""
    views = pack.ruleset.worldviews
    efforts = {view: Effort.of(games if view == FIRST else min(games, FEWER)) for view in views}
    return {
        view: certificate(Survey(Rules.of(pack, view, ""), 0, effort), pool, lambda _done, _all: None)
        for view, effort in efforts.items()
    }


def main() -> None:
    """Write the pages of the packs named, or of all."""
    games = [int(one) for one in sys.argv[1:] if one.isdecimal()] or [Effort().games]
    named = [one for one in sys.argv[1:] if not one.isdecimal()] or shipped_packs()
    FOLDER.mkdir(exist_ok=True)
    with pool_of(os.cpu_count() or 1) as pool:
        for name in named:
            pack = load_pack(name)
            found = certified(pack, pool, games[0])
            (FOLDER / f"{name}.md").write_text(page(pack, found), encoding="utf-8")
            sys.stdout.write(f"{name}: {len(found[FIRST].outside())} outside\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
