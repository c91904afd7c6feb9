"""Texts as an author writes them: a scalar, or a mapping of languages."""

from collections.abc import Iterable

from dosmesas.load.nodes import Mapping, Node, Scalar
from dosmesas.load.reading import Reading, Told
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.local import LANGUAGES, NO_TEXT, Text
from dosmesas.text.phrase import Phrase, phrase

BEHIND = phrase("write it after the colon and a space; what follows ' #' is a comment")


def known_keys(known: Iterable[str]) -> Phrase:
    """The hint that lists the keys that there are."""
    return phrase("known keys: {known}", known=tuple(known))


def local_text(node: Node, key: str, reading: Reading, limit: int) -> Text:
    """A node as a text: a scalar, or a mapping of languages."""
    if isinstance(node, Scalar):
        if not node.text.strip():
            message = phrase("'{key}:' is empty; it wants a text", key=key)
            reading.problems.add("E0112", message, node.span, hint=BEHIND)
        return _noted(Text((("en", limited(node, key, reading, limit)),)), key, node, reading)
    if not isinstance(node, Mapping):
        hint = phrase("write it on one line, or under 'en:' and 'es:'")
        message = phrase("'{key}:' wants a text, not a list", key=key)
        reading.problems.add("E0112", message, node.span, hint=hint)
        return NO_TEXT
    versions = []
    for language in LANGUAGES:
        value = node.values.get(language)
        if isinstance(value, Scalar) and value.text.strip():
            versions.append((language, limited(value, key, reading, limit)))
        elif language in reading.languages:
            message = phrase("'{key}:' has no text in '{language}'", key=key, language=language)
            hint = phrase(
                "write it under '{key}:', or take the language out of the pack's languages", key=key
            )
            reading.problems.add("E0211", message, node.span, hint=hint)
    for one, _ in node.items:
        if one.text not in LANGUAGES:
            hint = did_you_mean(one.text, LANGUAGES) or known_keys(LANGUAGES)
            message = phrase("the text '{key}:' has no key '{wrong}'", key=key, wrong=one.text)
            reading.problems.add("E0110", message, one.span, hint=hint)
    return _noted(Text(tuple(versions)), key, node, reading)


def _noted(text: Text, key: str, node: Node, reading: Reading) -> Text:
    reading.texts.append(Told(key, text, node))
    return text


def limited(value: Scalar, key: str, reading: Reading, limit: int) -> str:
    """The text of a scalar; a text that its place on screen does not hold is a problem."""
    text = " ".join(value.text.split("\n")) if value.plain else value.text
    if len(text) > limit:
        message = phrase(
            "'{key}:' has {count} characters; {most} is the most that its place on screen holds",
            key=key,
            count=len(text),
            most=limit,
        )
        hint = phrase("shorten it by {count}", count=len(text) - limit)
        reading.problems.add("E0402", message, value.span, hint=hint)
    return text
