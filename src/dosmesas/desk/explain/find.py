"""Everything of a pack that has a name, by kind; and the answers for a name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from dosmesas.desk.explain import acts, debates, world
from dosmesas.desk.explain.answer import Answer, Parts
from dosmesas.desk.explain.uses import cards, options
from dosmesas.model.rules import Pack
from dosmesas.session.worldviews import story, view_lines
from dosmesas.text.diagnostic import nearest

Maker = Callable[[], Answer]


class UnknownNameError(Exception):
    """Nothing in the pack is called so; `nearest` is the most similar name, or empty."""

    def __init__(self, name: str, close: str) -> None:
        super().__init__(name)
        self.nearest = close


def answers(pack: Pack, name: str, language: str) -> list[Answer]:
    """All that is called so, of whatever kind.

    Raises:
        UnknownNameError: nothing is.
    """
    asked = {name, name.lower()}
    found = [make() for names, make in _things(pack, language) if asked.intersection(names)]
    if not found:
        every = {known for names, _ in _things(pack, language) for known in names}
        raise UnknownNameError(name, nearest(name, every))
    return found


def explain(pack: Pack, name: str, language: str) -> list[str]:
    """The lines that explain a name; raises as `answers` does."""
    lines: list[str] = []
    for answer in answers(pack, name, language):
        lines += [*([""] if lines else []), *answer.told(language)]
    return lines


def _things(pack: Pack, language: str) -> Iterator[tuple[tuple[str, ...], Maker]]:
    """The names of each thing and what makes its answer."""
    for names, make, *about in _told_by(pack):
        yield names, partial(_made, make, pack, language, tuple(about))


def _made(make: Callable[..., Answer], pack: Pack, language: str, about: tuple[object, ...]) -> Answer:
    return make(Parts(pack, language), *about)


def _told_by(pack: Pack) -> Iterator[tuple[Any, ...]]:
    """The names of each thing, the function that tells of it, and what it is told about."""
    ruleset = pack.ruleset
    for name in (*ruleset.dossier.claims, *ruleset.assumptions):
        yield (name,), acts.claim, name
    yield from (((one.id,), acts.rule, one) for one in ruleset.rules.values())
    yield from (((one.id,), acts.rule, one, "conduct") for one in ruleset.conduct.values())
    yield from (((one.id,), world.indicator, one) for one in ruleset.indicators.values())
    yield from (((one.id,), world.flag, one) for one in ruleset.flags.values())
    for event, offices, option in options(pack).values():
        yield (option.id, option.short), acts.option, event, offices, option
    for event in pack.events.values():
        yield (event.id,), acts.event, event
        yield from (((deal.id,), acts.deal, event, deal) for deal in event.deals)
    yield from (((one.id,), acts.bulletin, one) for one in pack.bulletins.values())
    yield from (((one.id,), acts.ending, one) for one in ruleset.endings)
    yield from (((one.id,), world.office, one) for one in ruleset.offices.values())
    yield from (((one.id,), world.country, one) for one in ruleset.countries.values())
    yield from _told_of_debates(pack)
    yield from (((one.id,), _view, one.id) for one in ruleset.worldviews.values())
    yield from (((one.id,), world.doctrine, one) for one in ruleset.doctrines.values())
    yield from (((one.id,), world.override, one) for one in ruleset.overrides.values())
    for term in ruleset.glossary:
        texts = [text for _, text in term.term.versions]
        yield (*texts, *(text.lower() for text in texts)), world.term, term


def _told_of_debates(pack: Pack) -> Iterator[tuple[Any, ...]]:
    bank = pack.ruleset.bank
    yield from (((one.id,), debates.audience, one) for one in pack.ruleset.audiences.values())
    yield from (((one.id,), debates.question, one) for one in bank.questions.values())
    yield from (((one.id,), debates.line, one) for one in bank.lines.values())
    yield from (((card.id,), acts.card, home, card) for home, card in cards(pack))


def _view(parts: Parts, name: str) -> Answer:
    view = parts.pack.ruleset.worldviews[name]
    text = "\n".join(view_lines(story(parts.pack, view, parts.language), parts.language))
    return parts.answer("worldview", name, view.where, text)
