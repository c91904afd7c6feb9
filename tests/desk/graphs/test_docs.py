"""The pictures of docs/ are those that are drawn now."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_the_pictures_of_docs_are_those_that_are_drawn_now() -> None:
    spec = importlib.util.spec_from_file_location("graph_pictures", DOCS / "graphs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, picture in module.pictures().items():
        assert (DOCS / name).read_text(encoding="utf-8") == picture, f"{name}: run python docs/graphs.py"
