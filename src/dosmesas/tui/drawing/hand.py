"""The cards of a debate as rows of a list, and what stands behind them."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from attrs import frozen
from textual.content import Content

from dosmesas.model.rules import Pack
from dosmesas.session.debates.asked import AnswerView, ReplyAsked, Target
from dosmesas.session.debates.cards import CardView
from dosmesas.session.debates.tell import DebateTeller, share
from dosmesas.session.why import claim_line
from dosmesas.text.catalog import say
from dosmesas.tui import marks
from dosmesas.tui.drawing.bars import moved_bar
from dosmesas.tui.drawing.ink import (
    BAD,
    DOUBTFUL,
    GOOD,
    QUIET,
    STRONG,
    broken,
    columns,
    folded,
    ink,
    page,
    row,
)
from dosmesas.tui.drawing.standing import Scale

_ANSWERS = {
    "rest": "answers_rest",
    "reply": "answers_reply",
    "back": "answers_back",
    "concede": "answers_concede",
    "withdraw": "answer_withdraw",
}
_CELLS = 20
_ROOMY = 100
Names = Mapping[str, str]
"""What a card of a case goes by on the screen: another's by a letter, one's own by its number in the hand."""


@frozen
class Hand:
    """How cards are drawn: what a card does stands at its line's end, or (`deep`) on a line below it."""

    width: int
    language: str
    deep: bool

    def card(self, head: str, card: CardView, does: Content) -> Content:
        """A card after its head, with what it does, and where it comes from as far as there is room."""
        if self.deep:
            below = _grounds(card, does)
            indent = len(head)
            lines = broken(below, self.width - indent)
            return page([line_of(head, card.face, "", self.width), *(one.pad_left(indent) for one in lines)])
        where = row(ink(f"{card.where}  ", QUIET), does)
        room = self.width - len(head) - 2
        fits = len(card.face) + where.cell_length <= room
        return line_of(head, card.face, where if fits else does, self.width)


def letters_of(case: Iterable[CardView]) -> Names:
    """A letter for each card of a case."""
    return {card.id: letter for card, letter in zip(case, ascii_uppercase, strict=False)}


def places_of(case: Iterable[CardView]) -> Names:
    """The number of each card in the hand that it was picked from."""
    return {card.id: str(card.place) for card in case}


def line_of(head: str, text: str, tag: Content | str, width: int, *, whole: bool = True) -> Content:
    """A row of a list: a head, a text that wraps beneath itself, and a tag at the right edge.

    Where the tag finds no room it goes on a line of its own, or (not `whole`) is left out.
    """
    end = tag if isinstance(tag, Content) else ink(tag, QUIET)
    style = STRONG if marks.PICKED in head else ""
    lines = columns([([ink(head, STRONG)], len(head)), (folded(text, width - len(head), style), 0)], gap=0)
    if not end.cell_length:
        return page(lines)
    room = width - lines[-1].cell_length - end.cell_length
    if room >= 2:
        lines[-1] = row(lines[-1], " " * room, end)
    elif whole:
        lines += [one.pad_left(max(0, width - one.cell_length)) for one in broken(end, width)]
    return page(lines)


def box(number: int, *, picked: bool) -> str:
    """The head of a card that may be picked."""
    return f" {marks.PICKED if picked else marks.UNPICKED} {number}  "


def does(card: CardView) -> Content:
    """What a card answers, and after `!` what it feeds."""
    parts = [ink(card.answers, GOOD)] if card.answers else []
    parts += [ink(f"{marks.WORSE}{question}", BAD) for question in card.feeds]
    return Content(" ").join(parts)


def aims(one: Target, names: Names, language: str) -> Content:
    """Which cards a rebuttal hits, by name, or which doubt it makes heavier."""
    if not one.hits:
        return ink(f"{marks.WORSE}{one.card.answers}", BAD)
    return ink(say(language, "hits_tag", letters=", ".join(names[card.id] for card in one.hits)), DOUBTFUL)


def under(cards: Iterable[tuple[str, CardView]]) -> dict[str, str]:
    """Under each question the names of the cards that answer it, and after `!` of those that feed it."""
    found: dict[str, list[str]] = {}
    for name, card in cards:
        if card.answers:
            found.setdefault(card.answers, []).append(name)
        for question in card.feeds:
            found.setdefault(question, []).append(f"{marks.WORSE}{name}")
    return {question: ",".join(names) for question, names in found.items()}


def opened(card: CardView, pack: Pack, language: str) -> list[str]:
    """What stands behind a card: its warrant and strength; what it answers, feeds, has lost; its claims."""
    lines = [DebateTeller(language).opened(card)]
    parts = [say(language, "card_answers", question=card.answers)] if card.answers else []
    if card.feeds:
        parts.append(say(language, "card_feeds", questions=" ".join(card.feeds)).strip())
    if card.worn:
        parts.append(say(language, "card_worn").strip())
    lines += [" ".join(parts)] if parts else []
    return [*lines, *_claims(card, pack, language)]


def _claims(card: CardView, pack: Pack, language: str) -> list[str]:
    """The claims behind a card, as the dossier has them."""
    known = pack.ruleset.dossier.claims
    return [claim_line(pack, one, language) for one in card.claims if one in known]


def opened_target(one: Target, pack: Pack, language: str) -> list[str]:
    """What stands behind a rebuttal; its row says what it hits."""
    lines = [DebateTeller(language).opened(one.card)]
    lines += [] if one.hits else [say(language, "heavier", question=one.card.answers)]
    return [*lines, *_claims(one.card, pack, language)]


def case_lines(case: Iterable[CardView], names: Names, width: int, *, warrants: bool) -> list[Content]:
    """The cards that lie on the table, by name, and with `warrants` what stands behind each."""
    lines = []
    for card in case:
        lines += [line_of(f" {names[card.id]}  ", card.face, does(card), width)]
        lines += warrant(card, width) if warrants else []
    return lines


def warrant(card: CardView, width: int) -> list[Content]:
    """What stands behind a card that lies on the table."""
    told = folded(f"{card.warrant} ({card.where}; {share(card.strength)})", width - 4, QUIET)
    return [line.pad_left(4) for line in told]


def said_lines(asked: ReplyAsked, width: int, language: str, *, warrants: bool) -> list[Content]:
    """The own case, and below each card what was said against it, with how far it came down."""
    names = places_of(asked.case)
    lines = case_lines(asked.case, names, width, warrants=False)
    key = "screen_reply" if asked.foe else "screen_reply_floor"
    lines += folded(say(language, key, office=asked.foe), width, STRONG)
    for one in asked.against:
        lines.append(line_of(f" {marks.REFUSED}  ", one.card.face, aims(one, names, language), width))
        lines += warrant(one.card, width) if warrants else []
    return lines if asked.against else [*lines, ink(say(language, "no_rebuttal").strip())]


def picked_lines(cards: Iterable[tuple[str, CardView]], width: int) -> list[Content]:
    """What stands behind each of the cards that have been picked."""
    lines: list[Content] = []
    for name, card in cards:
        lines += columns([([ink(name, STRONG)], len(name)), (folded(card.warrant, width - 3), width - 3)])
        lines += [one.pad_left(len(name) + 1) for one in broken(_grounds(card, does(card)), width - 3)]
    return lines


def _grounds(card: CardView, does: Content) -> Content:
    """What a card rests on, how far it stands, what it does."""
    told = ink(f"{card.basis} · {share(card.strength)}", QUIET)
    return row(told, ink(" · ", QUIET), does) if does else told


def answer_row(
    number: int, one: AnswerView, asked: ReplyAsked, width: int, language: str, scale: Scale
) -> Content:
    """A way to stand by a case: where it would bring the home table, and the answer in words."""
    now, after = scale.level(asked.now), scale.level(one.after)
    level = row("→ ", scale.told(now, after))
    told = [([ink(f" {number}", STRONG)], 2), ([level], level.cell_length)]
    if width >= _ROOMY and now is not None and after is not None:
        told.append(([moved_bar(now, after, _CELLS)], _CELLS + 1))
    room = width - sum(cell + 1 for _, cell in told)
    return page(columns([*told, (folded(answer_text(one, language), room), room)]))


def answer_text(one: AnswerView, language: str) -> str:
    """An answer in words, own cards by number."""
    face = one.card.face if one.card else ""
    place = (one.other or one.card).place if one.card else 0
    # Where support is not seen, trust is not at stake either.
    kind = "withdraw" if one.kind == "concede" and one.after.support is None else one.kind
    return say(language, _ANSWERS[kind], face=face, place=place)


def opened_answer(one: AnswerView, pack: Pack, language: str) -> list[str]:
    """What stands behind an answer."""
    return opened(one.card, pack, language) if one.card else [say(language, "rest_says")]
