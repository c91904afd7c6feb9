"""A way to something that a search found: the decisions and the outcomes of chance, turn by turn."""

from collections.abc import Iterator

from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.model.rules import Pack
from dosmesas.sim.search.chances import Answer
from dosmesas.sim.search.explore import Found
from dosmesas.sim.search.facts import Fact
from dosmesas.sim.search.graph import Link
from dosmesas.text.catalog import say

_WORDS = {DECLINE: "whatif_declined", SILENT: "whatif_silent"}


def way_lines(found: Found, fact: Fact, language: str) -> Iterator[str]:
    """A shortest way to a fact, a line a step; or the game in which it came; or that none was found."""
    witness = found.seen.get(fact)
    if fact in found.played and (witness is None or not witness.sure):
        yield say(language, "search_way_played", name=fact, seed=found.played[fact])
    if witness is None:
        if fact not in found.played:
            yield say(language, "search_no_way", name=fact)
        return
    yield say(language, "search_way" if witness.sure else "search_way_supposed", name=fact)
    for link in found.way_to(fact):
        told = "; ".join(_told(found.pack, link, language))
        if told:
            yield "  " + _dated(found.pack, link, told, language)
    if fact.kind == "option":
        yield "  " + say(language, "search_legal")


def _dated(pack: Pack, link: Link, told: str, language: str) -> str:
    if link.seats:
        return say(language, "search_turn", turn=link.turn, told=told)
    if link.turn < pack.turns and not link.late:
        return say(language, "search_before", turn=link.turn + 1, told=told)
    return say(language, "search_outlook", told=told)


def _told(pack: Pack, link: Link, language: str) -> Iterator[str]:
    for seat, move in zip(link.seats, link.moves, strict=True):
        action = say(language, _WORDS[move]) if move in _WORDS else move
        yield f"{pack.ruleset.offices[seat].name(language)}: {action}"
    for answer in link.answers:
        yield _answer(answer, language)


def _answer(answer: Answer, language: str) -> str:
    names = [name.partition(":")[2] for name in answer.came]
    if answer.kind == "chance":
        return say(language, "search_yes" if answer.came == ("yes",) else "search_no", name=answer.about)
    if answer.kind == "race":
        return say(language, "search_race", name=names[0])
    return say(language, "search_news", names=", ".join(names)) if names else say(language, "search_no_news")
