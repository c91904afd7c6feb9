"""What was said after the last turn is in the save; what does not fit the game is left out, with a notice."""

from pathlib import Path

import pytest

from dosmesas.engine.plays import answer_of, text_of
from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.records import STATEMENT, SWAP, Closing, Undone
from dosmesas.session.coda.kept import (
    keep_statement,
    keep_swap,
    kept_statement,
    kept_swap,
    unfitting,
)
from dosmesas.session.coda.statement import let_stand
from dosmesas.session.coda.swap import Swap, swap_for
from dosmesas.session.debrief import debrief
from dosmesas.session.opening import look, open_save
from dosmesas.session.record import record
from dosmesas.session.session import Session
from dosmesas.session.setup import ALTERNATE, Setup
from dosmesas.session.tell import Teller
from tests.support.changing import World, small_world
from tests.support.debating import WARDEN
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish
from tests.support.small import parley

NOTICE = "does not fit this game"


def over(*seats: str, save: Path | None = None) -> Session:
    """A game of parley that is over; where it is saved, from where a pack of that folder is read."""
    setup = Setup(seats or (NORDEN,), 7, argue=ALTERNATE)
    return finish(Session.start(parley(), setup, save=save), which=3)


def swapped(session: Session, *, seat: str = NORDEN, answered: int = 1) -> Swap:
    """A case of the first two cards from the other chair, and an answer."""
    swap = swap_for(session, seat)
    assert swap is not None
    made = swap.argued(tuple(sorted(card.id for card in swap.debate.bench.hand[:2])))
    assert made.debate.against
    return made.answered(answer_of(made.actions[answered]))


def said(session: Session) -> tuple[object, ...]:
    """All that is kept of the end."""
    swap, signed = kept_swap(session, NORDEN), kept_statement(session)
    if swap is None:
        return (None, signed)
    debate = swap.debate
    return (debate.case, debate.against, debate.answer, swap.reached, swap.kept, swap.best), signed


def test_what_is_said_is_on_the_disk_at_once_and_a_resumed_and_a_replayed_game_have_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "g.jsonl"
    session = over(save=path)
    swap, stood = swapped(session), let_stand(session)
    keep_swap(session, swap)
    keep_statement(session, stood[:1])
    assert read_journal(path).records[-2:] == (
        Closing(NORDEN, SWAP, (text_of(swap.debate.case), swap.actions[1])),
        Closing(NORDEN, STATEMENT, (stood[0].claim,)),
    )
    session.close()
    assert said(session)[0] == (
        swap.debate.case,
        swap.debate.against,
        swap.debate.answer,
        swap.reached,
        swap.kept,
        swap.best,
    )
    assert said(session)[1] == stood[:1]
    again = Session.resume(parley(), path)
    again.close()
    for one in (again, Session.replay(parley(), path)):
        assert said(one) == said(session)
        assert one.state == session.state
        assert unfitting(one, "en") == ""


def test_nothing_said_is_none_and_nothing_signed_is_an_empty_statement() -> None:
    session = over()
    assert said(session) == (None, None)
    keep_statement(session, ())
    assert kept_statement(session) == ()


def test_what_was_said_later_takes_the_place_of_what_was_said_before() -> None:
    session = over()
    keep_swap(session, swapped(session, answered=0))
    keep_swap(session, swapped(session, answered=1))
    kept = kept_swap(session, NORDEN)
    assert kept is not None
    assert kept.debate.answer == swapped(session, answered=1).debate.answer


def test_who_takes_the_last_turn_back_has_said_nothing_of_the_end(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    session = over(save=path)
    keep_swap(session, swapped(session))
    keep_statement(session, let_stand(session))
    session.undo()
    finish(session, which=3).close()
    assert any(isinstance(one, Undone) for one in read_journal(path).records)
    for one in (session, Session.replay(parley(), path)):
        assert one.over
        assert said(one) == (None, None)


def test_from_the_whole_part_of_a_damaged_save_what_stands_before_the_damage_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "g.jsonl"
    session = over(save=path)
    keep_swap(session, swapped(session))
    keep_statement(session, let_stand(session))
    session.say_sentence(NORDEN, "because it held")
    session.close()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-2], lines[-2].replace(b"statement", b"statemend"), lines[-1]]))
    again = Session.resume(parley(), path, from_whole_part=True)
    again.close()
    assert kept_swap(again, NORDEN) is not None
    assert kept_statement(again) is None
    assert again.notes.sentences == {}


def forged(what: str, plays: tuple[str, ...], seat: str = NORDEN) -> Session:
    """A game in whose save somebody wrote this."""
    session = over()
    session.notes.take(Closing(seat, what, plays), 0)
    return session


def sound(answered: int = 1) -> tuple[str, str]:
    swap = swapped(over(), answered=answered)
    return text_of(swap.debate.case), swap.actions[answered]


BAD = {
    "no plays": lambda: (),
    "a card that is not in the hand": lambda: ("no-such-card", "rest"),
    "a card of the other hand": lambda: ("haul-agreed", "rest"),
    "cards in another order": lambda: ("+".join(reversed(sound()[0].split("+"))), sound()[1]),
    "a card twice": lambda: ("+".join([sound()[0].split("+")[0]] * 2), "rest"),
    "no answer": lambda: sound()[:1],
    "an answer that was not open": lambda: (sound()[0], "reply:no-such-card"),
    "no answer at all": lambda: (sound()[0], "shout"),
    "parts of an answer too many": lambda: (sound()[0], "back:a:b:c:d"),
    "two answers": lambda: (*sound(), "rest"),
    "empty texts": lambda: ("", ""),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_swap_that_could_not_have_been_said_is_left_out_and_told(bad: str) -> None:
    session = forged(SWAP, BAD[bad]())
    assert kept_swap(session, NORDEN) is None
    assert NOTICE in unfitting(session, "en")
    assert record(session)["debate"]["closing"]["swaps"] == []


def test_what_is_sound_is_not_told() -> None:
    session = forged(SWAP, sound())
    assert kept_swap(session, NORDEN) is not None
    assert unfitting(session, "en") == ""


@pytest.mark.parametrize("what", [SWAP, STATEMENT])
@pytest.mark.parametrize("seat", [SUDEN, WARDEN, "nobody"])
def test_what_is_said_by_a_seat_that_no_player_held_is_left_out_and_told(seat: str, what: str) -> None:
    session = forged(what, sound() if what == SWAP else (), seat)
    assert said(session) == (None, None)
    assert NOTICE in unfitting(session, "en")


def claims_of(session: Session) -> tuple[str, ...]:
    return tuple(one.claim for one in let_stand(session))


@pytest.mark.parametrize("other", ["no-such-claim", "", "stock-falls"])
def test_a_claim_that_nobody_let_stand_makes_no_statement(other: str) -> None:
    assert other not in claims_of(over())
    session = forged(STATEMENT, (claims_of(over())[0], other))
    assert kept_statement(session) is None
    assert NOTICE in unfitting(session, "en")
    assert debrief(session, "en").signed == ()


def test_a_second_statement_by_one_who_does_not_sign_is_told_and_the_first_stands() -> None:
    session = forged(STATEMENT, (), SUDEN)
    keep_statement(session, let_stand(session)[:1])
    assert kept_statement(session) == let_stand(session)[:1]
    assert NOTICE in unfitting(session, "en")


def test_a_claim_signed_twice_makes_no_statement() -> None:
    session = forged(STATEMENT, claims_of(over())[:1] * 2)
    assert kept_statement(session) is None


def test_in_a_game_that_goes_on_nothing_of_the_end_counts() -> None:
    session = Session.start(parley(), Setup((NORDEN,), 7))
    session.notes.take(Closing(NORDEN, STATEMENT, ()), 0)
    assert kept_statement(session) is None
    assert NOTICE in unfitting(session, "en")


def test_bots_alone_leave_nothing_and_nothing_fails() -> None:
    session = over_of_bots()
    assert kept_statement(session) is None
    assert record(session)["debate"]["closing"] == {"swaps": [], "statement": None}


def over_of_bots() -> Session:
    session = Session.start(parley(), Setup((), 7))
    assert session.over
    return session


def test_what_cannot_be_saved_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = over(save=tmp_path / "g.jsonl")

    def full(*_: object) -> None:
        raise JournalError("No space left on device")

    monkeypatch.setattr(Journal, "append", full)
    with pytest.raises(JournalError):
        keep_swap(session, swapped(session))
    with pytest.raises(JournalError):
        keep_statement(session, ())
    assert said(session) == (None, None)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return small_world(tmp_path, monkeypatch)


def test_opening_a_save_with_what_does_not_fit_tells_it_and_goes_on(world: World) -> None:
    session = finish(world.played(1))
    session.note(Closing(NORDEN, SWAP, ("no-such-card", "rest")))
    session.close()
    again = open_save(world.save)
    again.close()
    assert again.over
    assert NOTICE in again.notice
    assert NOTICE in look(world.save)[1]
    assert unfitting(again, "es").startswith("Lo que la partida guarda")


def test_where_a_card_has_another_name_by_now_what_was_said_with_it_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = small_world(tmp_path, monkeypatch, "parley")
    session = finish(world.begin(), which=3)
    swap = swap_for(session, NORDEN)
    assert swap is not None
    played = "".join(one.action for one in session.state.decisions)
    name = next(card.id for card in swap.debate.bench.hand if card.id not in played)
    made = swap.argued((name,))
    keep_swap(session, made.answered(answer_of(made.actions[0])))
    keep_statement(session, let_stand(session)[:1])
    session.close()
    assert look(world.save)[1] == ""
    for path in [*world.base.rglob("*.yaml")]:
        path.write_text(path.read_text().replace(name, f"{name}-anew"))
    again = open_save(world.save)
    again.close()
    assert again.state == session.state
    assert NOTICE in again.notice
    assert kept_swap(again, NORDEN) is None
    assert kept_statement(again) == let_stand(session)[:1]


def test_the_record_has_the_swap_with_its_numbers_and_the_claims_with_their_texts() -> None:
    session = over()
    swap, stood = swapped(session), let_stand(session)
    keep_swap(session, swap)
    keep_statement(session, stood[:1])
    text = session.pack.ruleset.dossier.claims[stood[0].claim].text("en")
    assert record(session)["debate"]["closing"] == {
        "swaps": [
            {
                "seat": NORDEN,
                "turn": 4,
                "office": SUDEN,
                "option": swap.debate.option.id,
                "case": list(swap.debate.case),
                "rebuttals": list(swap.debate.against),
                "answer": swap.actions[1],
                "reached": swap.reached / 1000,
                "kept": swap.kept / 1000,
                "best": swap.best / 1000,
            }
        ],
        "statement": {
            "seat": NORDEN,
            "signed": [{"claim": stood[0].claim, "country": stood[0].country, "text": text}],
        },
    }
    assert record(session, marked=False)["debate"]["closing"] == {"swaps": [], "statement": None}


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_debrief_shows_what_was_signed_where_it_says_how_the_case_was_argued(language: str) -> None:
    session = over()
    stood = let_stand(session)
    before = Teller(language).debrief(debrief(session, language))
    keep_statement(session, stood[:1])
    after = Teller(language).debrief(debrief(session, language))
    text = session.pack.ruleset.dossier.claims[stood[0].claim].text(language)
    added = [line for line in after if line not in before]
    assert len(added) == 2
    assert added[1].startswith(f"  {text}")
    assert after.index(added[0]) > next(n for n, line in enumerate(after) if "100" in line and "(" in line)
