"""W0602: a text in a language that the pack does not declare."""

from dosmesas.desk.lints.texts.told import is_plain, key_of
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.local import LANGUAGES
from dosmesas.text.phrase import phrase

CODE = "W0602"


def rule(world: World) -> Findings:
    """Versions in the pack's own files that nobody will ever see."""
    extra = set(LANGUAGES) - set(world.pack.languages)
    for told in world.reading.texts if extra else ():
        if not is_plain(told) and told.node.file in world.files:
            for language in extra & {name for name, _ in told.text.versions}:
                message = phrase(
                    "the pack does not declare '{language}', so nobody sees this", language=language
                )
                hint = phrase(
                    "add '- {language}' to 'languages:' in pack.yaml, or take the text out",
                    language=language,
                )
                yield warn(CODE, message, key_of(told, language), hint=hint)
