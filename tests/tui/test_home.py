"""The home table in a debate, as text."""

import pytest
from attrs import evolve

from dosmesas.engine.home import Band
from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.tui.home import STRENGTH, Picked, bar, home_lines

DOUBTS = (("Will it work?", 45), ("Needed?", 35))
FISHERS = ListenerView("fishers", "the fishers", 4, DOUBTS, 38_900, 0)
PRESS = ListenerView("press", "the press of both coasts and of the islands", 3, (("Needed?", 20),), 61_000, 0)
NOW = Standing(48_000, Band.WATERED, (FISHERS, PRESS))


@pytest.mark.parametrize(
    ("support", "drawn"),
    [
        (0, "▕    │    ▏"),
        (49_999, "▕███▉│    ▏"),
        (50_000, "▕████│    ▏"),
        (51_563, "▕████│▏   ▏"),
        (100_000, "▕████│████▏"),
    ],
)
def test_a_bar_reaches_its_mark_at_50_and_not_before(support: int, drawn: str) -> None:
    assert bar(support, 8) == drawn


def test_each_audience_has_share_number_change_bar_and_doubts_in_columns() -> None:
    before = evolve(NOW, support=45_000, listeners=(evolve(FISHERS, support=40_000), PRESS))
    lines = home_lines(NOW, before, 76, "en", Picked("status", {"Needed?": "1,!2"}))
    fishers = next(line for line in lines if line.startswith("the fishers"))
    assert fishers.split()[2:5] == ["4", "38", "-2"]
    assert fishers.split()[-2:] == ["35", "45"] or fishers.split()[-2:] == ["45", "35"]
    heads = lines[0]
    needed = heads.index("Needed?") + len("Needed?")
    assert fishers[:needed].endswith("35")
    assert lines[-1][:needed].endswith("1,!2")
    press = next(line for line in lines if line.startswith("the press"))
    assert "·" in press
    assert "watered down" in next(line for line in lines if line.startswith("together"))


@pytest.mark.parametrize("width", [76, 116])
def test_no_line_is_wider_than_the_screen_and_a_long_name_goes_on_below_itself(width: int) -> None:
    lines = home_lines(NOW, NOW, width, "en", Picked("status", {}))
    assert max(map(len, lines)) <= width
    at = next(n for n, line in enumerate(lines) if line.startswith("the press"))
    below = [line.strip() for line in lines[at + 1 :] if line.startswith("  ")]
    name = lines[at].partition(" 3 ")[0].strip()
    assert " ".join([name, *below]) == PRESS.name
    assert bool(below) is (width == 76)


def test_a_long_status_and_a_long_legend_are_told_whole() -> None:
    status = "so many words that they cannot all stand to the left of the columns of the doubts"
    lines = home_lines(NOW, NOW, 76, "en", Picked(status, {"Needed?": "1"}))
    told = " ".join(" ".join(line.split()) for line in lines[-3:])
    assert all(word in told for word in status.split())
    assert max(map(len, lines)) <= 76


def test_where_support_is_not_seen_the_bars_may_tell_how_far_the_policy_stands() -> None:
    def standing(fishers: int, press: int) -> Standing:
        heard = (evolve(FISHERS, support=None, strength=fishers), evolve(PRESS, support=None, strength=press))
        return Standing(None, None, heard)

    before, now = standing(250_000_000, 500_000_000), standing(712_400_000, 499_000_000)
    lines = home_lines(now, before, 76, "en", Picked("status", {}), STRENGTH)
    fishers = next(line for line in lines if line.startswith("the fishers"))
    assert fishers.split()[2:6] == ["4", "0.71", "+0.46", "▕████│█▋"]
    press = next(line for line in lines if line.startswith("the press"))
    assert " 0.50       ▕███▉│" in press  # moved by a thousandth, which is not shown
    together = next(line for line in lines if line.startswith("together"))
    assert together.split()[1:3] == ["0.62", "+0.26"]
    assert lines[0].startswith("How far the policy stands, of 1")
    assert "of 100" not in "\n".join(lines)
    assert max(map(len, lines)) <= 76


def test_where_support_is_not_seen_there_is_no_number_no_bar_and_no_verdict() -> None:
    hidden = Standing(None, None, tuple(evolve(one, support=None) for one in NOW.listeners))
    text = "\n".join(home_lines(hidden, hidden, 76, "en", Picked("status", {})))
    assert "▕" not in text
    assert "together" not in text
    assert PRESS.name[:30] in " ".join(text.split())
