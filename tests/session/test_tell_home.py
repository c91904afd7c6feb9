"""The two tables in words, in both languages: short, and never rounded up to what carries."""

import pytest
from attrs import evolve

from dosmesas.model.arguments import Ratify
from dosmesas.session.home import HomeForecast
from dosmesas.session.tell_home import home_lines, support_line, win_lines
from dosmesas.session.views import TableView, table_view
from dosmesas.session.winsets import Basis, Carries, Side, WinSets
from tests.support.athome import apart, at_table
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import start

CONSENT, ANSWER_FOR = Ratify.CONSENT, Ratify.ANSWER_FOR
LINES = [
    (
        (44_600, 58_000, True, CONSENT),
        "Home table now 44 of 100, needs 50: watered down. With your best case about 58: carried.",
        "Mesa de casa hoy: 44 de 100 y pide 50; pasa diluida. Con su mejor alegato, cerca de 58; pasa.",
    ),
    (
        (52_000, 58_000, True, CONSENT),
        "Home table now 52 of 100: carried. With your best case about 58.",
        "Mesa de casa hoy: 52 de 100; pasa. Con su mejor alegato, cerca de 58.",
    ),
    (
        (39_999, 49_999, True, CONSENT),
        "Home table now 39 of 100, needs 50: blocked. With your best case about 49: watered down.",
        "Mesa de casa hoy: 39 de 100 y pide 50; no pasa. Con su mejor alegato, cerca de 49; pasa diluida.",
    ),
    (
        (44_000, 44_000, False, CONSENT),
        "Home table now 44 of 100, needs 50: watered down.",
        "Mesa de casa hoy: 44 de 100 y pide 50; pasa diluida.",
    ),
    (
        (39_999, 44_000, True, ANSWER_FOR),
        "You answer for it at home: table now 39 of 100; below 40, an inquiry. With your best case about 44.",
        (
            "Usted responde en casa: la mesa, hoy en 39 de 100; con menos de 40 hay investigación. "
            "Con su mejor alegato, cerca de 44."
        ),
    ),
    (
        (40_000, 40_000, False, ANSWER_FOR),
        "You answer for it at home: table now 40 of 100.",
        "Usted responde en casa: la mesa, hoy en 40 de 100.",
    ),
]


@pytest.mark.parametrize(("numbers", "english", "spanish"), LINES)
def test_an_options_support_is_one_line(
    numbers: tuple[int, int, bool, Ratify], english: str, spanish: str
) -> None:
    now, best, argued, ratify = numbers
    forecast = HomeForecast((), now, best, argued=argued, ratify=ratify)
    assert support_line(forecast, "en") == english
    assert support_line(forecast, "es") == spanish


def offered(theirs: Side, *, ratify: Ratify = CONSENT, argued: bool = True) -> TableView:
    """The table of Norden with the other side as given; its own stands at 47, and at 61 with a case."""
    view = table_view(at_table(NORDEN, pack=apart()), NORDEN, "en")
    mine = Side(NORDEN, Basis.KNOWN, Carries.POSSIBLE, 47_000, 61_000)
    home = HomeForecast((), 47_000, 61_000, argued=argued, ratify=ratify)
    deal = evolve(view.deals[0], win=WinSets("haul", mine, theirs))
    return evolve(view, deals=(deal,), options=tuple(evolve(one, home=home) for one in view.options))


@pytest.mark.parametrize(
    ("theirs", "english", "spanish"),
    [
        (
            Side(SUDEN, Basis.GUESSED, Carries.SURE, 52_000, 60_000),
            "theirs, a guess: sure. In both.",
            "en la otra, por cálculo, seguro. Cabe en ambas.",
        ),
        (
            Side(SUDEN, Basis.KNOWN, Carries.NO, 32_000, 40_000),
            "theirs, no. Not in both.",
            "en la otra, no. No cabe en ambas.",
        ),
        (
            Side(SUDEN, Basis.HIDDEN, None),
            "theirs, hidden from you. In both? Unknown.",
            "en la otra, no se ve. No se sabe si cabe en ambas.",
        ),
        (
            Side(SUDEN, Basis.KNOWN, Carries.POSSIBLE, said="haul"),
            "theirs, word given. In both.",
            "en la otra, dieron su palabra. Cabe en ambas.",
        ),
        (
            Side(SUDEN, Basis.KNOWN, Carries.NO, said="decline"),
            "theirs, declined. Not in both.",
            "en la otra, se negaron. No cabe en ambas.",
        ),
    ],
)
def test_a_deal_is_one_line_that_says_what_the_other_side_rests_on(
    theirs: Side, english: str, spanish: str
) -> None:
    view = offered(theirs)
    mine = 'Deal "A common haul": your table, possible (47; 61 with your best case); '
    assert win_lines(view, "en") == [mine + english]
    suya = "Acuerdo «A common haul»: en su mesa, posible (47; 61 con su mejor alegato); "
    assert win_lines(view, "es") == [suya + spanish]


def test_without_argument_there_is_one_number_and_none_where_support_does_not_decide() -> None:
    theirs = Side(SUDEN, Basis.GUESSED, Carries.SURE)
    start_of = 'Deal "A common haul": your table, possible'
    assert win_lines(offered(theirs, argued=False), "en")[0].startswith(f"{start_of} (47); ")
    assert win_lines(offered(theirs, ratify=ANSWER_FOR), "en")[0].startswith(f"{start_of}; ")


def test_the_home_table_is_told_with_weights_and_what_each_makes_of_the_options() -> None:
    view = table_view(at_table("no.warden", pack=apart()), "no.warden", "en")
    heading, options, close, watch = home_lines(view, "en")
    assert heading.startswith(
        "Your home table: The press 50 of 100 (weight 3 of 4); Fishers 50 of 100 (weight 1 of 4). "
    )
    assert options == "What each would make of your options, without a case/with your best."
    home = view.options[0].home
    assert home is not None
    press, fishers = (f"{one.now // 1000}/{one.best // 1000}" for one in home.audiences)
    table = f"{home.now // 1000}/{home.best // 1000}"
    assert close == f"1. Close haul: The press {press}; Fishers {fishers}. The table {table}."
    assert watch.startswith("2. Watch haul: The press ")


def test_where_no_home_table_is_asked_there_is_one_line_to_say_so() -> None:
    view = table_view(start(NORDEN), NORDEN, "en")
    assert home_lines(view, "en") == ["Nobody at home is asked here."]
    assert win_lines(view, "en") == []
