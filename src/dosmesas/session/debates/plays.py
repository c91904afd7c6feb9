"""A play of a debate in words: the faces of the cards of a case, of rebuttals, or of an answer."""

from collections.abc import Mapping

from dosmesas.engine.benches import INCONSISTENT
from dosmesas.engine.plays import NOTHING, answer_of, play_of
from dosmesas.engine.state import Point
from dosmesas.model.arguments import Card
from dosmesas.text.catalog import say

PLAYS = {
    "case": "play_case",
    "rebuttal": "play_rebuttal",
    "reply": "play_reply",
    "back": "play_back",
    "concede": "play_concede",
}
"""The catalog's words for kinds of plays."""


def in_words(point: Point, action: str, cards: Mapping[str, Card], language: str) -> str:
    """What was said at a point of a debate; `cards` are all that there are."""
    if point is not Point.REPLY:
        faces = [_face(name, cards, language) for name in play_of(action)]
        return ", ".join(faces) if action != NOTHING else say(language, "play_nothing")
    answer = answer_of(action)
    if not answer.card:
        return say(language, "play_rest")
    return f"{say(language, PLAYS[answer.kind])} {_face(answer.card, cards, language)}"


def _face(name: str, cards: Mapping[str, Card], language: str) -> str:
    card = cards.get(name.removeprefix(INCONSISTENT))
    if card is None:
        return name
    face = card.face(language)
    if name.startswith(INCONSISTENT):
        return say(language, "said_otherwise", face=face)
    return say(language, "quoted", text=face)
