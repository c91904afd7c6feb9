"""The small world with every text of every field replaced by one that would do harm if it were more than a text."""

from pathlib import Path

import yaml

from tests.support.small import copy_of_small

CLICK = "[@click=app.quit]x[/]"
ALIVE = [
    CLICK,
    "[/nope][b]x",
    "{0.__class__}{title}%s",
    "[$y][foo=]",
    "=cmd|'/C_calc'!A0",
    "<script>x</script>",
]
"""Texts that are allowed, and must be shown as they are."""
DEAD = {
    "an escape sequence": "\x1b[2Jx",
    "an override": "\u202ex",
    "a heap of marks": "a" + "\u0301" * 10_000,
    "a control sequence of one character": "\x9b31mx",
    "a space without width": "a\u200bb",
    "a bell": "\x07x",
    "a carriage return": "a\rb",
    "no character": "\ufffex",
}
"""Texts that are refused, however they are written."""
TEXTS = {
    *("title", "about", "brief", "label", "reason", "headline", "name", "text", "powers", "dilemma", "secret"),
    *("face", "warrant"),
    *("term", "questions", "unit", "content_note", "paper", "headlines", "authors", "published_in", "of", "note"),
}  # fmt: skip
"""The keys whose values players read."""
COVE = """places:
  - place: cove
    name: Cove
    start: 1
    source: estimate
    willing: yes
    because:
      - stock-falls
    text: Where the boats lie.
"""
"""The small world has no map; a stranger's has one."""


def hostile_world(folder: Path, text: str, *, escaped: bool = False) -> Path:
    """A copy of the small world in which each text is this one, raw or with YAML's escapes."""
    base = copy_of_small(folder)
    (base / "game/places.yaml").write_text(COVE)
    for path in base.rglob("*.yaml"):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        dumped = yaml.dump(
            replaced(data, text, inside=False), allow_unicode=True, sort_keys=False, width=10**6
        )
        path.write_bytes(dumped.encode("utf-8") if escaped else raw(dumped, text))
    return base


def replaced(value: object, text: str, *, inside: bool) -> object:
    """The data with every text below one of the keys replaced; its ids, numbers and conditions stay."""
    if isinstance(value, dict):
        return {key: replaced(one, text, inside=inside or is_text(key, one)) for key, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, text, inside=inside) for one in value]
    return text if inside else value


def is_text(key: str, value: object) -> bool:
    """Whether what stands under a key is read by players.

    The `headline:` of a pack lists indicators, and the `questions:` of a debate have ids.
    """
    if key == "questions" and isinstance(value, list):
        return not any(isinstance(one, dict) and "question" in one for one in value)
    return key in TEXTS and not (key == "headline" and isinstance(value, list))


def raw(dumped: str, text: str) -> bytes:
    """The file with the text between single quotation marks, as it is."""
    written = yaml.dump(text, allow_unicode=True, width=10**6).removesuffix("...\n").strip("\n")
    single = "'" + text.replace("'", "''") + "'"
    return dumped.replace(written, single).encode("utf-8", "surrogatepass")
