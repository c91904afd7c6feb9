"""Every shipped pack has recorded games; played again they give the same text, word for word."""

import json
from pathlib import Path

import pytest

from dosmesas.journal.journal import JournalError, read_journal
from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.session.session import Session
from tests.playthroughs.rewrite import BOTS, EXAMPLES, playthrough, record, text_of
from tests.support.making import regatta
from tests.support.small import harbour, parley

SAVES = sorted(EXAMPLES.glob("*.jsonl"))
AGAIN = "run python tests/playthroughs/rewrite.py and read the diff"


@pytest.mark.parametrize("name", shipped_packs())
@pytest.mark.parametrize("bot", BOTS)
def test_every_shipped_pack_has_a_recorded_game_of_each_bot(name: str, bot: str) -> None:
    save = EXAMPLES / f"{name}-{bot}.jsonl"
    assert save.is_file(), AGAIN
    assert text_of(save).is_file(), AGAIN


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.stem)
def test_a_recorded_game_plays_again_to_the_same_text(save: Path) -> None:
    try:
        session = Session.replay(load_pack(read_journal(save).header.pack), save)
    except JournalError as error:
        pytest.fail(f"{error}; {AGAIN}")
    assert session.over
    assert playthrough(session) == text_of(save).read_text(encoding="utf-8"), AGAIN


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.stem)
def test_a_recorded_game_names_no_folder_of_the_machine_that_made_it(save: Path) -> None:
    text = save.read_text(encoding="utf-8")
    assert json.loads(text.splitlines()[0])["folder"] == ""
    assert str(Path.home()) not in text
    assert str(EXAMPLES.parents[1]) not in text


@pytest.mark.parametrize("bot", BOTS)
@pytest.mark.parametrize("make", [harbour, regatta, parley])
def test_recording_twice_gives_the_same_two_files(make: object, bot: str, tmp_path: Path) -> None:
    pack = make()  # type: ignore[operator] # one of two loaders
    first, second = (
        [path.read_bytes() for path in record(pack, bot, tmp_path / folder)] for folder in ("a", "b")
    )
    assert first == second
    assert [path.read_bytes() for path in record(pack, bot, tmp_path / "a")] == first


def test_the_text_tells_values_flags_what_pends_legal_actions_decisions_and_receipts(tmp_path: Path) -> None:
    text = record(harbour(), "persona", tmp_path)[1].read_text(encoding="utf-8")
    for line in (
        "# State 0: turn 1, word, talks",
        "poaching: 30",
        "informer: yes",
        "happened: whales in 1, talks in 1",
        "legal for no.minister: quota, decline, silent",
        "decided: no.minister word quota",
        "pending: talks/sign~1 of talks/sign lands in 3, set going by 1.",
        "1.1 brief change stock +0.5; by whales; on stock-falls",
        "drift change stock -1.5; by stock-shrinks; on stock-falls; figure of stock-falls",
        "saw poaching 30000",
        "ending: ",
        "joint return: ",
    ):
        assert line in text


def test_a_change_of_one_rule_changes_the_text(tmp_path: Path) -> None:
    from attrs import evolve

    pack = harbour()
    rules = {name: one for name, one in pack.ruleset.rules.items() if name != "poachers-feed"}
    calmer = evolve(pack, ruleset=evolve(pack.ruleset, rules=rules))
    texts = [
        record(one, "random", tmp_path / str(number))[1].read_text(encoding="utf-8")
        for number, one in enumerate((pack, calmer))
    ]
    assert texts[0] != texts[1]
