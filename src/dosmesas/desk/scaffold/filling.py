"""The files of a new pack as text: templates with the answers filled in, in the languages wanted."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable

from dosmesas.desk.scaffold.answers import Answers, approval
from dosmesas.desk.schema.places import modeline
from dosmesas.load.shapes.kinds import FILES
from dosmesas.text.local import LANGUAGES

SHIPPED = {
    "words": "rhetoric-blocks-work",
    "mood": "officials-have-publics",
    "kept": "kept-deal-earns-trust",
}
"""The claims of the shipped ruleset that the effects of a new pack cite."""
OWN = {"words": "words-wound", "mood": "voters-watch", "kept": "kept-words-build-trust"}
"""Those of the small ruleset that `new --ruleset` writes."""
_SPOT = re.compile(r"\{\{(\w+)\}\}")
_VERSION = re.compile(r"( *)(- )?(en|es): ")


def pack_files(name: str, path: str, answers: Answers, *, own: bool) -> dict[str, str]:
    """The files of the pack, by their place in it; `path` is how messages call its folder."""
    spots = {
        "pack": name,
        "path": path,
        "title": quoted(answers.title),
        "turns": str(answers.turns),
        "languages": "\n".join(f"  - {one}" for one in answers.languages),
        "a": answers.seats[0],
        "b": answers.seats[1],
        "approval_a": approval(answers.seats[0].partition(".")[0]),
        "approval_b": approval(answers.seats[1].partition(".")[0]),
        **(OWN if own else SHIPPED),
    }
    return _filled("pack", "pack", spots, answers.languages)


def ruleset_files() -> dict[str, str]:
    """The files of a small ruleset, by their place below the folder that holds seeds/ and game/.

    A ruleset has all languages of the game, whatever those of a pack.
    """
    return {
        f"{area}/{place}": text
        for area in ("seeds", "game")
        for place, text in _filled(f"rules/{area}", area, {}, LANGUAGES).items()
    }


def quoted(text: str) -> str:
    """A text in quotation marks, as YAML reads it back."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _filled(folder: str, area: str, spots: dict[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    root = files("dosmesas.desk.scaffold") / "templates"
    for part in folder.split("/"):
        root /= part
    found = {}
    for place, text in sorted(_walk(root, "")):
        lines = _spoken(_SPOT.sub(lambda spot: spots[spot[1]], text), languages)
        found[place] = "\n".join([_first_line(place, area), *lines]) + "\n"
    return found


def _walk(folder: Traversable, before: str) -> list[tuple[str, str]]:
    found = []
    for one in folder.iterdir():
        if one.is_dir():
            found += _walk(one, f"{before}{one.name}/")
        elif one.name.endswith(".yaml"):
            found.append((before + one.name, one.read_text(encoding="utf-8")))
    return found


def _first_line(place: str, area: str) -> str:
    """The line that gives an editor the schema of a file."""
    folder, _, _ = place.rpartition("/")
    wanted = f"{folder}/*.yaml" if folder else place
    kind = next(one for one in FILES if wanted in getattr(one, area))
    return modeline(kind.name, place.count("/") + (area != "pack"))


def _spoken(text: str, languages: tuple[str, ...]) -> list[str]:
    """The lines without the texts of other languages."""
    lines, dash = [], ""
    for line in text.rstrip("\n").split("\n"):
        version = _VERSION.match(line)
        if version is None:
            lines.append(line)
            continue
        if version[3] not in languages:
            dash = version[2] or ""  # the entry of a list that begins here goes on with the next language
            continue
        lines.append(f"{version[1][: -len(dash)]}{dash}{line.strip()}" if dash else line)
        dash = ""
    return lines
