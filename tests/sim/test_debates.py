"""The debates of a pack played out: the figures, and that they tell a good bank from a poor one."""

from functools import cache
from statistics import median

from attrs import evolve

from dosmesas.debate.graph import ONE
from dosmesas.debate.judge import Judge
from dosmesas.debate.search import advocate
from dosmesas.engine.benches import Dealer
from dosmesas.model.arguments import Argue
from dosmesas.session.tell_balance import dead, must, outside_band
from dosmesas.sim.debates import LEVELS, Report, argued, report
from tests.support.shipped import shipped

PACK = shipped("culiacan")
VIEW = PACK.ruleset.worldviews["authors"]


@cache
def debated() -> Report:
    """Its debates played out."""
    return report(PACK, VIEW, 2)


def test_every_option_of_an_argued_event_is_played_and_no_other() -> None:
    found = {one.option.id for one in debated().options}
    for event in PACK.events.values():
        options = {option.id for seat in PACK.seats for option in event.seats[seat]}
        assert (options <= found) if event.argue is not Argue.NONE else not options & found


def test_a_stronger_opponent_leaves_less() -> None:
    kept = debated().levels()
    assert [kept[level] for level in LEVELS] == sorted(kept.values(), reverse=True)
    assert kept["novice"] > kept["expert"]
    for option in debated().options:
        for hand in option.hands:
            assert hand.left["expert"] <= min(hand.left.values())


def test_what_is_kept_is_what_is_left_after_the_best_answer_to_an_expert() -> None:
    for option in debated().options:
        shares = dict(PACK.ruleset.offices[option.seat].audiences)
        for hand in option.hands:
            weighed = sum(shares[audience] * kept for audience, kept in hand.kept.items())
            assert weighed // sum(shares.values()) == hand.left["expert"]


def test_speaking_well_keeps_more_than_silence() -> None:
    assert debated().levels()["expert"] > debated().silent()


def test_an_ordinary_debate_leaves_more_with_every_audience_than_silence_before_an_advocate() -> None:
    """Else an office would do best to say nothing."""
    dealer, silent = Dealer(PACK, VIEW), dict[str, list[int]]()
    for event, seat, option in argued(PACK):
        for seed in range(2):
            judge = Judge(dealer.bench(event, seat, option, seed, 1))
            for audience, kept in judge.strengths((), advocate(judge, ())).items():
                silent.setdefault(audience, []).append(kept)
    assert all(median(silent[audience]) / ONE < par for audience, par in debated().pars().items())


def test_the_same_pack_gives_the_same_figures() -> None:
    again = report(PACK, VIEW, 2)
    assert (again.best(), again.pars(), again.cards()) == (
        debated().best(),
        debated().pars(),
        debated().cards(),
    )


def test_a_card_that_only_feeds_doubts_is_found_idle() -> None:
    lines = {
        name: evolve(
            line,
            cards=tuple(
                evolve(one, cuts=(("works", 900), ("worth", 900))) if one.answers else one
                for one in line.cards
            ),
        )
        for name, line in PACK.ruleset.bank.lines.items()
    }
    spoilt = evolve(PACK, ruleset=evolve(PACK.ruleset, bank=evolve(PACK.ruleset.bank, lines=lines)))
    found = report(spoilt, VIEW, 1)
    assert len(dead(found)) > len(dead(debated()))
    assert len(outside_band(found)) > len(outside_band(debated()))


def test_progress_is_told_from_the_first_to_the_last() -> None:
    steps: list[tuple[int, int]] = []
    few = evolve(PACK, events={"plan-table": PACK.events["plan-table"]})
    report(few, VIEW, 1, lambda done, total: steps.append((done, total)))
    count = len(list(argued(few)))
    assert steps == [(done, count) for done in range(count + 1)]


def test_nothing_to_debate_is_no_fault() -> None:
    empty = Report(3)
    assert (empty.naive_share(), empty.pars(), dead(empty), must(empty)) == (0, {}, [], [])
