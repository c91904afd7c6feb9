"""What `balance` says: what is wanted stands beside what was found, and what is wrong is named."""

import pytest
from attrs import evolve

from dosmesas.engine.home import Heard
from dosmesas.model.rules import Pack
from dosmesas.session.tell_balance import balance_lines, balance_record, stale_pars, worst_deals
from dosmesas.session.tell_home_tables import ENOUGH, named, table_lines, table_record
from dosmesas.sim.debates import report
from dosmesas.sim.home_tables import Sitting, Sittings, Speech
from tests.support.small import parley

PACK = parley()
REPORT = report(PACK, PACK.ruleset.worldviews["authors"], 2)
OPTION = PACK.option("haul/share-haul")


def sat(times: int, silent: int, played: int) -> Sittings:
    """So many sittings of one option."""
    supports = {Speech.SILENT: silent, Speech.PLAYED: played, Speech.BEST: played}
    heard = {speech: (Heard("fishers", 1, 1000 * points, 0, 0),) for speech, points in supports.items()}
    return Sittings(times, [Sitting("haul", "no.envoy", OPTION, heard, chosen=True)] * times)


def with_par(par: int) -> Pack:
    bank = PACK.ruleset.bank
    doubters = {name: evolve(one, par=par) for name, one in bank.doubters.items()}
    return evolve(PACK, ruleset=evolve(PACK.ruleset, bank=evolve(bank, doubters=doubters)))


@pytest.mark.parametrize(("language", "word"), [("en", "set 'par:' anew"), ("es", "hay que ajustar 'par:'")])
def test_a_par_that_is_no_longer_ordinary_is_told_and_one_that_is_nearly_right_is_not(
    language: str, word: str
) -> None:
    measured = REPORT.pars()
    assert set(stale_pars(with_par(950), REPORT)) == set(measured)
    assert any(word in line for line in balance_lines(with_par(950), REPORT, language))
    near = with_par(round(1000 * measured["fishers"]) + 40)
    assert "fishers" not in stale_pars(near, REPORT)


def test_the_worst_hand_is_told_only_to_those_who_ask_and_holds_what_was_dealt() -> None:
    assert len([*balance_lines(PACK, REPORT, "en", deals=True)]) == len(
        [*balance_lines(PACK, REPORT, "en")]
    ) + 1 + len(REPORT.options)
    for option, hand, kept in worst_deals(REPORT):
        hands = next(one.hands for one in REPORT.options if one.option.id == option)
        assert hand in {one.hand for one in hands}
        assert kept == min(one.left["expert"] for one in hands) / 10**9


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("100 carried, 0 watered down, 0 blocked", "changes what becomes of 100 of 100", "20 to 50")),
        ("es", ("pasan 100, a medias 0, caen 0", "la suerte de 100 de cada 100", "de 20 a 50")),
    ],
)
def test_bands_and_changes_are_told_beside_what_is_wanted(language: str, words: tuple[str, ...]) -> None:
    text = "\n".join(table_lines(sat(2, 45, 55), language))
    assert all(word in text for word in words)


def test_what_is_certain_is_named_only_after_enough_sittings() -> None:
    few, many = sat(ENOUGH - 1, 52, 55), sat(ENOUGH, 52, 55)
    assert named(few)["always_carried"] == named(few)["settled"] == []
    assert named(many)["always_carried"] == named(many)["settled"] == [OPTION.id]
    assert any(f"{OPTION.id} ({ENOUGH})" in line for line in table_lines(many, "en"))
    assert named(sat(ENOUGH, 30, 35))["always_blocked"] == [OPTION.id]


def test_a_pack_that_is_not_argued_has_nothing_to_say_of_home_tables() -> None:
    assert [*table_lines(Sittings(5), "en")] == []


def test_another_program_reads_the_same_figures() -> None:
    record = table_record(sat(2, 45, 55))["home_tables"]
    assert record["changed"] == {"played": 100.0, "best": 100.0}  # type: ignore[index]
    assert record["bands"]["silent"] == {"carried": 0.0, "watered": 100.0, "blocked": 0.0}  # type: ignore[index]
    debates = balance_record(PACK, REPORT)["debates"]
    assert len(debates["worst_deals"]) == len(REPORT.options)  # type: ignore[index]
