"""Marks of how a player argued: against what was open, never against side, luck or the outcome."""

import random
import re
from pathlib import Path
from unittest.mock import patch

import pytest
from attrs import evolve, frozen

from dosmesas.debate.search import expert_case
from dosmesas.engine import dealing
from dosmesas.engine.draws import DOUBLES, NamedDraws
from dosmesas.engine.floor import ARGUING
from dosmesas.engine.game import Game
from dosmesas.engine.plays import answer_of, play_of, text_of
from dosmesas.model.rules import Pack
from dosmesas.session.argued import argued, own_words
from dosmesas.session.marks import KINDS, Marks, Part, marks
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, ALTERNATE, AUTO, Setup
from tests.support.arguing import WARDEN, argue, go_on
from tests.support.making import NORDEN, SUDEN
from tests.support.small import copy_of_small, load_from, parley

CASE = {(1, "case", NORDEN): "half-is-enough+haul-counted"}


def first(said: dict[str, str], pack: Pack | None = None) -> Session:
    """The first turn with this case, rebuttals and answer about the option of Norden's minister."""
    seats = {"case": NORDEN, "rebut": SUDEN, "reply": NORDEN}
    script = {(1, point, seats[point]): action for point, action in said.items()}
    return argue({**CASE, **script}, pack=pack, turns=1)


def of(session: Session, seat: str = NORDEN) -> Marks:
    return marks(session)[seat]


def quality(session: Session, point: str, seat: str = NORDEN) -> int | None:
    (one,) = [one for one in of(session, seat).chosen if one.point == point and one.turn == 1]
    return one.quality


def doubting(**doubts: int) -> Pack:
    """Parley with fishers who doubt this."""
    pack = parley()
    bank = pack.ruleset.bank
    doubters = {**bank.doubters, "fishers": evolve(bank.doubters["fishers"], doubts=doubts)}
    return evolve(pack, ruleset=evolve(pack.ruleset, bank=evolve(bank, doubters=doubters)))


# choice quality


def worth(session: Session, seat: str = NORDEN) -> int:
    (one,) = [one for one in argued(session) if one.debate.seat == seat and one.turn == 1]
    return sum(5 * value for value in one.debate.strengths().values())


def test_a_reply_is_marked_by_what_every_legal_reply_would_have_left() -> None:
    rebuttals = "haul-was-small+nobody-counts"
    legal = [
        "rest",
        "reply:counts-are-shared-now",
        *(f"back:{one}:half-is-enough" for one in ("a-pact-holds", "talks-open-doors")),
        *("concede:half-is-enough", "concede:haul-counted"),
    ]
    games = {action: first({"rebut": rebuttals, "reply": action}) for action in legal}
    left = {action: worth(session) for action, session in games.items()}
    best, worst = max(left.values()), min(left.values())
    found = {action: quality(session, "reply") for action, session in games.items()}
    exact = {action: (one - worst) * 100_000 / (best - worst) for action, one in left.items()}
    assert found == {action: pytest.approx(one, abs=0.5) for action, one in exact.items()}
    assert {*found.values()} >= {0, 100_000}


def test_rebuttals_are_marked_by_what_the_best_answer_leaves_and_less_is_better() -> None:
    session = first({"rebut": "none"})
    (debate,) = [one.debate for one in argued(session) if one.debate.seat == NORDEN]
    judge, case = debate.judge, debate.case
    before = next(one.before for one in own_words(session, SUDEN) if one.decision.point == "rebut")
    left = {}
    for action in session.game.legal_actions(before, SUDEN):
        against = play_of(action)
        replies = [one.id for one in judge.bench.replies if {*one.against} & {*against}]
        spare = [one.id for one in judge.bench.hand if one.id not in case]
        back = [
            f"back:{one}:{to}"
            for one in spare
            for to in case
            if judge.cards[one].answers == judge.cards[to].answers
        ]
        answers = ["rest"]
        if against:
            answers += [*(f"reply:{one}" for one in replies), *back, *(f"concede:{one}" for one in case)]
        left[action] = max(judge.worth(case, against, answer_of(one)) for one in answers)
    least, most = min(left.values()), max(left.values())
    for action in [*left][::4]:
        expected = (most - left[action]) * 100_000 / (most - least)
        found = quality(first({"rebut": action}), "rebut", SUDEN)
        assert found == pytest.approx(expected, abs=0.5)


def test_a_case_is_marked_on_every_rebuttal_that_might_lie_ready_not_on_those_that_chance_dealt() -> None:
    session = first({})
    state = next(one.before for one in own_words(session, NORDEN) if one.decision.point == "case")
    floor, event = session.game.tables.floor, session.pack.events["haul"]
    option = session.pack.option("haul/share-haul")
    dealt = floor.dealt(event, NORDEN, option, 7, 1)
    unseen = floor.dealer.open_deal(event, option, dealt.hand)
    assert {card.id for card in unseen.ready} >= {card.id for card in dealt.ready}
    before = floor.memories(NORDEN, SUDEN, 1, state.decisions)
    best, _ = expert_case(floor.judge(event, NORDEN, option, unseen, before))
    assert quality(first({"case": text_of(best)}), "case") == 100_000
    assert quality(first({"case": "none"}), "case") == 0


def test_a_play_without_an_alternative_of_another_worth_has_no_quality() -> None:
    session = first({"rebut": "nobody-counts", "case": "none"}, doubting())
    assert of(session).quality is None
    assert [one.quality for one in of(session).chosen] == [None] * len(of(session).chosen)
    assert of(session).chosen


def test_the_quality_of_a_game_is_the_mean_over_its_plays() -> None:
    found = of(argue(CASE))
    known = [one.quality for one in found.chosen if one.quality is not None]
    assert found.quality == pytest.approx(sum(known) / len(known), abs=0.5)
    assert found.weighed == len(known)
    assert {one.turn for one in found.chosen} == {1, 2, 4}


def test_a_turn_that_goes_on_is_not_marked_yet() -> None:
    session = argue(CASE, turns=3)
    before = of(session)
    while session.state.point != "reply":
        seat = session.next_seat()
        session.decide(seat, session.legal(seat)[-1])
    assert of(session) == before


# clash

BACKED = "back:talks-open-doors:half-is-enough"


@pytest.mark.parametrize(
    ("case", "rebuttals", "answer", "met", "hurt"),
    [
        ("half-is-enough+haul-counted", "haul-was-small+nobody-counts", "rest", 0, 2),
        ("half-is-enough+haul-counted", "haul-was-small+nobody-counts", "reply:counts-are-shared-now", 1, 2),
        ("half-is-enough+haul-counted", "haul-was-small+nobody-counts", BACKED, 1, 2),
        ("half-is-enough+haul-counted", "haul-was-small+nobody-counts", "concede:haul-counted", 1, 2),
        ("half-is-enough+haul-counted", "nobody-counts", "concede:haul-counted", 0, 1),
        # what makes a doubt worse is met by holding up what answers it, or giving up what feeds it
        ("half-is-enough+haul-counted", "boats-are-lost", BACKED, 1, 1),
        ("half-is-enough+haul-counted", "boats-are-lost", "concede:haul-counted", 1, 1),
        ("half-is-enough+haul-counted", "boats-are-lost", "concede:half-is-enough", 0, 1),
        ("talks-open-doors", "none", "rest", 0, 0),
    ],
)
def test_clash_counts_rebuttals_that_hurt_and_those_met_by_an_answer_aimed_at_them(
    case: str, rebuttals: str, answer: str, met: int, hurt: int
) -> None:
    found = of(first({"case": case, "rebut": rebuttals, "reply": answer}))
    assert found.clash == Part(met, hurt)


def test_who_denies_a_claim_hits_every_card_that_rests_on_it() -> None:
    script = {
        (1, "case", SUDEN): "haul-counted+nets-come-up-empty",
        (1, "rebut", NORDEN): "waters-are-warm",
        (1, "reply", SUDEN): "concede:haul-counted",
    }
    assert of(argue(script, turns=1), SUDEN).clash == Part(1, 1)


def test_a_rebuttal_that_took_nothing_from_the_plan_need_not_be_met() -> None:
    # Those who doubt only whether it works lose nothing when a card on how serious it is falls.
    said = {"rebut": "haul-was-small+nobody-counts", "reply": BACKED}
    assert of(first(said, doubting(works=700))).clash == Part(1, 1)


# fit


@pytest.mark.parametrize(
    ("doubts", "fitting"),
    [
        ({"serious": 400, "works": 700}, 2),
        ({"works": 700}, 1),
        ({"serious": 100, "works": 700, "worth": 500}, 1),
        ({"serious": 500, "works": 700, "worth": 500}, 2),  # as large as the second largest
        ({"serious": 100, "needed": 300, "worth": 500}, 0),
    ],
)
def test_fit_is_the_share_of_the_case_that_answers_the_two_largest_doubts(
    doubts: dict[str, int], fitting: int
) -> None:
    assert of(first({}, doubting(**doubts))).fit == Part(fitting, 2)


def test_silence_has_no_fit() -> None:
    assert of(first({"case": "none"})).fit.mark is None


# evidence and kinds


def test_evidence_counts_cards_whose_claims_were_opened_before_they_were_played() -> None:
    session = argue(turns=0)
    script = {
        **CASE,
        (1, "rebut", NORDEN): "talk-is-cheap",
        (1, "reply", NORDEN): BACKED,
        (1, "case", SUDEN): "talks-open-doors",
        (1, "rebut", SUDEN): "nobody-counts",
    }
    session.note_opened(NORDEN, ["talks-help"])  # half-is-enough, and talks-open-doors in the backing
    while session.state.point != "rebut":
        seat = session.next_seat()
        session.decide(seat, script.get((1, str(session.state.point), seat), session.legal(seat)[0]))
    session.note_opened(NORDEN, ["stock-falls"])  # too late for haul-counted, in time for talk-is-cheap
    session = go_on(session, script, turns=1)
    assert of(session).evidence == Part(3, 4)
    assert of(session, SUDEN).evidence == Part(0, 2)
    assert of(session).kinds == dict(zip(KINDS, (2, 2, 0, 0, 0), strict=True))
    assert of(session, SUDEN).kinds == dict(zip(KINDS, (0, 2, 0, 0, 1), strict=True))  # one of a rival


def test_a_conceded_card_is_not_played_again() -> None:
    found = of(first({"rebut": "nobody-counts", "reply": "concede:half-is-enough"}))
    assert found.evidence.of == 2
    assert [card.id for card in found.cards] == ["half-is-enough", "haul-counted"]


# who is marked, and on what not


def test_what_the_staff_played_counts_neither_for_nor_against() -> None:
    every = of(argue(CASE, NORDEN))
    none = of(argue(CASE, NORDEN, argue=AUTO))
    assert (none.quality, none.clash, none.fit, none.evidence) == (None, Part(), Part(), Part())
    assert (none.chosen, none.best, none.cards) == ((), 0, ())
    some = of(argue(CASE, NORDEN, argue=ALTERNATE))
    assert {(one.turn, one.point) for one in some.chosen} < {(one.turn, one.point) for one in every.chosen}
    assert "reply" not in {one.point for one in some.chosen if one.turn == 2}


def test_bots_have_no_marks() -> None:
    assert marks(argue({}, NORDEN)).keys() == {NORDEN}


def random_game(pack: Pack, luck: int, *, swapped: bool = False, seed: int = 7, draws: str = "") -> Session:
    """All seats human and their plays at random, the same ones for the same luck whoever sits where."""
    session = Session.start(pack, Setup(pack.seats, seed, argue=ALL, draws=draws))
    while (seat := session.next_seat()) is not None:
        named = other_side(seat) if swapped else seat
        dice = random.Random(f"{luck}{named}{session.state.turn}{session.state.point}")
        legal = session.legal(seat)
        if session.state.point in ARGUING and luck % 3 == 0:
            legal = legal[len(legal) // 2 :]
        session.decide(seat, legal[int(dice.random() * len(legal))])
    return session


def other_side(text: str) -> str:
    """A text with Norden and Suden changing places."""
    sides = {"no": "su", "su": "no"}
    pattern = r"\b(no|su)(?=\.(?:minister|warden))|(?<=country: )(no|su)\b|(?<=inquiry_)(no|su)(?=_)|^( +)(no|su)(?=: )"

    def swapped(found: re.Match[str]) -> str:
        own = found[0].strip()
        return found[0].replace(own, sides[own])

    return re.sub(pattern, swapped, text, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    base = copy_of_small(tmp_path_factory.mktemp("mirrored"))
    for path in base.rglob("*.yaml"):
        path.write_text(other_side(path.read_text(encoding="utf-8")), encoding="utf-8")
    loaded = load_from(Path(base), "parley")
    assert loaded.pack is not None, [str(one.message) for one in loaded.problems]
    assert loaded.pack.seats == ("su.minister", "su.warden", "no.minister")
    return loaded.pack


def numbers(one: Marks) -> tuple[object, ...]:
    """All that a seat is marked by."""
    return (one.quality, one.clash, one.fit, one.evidence, dict(one.kinds), one.best, one.chosen)


@pytest.mark.parametrize("luck", range(6))
def test_the_other_side_of_the_table_is_marked_the_same_for_the_same_plays(mirrored: Pack, luck: int) -> None:
    here, there = marks(random_game(parley(), luck)), marks(random_game(mirrored, luck, swapped=True))
    assert {other_side(seat): numbers(one) for seat, one in here.items()} == {
        seat: numbers(one) for seat, one in there.items()
    }
    assert len({numbers(one)[0] for one in here.values()}) == 3


@frozen
class SameCards:
    """Draws as named, but for the cards: those are dealt as for seed 7."""

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        return NamedDraws().number(7 if name.startswith("card:") else seed, name, turn, index)


@pytest.mark.parametrize("luck", range(6))
def test_another_seed_with_the_same_hands_is_marked_the_same_for_the_same_plays(luck: int) -> None:
    with patch.dict(DOUBLES, same=SameCards()):
        games = [random_game(parley(), luck, seed=seed, draws="same") for seed in (7, 8, 9, 10)]
    assert len({game.state.digest() for game in games}) > 1
    found = [{seat: numbers(one) for seat, one in marks(game).items()} for game in games]
    assert all(one == found[0] for one in found)


@frozen
class SameHands:
    """Draws as named, but for the reasons: those are dealt as for seed 7, what is said against them is not."""

    def number(self, seed: int, name: str, turn: int, index: int) -> int:
        card = name.rpartition(":")[2]
        reason = name.startswith("card:") and CARDS[card].answers
        return NamedDraws().number(7 if reason else seed, name, turn, index)


CARDS = Game(parley(), parley().ruleset.worldviews["authors"]).tables.floor.cards


def test_a_case_has_the_same_mark_whatever_rebuttals_chance_dealt_to_the_other_side() -> None:
    hands, ready, found = set(), set(), set()
    with patch.dict(DOUBLES, hands=SameHands()), patch.object(dealing, "MOST_REBUTTALS", 1):
        for seed in range(7, 15):
            game = argue({(1, "case", NORDEN): "haul-agreed+haul-counted"}, seed=seed, draws="hands", turns=1)
            debate = argued(game)[0].debate
            hands.add(tuple(card.id for card in debate.dealt.hand))
            ready.add(tuple(sorted(card.id for card in debate.dealt.ready)))
            found.add(quality(game, "case"))
    assert (len(hands), len(found)) == (1, 1)
    assert len(ready) > 1


@pytest.mark.parametrize("luck", range(3))
def test_who_is_loved_or_hated_at_home_is_marked_the_same_for_the_same_plays(luck: int) -> None:
    """Ministers answer to one audience; where it carries everything or nothing, they are marked alike."""

    def standing(start: int) -> Pack:
        ruleset = parley().ruleset
        fishers = evolve(ruleset.indicators["fishers"], start=start)
        return evolve(
            parley(), ruleset=evolve(ruleset, indicators={**ruleset.indicators, "fishers": fishers})
        )

    loved, hated = (random_game(standing(start), luck) for start in (90_000, 10_000))
    bands = [{one.verdict.band for one in argued(game) if one.event != "drill"} for game in (loved, hated)]
    assert bands[0] != bands[1]
    for seat in (NORDEN, SUDEN):
        assert numbers(of(loved, seat)) == numbers(of(hated, seat))


def test_the_best_argued_turn_is_the_one_chosen_best_and_its_cards_are_the_players_own() -> None:
    found = of(argue({**CASE, (1, "reply", NORDEN): "rest"}))
    by_turn: dict[int, list[int]] = {}
    for one in found.chosen:
        if one.quality is not None:
            by_turn.setdefault(one.turn, []).append(one.quality)
    assert found.best == max(by_turn, key=lambda turn: sum(by_turn[turn]) / len(by_turn[turn])) == 1
    assert [card.id for card in found.cards] == ["half-is-enough", "haul-counted"]
    assert WARDEN in marks(argue())
