"""What is not the same in two games of one line, before and after an edit: turn by turn, in few words."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed

_MOST = 4
"""The most numbers told of one turn; the rest is counted."""


def changes(before: Session, now: Session, language: str) -> list[str]:
    """One line for each turn and kind of thing that is not the same, and for the ending."""
    return [*_Changes(before, now, language).lines()]


class _Changes:
    def __init__(self, before: Session, now: Session, language: str) -> None:
        self.before, self.now, self.language = before, now, language

    def lines(self) -> Iterator[str]:
        after = ""
        for one, two in zip_longest(turns_of(self.before), turns_of(self.now)):
            if one is None or two is None:
                key = "preview_turn_new" if one is None else "preview_turn_gone"
                yield self.say(key, turn=(one or two).number)
                continue
            if one.outlook and two.outlook:
                after = self.numbers(one.values, two.values)  # where it all ends is enough
                continue
            yield from (self.say("preview_turn", turn=two.number, told=told) for told in self.turn(one, two))
        if after:
            yield self.say("preview_after", told=after)
        ends = [self.ending(self.before), self.ending(self.now)]
        if ends[0] != ends[1]:
            yield self.say("preview_ending", before=ends[0], now=ends[1])

    def turn(self, one: Turn, two: Turn) -> Iterator[str]:
        """What is not the same in a turn."""
        if one.event != two.event:
            names = [
                _title(self.before, one.event, self.language),
                _title(self.now, two.event, self.language),
            ]
            yield self.say("preview_event", before=names[0], now=names[1])
        for name in sorted({*one.bulletins} ^ {*two.bulletins}):
            yield self.say("preview_news" if name in two.bulletins else "preview_no_news", name=name)
        for seat in sorted({*one.decisions} & {*two.decisions}):
            mine, theirs = _short(one.decisions[seat]), _short(two.decisions[seat])
            if mine != theirs:
                office = self.now.pack.ruleset.offices[seat].name(self.language)
                yield self.say("preview_chose", office=office, before=mine, now=theirs)
        struck = [{deal.deal for deal in turn.deals if deal.struck} for turn in (one, two)]
        for name in sorted(struck[0] ^ struck[1]):
            yield self.say("preview_deal" if name in struck[1] else "preview_no_deal", name=name)
        if numbers := self.numbers(one.values, two.values):
            yield numbers

    def numbers(self, one: Mapping[str, int], two: Mapping[str, int]) -> str:
        """The numbers that differ, those first that differ most."""
        known = self.now.pack.ruleset.indicators
        apart = [name for name in two if name in one and one[name] != two[name]]
        apart.sort(key=lambda it: (-abs(one[it] - two[it]) * 1000 // (known[it].high - known[it].low), it))
        told = [f"{name} {fixed(one[name])} -> {fixed(two[name])}" for name in apart[:_MOST]]
        if len(apart) > _MOST:
            told.append(self.say("preview_more", count=len(apart) - _MOST))
        return ", ".join(told)

    def ending(self, session: Session) -> str:
        """The title of the ending."""
        endings = {one.id: one.title(self.language) for one in session.pack.ruleset.endings}
        return endings.get(session.state.ending, "-")

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)


def _title(session: Session, event: str, language: str) -> str:
    found = session.pack.events.get(event)
    return found.title(language) if found else "-"


def _short(action: str) -> str:
    return action.rpartition("/")[2]
