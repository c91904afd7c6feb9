"""Where the data is: beside an installed package, or at the root of a checkout. One function for both."""

from pathlib import Path

from attrs import frozen

from dosmesas.text.phrase import PhraseError, phrase, sentences

_PACKAGE = Path(__file__).resolve().parent.parent


class NotFoundError(PhraseError):
    """No such pack; the message says where it was looked for and which packs there are."""


@frozen(eq=False, repr=False, match_args=False)
class Roots:
    """The three data folders."""

    seeds: Path
    game: Path
    content: Path


def roots() -> Roots:
    """The data folders: `_packed` inside an installed package, else those of the checkout."""
    packed = _PACKAGE / "_packed"
    base = packed if packed.is_dir() else _PACKAGE.parent.parent
    return Roots(base / "seeds", base / "game", base / "content")


def small_world() -> Path:
    """A small clean world of two harbours, into which the examples of the checks are planted."""
    packed = _PACKAGE / "_packed"
    return packed / "small" if packed.is_dir() else _PACKAGE.parent.parent / "tests" / "small"


def roots_of(folder: Path) -> Roots:
    """The data folders of a pack: those beside the content/ that it lies in, else those of the game."""
    content = folder.resolve().parent
    base = content.parent
    if content.name == "content" and (base / "seeds").is_dir() and (base / "game").is_dir():
        return Roots(base / "seeds", base / "game", content)
    return roots()


def checkout() -> Path | None:
    """The root of the checkout that the package runs from, or None for an installed copy."""
    base = _PACKAGE.parent.parent
    return base if (base / "pyproject.toml").is_file() and not (_PACKAGE / "_packed").is_dir() else None


def shipped_packs() -> tuple[str, ...]:
    """The ids of the packs that come with the game, sorted."""
    content = roots().content
    return tuple(sorted(path.parent.name for path in content.glob("*/pack.yaml")))


def pack_folder(name: str) -> Path:
    """The folder of a pack given by id or by path.

    Raises:
        NotFoundError: neither a shipped pack nor a folder that holds pack.yaml.
    """
    as_path = Path(name)
    if as_path.name == "pack.yaml":
        as_path = as_path.parent
    for folder in (roots().content / name, as_path):
        if (folder / "pack.yaml").is_file():
            return folder
    if as_path.is_dir():
        raise NotFoundError(
            phrase("the folder {folder} holds no pack.yaml, so it is not a pack", folder=name)
        )
    from dosmesas.text.diagnostic import did_you_mean

    known = shipped_packs()
    there = phrase("Packs that come with the game: {known}", known=known)
    raise NotFoundError(sentences(phrase("no pack '{name}'.", name=name), did_you_mean(name, known), there))
