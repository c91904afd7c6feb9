"""A file as an editor sees it: plain data, with scalars typed as YAML 1.2 does."""

import re
from pathlib import Path

from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence, parse
from dosmesas.text.diagnostic import Problems

_WHOLE = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


def plain_file(path: Path) -> object:
    node = parse(path.read_text(), path.name, Problems())
    assert node is not None
    return plain(node)


def plain(node: Node) -> object:
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.items}
        case Sequence():
            return [plain(one) for one in node.items]
        case Scalar(plain=False):
            return node.text
        case Scalar():
            return typed(node.text)
    raise AssertionError(node)


def typed(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
