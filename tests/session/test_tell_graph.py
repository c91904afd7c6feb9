"""Which debates of a pack there are, and what is said where there is none."""

import pytest

from dosmesas.session.tell_graph import NoDebateError, debate_lines, map_of
from tests.support.small import harbour, parley


def test_debates_are_listed_with_a_command_that_asks_for_one_as_the_pack_was_called() -> None:
    lines = list(debate_lines(parley(), "my/parley", "en"))
    assert lines[1] == "  drill: The drill (6 options)"
    assert "dosmesas graph my/parley --debate drill (add --option " in lines[-1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_pack_without_debates_says_so_and_offers_no_command(language: str) -> None:
    (line,) = debate_lines(harbour(), "harbour", language)
    assert "dosmesas" not in line


def test_an_event_whose_options_have_no_lines_has_nothing_to_draw() -> None:
    with pytest.raises(NoDebateError, match="'storm' has nothing to argue; debates are none"):
        map_of(harbour(), "storm", None, "en")


def test_an_option_of_two_seats_is_drawn_for_both_and_may_be_given_in_full() -> None:
    short, full = (map_of(parley(), "haul", name, "en").nodes for name in ("keep-haul", "haul/keep-haul"))
    assert short.keys() == full.keys()
