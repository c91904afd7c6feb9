"""A strict reader of Moodle's GIFT format, from its published description and not from what writes ours.

https://docs.moodle.org/en/GIFT_format: questions stand between blank lines, `//` begins a comment line, `$CATEGORY:` a
category, `::title::` a title; answers stand between braces, `=` before a right one and `~` before a wrong one,
`=a -> b` a pair, `#` before a number with its tolerance, TRUE or FALSE alone, `####` before the feedback of the
question. A backslash takes the meaning from `~ = # { } :` and from itself. What Moodle would take in silence as something
else (a sign that is not escaped, a question of no kind, text after the braces) is refused here.
"""

from collections.abc import Iterator

from attrs import frozen

SIGNS = "~=#{}:\\"


class GiftError(Exception):
    """What stands there is no GIFT, or none that means one thing only."""


@frozen
class Read:
    """A question as a student would meet it; `right` are texts, pairs, a truth, or a number with its tolerance."""

    category: str
    title: str
    text: str
    kind: str
    right: tuple[object, ...]
    wrong: tuple[str, ...]
    feedback: str


Token = tuple[str, bool]
"""A character, and whether a backslash took its meaning."""


def read_gift(data: bytes) -> list[Read]:
    """All questions of a file."""
    category, found = "", []
    for block in _blocks(data.decode("utf-8")):
        lines = block.splitlines()
        if lines[0].startswith("$CATEGORY:"):
            category = lines[0].partition(":")[2].strip()
            if len(lines) > 1 or not category:
                raise GiftError(f"a category stands alone, and has a name: {block}")
        else:
            found.append(_question(_tokens(block), category))
    return found


def _blocks(text: str) -> Iterator[str]:
    kept = [line for line in text.split("\n") if not line.lstrip().startswith("//")]
    for block in "\n".join(line if line.strip() else "" for line in kept).split("\n\n"):
        if block.strip():
            yield block.strip()


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    signs = iter(text)
    for sign in signs:
        if sign != "\\":
            found.append((sign, False))
            continue
        after = next(signs, "")
        if after == "" or after not in SIGNS:
            raise GiftError(f"a backslash before {after!r}")
        found.append((after, True))
    return found


def _find(tokens: list[Token], mark: str, start: int = 0) -> int:
    """Where a mark stands that is not escaped, or -1."""
    size = len(mark)
    for at in range(start, len(tokens) - size + 1):
        if tokens[at : at + size] == [(sign, False) for sign in mark]:
            return at
    return -1


def _plain(tokens: list[Token]) -> str:
    """Text in which no sign has a meaning."""
    for sign, escaped in tokens:
        if sign in SIGNS and not escaped:
            raise GiftError(f"a sign that means something: {sign} in {''.join(one for one, _ in tokens)}")
    text = " ".join("".join(sign for sign, _ in tokens).split())
    if not text or text[0] in "[%" or "<" in text or ">" in text:
        raise GiftError(f"no plain text: {text!r}")
    return text


def _question(tokens: list[Token], category: str) -> Read:
    end = _find(tokens, "::", 2)
    if _find(tokens, "::") != 0 or end < 0:
        raise GiftError("a question without a title")
    title, rest = _plain(tokens[2:end]), tokens[end + 2 :]
    opens, closes = _find(rest, "{"), _find(rest, "}")
    if opens < 0 or closes != len(rest) - 1 or _find(rest, "{", opens + 1) >= 0:
        raise GiftError(f"one pair of braces, at the end: {title}")
    inside = rest[opens + 1 : closes]
    told = _find(inside, "####")
    if told < 0:
        raise GiftError(f"no feedback: {title}")
    kind, right, wrong = _answers(_stripped(inside[:told]))
    return Read(category, title, _plain(rest[:opens]), kind, right, wrong, _plain(inside[told + 4 :]))


def _stripped(tokens: list[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and kept[0][0].isspace():
        kept.pop(0)
    while kept and kept[-1][0].isspace():
        kept.pop()
    return kept


def _answers(tokens: list[Token]) -> tuple[str, tuple[object, ...], tuple[str, ...]]:
    bare = "".join(sign for sign, _ in tokens)
    if bare in {"T", "TRUE", "F", "FALSE"}:
        return "true-false", (bare[0] == "T",), ()
    if tokens[:1] == [("#", False)]:
        number, colon, within = bare[1:].partition(":")
        return "number", ((float(number), float(within) if colon else 0.0),), ()
    parts = list(_parts(tokens))
    if any(_find(part, "->") >= 0 for _, part in parts):
        return "matching", tuple(_pair(mark, part) for mark, part in parts), ()
    right = tuple(_plain(part) for mark, part in parts if mark == "=")
    wrong = tuple(_plain(part) for mark, part in parts if mark == "~")
    if len(right) != 1 or not wrong:
        raise GiftError(f"one right answer and wrong ones: {bare}")
    return "choice", right, wrong


def _pair(mark: str, part: list[Token]) -> tuple[str, str]:
    arrow = _find(part, "->")
    if mark != "=" or arrow < 0 or _find(part, "->", arrow + 1) >= 0:
        raise GiftError("a pair is = one -> another")
    return _plain(part[:arrow]), _plain(part[arrow + 2 :])


def _parts(tokens: list[Token]) -> Iterator[tuple[str, list[Token]]]:
    """The answers with the sign before each."""
    if not tokens or tokens[0] not in {("=", False), ("~", False)}:
        raise GiftError("answers begin with = or ~")
    begins = [at for at, token in enumerate(tokens) if token in {("=", False), ("~", False)}]
    for at, end in zip(begins, [*begins[1:], len(tokens)], strict=True):
        yield tokens[at][0], tokens[at + 1 : end]
