"""Looking again at a pack of which one file has changed, as `preview` does, against a first reading.

content/culiacan has more than 3,000 lines of its own. The best of several rounds counts.
"""

import shutil
import tempfile
from pathlib import Path

import yaml
from loading import best, compose

from dosmesas.desk.checking import check
from dosmesas.desk.preview.desk import Preview
from dosmesas.load.loading import Loaded
from dosmesas.load.locate import roots
from dosmesas.session.setup import Setup


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "culiacan"
        shutil.copytree(roots().content / "culiacan", folder)
        measure(folder)


def measure(folder: Path) -> None:
    """Print how long a first reading, a check after an edit and a whole look after an edit take."""
    file = folder / "pack.yaml"
    text = file.read_text()
    preview = Preview(folder, Setup((), 1), lambda _: None, quiet)
    preview.look()
    kept = preview.kept
    count = iter(range(1_000_000))

    def edited() -> None:
        file.write_text(f"{text}# {next(count)}\n")

    def recheck() -> None:
        edited()
        assert check(folder, kept=kept).pack is not None

    def look() -> None:
        edited()
        preview.look()

    files = [one for root in (roots().seeds, roots().game, folder) for one in sorted(root.rglob("*.yaml"))]
    texts = [one.read_bytes() for one in files]
    first, again, whole, composed = best(
        lambda: check(folder), recheck, look, lambda: [compose(one) for one in texts]
    )
    lines = sum(one.read_bytes().count(b"\n") for one in files if one.is_relative_to(folder))
    print(f"a pack of {lines:,} lines, one file of it changed; PyYAML {yaml.__version__}")
    told = {"first check": first, "check again": again, "check again, and the story": whole}
    print("; ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in told.items()))
    print(f"check again to first check: {again / first:.2f} (wanted: 0.8 or less)")
    print(f"check again and story to composing all in C: {whole / composed:.2f} (wanted: 3 or less)")


def quiet(_: Loaded, _language: str) -> str:
    return ""


if __name__ == "__main__":
    main()
