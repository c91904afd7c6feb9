"""Writes docs/teaching/*/questions.md, a question for each event of each pack: `python docs/questions.py`."""

import sys
from pathlib import Path

from dosmesas.desk.movers import turns_of
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack

FOLDER = Path(__file__).with_name("teaching")
LANGUAGES = ("en", "es")
MARK = "<!-- Written by `python docs/questions.py` from the events (`question:`); a test compares. -->\n"
HEAD = {
    "en": """# One question an event

For talk after a turn, or after the game. Each has an honest answer on both sides: ask for the strongest
reason of the side that the speaker did not take, and for the claim in the dossier that it rests on. Events
stand in the order in which they may first come; a game sees one a turn.
""",
    "es": """# Una pregunta por suceso

Para conversar al terminar un turno o la partida. Cada una admite una respuesta honesta de ambos lados:
conviene pedir la mejor razón del lado que no se eligió y la afirmación del expediente en que se apoya. Los
sucesos van en el orden en que pueden llegar por primera vez; en cada turno de una partida ocurre uno.
""",
}
COLUMNS = {"en": "| event | question |", "es": "| suceso | pregunta |"}


def packs() -> list[Pack]:
    """The packs that come with the game."""
    return [load_pack(name) for name in shipped_packs()]


def in_order(pack: Pack) -> list[Event]:
    """The events by the first turn in which they may come; those that come in any turn last."""

    def first(event: Event) -> tuple[bool, int, str]:
        turns = turns_of(pack, event.turn, event.when) or (pack.turns, pack.turns)
        return event.repeats, turns[0], event.id

    return sorted(pack.events.values(), key=first)


def silent(held: list[Pack]) -> list[str]:
    """The events without a question in both languages, as pack/event."""
    return [
        f"{pack.id}/{event.id}"
        for pack in held
        for event in in_order(pack)
        if {name for name, _ in event.question.versions} != set(LANGUAGES)
    ]


def page(language: str, held: list[Pack]) -> str:
    """One table a pack."""
    parts = [MARK + HEAD[language]]
    for pack in held:
        parts.append(f"## {pack.title(language)}\n")
        rows = [
            f"| {event.title(language)} | {event.question(language)} |"
            for event in in_order(pack)
            if event.question.versions
        ]
        parts.append("\n".join([COLUMNS[language], "| --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def files(held: list[Pack]) -> dict[str, str]:
    """The pages by their names in docs/teaching/."""
    return {f"{language}/questions.md": page(language, held) for language in LANGUAGES}


if __name__ == "__main__":
    shipped = packs()
    for file, text in files(shipped).items():
        (FOLDER / file).write_text(text, encoding="utf-8")
    if missing := silent(shipped):
        sys.exit(f"events without a question: {', '.join(missing)}")
