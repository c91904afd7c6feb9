"""The demonstration: bots play a whole game, and every turn is told with everything opened."""

import io
import re

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.plain.demo import narrate, run_demo
from dosmesas.plain.page import Page
from dosmesas.session.at_work import top_claims
from dosmesas.session.decisive import Search
from dosmesas.session.session import Session
from dosmesas.session.tell_decisive import decisive_lines
from dosmesas.session.tell_teaching import teaching_parts
from dosmesas.text.catalog import say
from tests.support.full import crossed, packs
from tests.support.making import NORDEN, SUDEN, regatta
from tests.support.playing import do, finish, secretive, start
from tests.support.shipped import shipped
from tests.support.small import harbour, parley


def demo(pack: Pack, language: str = "en", seed: int = 7, counterpart: str = "persona") -> str:
    """The text of a demonstration."""
    out = io.StringIO()
    run_demo(pack, seed, Page(out, language), counterpart)
    return out.getvalue()


def test_every_turn_is_told_and_then_the_end() -> None:
    text = demo(regatta())
    assert text.startswith("A demonstration: bots play The regatta; seed 7.\n")
    assert [f"Turn {turn} of 4." in text for turn in (1, 2, 3, 4)] == [True] * 4
    assert "The ending: " in text
    assert "(you)" not in text


def test_nothing_is_hidden_from_who_only_watches() -> None:
    assert "cannot see" not in demo(secretive())


def test_the_same_seed_tells_the_same_and_another_another() -> None:
    assert demo(regatta()) == demo(regatta())
    assert demo(regatta(), seed=8) != demo(regatta())
    assert demo(regatta(), counterpart="random") != demo(regatta())


def test_a_game_that_goes_on_is_narrated_as_far_as_it_went() -> None:
    out = io.StringIO()
    narrate(do(start(NORDEN), "quota", "talks/sign"), Page(out, "en"))
    assert "Turn 1 of 3." in out.getvalue()
    assert "Turn 2 of 3." not in out.getvalue()
    assert "The ending" not in out.getvalue()


@pytest.mark.parametrize(("name", "language"), crossed(["regatta", *packs(0)]))
def test_a_demonstration_fits_any_terminal(name: str, language: str) -> None:
    text = demo(regatta() if name == "regatta" else load_pack(name), language)
    assert max(map(len, text.splitlines())) <= 79
    assert "\x1b" not in text


NUMBER = r"[+-]?[\d,]*\.?\d+"
MOVED = re.compile(
    rf"^(.+?):? (?:rose|fell|sube|baja) ({NUMBER}), (?:from|de) ({NUMBER}) (?:to|a) ({NUMBER})\.$"
)
RECEIPT = re.compile(r"^  ([+-](?:\d|,)*\.?\d+) ")


def thousandths(text: str) -> int:
    """A number as it stands on screen."""
    return round(float(text.replace(",", "")) * 1000)


def check_sums(text: str) -> int:
    """Every indicator's lines in a transcript add up to its change; how many there were."""
    found, lines = 0, text.splitlines()
    for number, line in enumerate(lines):
        match = MOVED.match(line)
        if match:
            found += 1
            change = thousandths(match[4]) - thousandths(match[3])
            assert abs(change) == thousandths(match[2])
            total, at = 0, number + 1
            while lines[at].startswith("  "):
                receipt = RECEIPT.match(lines[at])
                total += thousandths(receipt[1]) if receipt else 0
                at += 1
            assert total == change, line
    return found


def narrated(session: Session, language: str) -> str:
    """A game that is over, told turn by turn."""
    out = io.StringIO()
    narrate(session, Page(out, language))
    return out.getvalue()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_lines_under_every_number_add_up_on_screen(language: str) -> None:
    for pack in (harbour(), regatta(), secretive(), parley()):
        for which in (0, 1):
            assert check_sums(narrated(finish(start(NORDEN, SUDEN, pack=pack), which), language)) >= 2


@pytest.mark.parametrize(("name", "language"), crossed(packs(0)))
def test_the_lines_under_every_number_add_up_in_a_shipped_pack(name: str, language: str) -> None:
    pack = load_pack(name)
    for which in (0, 1, 2):
        assert check_sums(narrated(finish(start(pack.seats[0], pack=pack), which), language)) >= 5


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_end_tells_which_choice_mattered_most(language: str) -> None:
    session = finish(start(NORDEN, SUDEN, pack=regatta()))
    told = " ".join(narrated(session, language).split())
    lines = decisive_lines(session, Search(session).found(), language)
    assert len(lines) == 4
    assert all(" ".join(line.split()) in told for line in lines)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_end_tells_the_thesis_its_opponent_and_where_the_game_stood_before_the_claims(
    language: str,
) -> None:
    session = finish(start("us.attorney_general", pack=shipped("culiacan")))
    told = " ".join(narrated(session, language).split())
    parts, claims = teaching_parts(session, language), top_claims(session, language)
    wanted = [text for one in parts for text in (one.heading, *one.told)] + [say(language, "claims_heading")]
    wanted += [text for one in claims for text in (one.text, one.moved)]
    assert len(parts) == 3
    for one in wanted:  # each behind the one before
        _, found, told = told.partition(" ".join(one.split()))
        assert found
