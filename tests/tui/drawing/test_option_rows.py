"""The rows of the choices: forecast before choosing, main moves, deals, in columns."""

import pytest
from attrs import evolve

from dosmesas.engine.state import Point
from dosmesas.model.arguments import Ratify
from dosmesas.session.views import table_view
from dosmesas.tui.drawing.option_rows import choices, later, legend, option_rows
from tests.support.making import NORDEN
from tests.support.playing import do, start
from tests.tui.drawing.views import at_home, bare, foretold, manner, text

LABEL = "Pedir a la Secretaría de Relaciones Exteriores una nota diaria"[:60]


def choosing(now: int = 43_000, best: int = 54_000, **changed: object):
    """Norden at the choice in parley."""
    return foretold(evolve(at_home(), point=Point.CHOOSE), now, best, **changed)


def drawn(view, **how) -> list[str]:
    return text(option_rows(choices(view, how.get("language", "en")), manner(**how)))


def test_at_the_word_one_may_give_it_decline_or_say_nothing_and_the_options_wait() -> None:
    session = start(NORDEN)
    view = table_view(session, NORDEN, "en")
    assert [one.action for one in choices(view, "en")] == list(session.legal(NORDEN))
    assert [one.label for one in later(view)] == ["Sign the pact", "Refuse", "Send the coast guard"]
    view = table_view(do(session, "silent"), NORDEN, "en")
    assert [one.action for one in choices(view, "en")][:2] == ["talks/sign", "talks/refuse"]
    assert later(view) == []


def test_a_row_has_number_label_deal_bar_and_what_home_would_make_of_it() -> None:
    first, second = drawn(choosing())
    assert first.split() == ["1", "Share", "haul", "◆", "━━━━╍┃╍────", "half", "›", "enough"]
    assert second.split()[:3] == ["2", "Keep", "haul"]
    assert first.index("━") == second.index("━")
    assert drawn(choosing(), points=True)[0].endswith(" 43 › 54")
    assert drawn(choosing(52_000, 61_000))[0].endswith("─ enough")
    assert drawn(choosing(), language="es")[0].endswith(" a medias › alcanza")


def test_an_office_that_answers_for_it_is_told_of_an_inquiry_and_the_mark_is_at_40() -> None:
    view = choosing(39_000, 44_000, ratify=Ratify.ANSWER_FOR)
    assert drawn(view)[0].endswith("━━━╸┃╍───── an inquiry › enough")
    assert legend(view, "en", 75).plain.startswith("┃ 40: below it, an inquiry")
    assert legend(choosing(), "en", 75).plain == "┃ 50 needed · ╍ with your best case · ◆ deal"
    assert legend(choosing(), "en", 40).plain == "┃ 50 needed · ╍ with your best case"


def test_what_waits_stands_in_the_same_columns_without_a_number() -> None:
    view = foretold(at_home(), 43_000, 54_000)
    found = choices(view, "en")
    rows = text(option_rows(found + later(view), manner(), len(found)))
    assert rows[len(found)].startswith("   Share haul")
    assert {one.index("━") for one in rows if "━" in one} == {rows[0].index("━")}


def test_an_option_that_is_not_open_says_so_in_place_of_a_forecast() -> None:
    view = table_view(do(start(NORDEN), "silent"), NORDEN, "en")
    assert drawn(view)[2].split()[-3:] == ["×", "not", "open"]


def test_without_home_tables_there_is_no_forecast_and_no_legend_for_it() -> None:
    assert "━" not in "".join(drawn(bare()))
    assert legend(bare(), "en", 75).plain == "◆ deal"


def test_the_main_moves_stand_below_whole_and_what_is_left_out_is_counted() -> None:
    view = table_view(do(start(NORDEN), "silent"), NORDEN, "en")
    sign, refuse, _ = drawn(view, moves=True)
    assert sign.split("\n")[1].strip() == "◆ A common quota · Goodwill ▲+ · in 2 turns: Stock ▲▲+"
    assert "50 in 100: Goodwill ▼▼!" in refuse
    narrow = drawn(view, moves=True, width=44)[0].split("\n")[-1]
    assert narrow.strip() == "◆ A common quota · Goodwill ▲+ · +1 more"


def test_below_a_word_stands_what_both_sides_would_choose() -> None:
    first = drawn(bare(), moves=True)[0].split("\n")[1]
    assert first.strip() == "you: Sign the pact · Minister of Suden: Agree to share"


@pytest.mark.parametrize("width", [75, 95, 115])
@pytest.mark.parametrize("moves", [False, True])
def test_nine_options_with_the_longest_labels_lose_nothing(width: int, moves: bool) -> None:
    view = choosing()
    option = evolve(view.options[0], label=LABEL)
    view = evolve(view, options=(option,) * 9)
    rows = text(option_rows(choices(view, "es"), manner(width, moves=moves, language="es")))
    assert len(rows) == 9
    for row in rows:
        assert max(map(len, row.split("\n"))) <= width
        assert all(word in row for word in LABEL.split())
