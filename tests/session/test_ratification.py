"""How a home table voted: the numbers of the debate's four moments, and what the verdict means for the option."""

import pytest
from attrs import evolve

from dosmesas.engine.home import Band
from dosmesas.engine.state import Point
from dosmesas.model.effects import Effect
from dosmesas.model.rules import Pack
from dosmesas.session.debates.past import judged_turn
from dosmesas.session.ratification import ratification
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup
from dosmesas.text.catalog import say
from tests.support.arguing import WARDEN
from tests.support.athome import at_table, with_option
from tests.support.making import NORDEN, SUDEN, change
from tests.support.playing import BOTH, do, start
from tests.support.small import parley


def silent(pack: Pack) -> Pack:
    """The pack without debates."""
    return evolve(pack, stages=tuple(one for one in pack.stages if one != "argue"))


def at_home(stance: str, **option: object) -> Session:
    """Turn 1 of parley, not argued: Norden's fishers and press take its choice so."""
    pack = with_option(
        parley(), "haul/share-haul", home={"fishers": stance, "press": stance}, clash=(), **option
    )
    return do(
        at_table(pack=silent(pack)),
        "silent",
        "silent",
        "haul/share-haul",
        "haul/watch-haul",
        "haul/take-half",
    )


def spoken(seed: int = 7) -> Session:
    """A game of parley in which all say as much as they may."""
    session = Session.start(parley(), Setup(parley().seats, seed, argue=ALL))
    while (seat := session.next_seat()) is not None:
        talks = session.state.point in {Point.CASE, Point.REBUT, Point.REPLY}
        session.decide(seat, session.legal(seat)[-1 if talks else 0])
    return session


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_last_of_the_four_supports_is_that_of_the_verdict_for_each_audience_and_for_all(
    seed: int,
) -> None:
    session = spoken(seed)
    for turn in range(1, 5):
        judged = judged_turn(session, turn)
        assert judged is not None
        for seat, verdict in judged.verdicts.items():
            found = ratification(session, turn, seat, "en")
            assert found is not None
            assert found.together.final == verdict.support
            assert [one.supports.final for one in found.votes] == [one.support for one in verdict.audiences]
            assert found.argued is (seat in judged.debates)


def test_the_four_supports_follow_the_debate_and_are_one_where_nothing_was_argued() -> None:
    session = spoken()
    judged = judged_turn(session, 1)
    assert judged is not None
    debate, found = judged.debates[NORDEN], ratification(session, 1, NORDEN, "en")
    assert found is not None
    strengths = debate.judge.strengths(debate.case)
    made = {
        one.audience: evolve(one, strength=strengths[one.audience]).support
        for one in judged.verdicts[NORDEN].audiences
    }
    assert {one.id: one.supports.made for one in found.votes} == made
    quiet = ratification(at_home("+5"), 1, NORDEN, "en")
    assert quiet is not None
    for one in (*(vote.supports for vote in quiet.votes), quiet.together):
        assert one.silent == one.made == one.rebutted == one.final


@pytest.mark.parametrize(("stance", "band"), [("+5", "carried"), ("-5", "watered"), ("-30", "blocked")])
def test_the_verdict_says_what_comes_in_full_besides_or_instead(stance: str, band: str) -> None:
    parts: dict[str, tuple[Effect, ...]] = {
        "sure": (change("goodwill", "+1"),),
        "watered": (change("goodwill", "+2"),),
        "blocked": (change("goodwill", "-3"),),
    }
    found = ratification(at_home(stance, **parts), 1, NORDEN, "en")
    assert found is not None
    assert found.fate == band
    wanted = {
        "carried": [say("en", "means_carried")],
        "watered": [
            say("en", "means_watered"),
            say("en", "means_sure", what="Goodwill +1"),
            say("en", "means_besides", what="Goodwill +2"),
        ],
        "blocked": [say("en", "means_blocked"), say("en", "means_instead", what="Goodwill -3")],
    }
    assert list(found.means) == wanted[band]


def test_who_gave_way_is_told_to_whom() -> None:
    pack = with_option(parley(), "haul/share-haul", home={"fishers": "+5"})
    pack = with_option(pack, "haul/close-haul", home={"press": "+20", "fishers": "+20"})
    session = at_table(pack=silent(pack))
    do(session, "silent", "silent", "haul/share-haul", "haul/close-haul", "haul/take-half")
    found = ratification(session, 1, NORDEN, "en")
    assert found is not None
    assert found.fate == Band.GAVE_WAY
    office = pack.ruleset.offices[WARDEN].name("en")
    assert found.means == (say("en", "means_gave_way", office=office, label="Close haul"),)


def test_a_decision_that_is_answered_for_was_done_whatever_the_support_and_an_inquiry_is_told() -> None:
    session = do(at_home("+5"), "drill/join-drill", "drill/read-of-drill", "drill/send-boats")
    found = {seat: ratification(session, 2, seat, "en") for seat in (NORDEN, WARDEN)}
    told = {seat: one.means for seat, one in found.items() if one is not None}
    assert told == {NORDEN: (say("en", "means_inquiry"),), WARDEN: (say("en", "means_answered"),)}
    assert all(one.answers_for for one in found.values() if one is not None)


def test_where_the_audiences_stand_since_is_told_from_before_the_turn_to_its_end() -> None:
    session = spoken()
    for turn in (1, 2):
        found = ratification(session, turn, NORDEN, "en")
        later = ratification(session, turn + 1, NORDEN, "en")
        assert found is not None
        assert later is not None
        assert [one.stands for one in found.votes] == [one.stood for one in later.votes]
    first = ratification(session, 1, NORDEN, "en")
    assert first is not None
    starts = session.pack.ruleset.indicators
    assert [one.stood for one in first.votes] == [starts[one.id].start for one in first.votes]


def test_there_is_no_vote_without_home_tables_or_of_a_turn_that_is_not_over() -> None:
    plain = do(start(*BOTH), "silent", "silent", "talks/sign", "talks/agree")
    assert ratification(plain, 1, NORDEN, "en") is None
    session = at_home("+5")
    assert ratification(session, 2, NORDEN, "en") is None
    assert ratification(session, 1, SUDEN, "en") is not None
