"""A game as a state machine: it holds what the pack promises, and tells who did what where that fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import InvalidArgument
from hypothesis.stateful import run_state_machine_as_test

from dosmesas.engine.draws import LEAST
from dosmesas.engine.game import Game
from dosmesas.engine.receipts import Receipt
from dosmesas.engine.state import State
from dosmesas.testing.machine import GameMachine, invariant, machine
from dosmesas.testing.strategies import History, packs
from tests.support.full import cases
from tests.support.small import SMALL, copy_of_small, harbour, parley
from tests.testing.breaking import Twin
from tests.testing.strategies.making import simplest

PROMISE = """invariants:
  - invariant: Goodwill is never spent in a month
    falls_at_most:
      goodwill: 4
    reason: They have to meet again.
    because: [talks-help]
"""

PRINTED = """\
state = Peaceful()
state.begin(worldview='authors', seed=0)
state.no_pact()
state.step(moves={'no.minister': 'silent', 'su.minister': 'silent'})
state.no_pact()
state.step(moves={'no.minister': 'talks/sign', 'su.minister': 'talks/agree'})
state.no_pact()
state.teardown()"""


def run(played: type[GameMachine], examples: int = cases(300, 15)) -> None:
    """Games of a machine, as many as are asked for; of a failure no more is told than its steps."""
    usual = settings(played.TestCase.settings, suppress_health_check=list(HealthCheck), database=None)
    chosen = settings(usual, max_examples=examples, phases=[Phase.generate, Phase.shrink])
    run_state_machine_as_test(played, settings=chosen)


def failure(played: type[GameMachine]) -> tuple[str, list[str]]:
    """What a machine that fails says, and the steps that it prints."""
    with pytest.raises(AssertionError) as told:
        run(played, 300)
    return str(told.value).split("\n")[0], [*told.value.__notes__]


Culiacan = machine("culiacan")


class TestCuliacan(Culiacan.TestCase):
    settings = settings(Culiacan.TestCase.settings, max_examples=cases(100, 3))


def test_a_run_can_reach_the_end_of_a_game_under_every_worldview_and_no_more() -> None:
    seen = set[tuple[str, bool]]()

    class Looking(GameMachine):
        pack = parley()

        def teardown(self) -> None:
            if self.path:
                seen.add((self.game.view.id, self.history.over))
                assert (
                    self.history.states
                    == History(self.game, self.history.seed, self.history.decisions).states
                )

    run(Looking, 40)
    assert {("authors", True), ("doubter", True)} <= seen
    assert Looking.TestCase.settings.stateful_step_count < 30


def test_a_promise_of_ones_own_is_broken_in_a_game_of_two_steps() -> None:
    class Peaceful(GameMachine):
        pack = harbour()
        worldview = "authors"

        @invariant()
        def no_pact(self) -> None:
            assert not (self.path and self.flag("pact")), f"a pact, and goodwill at {self.value('goodwill')}"

    said, steps = failure(Peaceful)
    assert said == "a pact, and goodwill at 48000"
    assert PRINTED in "\n".join(steps)


def test_what_the_yaml_tests_of_a_pack_promise_is_held(tmp_path: Path) -> None:
    folder = copy_of_small(tmp_path) / "content/harbour"
    (folder / "tests").mkdir()
    (folder / "tests/promises.yaml").write_text(PROMISE)
    said, steps = failure(machine(folder, draws=LEAST))
    assert said == (
        f"Goodwill is never spent in a month ({folder}/tests/promises.yaml:4:17): "
        "goodwill falls by at most 4 a turn; in turn 1 it fell by 10, from 40 to 30"
    )
    assert [line for line in steps if "step" in line] == [
        "state.step(moves={'no.minister': 'silent', 'su.minister': 'silent'})",
        "state.step(moves={'no.minister': 'talks/refuse', 'su.minister': 'talks/agree'})",
    ]


class Forgetful(Twin):
    """A game that keeps a receipt to itself."""

    def receipts_of(self, receipts: list[Receipt]) -> list[Receipt]:
        return receipts[1:]


class Boundless(Twin):
    """A game in which a number leaves its range, with receipts that say so."""

    def state_of(self, state: State) -> State:
        return evolve(state, values=(999_000, *state.values[1:]))


@pytest.mark.parametrize(
    ("twin", "said"), [(Forgetful, "and its receipts make"), (Boundless, "and its receipts make 40")]
)
def test_numbers_that_receipts_do_not_make_are_found(twin: type[Game], said: str) -> None:
    class Broken(GameMachine):
        pack = harbour()

        def game_under(self, worldview: str) -> Game:
            return twin(harbour(), harbour().ruleset.worldviews[worldview])

    assert said in failure(Broken)[0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: machine("culiacann"), "no pack 'culiacann'. did you mean 'culiacan'?"),
        (
            lambda: machine("culiacan", worldview="author"),
            "no worldview 'author' in the pack 'culiacan'; there are",
        ),
        (lambda: machine(SMALL), "holds no pack.yaml"),
        (lambda: run(GameMachine), 'GameMachine has no pack: write pack = "culiacan" in the class'),
    ],
)
def test_what_is_wrong_is_told_before_any_game(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidArgument) as told:
        wrong()
    assert said in str(told.value)


def test_a_drawn_pack_can_be_played_too() -> None:
    run(machine(simplest(packs(), lambda _: True)), 5)
