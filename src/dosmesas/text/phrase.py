"""What is said to an author, in either language: an English sentence with named blanks, and what fills them.

The English stands where it is said. The Spanish is looked up by it, in the modules messages_*_es, which are
imported only where Spanish is told. Blanks are filled with texts as they are, and never looked into again.
"""

from typing import TypeAlias

from attrs import evolve, frozen

from dosmesas.text.local import Text
from dosmesas.text.safe import one_line

Value: TypeAlias = "str | int | Phrase | Text | tuple[str, ...] | tuple[Phrase, ...]"


@frozen
class Phrase:
    """A sentence or a part of one. `most` is the most characters of what is told, where there is a limit.

    A value may be a phrase again, or a text in languages: it is told in the same language. The parts of a
    tuple are told one after the other, with commas between.
    """

    template: str
    values: "tuple[tuple[str, Value], ...]" = ()
    most: int | None = None

    def told(self, language: str) -> str:
        """The sentence in a language: `es` is Spanish, anything else English."""
        if not self.template:
            return ""
        template = _spanish(self.template) if language == "es" else self.template
        text = template.format(**{name: _filling(value, language) for name, value in self.values})
        return text if self.most is None else one_line(text, self.most)

    def short(self, most: int) -> "Phrase":
        """The same, told on one inert line of at most so many characters."""
        return evolve(self, most=most)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.told("en")

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.template)


NOTHING = Phrase("")


def phrase(template: str, **values: "Value") -> Phrase:
    """A phrase; the template is written out where this is called, so that a test can find its Spanish."""
    return Phrase(template, tuple(values.items()))


def sentences(*parts: Phrase) -> Phrase:
    """Sentences one after the other; what says nothing is left out."""
    said = [one for one in parts if one]
    names = [f"part{number}" for number, _ in enumerate(said)]
    return Phrase(" ".join(f"{{{name}}}" for name in names), tuple(zip(names, said, strict=True)))


def listed(parts: tuple[Phrase, ...]) -> Phrase:
    """Phrases with commas between."""
    return Phrase("{parts}", (("parts", parts),)) if parts else NOTHING


class PhraseError(Exception):
    """Something went wrong that a person is told, in either language."""

    def __init__(self, said: Phrase) -> None:
        super().__init__(said)
        self.said = said


def told_of(error: Exception, language: str) -> str:
    """What an error says, in a language as far as it knows it."""
    return error.said.told(language) if isinstance(error, PhraseError) else str(error)


def _filling(value: "Value", language: str) -> str | int:
    match value:
        case Phrase():
            return value.told(language)
        case Text():
            return value(language)
        case tuple():
            return ", ".join(str(_filling(part, language)) for part in value)
        case _:
            return value


def _spanish(template: str) -> str:
    """The Spanish template; the English one where there is none, which a test rules out."""
    from dosmesas.text.messages_es import SPANISH

    return SPANISH.get(template, template)
