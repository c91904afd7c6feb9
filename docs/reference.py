"""Writes docs/reference.md from what the readers of files declare: `python docs/reference.py`."""

from collections.abc import Iterator
from pathlib import Path

from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from dosmesas.load.shapes.kinds import FILES, FileKind

PAGE = Path(__file__).with_name("reference.md")
HEAD = """<!-- Written by `python docs/reference.py` from the readers of files; a test compares. -->
# Every file and every key

What each key holds, as the program reads it. How to use them is told in [writing packs](authoring.md); an
editor shows the same while you write ([at the desk](desk.md)). A key in bold has to be there. Conditions and
amounts are explained under [expressions](authoring.md#expressions), effects under
[effects](authoring.md#effects); an id is declared once and named elsewhere.
"""
_FORMS = {
    Form.YES_NO: "yes or no",
    Form.CONDITION: "a condition",
    Form.AMOUNT: "a number or an amount",
    Form.EFFECTS: "[effects](authoring.md#effects)",
    Form.ID: "an id, declared here",
}


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for kind in FILES for line in _file(kind))]).rstrip() + "\n"


def _file(kind: FileKind) -> Iterator[str]:
    places = [f"seeds/{one}" for one in kind.seeds]
    places += [f"game/{one}" for one in kind.game] + [f"content/PACK/{one}" for one in kind.pack]
    yield f"## {kind.name}\n"
    yield f"In {', '.join(f'`{one}`' for one in places)}. {kind.shape.about}\n"
    shapes: list[Shape] = [kind.shape]
    for shape in shapes:  # grows as shapes inside are met
        if shape is not kind.shape:
            yield f"### {kind.name}: {shape.what}\n"
        yield "| key | holds | what for |\n| --- | --- | --- |"
        for key in shape.listed:
            yield _row(key)
            shapes += [one for one in _inside(key.value) if all(one is not known for known in shapes)]
        yield from (f"| an id of {_several(one)} | an amount | changes it |" for one in shape.open)
        yield ""


def _row(key: Key) -> str:
    name = f"**{key.name}**" if key.required else key.name
    return f"| {name} | {_held(key.value)} | {key.about.replace('|', '/')} |"


def _inside(value: Value) -> list[Shape]:
    """The mappings that stand under a key."""
    found = [value.shape] if value.shape is not None else []
    return found + (_inside(value.item) if value.item is not None else [])


def _held(value: Value) -> str:
    match value.form:
        case Form.TEXT:
            return f"a text of at most {value.limit:,} characters, in each language"
        case Form.REF:
            return _or_words(f"the id of {_several(value.kind)}", value)
        case Form.CHOICE:
            return "one of " + ", ".join(f"`{one}`" for one in value.words)
        case Form.WHOLE:
            return f"a whole number from {value.low:,} to {value.high:,}"
        case Form.DECIMAL:
            return (
                f"a number from {value.low / 1000:g} to {value.high / 1000:g}" if value.high else "a number"
            )
        case Form.LIST:
            return f"a list: {_held(value.item)}" if value.item else "a list"
        case Form.ONE_OR_MORE:
            return f"{_held(value.item)}, or a list of such" if value.item else "one or more"
        case Form.MAP:
            keys = _or_words(f"ids of {_several(value.kind)}", value)
            return f"lines `key: value` with {keys}: {_held(value.item)}" if value.item else keys
        case Form.INSIDE:
            return f"{value.shape.what} (below)" if value.shape else value.wanted
        case _:
            return _FORMS.get(value.form, value.wanted)


def _several(kinds: str) -> str:
    return " or ".join(f"{'an' if one[0] in 'aeio' else 'a'} {one}" for one in kinds.split()) or "something"


def _or_words(text: str, value: Value) -> str:
    return ", or ".join([text, *(f"`{one}`" for one in value.words)])


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
