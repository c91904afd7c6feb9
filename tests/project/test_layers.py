"""The contracts that test_house.py runs name every room, and would find an import that breaks them."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def linted(root: Path) -> subprocess.CompletedProcess[str]:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(cache_dir=None))"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_room_stands_in_the_layers() -> None:
    layers = next(one for one in CONTRACTS if one["type"] == "layers")["layers"]
    listed = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = {path.name for path in (ROOT / "src" / "dosmesas").iterdir() if (path / "__init__.py").is_file()}
    assert rooms == listed


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("engine/state.py", "import yaml"),
        ("model/world.py", "import random"),
        ("plain/page.py", "import textual"),
        ("engine/state.py", "import dosmesas.load.loading"),
        ("text/span.py", "import dosmesas.model.world"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, module: str, line: str) -> None:
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    for path in (ROOT / "src" / "dosmesas").rglob("*.py"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text())
    path = tmp_path / "src" / "dosmesas" / module
    path.write_text(f"{path.read_text()}\n{line}\n")
    done = linted(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
