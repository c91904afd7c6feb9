"""The numbers of the charts are those of the game, as far as the office sees them."""

from dosmesas.session.charts import Series, charts_view
from dosmesas.session.tell_charts import all_lines, one_lines, table_lines
from dosmesas.session.turns import turns_of
from dosmesas.session.views import table_view
from dosmesas.text.number import fixed
from tests.support.making import NORDEN, SUDEN, change
from tests.support.playing import do, finish, one_day, start


def series(session: object, name: str, seat: str | None = NORDEN) -> Series:
    view = charts_view(session, seat, "en")  # type: ignore[arg-type] # a session, handed on
    return next(one for one in view.series if one.id == name)


def test_a_series_has_a_number_as_each_turn_began_and_the_present_one_is_that_of_the_table() -> None:
    session = start(NORDEN, draws="greatest")
    one = series(session, "stock")
    assert one.values == (50_000,)
    do(session, session.legal(NORDEN)[0])
    do(session, session.legal(NORDEN)[0])
    one = series(session, "stock")
    assert len(one.values) == session.state.turn == 2
    assert one.values[0] == 50_000
    (row,) = [row for row in table_view(session, NORDEN, "en").rows if row.id == "stock"]
    assert (one.told[-1], one.low, one.high) == (row.value, row.low, row.high)


def test_after_the_end_the_outlook_follows_month_by_month() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "-3"), turns=3)))
    view = charts_view(session, None, "en")
    stock = next(one for one in view.series if one.id == "stock")
    turns = turns_of(session)
    assert stock.values[3:] == tuple(turn.values["stock"] for turn in turns[2:])
    assert [moment.turn for moment in view.moments[:4]] == [1, 2, 3, 0]
    assert sum(moment.outlook for moment in view.moments) == 12
    assert len(view.moments) == len(stock.values)
    assert view.moments[-1].long == "12 months later"


def test_the_axis_goes_to_the_end_of_the_pack_while_the_game_is_on() -> None:
    view = charts_view(start(NORDEN), NORDEN, "en")
    assert [moment.short for moment in view.moments] == ["1 Jan", "2 Feb", "3 Mar", "end"]
    spanish = charts_view(start(NORDEN), NORDEN, "es")
    assert [moment.short for moment in spanish.moments] == ["1 ene", "2 feb", "3 mar", "fin"]


def test_what_an_office_does_not_see_has_no_chart_until_the_game_is_over() -> None:
    session = start(NORDEN)
    assert "poaching" not in {one.id for one in charts_view(session, NORDEN, "en").series}
    assert "poaching" in {one.id for one in charts_view(session, SUDEN, "en").series}
    assert "poaching" in {one.id for one in charts_view(finish(session), None, "en").series}


def test_the_indicators_of_the_table_come_first() -> None:
    session = start(NORDEN)
    view = charts_view(session, NORDEN, "en")
    assert [one.id for one in view.series[: view.main]] == [
        row.id for row in table_view(session, NORDEN, "en").rows
    ]


def test_decisions_stand_at_the_turn_in_which_they_were_taken_the_own_ones_first() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "-3"), turns=2)))
    taken = charts_view(session, NORDEN, "en").taken
    assert [(one.turn, one.label, one.mine) for one in taken] == [
        (1, "act", True),
        (1, "rest", False),
        (2, "act", True),
        (2, "rest", False),
    ]


def test_the_text_says_every_number_of_the_chart_and_its_scale() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "-3"), turns=3)))
    view = charts_view(session, None, "en")
    stock = next(one for one in view.series if one.id == "stock")
    lines = one_lines(view, stock, "en")
    assert lines[0] == "Stock (index), on a scale of 0 to 100."
    told = [line for line in lines[1:] if not line.startswith("  ")]
    assert len(told) == len(stock.values)
    for line, moment, value in zip(told, view.moments, stock.values, strict=True):
        assert line.startswith(f"{moment.long}: {fixed(value)}")
    assert sum(line.startswith("  Decided by") for line in lines) == 6


def test_changes_are_those_between_the_numbers_shown() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "-0.05"), turns=3)))
    view = charts_view(session, None, "en")
    lines = one_lines(view, next(one for one in view.series if one.id == "stock"), "en")
    before = None
    for line in lines[1:]:
        if line.startswith("  "):
            continue
        value, _, change_told = line.split(": ")[1].rstrip(".").partition(" (")
        if before is not None:
            moved = round((float(value) - before) * 10)
            assert moved == round(float(change_told.rstrip(")") or 0) * 10)
        before = float(value)


def test_all_in_short_and_the_table_say_the_same_numbers() -> None:
    session = finish(start(NORDEN, pack=one_day(change("stock", "-3"), turns=3)))
    view = charts_view(session, None, "en")
    short = all_lines(view, "en")
    assert len(short) == 1 + len(view.series)
    for width in (50, 74, 200):
        table = "\n".join(table_lines(view, view.series[:2], width, "en"))
        assert max(map(len, table.split("\n"))) <= width
        for one in view.series[:2]:
            assert any("; ".join(one.told) in line for line in short)
            cells = [word for line in table.split("\n") for word in line.split()]
            assert all(cells.count(value) >= one.told.count(value) for value in one.told)
