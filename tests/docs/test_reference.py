"""The page of all files and keys is what the readers of files declare."""

import importlib.util
from pathlib import Path

from dosmesas.load.shapes.kinds import FILES

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_written_from_the_readers() -> None:
    spec = importlib.util.spec_from_file_location("reference_page", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    text = (DOCS / "reference.md").read_text(encoding="utf-8")
    assert text == module.page(), "run: python docs/reference.py"
    assert all(f"\n## {kind.name}\n" in text for kind in FILES)
