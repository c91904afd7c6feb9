"""Tests of what hangs on the past are written with the turns that lead to it."""

from dosmesas.lang.parser import parse
from dosmesas.model.rules import Pack
from dosmesas.testing.mutation.sheets.comings import ComingSheet
from dosmesas.testing.mutation.sheets.pasts import pasts
from dosmesas.testing.mutation.sheets.rounds import EventSheet
from tests.support import making
from tests.support.making import NORDEN, SUDEN


def _pack(asked: str) -> Pack:
    """A fair, a later day whose option asks for something, and a bulletin that asks for the same."""
    fair = making.event(
        "fair",
        {
            NORDEN: (making.option("fair/sell", making.change("stock", "-9")), making.option("fair/close")),
            SUDEN: (making.option("fair/buy"),),
        },
    )
    reap = making.option("day/reap", making.change("stock", "+1"), requires=asked)
    day = making.event(
        "day", {NORDEN: (making.option("day/rest"), reap), SUDEN: (making.option("day/wait"),)}, repeats=True
    )
    news = making.bulletin("news", making.change("stock", "+2"), condition=asked)
    return making.made((fair, day), bulletins=(news,), turns=4)


def _told(asked: str) -> list[list[tuple[int, str, dict[str, str]]]]:
    found = pasts([parse(asked), None], _pack(asked), beside="day")
    return [[(one.turn, one.event, dict(one.options)) for one in past] for past in found]


def test_what_is_asked_for_comes_a_turn_each_and_then_together() -> None:
    sold, bought = ("fair", {NORDEN: "sell"}), ("fair", {SUDEN: "buy"})
    assert _told("chose('fair/sell')") == [[(1, *sold)]]
    assert _told("chose('sell') or happened('fair')") == [[(1, "fair", {})], [(1, *sold)]]
    assert _told("chose('sell') and chose('buy')") == [
        [(1, *bought)],
        [(1, *sold)],
        [(1, "fair", {NORDEN: "sell", SUDEN: "buy"})],
    ]
    assert _told("chose('sell') and chose('close')") == [[(1, "fair", {NORDEN: "close"})], [(1, *sold)]]
    assert _told("turns_since('news') > 2 and stock > 1") == []
    assert _told("chose('day/rest')") == []


def test_a_bulletin_comes_after_what_it_asks_for_and_not_without() -> None:
    pack = _pack("turns_since('fair/sell') == 2")
    told = ["\n".join(one.lines()) for one in ComingSheet(pack, pack.bulletins["news"]).sketches()]
    after = next(text for text in told if "not without" not in text)
    assert "event: fair\n        no.minister: sell" in after
    assert "until: 3" in after
    assert "- comes: news" in after
    assert "stock: rises by" in after
    without = next(text for text in told if "not without" in text)
    assert "decisions:" not in without
    assert "- not_comes: news" in without


def test_an_option_is_chosen_after_what_it_requires() -> None:
    pack = _pack("chose('fair/sell')")
    told = ["\n".join(one.lines()) for one in EventSheet(pack, pack.events["day"]).sketches()]
    after = [text for text in told if "after fair" in text or "after sell" in text]
    assert len(after) == 1
    assert "- turn: 2\n        event: day\n        no.minister: reap" in after[0]
    assert "- chosen: day/reap" in after[0]
    assert "stock: rises by" in after[0]
