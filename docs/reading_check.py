"""Writes the reading check of docs/teaching/, as pages and for Moodle: `python docs/reading_check.py`."""

from pathlib import Path
from typing import Any

import yaml

from dosmesas.load.locate import roots
from dosmesas.load.trials.suite import read_game
from dosmesas.model.dossier import Claim

FOLDER = Path(__file__).with_name("teaching")
SOURCE = FOLDER / "reading_check.yaml"
LANGUAGES = ("en", "es")
LETTERS = "ABCDEFGH"
WRITTEN = "by `python docs/reading_check.py` from docs/teaching/reading_check.yaml; a test compares."
WORDS = {
    "en": {
        "sheet": "The sheet",
        "key": "The key",
        "name": "Name",
        "true-false": "True or false?",
        "number": "Write a number.",
        "matching": "Write the letter behind each number.",
        "choice": "One answer is right.",
        "head": "| | answer | rests on | why |",
        "true": "true",
        "false": "false",
        "from": "{answer}; {low} to {high} counts",
        "rival": "rivals",
    },
    "es": {
        "sheet": "La hoja",
        "key": "La clave",
        "name": "Nombre",
        "true-false": "¿Verdadero o falso?",
        "number": "Escribe un número.",
        "matching": "Escribe junto a cada número la letra que le corresponde.",
        "choice": "Una sola respuesta es correcta.",
        "head": "| | respuesta | se apoya en | por qué |",
        "true": "verdadero",
        "false": "falso",
        "from": "{answer}; vale de {low} a {high}",
        "rival": "rivales",
    },
}

Question = dict[str, Any]
Claims = dict[str, Claim]


def source() -> dict[str, Any]:
    """What is written in both languages."""
    read: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return read


def claims() -> Claims:
    """The dossier's claims by their ids."""
    rules = read_game(roots()).rules
    assert rules is not None
    return dict(rules.dossier.claims)


def shuffled(pairs: list[Any]) -> list[int]:
    """In which order the right-hand sides of pairs stand on paper: every second one, then the others."""
    return [*range(1, len(pairs), 2), *range(0, len(pairs), 2)]


def rests_on(question: Question, known: Claims, language: str) -> str:
    """The claims of a question by paragraph, those of rivals last: `P3: a, b; rivals: c`."""
    places: dict[str, list[str]] = {}
    for name in sorted(question["claims"], key=lambda one: known[one].rival):
        places.setdefault(known[name].paragraph or WORDS[language]["rival"], []).append(name)
    return "; ".join(f"{place}: {', '.join(names)}" for place, names in places.items())


def asked(number: int, question: Question, language: str) -> str:
    """A question as it stands on the sheet."""
    words, kind = WORDS[language], question["kind"]
    lines = [f"**{number}.** {question['text'][language]} *{words[kind]}*", ""]
    if kind == "choice":
        lines += [f"- {LETTERS[i]}) {one[language]}" for i, one in enumerate(question["answers"])]
    elif kind == "matching":
        pairs = question["pairs"]
        lines += ["| | | | |", "| --- | --- | --- | --- |"]
        for i, other in enumerate(shuffled(pairs)):
            of, to = pairs[i]["of"][language], pairs[other]["to"][language]
            lines.append(f"| {i + 1} | {of} | {LETTERS[i]} | {to} |")
    else:
        lines.append("____________")
    return "\n".join(lines) + "\n"


def answered(question: Question, language: str) -> str:
    """The right answer of a question, as it stands in the key."""
    words = WORDS[language]
    match question["kind"]:
        case "choice":
            return next(LETTERS[i] for i, one in enumerate(question["answers"]) if one.get("right"))
        case "true-false":
            return words["true" if question["answer"] else "false"]
        case "matching":
            order = shuffled(question["pairs"])
            return ", ".join(f"{i + 1} {LETTERS[order.index(i)]}" for i in range(len(order)))
        case _:
            answer, within = question["answer"], question["within"]
            return words["from"].format(answer=answer, low=answer - within, high=answer + within)


def page(language: str, known: Claims) -> str:
    """The sheet and the key."""
    read, words = source(), WORDS[language]
    parts = [f"<!-- Written {WRITTEN} -->\n# {read['title'][language]}\n", read["intro"][language]]
    parts += [f"## {words['sheet']}\n", f"{words['name']}: ____________\n"]
    parts += [asked(number, one, language) for number, one in enumerate(read["questions"], 1)]
    parts += [f"## {words['key']}\n", f"{words['head']}\n| ---: | --- | --- | --- |"]
    for number, one in enumerate(read["questions"], 1):
        held = (
            f"{number}",
            answered(one, language),
            rests_on(one, known, language),
            one["feedback"][language],
        )
        parts.append(f"| {' | '.join(held)} |")
    return "\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text as GIFT has it: a backslash before each character that would mean something."""
    return "".join(f"\\{sign}" if sign in "\\~=#{}:" else sign for sign in text)


def answers(question: Question, language: str) -> list[str]:
    """What stands between the braces of a question, by lines."""
    match question["kind"]:
        case "choice":
            held = question["answers"]
            return [f"{'=' if one.get('right') else '~'}{escaped(one[language])}" for one in held]
        case "true-false":
            return ["TRUE" if question["answer"] else "FALSE"]
        case "matching":
            pairs = [(one["of"][language], one["to"][language]) for one in question["pairs"]]
            return [f"={escaped(of)} -> {escaped(to)}" for of, to in pairs]
        case _:
            return [f"#{question['answer']}:{question['within']}"]


def gift(language: str, known: Claims) -> str:
    """All questions for Moodle."""
    read = source()
    parts = [f"// Written {WRITTEN}\n$CATEGORY: {read['category'][language]}\n"]
    for number, one in enumerate(read["questions"], 1):
        title = escaped(f"{number:02} {one['title'][language]}")
        text, feedback = escaped(one["text"][language]), escaped(one["feedback"][language])
        held = "\n".join(answers(one, language))
        parts.append(
            f"// {rests_on(one, known, language)}\n::{title}::{text} {{\n{held}\n####{feedback}\n}}\n"
        )
    return "\n".join(parts)


def files() -> dict[str, str]:
    """All files by their names in docs/teaching/."""
    known = claims()
    return {
        f"{language}/reading-check.{form}": write(language, known)
        for language in LANGUAGES
        for form, write in (("md", page), ("gift", gift))
    }


if __name__ == "__main__":
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
