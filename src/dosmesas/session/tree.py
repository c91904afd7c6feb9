"""The tree behind one receipt: conditions with the values they had, what set it going, down to decisions."""

from collections.abc import Iterator

from attrs import field, frozen

from dosmesas.engine.receipts import LIMIT, Receipt, ReceiptKind
from dosmesas.engine.scene import Scene
from dosmesas.engine.turn import BROKEN_WORD
from dosmesas.lang.describe import unparse
from dosmesas.lang.evaluate import Valued, valued
from dosmesas.lang.names import asked_in, names_in
from dosmesas.lang.nodes import Asked, Junction, Name, Node, Not
from dosmesas.session.behind import office_behind, office_of
from dosmesas.session.outcome import entry
from dosmesas.session.scenes import scene_before
from dosmesas.session.session import Session
from dosmesas.session.turns import turns_of
from dosmesas.session.views import source_name, unexplained
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, signed

_QUESTIONS = {"chose": "tree_chose", "happened": "tree_happened", "turns_since": "tree_turns_since"}
_DEPTH = 6
_MOVERS = 2
"""How many of the largest movers of a number that a condition read are named."""


@frozen
class Branch:
    """One reason in words, and the reasons behind it; `claim` is the claim that it is, `by` the receipt."""

    text: str
    inside: "tuple[Branch, ...]" = ()
    claim: str = ""
    receipt: str = ""


@frozen
class Grower:
    """Grows the trees of a game as a seat may see them (None: everything), in a language."""

    session: Session
    seat: str | None
    language: str
    _receipts: dict[str, Receipt] = field(init=False)

    @_receipts.default
    def _by_id(self) -> dict[str, Receipt]:
        return {one.id: one for one in self.session.receipts}

    def branches(self, receipt: Receipt, depth: int = 0) -> tuple[Branch, ...]:
        """What led to a receipt; nothing where it rests on what the seat does not see."""
        if self._hidden(receipt) or receipt.by == LIMIT or depth > _DEPTH:
            return ()
        return tuple(self._grown(receipt, depth))

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def _hidden(self, receipt: Receipt) -> bool:
        return self.seat is not None and unexplained(self.session, receipt, self.seat)

    def _grown(self, receipt: Receipt, depth: int) -> Iterator[Branch]:
        scene, site = scene_before(self.session, receipt), receipt.site
        if site is not None and site.amount is not None and (names_in(site.amount) or asked_in(site.amount)):
            tree = valued(site.amount, scene)
            formula = unparse(site.amount, self._names())
            text = self._say("tree_amount", formula=formula, value=signed(tree.value))
            yield Branch(text, tuple(self._evidence(site.amount, scene, receipt, depth)))
        for condition, held in site.conditions if site is not None else ():
            yield from self._condition(valued(condition, scene), scene, receipt, depth, held=held)
        if receipt.cause:
            yield self._cause(self._receipts[receipt.cause], depth)
        else:
            yield from self._decisions(receipt)

    def _cause(self, cause: Receipt, depth: int) -> Branch:
        if cause.kind is ReceiptKind.DRAWN:
            key = "tree_chance_came" if cause.applied else "tree_chance_stayed"
            odds = cause.site.odds if cause.site else 0
            return Branch(self._say(key, odds=odds, turn=cause.turn), self.branches(cause, depth + 1))
        return Branch(self._say("tree_set_going", turn=cause.turn), self.branches(cause, depth + 1))

    def _condition(
        self, tree: Valued, scene: Scene, receipt: Receipt, depth: int, *, held: bool
    ) -> Iterator[Branch]:
        """A condition by its parts; of `or` only the part that decided, of a failed `and` likewise."""
        node = tree.node
        if isinstance(node, Junction):
            decisive = tree.parts if (node.op == "and") is held else tree.parts[-1:]
            for part in decisive:
                yield from self._condition(part, scene, receipt, depth, held=bool(part.value))
            return
        evidence = tuple(self._evidence(node, scene, receipt, depth))
        if isinstance(node, (Name, Not)) and evidence:  # a flag says all in its own line
            yield from evidence
            return
        what = self._question(node) if isinstance(node, Asked) else unparse(node, self._names())
        yield Branch(self._say("tree_held" if held else "tree_not_held", what=what), evidence)

    def _question(self, node: Asked) -> str:
        return self._say(_QUESTIONS[node.function], what=self._names().get(node.argument, node.argument))

    def _evidence(self, node: Node, scene: Scene, receipt: Receipt, depth: int) -> Iterator[Branch]:
        """Where each thing that an expression read stood, and how it had come there."""
        ruleset = self.session.pack.ruleset
        for name in sorted(names_in(node)):
            if name in ruleset.flags:
                yield self._flag(name, scene, receipt, depth)
            elif name in ruleset.indicators:
                yield self._number(name, scene, receipt)
        yield from self._asked(node, scene)

    def _before(self, receipt: Receipt) -> Iterator[Receipt]:
        """The receipts of earlier stages."""
        for one in self._receipts.values():
            if (one.turn, one.stage) == (receipt.turn, receipt.stage):
                return
            yield one

    def _flag(self, name: str, scene: Scene, receipt: Receipt, depth: int) -> Branch:
        shown = self.session.pack.ruleset.flags[name].name(self.language)
        value = self._say("yes" if scene.value(name) else "no")
        setters = [one for one in self._before(receipt) if one.indicator == name]
        if not setters:
            return Branch(self._say("tree_flag_start", name=shown, value=value))
        line = entry(self.session, setters[-1], self.seat, self.language)
        text = self._say("tree_flag", name=shown, value=value, turn=setters[-1].turn, source=line.text)
        return Branch(text, self.branches(setters[-1], depth + 1))

    def _number(self, name: str, scene: Scene, receipt: Receipt) -> Branch:
        indicator = self.session.pack.ruleset.indicators[name]
        shown, value = indicator.name(self.language), exact(scene.value(name))
        moved = [one for one in self._before(receipt) if one.moves and one.indicator == name]
        largest = sorted(moved, key=lambda one: (-abs(one.applied), one.turn, one.id))[:_MOVERS]
        branches = tuple(
            Branch(
                self._say(
                    "tree_mover",
                    applied=signed(one.applied),
                    turn=one.turn,
                    source=entry(self.session, one, self.seat, self.language).text,
                )
            )
            for one in largest
        )
        return Branch(
            self._say("tree_number", name=shown, value=value, start=exact(indicator.start)), branches
        )

    def _asked(self, node: Node, scene: Scene) -> Iterator[Branch]:
        """What the history answers to the questions in an expression."""
        for _, argument in sorted(asked_in(node)):
            if argument in scene.events:
                name = self._names().get(argument, argument)
                yield Branch(self._say("tree_came", name=name, turn=scene.events[argument]))
            elif argument in scene.options:
                yield Branch(self._decided(argument, scene.options[argument]))

    def _decisions(self, receipt: Receipt) -> Iterator[Branch]:
        """The decisions that a receipt of an option, a deal or a broken word comes from."""
        if "/" in receipt.by:
            yield Branch(self._decided(receipt.by, receipt.turn))
            return
        events = self.session.pack.events.values()
        deals = {deal.id: deal for event in events for deal in event.deals}
        over = turns_of(self.session)[receipt.turn - 1 : receipt.turn]  # none of the turn being played
        for kept in (kept for turn in over for kept in turn.deals):
            deal = deals[kept.deal]
            if kept.struck and deal.id == receipt.by:
                yield from (Branch(self._decided(option, receipt.turn)) for _, option in deal.between)
            for office in kept.broken if receipt.by == BROKEN_WORD else ():
                if office != office_behind(self.session, receipt):
                    continue
                who = self.session.pack.ruleset.offices[office].name(self.language)
                yield Branch(self._say("word_broken", office=who, name=deal.name(self.language)))

    def _decided(self, option: str, turn: int) -> str:
        chosen = self.session.state.chosen(turn)
        full = next((one for one in chosen.values() if option in {one, one.partition("/")[2]}), option)
        office = self.session.pack.ruleset.offices[office_of(self.session, full)].name(self.language)
        return self._say(
            "tree_decided", turn=turn, office=office, label=source_name(self.session, full, self.language)
        )

    def _names(self) -> dict[str, str]:
        """What everything that an expression may name is called on screen."""
        pack, language = self.session.pack, self.language
        found = {one.id: one.name(language) for one in pack.ruleset.indicators.values()}
        found.update({one.id: one.name(language) for one in pack.ruleset.flags.values()})
        for event in pack.events.values():
            found[event.id] = event.title(language)
            for options in event.seats.values():
                for option in options:
                    found[option.id] = found[option.short] = option.label(language)
        return found
