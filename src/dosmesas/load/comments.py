"""The comments of a YAML file: what only looks like one, in quotation marks or a block of text, is text."""

import re
from collections.abc import Iterator

import yaml

_COMMENT = re.compile(r"#[^\n]*")


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Where each comment begins, and its text from the `#` on; of a file that is no YAML as far as it is."""
    at = 0
    for begin, end in [*_scalars(text), (len(text), len(text))]:
        for found in _COMMENT.finditer(text, at, max(at, begin)):
            if found.start() == 0 or text[found.start() - 1] in " \t\n":
                yield found.start(), found[0].rstrip()
        at = max(at, end)


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where what YAML reads stands: the first character, and the one after the last."""
    end = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                end = token.end_mark.index
                yield token.start_mark.index, end
    except yaml.YAMLError:
        yield end, len(text)
