"""Whether every option and rule does something in every worldview, or says in which ones it does.

An effect counts by the least believed claim that it cites; an option or rule sleeps in a worldview where
all its changes of numbers count nothing. One that changes no number sleeps where it cites nothing believed.
What the game brings is held to the game's worldviews alone: a pack's author cannot mend it.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from dosmesas.load.shapes.nouns import THE
from dosmesas.model.effects import Change, walk
from dosmesas.model.events import Option
from dosmesas.model.rules import Pack, Rule, Ruleset, Worldview
from dosmesas.text.diagnostic import Notes, Problems, declared_here
from dosmesas.text.phrase import Phrase, phrase
from dosmesas.text.span import Span

_CODE = "E0213"
Owner = Option | Rule


def check_awake(pack: Pack, home: Ruleset, problems: Problems) -> None:
    """Add what sleeps unmarked, and the marks that are wrong; `home` is the ruleset before the pack."""
    game = [*home.rules.values(), *home.conduct.values()]
    own: list[Owner] = [rule for rule in pack.ruleset.rules.values() if rule is not home.rules.get(rule.id)]
    for event in pack.events.values():
        own += [option for options in event.seats.values() for option in options]
    for ruleset, owners in ((home, game), (pack.ruleset, own)):
        watch = _Watch.over(ruleset, problems)
        for owner in owners:
            watch.check(owner)


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

    def check(self, owner: Owner) -> None:
        if not all(change.because for change in _numbers(owner)) or any(
            name not in self.views for name, _ in owner.views
        ):
            return  # told already: a change that cites nothing, a worldview that is faulty or missing
        awake = [name for name, belief in self.belief.items() if is_awake(owner, belief)]
        if owner.views:
            self._marked(owner, awake)
        elif len(awake) < len(self.views):
            self._unmarked(owner, awake)

    def _unmarked(self, owner: Owner, awake: list[str]) -> None:
        asleep = [name for name in self.views if name not in awake]
        message = phrase(
            "{the_kind} '{name}' does nothing in {views}: {why}",
            the_kind=THE[_kind(owner)],
            name=_short(owner),
            views=_listed(asleep),
            why=self._why(owner, asleep),
        )
        hint = phrase("cite a claim that a worldview believes, or believe one of these in a worldview")
        if awake:
            mark = phrase("'view:' and below it {lines}", lines=_lines(awake))
            hint = phrase(
                "mark it with {mark}, where it is at work; or let an effect rest on a claim believed there",
                mark=f"'view: {awake[0]}'" if len(awake) == 1 else mark,
            )
        self.problems.add(_CODE, message, owner.where, hint=hint, related=self._places(asleep))

    def _marked(self, owner: Owner, awake: list[str]) -> None:
        for name, span in owner.views:
            if name in self.views and name not in awake:
                message = phrase(
                    "'view:' names '{view}', but {the_kind} does nothing there: {why}",
                    view=name,
                    the_kind=THE[_kind(owner)],
                    why=self._why(owner, [name]),
                )
                hint = phrase(
                    "take '{view}' out of 'view:', or raise that belief in the worldview", view=name
                )
                self.problems.add(_CODE, message, span, hint=hint, related=self._places([name]))
        left = [name for name in awake if name not in dict(owner.views)]
        if left:
            message = phrase(
                "'view:' leaves out {views}, where {the_kind} '{name}' is at work",
                views=_listed(left),
                the_kind=THE[_kind(owner)],
                name=_short(owner),
            )
            hint = phrase("add {lines} to 'view:'", lines=_lines(left))
            if len(awake) == len(self.views):
                hint = phrase(
                    "{mend}, or leave 'view:' out: it is at work in all of them",
                    mend=hint,
                )
            self.problems.add(_CODE, message, _place_of(owner), hint=hint, related=self._places(left))

    def _why(self, owner: Owner, asleep: list[str]) -> Phrase:
        """The claims by which it sleeps, in one clause."""
        doubted = [
            name for name in _claims(owner) if any(not self.belief[view].get(name, 100) for view in asleep)
        ]
        if _numbers(owner):
            return phrase(
                "all that it changes rests on what is believed 0 there ({claims})", claims=tuple(doubted)
            )
        return phrase("all that it cites rests on what is believed 0 there ({claims})", claims=tuple(doubted))

    def _places(self, names: list[str]) -> Notes:
        return tuple((declared_here(name), self.views[name].where) for name in names[:2])


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


def _kind(owner: Owner) -> str:
    return "option" if isinstance(owner, Option) else "rule"


def _short(owner: Owner) -> str:
    return owner.id.rpartition("/")[2]


def _place_of(owner: Owner) -> Span:
    """The first name under `view:`."""
    return owner.views[0][1]


def _listed(names: list[str]) -> Phrase:
    quoted = tuple(f"'{name}'" for name in names)
    if len(quoted) == 1:
        return phrase("the worldview {name}", name=quoted[0])
    if len(quoted) == 2:
        return phrase("the worldviews {one} and {other}", one=quoted[0], other=quoted[1])
    return phrase("the worldviews {names}", names=quoted)


def _lines(names: list[str]) -> Phrase | str:
    """Lines of a list, to be added."""
    *others, last = (f"'- {name}'" for name in names)
    return phrase("{lines} and {last}", lines=tuple(others), last=last) if others else last
