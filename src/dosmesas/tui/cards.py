"""The cards of a debate as rows of a list, and what stands behind the one that is highlighted. Plain text."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from textwrap import wrap

from dosmesas.session.debates.asked import AnswerView, ReplyAsked, Target
from dosmesas.session.debates.cards import CardView
from dosmesas.session.debates.tell import DebateTeller
from dosmesas.text.catalog import say
from dosmesas.tui.home import Scale

_ANSWERS = {
    "rest": "answers_rest",
    "reply": "answers_reply",
    "back": "answers_back",
    "concede": "answers_concede",
    "withdraw": "answer_withdraw",
}
Names = Mapping[str, str]
"""What a card of a case goes by on the screen: another's by a letter, one's own by its number in the hand."""


def letters_of(case: Iterable[CardView]) -> Names:
    """A letter for each card of a case."""
    return {card.id: letter for card, letter in zip(case, ascii_uppercase, strict=False)}


def places_of(case: Iterable[CardView]) -> Names:
    """The number of each card in the hand that it was picked from."""
    return {card.id: str(card.place) for card in case}


def row(head: str, text: str, tag: str, width: int, *, whole: bool = True) -> str:
    """A row of a list: a head, a text that wraps beneath itself, and a tag at the right edge.

    Where the tag finds no room it goes on a line of its own, or (not `whole`) is left out.
    """
    lines = wrap(text, max(10, width - len(head))) or [""]
    rows = [head + lines[0], *(" " * len(head) + line for line in lines[1:])]
    if len(rows[-1]) + 2 + len(tag) <= width:
        rows[-1] = rows[-1] + tag.rjust(width - len(rows[-1])) if tag else rows[-1]
    elif whole:
        rows.append(tag.rjust(width))
    return "\n".join(rows)


def box(number: int, *, picked: bool) -> str:
    """The head of a card that may be picked."""
    return f"[{'x' if picked else ' '}] {number}  "


def tag(card: CardView) -> str:
    """What a card answers, and after `!` what it feeds."""
    return " ".join(filter(None, (card.answers, *(f"!{question}" for question in card.feeds))))


def target_tag(one: Target, names: Names, language: str) -> str:
    """Which cards a rebuttal hits, by name, or which doubt it makes heavier."""
    if not one.hits:
        return f"!{one.card.answers}"
    return say(language, "hits_tag", letters=", ".join(names[card.id] for card in one.hits))


def marks(cards: Iterable[tuple[str, CardView]]) -> dict[str, str]:
    """Under each question the names of the cards that answer it, and after `!` of those that feed it."""
    found: dict[str, list[str]] = {}
    for name, card in cards:
        if card.answers:
            found.setdefault(card.answers, []).append(name)
        for question in card.feeds:
            found.setdefault(question, []).append(f"!{name}")
    return {question: ",".join(names) for question, names in found.items()}


def opened(card: CardView, language: str) -> list[str]:
    """What stands behind a card: its warrant, basis and strength; what it answers, feeds, and has lost."""
    lines = [DebateTeller(language).opened(card)]
    parts = [say(language, "card_answers", question=card.answers)] if card.answers else []
    if card.feeds:
        parts.append(say(language, "card_feeds", questions=" ".join(card.feeds)).strip())
    if card.worn:
        parts.append(say(language, "card_worn").strip())
    return [*lines, " ".join(parts)] if parts else lines


def opened_target(one: Target, language: str) -> list[str]:
    """What stands behind a rebuttal; its row says what it hits."""
    lines = [DebateTeller(language).opened(one.card)]
    return lines if one.hits else [*lines, say(language, "heavier", question=one.card.answers)]


def case_rows(case: Iterable[CardView], names: Names, width: int, *, whole: bool = True) -> list[str]:
    """The cards that lie on the table, by name; not `whole`, what they answer only where there is room."""
    return [row(f"  {names[card.id]}  ", card.face, tag(card), width, whole=whole) for card in case]


def against_rows(asked: ReplyAsked, names: Names, width: int, language: str) -> list[str]:
    """What was said against a case."""
    return [row("  -  ", one.card.face, target_tag(one, names, language), width) for one in asked.against]


def answer_row(
    number: int, one: AnswerView, asked: ReplyAsked, width: int, language: str, scale: Scale
) -> str:
    """A way to stand by a case: where it would bring the home table, and the answer in words."""
    now, after = scale.level(asked.now), scale.level(one.after)
    moved = f"{scale.shown(after):>{scale.number}} {scale.moved(now, after):<{scale.change}}"
    return row(f"{number}  → {moved}  ", answer_text(one, language), "", width)


def answer_text(one: AnswerView, language: str) -> str:
    """An answer in words, own cards by number."""
    face = one.card.face if one.card else ""
    place = (one.other or one.card).place if one.card else 0
    # Where support is not seen, trust is not at stake either.
    kind = "withdraw" if one.kind == "concede" and one.after.support is None else one.kind
    return say(language, _ANSWERS[kind], face=face, place=place)


def opened_answer(one: AnswerView, language: str) -> list[str]:
    """What stands behind an answer."""
    return opened(one.card, language) if one.card else [say(language, "rest_says")]
