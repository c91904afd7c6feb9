"""What a claim, rule, indicator, flag, option or worldview is, where it stands, what a pack changed of it."""

from collections.abc import Iterator

from attrs import frozen

from dosmesas.lang.describe import unparse
from dosmesas.lang.nodes import Number
from dosmesas.load.citations import cited_by
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, When, walk
from dosmesas.model.events import Option
from dosmesas.model.expressions import owners
from dosmesas.model.rules import Override, Pack, Rule
from dosmesas.model.world import Flag, Indicator
from dosmesas.session.why import claim_line
from dosmesas.session.worldviews import story, view_lines
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest
from dosmesas.text.number import exact, signed, spaced

_STEP = "    "


class UnknownNameError(Exception):
    """Nothing in the pack is called so; `nearest` is the most similar name, or empty."""

    def __init__(self, name: str, close: str) -> None:
        super().__init__(name)
        self.nearest = close


def explain(pack: Pack, name: str, language: str) -> list[str]:
    """The lines that explain a name of a pack or of its ruleset.

    Raises:
        UnknownNameError: nothing is called so.
    """
    teller = _Teller(pack, language)
    lines = [line for part in teller.parts(name) for line in part]
    if not lines:
        raise UnknownNameError(name, nearest(name, teller.names()))
    return lines


@frozen
class _Teller:
    pack: Pack
    language: str

    def names(self) -> list[str]:
        """Everything that can be explained."""
        ruleset = self.pack.ruleset
        tables = (ruleset.dossier.claims, ruleset.assumptions, ruleset.rules, ruleset.conduct)
        more = (ruleset.indicators, ruleset.flags, ruleset.worldviews, ruleset.overrides)
        found = [name for table in (*tables, *more) for name in table]
        return found + [form for option in self.options() for form in (option.id, option.short)]

    def options(self) -> Iterator[Option]:
        for event in self.pack.events.values():
            for options in event.seats.values():
                yield from options

    def parts(self, name: str) -> Iterator[list[str]]:
        """One list of lines for each thing that is called so."""
        ruleset = self.pack.ruleset
        if name in ruleset.dossier.claims or name in ruleset.assumptions:
            yield self.claim(name)
        rule = ruleset.rules.get(name) or ruleset.conduct.get(name)
        if rule is not None:
            yield self.rule(rule)
        if name in ruleset.indicators:
            yield self.indicator(ruleset.indicators[name])
        if name in ruleset.flags:
            yield self.flag(ruleset.flags[name])
        if name in ruleset.worldviews:
            yield view_lines(story(self.pack, ruleset.worldviews[name], self.language), self.language)
        yield from (self.option(one) for one in self.options() if name in {one.id, one.short})
        if name in ruleset.overrides:
            yield self.override(ruleset.overrides[name])

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def claim(self, name: str) -> list[str]:
        lines = [claim_line(self.pack, name, self.language)]
        claim = self.pack.ruleset.dossier.claims.get(name)
        if claim is not None:
            lines += self._list("explain_source", [claim.source] if claim.source else [])
            lines += self._list("explain_supports", claim.supports)
            lines += self._list("explain_attacks", claim.attacks)
            claims = self.pack.ruleset.dossier.claims.values()
            lines += self._list("explain_supported", [one.id for one in claims if name in one.supports])
            lines += self._list("explain_attacked", [one.id for one in claims if name in one.attacks])
        users = [by for _, by, effects in owners(self.pack) if name in cited_by(effects)]
        return lines + self._list("explain_used", users)

    def _list(self, key: str, names: list[str] | tuple[str, ...]) -> list[str]:
        return [self._say(key, what=", ".join(names))] if names else []

    def rule(self, rule: Rule) -> list[str]:
        head = self._say("explain_rule", name=rule.id, place=rule.where, text=rule.text(self.language))
        return [head, *self._effects(rule.guarded, 1), *self._because(rule.because)]

    def option(self, option: Option) -> list[str]:
        head = self._say(
            "explain_option", name=option.id, place=option.where, text=option.label(self.language)
        )
        needs = [self._say("explain_requires", what=unparse(option.requires))] if option.requires else []
        return [head, *needs, *self._effects(option.effects, 1), *self._because(option.because)]

    def _because(self, claims: tuple[str, ...]) -> list[str]:
        return self._list("explain_because", claims)

    def indicator(self, one: Indicator) -> list[str]:
        lines = [
            self._say(
                "explain_indicator",
                name=one.id,
                place=one.where,
                shown=one.name(self.language),
                low=exact(one.low),
                high=exact(one.high),
                unit=spaced(one.unit(self.language)),
                start=exact(one.start),
            ),
            one.text(self.language),
        ]
        return lines + self._movers(one.id)

    def flag(self, flag: Flag) -> list[str]:
        start = self._say("yes" if flag.start else "no")
        head = self._say(
            "explain_flag", name=flag.id, place=flag.where, shown=flag.name(self.language), start=start
        )
        return [head, flag.text(self.language), *self._movers(flag.id)]

    def _movers(self, name: str) -> list[str]:
        """Every owner that moves an indicator or sets a flag, with its amounts as written."""
        lines = []
        for _, by, effects in owners(self.pack):
            amounts = [_amount(one) for one in walk(effects) if _target(one) == name]
            if amounts:
                lines.append(f"{_STEP}{by}: {', '.join(amounts)}")
        return [self._say("explain_moved_by"), *lines] if lines else []

    def override(self, override: Override) -> list[str]:
        was = override.was
        if isinstance(was, Indicator) and isinstance(override.now, Indicator):
            now = exact(override.now.start)
            return [
                self._say(
                    "explain_start", pack=self.pack.id, place=override.where, now=now, was=exact(was.start)
                )
            ]
        key = "explain_replaced" if override.now else "explain_left_out"
        told = self.rule(was) if isinstance(was, Rule) else []
        head = self._say(key, pack=self.pack.id, place=override.where)
        return [head, *(f"{_STEP}{line}" for line in told)]

    def _effects(self, effects: tuple[Effect, ...], depth: int) -> list[str]:
        """Effects as an author writes them, with what they stand under."""
        lines = []
        for effect in effects:
            match effect:
                case Change() | SetFlag():
                    lines.append(f"{_STEP * depth}{_target(effect)}: {_amount(effect)}")
                case After(turns=turns, effects=inside):
                    lines.append(f"{_STEP * depth}after: {turns}")
                    lines += self._effects(inside, depth + 1)
                case Chance(percent=percent, effects=yes, otherwise=no):
                    lines += self._forked(f"chance: {percent}", yes, no, depth)
                case When(condition=condition, effects=yes, otherwise=no):
                    lines += self._forked(f"when: {unparse(condition)}", yes, no, depth)
        return lines

    def _forked(self, head: str, yes: tuple[Effect, ...], no: tuple[Effect, ...], depth: int) -> list[str]:
        lines = [f"{_STEP * depth}{head}", *self._effects(yes, depth + 1)]
        return lines + ([f"{_STEP * depth}otherwise:", *self._effects(no, depth + 1)] if no else [])


def _target(effect: Effect) -> str:
    match effect:
        case Change(indicator=name) | SetFlag(flag=name):
            return name
        case _:
            return ""


def _amount(effect: Effect) -> str:
    match effect:
        case Change(amount=Number(value=value)):
            return signed(value)
        case Change(amount=amount):
            return unparse(amount)
        case SetFlag(value=value):
            return "yes" if value else "no"
        case _:
            return ""
