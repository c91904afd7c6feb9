"""What the engine keeps of what it has worked out: shared with nobody, bounded, and gone with its owner."""

import gc
import weakref

from dosmesas.engine.benches import Dealer
from dosmesas.engine.floor import Floor
from dosmesas.engine.kept import kept
from dosmesas.engine.state import Point
from tests.support.debating import ALL_SEATS, NORDEN, parley_game, reach


def test_no_more_results_are_kept_than_allowed_and_the_oldest_go_first() -> None:
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    doubled = kept(2, double)
    assert [doubled(one) for one in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2]


def test_debates_are_settled_once_and_whoever_changes_an_answer_changes_it_for_nobody_else() -> None:
    game = parley_game()
    state = reach(game, 1, Point.CASE)
    first = game.tables.debates(state)
    judge = first[NORDEN].judge
    first.clear()
    assert game.tables.debates(state)[NORDEN].judge is judge
    legal = game.tables.floor.legal(game.tables.debates(state), Point.CASE)
    legal.clear()
    assert set(game.to_move(state)) == set(ALL_SEATS)


def test_a_floor_and_its_judges_are_gone_with_the_last_who_knew_them_without_a_collection() -> None:
    game = parley_game()
    floor = Floor(game.pack, Dealer(game.pack, game.view))
    event = game.pack.events["haul"]
    option = event.seats[NORDEN][0]
    judge = floor.judge(
        event, NORDEN, option, floor.dealt(event, NORDEN, option, 7, 1), floor.memories(NORDEN, "", 1, ())
    )
    ends = weakref.ref(floor), weakref.ref(judge)
    gc.disable()
    try:
        del floor, judge
        assert [end() for end in ends] == [None, None]
    finally:
        gc.enable()
