"""What is written of nodes reads back as it was: all that ships, and texts that YAML would take for something else."""

from pathlib import Path

import pytest

from dosmesas.load.locate import roots
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence, parse
from dosmesas.load.writing import made, written
from dosmesas.text.diagnostic import Problems
from tests.support.full import sampled
from tests.support.small import SMALL

HOME = roots()
FILES = sorted(one for root in (HOME.seeds, HOME.game, HOME.content, SMALL) for one in root.rglob("*.yaml"))
ODD = (
    *(
        "yes",
        "no",
        "010",
        "12:30",
        "+3",
        "-6",
        "0.5",
        "a: b",
        "a #b",
        "- a",
        "[a]",
        "{a}",
        "&a",
        "*a",
        "!a",
        "?",
    ),
    *(
        "'a'",
        '"a"',
        "it's",
        'say "no"',
        "back\\slash",
        "two\nlines",
        "¿Quién?",
        "a" * 500,
        "%",
        "@",
        "`",
        ">",
        "|",
    ),
)


def read(text: str) -> Node:
    """The nodes of a text in which nothing is wrong."""
    problems = Problems()
    node = parse(text, "here.yaml", problems)
    assert not [*problems], text
    assert node is not None
    return node


def plain(node: Node) -> object:
    """What stands in a node; a text of several lines that stood without quotation marks is one line."""
    match node:
        case Scalar():
            return node.text.replace("\n", " ") if node.plain else node.text
        case Sequence():
            return [plain(one) for one in node.items]
        case Mapping():
            return [(key.text, plain(one)) for key, one in node.items]
    raise AssertionError(node)


@pytest.mark.parametrize("path", sampled(FILES, 12), ids=lambda path: path.name)
def test_a_file_written_again_holds_the_same(path: Path) -> None:
    node = read(path.read_text(encoding="utf-8"))
    assert plain(read(written(node))) == plain(node)


@pytest.mark.parametrize("text", ODD)
def test_any_text_stays_a_text(text: str) -> None:
    found = read(written(made({"key": text, "list": [text, [text]], "inside": {"key": text}})))
    assert plain(found) == [("key", text), ("list", [text, [text]]), ("inside", [("key", text)])]


def test_what_is_empty_stays_empty() -> None:
    assert plain(read(written(made({"list": [], "inside": {}, "text": "a"})))) == [
        ("list", []),
        ("inside", []),
        ("text", "a"),
    ]
