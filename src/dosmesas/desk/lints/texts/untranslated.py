"""W0601: a text without a language among texts that have both."""

from dosmesas.desk.lints.texts.told import is_plain
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0601"
_WORDS = 4
"""A shorter text may be a name, which needs no translation."""
_NAMES = frozenset(["title", "name", "term"])
"""Keys of names, however long."""


def rule(world: World) -> Findings:
    """Sentences in one language only, in files of which other texts are translated."""
    languages = world.pack.languages
    if len(languages) < 2:
        return
    texts = world.reading.texts
    translated = {told.node.file for told in texts if not is_plain(told)}
    for told in texts:
        if not is_plain(told) or told.key in _NAMES or told.node.file not in translated:
            continue
        if told.text("en").count(" ") >= _WORDS - 1:
            message = phrase(
                "'{key}:' is written once; other texts here are in {count} languages",
                key=told.key,
                count=len(languages),
            )
            hint = phrase("write it under '{one}:' and '{other}:'", one=languages[0], other=languages[1])
            yield warn(CODE, message, told.node.span, hint=hint)
