"""What a game reached, written down by the engine itself while it plays: each condition tells when it is read."""

from collections import Counter

import pytest
from attrs import Factory, define

from dosmesas.engine import generate, program, turn
from dosmesas.engine.draws import NamedDraws
from dosmesas.engine.game import Game, Transition
from dosmesas.engine.receipts import ReceiptKind
from dosmesas.engine.state import Point
from dosmesas.model.effects import After, When
from dosmesas.model.rules import Pack
from dosmesas.testing.coverage.places import Kind, key_at, named, owned


@define
class Listening:
    """Draws that remember what was asked of bulletins, and what came of it."""

    asked: list[tuple[str, int]] = Factory(list)
    real: NamedDraws = Factory(NamedDraws)

    def number(self, seed, name, at, index):
        found = self.real.number(seed, name, at, index)
        if name.startswith("bulletin:"):
            self.asked.append((name, found))
        return found


def conditions_of(pack: Pack) -> dict[object, str]:
    """The conditions of a pack as nodes, with the names of their places."""
    found = {}
    for event in pack.events.values():
        found[event.when] = f"event:{event.id}"
        found.update({one.requires: one.id for seat in event.seats.values() for one in seat})
    found.update({one.when: f"bulletin:{one.id}" for one in pack.bulletins.values()})
    found.update({one.when: f"ending:{one.id}" for one in pack.ruleset.endings})
    found.update({one.when: f"rule:{one.id}" for one in pack.ruleset.rules.values()})
    found.update({one.when: f"conduct:{one.id}" for one in pack.ruleset.conduct.values()})
    for one in owned(pack):
        for effect, name in named(one.key, one.effects).items():
            if isinstance(effect, When):
                found[effect.condition] = name
    return {node: name for node, name in found.items() if node is not None}


@define
class Engine:
    """The engine of a pack, made so that it tells what it does."""

    pack: Pack
    seen: Counter[str] = Factory(Counter)
    draws: Listening = Factory(Listening)

    def listen(self, patch: pytest.MonkeyPatch) -> Game:
        """A game whose every condition, landing and verdict is noted."""
        names = conditions_of(self.pack)
        numbered = list(names.values())
        numbers = {node: number for number, node in enumerate(names)}
        write, compiled, land, judge = generate.source, program.functions, turn.landing, turn.verdicts

        def source(node, slots):
            text = write(node, slots)
            return f"note({numbers[node]}, {text})" if node in numbers else text

        def note(number, held):
            self.seen[key_at(Kind.CONDITION, numbered[number], "yes" if held else "no")] += 1
            return held

        def landing(of, pending, at):
            for one in pending:
                if one.due == at:
                    self.seen[key_at(Kind.DELAY, one.after.removeprefix("half:"))] += 1
            return land(of, pending, at)

        def verdicts(*given):
            found = judge(*given)
            self.seen.update(key_at(Kind.FATE, one.option.id, one.band) for one in found.values())
            return found

        patch.setattr(generate, "source", source)
        patch.setattr(program, "source", source)
        patch.setattr(program, "functions", lambda text, given: compiled(text, {**given, "note": note}))
        patch.setattr(turn, "landing", landing)
        patch.setattr(turn, "verdicts", verdicts)
        return Game(self.pack, self.pack.ruleset.worldviews["authors"], self.draws)

    def play(self, game: Game, seed: int) -> list[Transition]:
        """A game in which everybody does anything, and tells it."""
        self.seen.clear()
        self.draws.asked.clear()
        path = [game.begin(seed)]
        while not game.is_terminal(path[-1].state):
            state = path[-1].state
            actions = {}
            for seat in game.to_move(state):
                legal = game.legal_actions(state, seat)
                actions[seat] = legal[NamedDraws().number(seed, seat, len(path), 0) % len(legal)]
            path.append(game.apply(state, actions))
        self._read(path)
        return path

    def _read(self, path: list[Transition]) -> None:
        """What states and receipts say."""
        names = {}
        for one in owned(self.pack):
            names.update(named(one.key, one.effects))
        end = path[-1].state
        for name, _ in end.happened:
            self.seen[f"event:{name}" if name in self.pack.events else f"bulletin:{name}"] += 1
        self.seen.update(f"option:{one.action}" for one in end.decisions if one.point is Point.CHOOSE)
        for name, at in end.happened:
            chosen = end.chosen(at)
            for deal in self.pack.events[name].deals if name in self.pack.events else ():
                self.seen[f"deal:{deal.id}"] += all(chosen.get(seat) == one for seat, one in deal.between)
        for name, number in self.draws.asked:
            bulletin = self.pack.bulletins[name.partition(":")[2]]
            side = "happened" if number * 100 < bulletin.chance << 64 else "did-not"
            if bulletin.chance < 100:
                self.seen[f"chance:{name}:{side}"] += 1
        self.seen[f"ending:{end.ending}"] += 1
        for step in path:
            self._receipts(step, names)
        for key in [key for key, count in self.seen.items() if not count]:
            del self.seen[key]

    def _receipts(self, step: Transition, names) -> None:
        rules = {**self.pack.ruleset.rules, **self.pack.ruleset.conduct}
        claims = self.pack.ruleset.dossier.claims
        once = set()
        for one in step.receipts:
            if one.kind is ReceiptKind.LIMIT:
                continue
            at = (one.turn, one.stage)
            once |= {(at, f"claim:{name}") for name in one.claims if name in claims}
            once |= {(at, f"rule:{one.by}")} if one.by in rules else set()
            if one.kind is ReceiptKind.DRAWN:
                self.seen[f"chance:{one.site.draw}:{'happened' if one.applied else 'did-not'}"] += 1
            elif one.site.effect and not isinstance(one.site.effect, After):
                self.seen[f"effect:{names[one.site.effect]}"] += 1
        self.seen.update(name for _, name in once)
