"""Whether every option and rule does something in every worldview, or says in which ones it does.

An effect counts by the least believed claim that it cites; an option or rule sleeps in a worldview where
all its changes of numbers count nothing. One that changes no number sleeps where it cites nothing believed.
What the game brings is held to the game's worldviews alone: a pack's author cannot mend it.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from dosmesas.model.effects import Change, walk
from dosmesas.model.events import Option
from dosmesas.model.rules import Pack, Rule, Ruleset, Worldview
from dosmesas.text.diagnostic import Problems
from dosmesas.text.span import Span

_CODE = "E0213"
Owner = Option | Rule


def check_awake(pack: Pack, home: Ruleset, problems: Problems) -> None:
    """Add what sleeps unmarked, and the marks that are wrong; `home` is the ruleset before the pack."""
    game = [*home.rules.values(), *home.conduct.values()]
    own: list[tuple[str, Owner]] = [
        ("rule", rule) for rule in pack.ruleset.rules.values() if rule is not home.rules.get(rule.id)
    ]
    for event in pack.events.values():
        own += [("option", option) for options in event.seats.values() for option in options]
    for ruleset, owners in ((home, [("rule", rule) for rule in game]), (pack.ruleset, own)):
        watch = _Watch.over(ruleset, problems)
        for kind, owner in owners:
            watch.check(kind, owner)


@frozen(eq=False, repr=False, match_args=False)
class _Watch:
    views: Mapping[str, Worldview]
    belief: Mapping[str, Mapping[str, int]]
    problems: Problems

    @classmethod
    def over(cls, ruleset: Ruleset, problems: Problems) -> "_Watch":
        faulty = {one.span.file for one in problems.found}  # what they believe is not known
        views = {name: view for name, view in ruleset.worldviews.items() if view.where.file not in faulty}
        return cls(views, {name: ruleset.beliefs(view) for name, view in views.items()}, problems)

    def check(self, kind: str, owner: Owner) -> None:
        if not all(change.because for change in _numbers(owner)) or any(
            name not in self.views for name, _ in owner.views
        ):
            return  # told already: a change that cites nothing, a worldview that is faulty or missing
        awake = [name for name, belief in self.belief.items() if is_awake(owner, belief)]
        if owner.views:
            self._marked(kind, owner, awake)
        elif len(awake) < len(self.views):
            self._unmarked(kind, owner, awake)

    def _unmarked(self, kind: str, owner: Owner, awake: list[str]) -> None:
        asleep = [name for name in self.views if name not in awake]
        message = (
            f"the {kind} '{_short(owner)}' does nothing in {_listed(asleep)}: {self._why(owner, asleep)}"
        )
        if awake:
            mark = f"'view: {awake[0]}'" if len(awake) == 1 else f"'view:' and below it {_lines(awake)}"
            hint = (
                f"mark it with {mark}, where it is at work; or let an effect rest on a claim believed there"
            )
        else:
            hint = "cite a claim that a worldview believes, or believe one of these in a worldview"
        self.problems.add(_CODE, message, owner.where, hint=hint, related=self._places(asleep))

    def _marked(self, kind: str, owner: Owner, awake: list[str]) -> None:
        for name, span in owner.views:
            if name in self.views and name not in awake:
                message = (
                    f"'view:' names '{name}', but the {kind} does nothing there: {self._why(owner, [name])}"
                )
                hint = f"take '{name}' out of 'view:', or raise that belief in the worldview"
                self.problems.add(_CODE, message, span, hint=hint, related=self._places([name]))
        left = [name for name in awake if name not in dict(owner.views)]
        if left:
            message = f"'view:' leaves out {_listed(left)}, where the {kind} '{_short(owner)}' is at work"
            hint = f"add {_lines(left)} to 'view:'"
            if len(awake) == len(self.views):
                hint += ", or leave 'view:' out: it is at work in all of them"
            self.problems.add(_CODE, message, _place_of(owner), hint=hint, related=self._places(left))

    def _why(self, owner: Owner, asleep: list[str]) -> str:
        """The claims by which it sleeps, in one clause."""
        doubted = [
            name for name in _claims(owner) if any(not self.belief[view].get(name, 100) for view in asleep)
        ]
        what = "all that it cites" if not _numbers(owner) else "all that it changes"
        return f"{what} rests on what is believed 0 there ({', '.join(doubted)})"

    def _places(self, names: list[str]) -> tuple[tuple[str, Span], ...]:
        return tuple((f"'{name}' is declared here", self.views[name].where) for name in names[:2])


def is_awake(owner: Owner, belief: Mapping[str, int]) -> bool:
    """Whether an option or rule does anything where claims are believed so far."""
    numbers = _numbers(owner)
    if not numbers:
        return any(belief.get(claim, 100) for claim in owner.because) or not owner.because
    return any(all(belief.get(claim, 100) for claim in change.because) for change in numbers)


def _numbers(owner: Owner) -> list[Change]:
    """The changes that belief makes less: of counters it makes none less."""
    return [effect for effect in walk(owner.effects) if isinstance(effect, Change) and not effect.counted]


def _claims(owner: Owner) -> Iterator[str]:
    cited = [claim for change in _numbers(owner) for claim in change.because]
    yield from dict.fromkeys(cited or owner.because)


def _short(owner: Owner) -> str:
    return owner.id.rpartition("/")[2]


def _place_of(owner: Owner) -> Span:
    """The first name under `view:`."""
    return owner.views[0][1]


def _listed(names: list[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    noun = "the worldview" if len(names) == 1 else "the worldviews"
    return f"{noun} {' and '.join(quoted) if len(quoted) < 3 else ', '.join(quoted)}"


def _lines(names: list[str]) -> str:
    return " and ".join(f"'- {name}'" for name in names)
