"""Counters: whole numbers that effects move and conditions read, and that no belief makes less."""

from tests.support.making import NORDEN, SUDEN, game_of, played, regatta, value

FOGGY = 9
"""A seed whose agenda brings the fog."""


def sailed(view: str) -> list[object]:
    """Regatta up to the fog, in which Norden sails on."""
    game = game_of(regatta(), view)
    path = [game.begin(FOGGY)]
    while path[-1].state.event != "fog":
        state = path[-1].state
        actions = {seat: game.legal_actions(state, seat)[0] for seat in game.to_move(state)}
        path.append(game.apply(state, actions))
    path.append(game.apply(path[-1].state, {NORDEN: "fog/fog-sail", SUDEN: "fog/fog-watch"}))
    return [game, path[-1]]


def test_a_counter_counts_whatever_the_worldview_believes() -> None:
    for view in ("authors", "doubter"):
        game, after = sailed(view)
        assert value(game, after.state, "risks") == 1000
        (counted,) = [one for one in after.receipts if one.indicator == "risks"]
        assert (counted.kind, counted.applied, counted.by) == ("change", 1000, "fog/fog-sail")


def test_a_rule_reads_a_counter_and_how_long_ago_an_event_was() -> None:
    _, after = sailed("authors")
    told = [one for one in after.receipts if one.by == "daring-tells"]
    assert [one.applied for one in told] == [500]
    assert "risks" in told[0].reads


def test_before_anything_was_counted_the_counter_stands_at_its_start() -> None:
    game = game_of(regatta())
    first = played(game, 7)[0].state
    assert value(game, first, "risks") == 0
