"""Going on with a save whose pack has changed or which is damaged: told, asked, and nothing touched before."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.journal.journal import Journal, JournalError, read_journal
from dosmesas.journal.lock import Lock
from dosmesas.load.loading import BrokenPackError
from dosmesas.load.locate import NotFoundError
from dosmesas.session.opening import Choices, QuestionError, look, open_save
from tests.support.changing import World, small_world
from tests.support.making import NORDEN, SUDEN

TALKS = "content/harbour/events/talks.yaml"
OLD = Choices(rules="old")


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return small_world(tmp_path, monkeypatch)


def files(world: World) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in world.save.parent.rglob("*") if path.is_file()}


def question(world: World, choices: Choices | None = None) -> QuestionError:
    """The question that this save raises; nothing is touched by it."""
    before = files(world)
    with pytest.raises(QuestionError) as caught:
        open_save(world.save, choices)
    assert files(world) == before
    return caught.value


def test_an_unchanged_pack_raises_no_question_and_says_nothing(world: World) -> None:
    session = world.played(2)
    again = open_save(world.save)
    assert (again.digest(), again.notice) == (session.digest(), "")
    assert look(world.save)[1] == ""


def test_a_corrected_text_costs_nobody_a_game_and_is_told_in_one_line(world: World) -> None:
    session = world.played(2)
    world.change(TALKS, "label: Refuse", "label: Decline")
    again = open_save(world.save)
    assert again.digest() == session.digest()
    assert again.notice == "The pack has changed since, and every decision still leads to the same states"
    assert again.pack.option("talks/refuse").label("en") == "Decline"


def test_the_first_decision_that_differs_is_told_with_the_numbers_then_and_now(world: World) -> None:
    session = world.played(3)
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    told = question(world)
    assert told.problem.startswith(
        "The rules have changed since this game was saved and lead elsewhere from decision 5 of "
    )
    assert "(turn 2, " in told.problem
    assert "; Minister of Norden: " in told.problem
    assert "What differs there, then and now: Goodwill " in told.problem
    assert str(told).endswith(f"type: dosmesas resume {world.save} --rules old")
    again = open_save(world.save, told.choices)
    assert again.digest() == session.digest()
    assert "rules that the save was played under" in again.notice


def test_a_game_that_went_on_under_old_rules_can_be_resumed_so_again(world: World) -> None:
    world.played(3)
    straight = small_copy_played_to_the_end(world)
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    session = open_save(world.save, OLD)
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[0])
    session.close()
    assert session.digest() == straight
    assert question(world).choices == OLD
    assert open_save(world.save, OLD).digest() == straight


def small_copy_played_to_the_end(world: World) -> str:
    other = World(world.base, world.save.with_name("other.jsonl"))
    return other.played(99).digest()


def test_a_choice_that_is_gone_is_told_as_gone(world: World) -> None:
    world.played(2, which=1)
    world.change(TALKS, "option: refuse", "option: decline-it")
    told = question(world)
    assert "decision 3 of 4" in told.problem
    assert "Refuse). That choice is gone or not open there any more." in told.problem


def test_another_event_on_the_table_is_told(world: World) -> None:
    world.played(3)
    world.change(
        "content/harbour/events/storm.yaml", "event: storm\ntitle: A storm", "event: gale\ntitle: A gale"
    )
    told = question(world)
    assert "Then this was on the table: A storm; now: A gale." in told.problem


def test_what_followed_the_last_decision_is_compared_though_no_record_holds_it(world: World) -> None:
    session = world.played(2)
    assert (session.state.turn, session.state.point) == (2, "choose")
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    told = question(world)
    assert "Every decision still fits, but what followed the last one, decision 4, differs." in told.problem
    assert "Goodwill 35, now 40" in told.problem


def test_a_number_that_the_player_does_not_see_is_not_told(world: World) -> None:
    world.played(2)
    world.change("game/indicators.yaml", "start: 30", "start: 31")
    told = question(world)
    assert "poaching" not in told.problem.lower()
    assert "No number that you see differs there" in told.problem


@pytest.mark.parametrize("opened", [(), ("stock-falls",)], ids=["nothing read", "the other has read a claim"])
def test_a_choice_that_waits_for_the_other_player_at_the_keyboard_is_not_told(
    world: World, opened: tuple[str, ...]
) -> None:
    session = world.played(3, NORDEN, SUDEN)
    assert read_journal(world.save).records[-1].action == "talks/sign"
    session.note_opened(SUDEN, opened)
    world.change("content/harbour/events/talks.yaml", "option: sign", "option: seal")
    world.change("content/harbour/events/talks.yaml", "no.minister: sign", "no.minister: seal")
    world.change("content/harbour/events/talks.yaml", "chose('sign')", "chose('seal')")
    told = question(world)
    assert "Sign" not in told.problem
    assert "Minister of Norden: ...)" in told.problem


def test_rules_now_goes_on_where_all_fits_and_refuses_without_a_question_where_not(world: World) -> None:
    world.played(2)
    world.change(TALKS, "label: Refuse", "label: Decline")
    session = open_save(world.save, Choices(rules="now"))
    session.close()
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    with pytest.raises(JournalError, match="--rules old") as caught:
        open_save(world.save, Choices(rules="now"))
    assert not isinstance(caught.value, QuestionError)


def test_without_the_kept_rules_it_is_told_what_is_missing_and_what_can_be_done(world: World) -> None:
    world.played(3)
    shutil.rmtree(world.save.parent / "packs")
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    before = files(world)
    for choices in (Choices(), OLD, Choices(rules="now")):
        with pytest.raises(
            JournalError, match=r"packs/.*zip is missing. Put the file \(or the pack"
        ) as caught:
            open_save(world.save, choices)
        assert not isinstance(caught.value, QuestionError)
    with pytest.raises(JournalError, match="lead elsewhere from decision 5"):
        look(world.save)
    assert files(world) == before


def test_without_the_kept_rules_what_cannot_be_compared_is_said(world: World) -> None:
    world.played(2)
    shutil.rmtree(world.save.parent / "packs")
    world.change(TALKS, "label: Refuse", "label: Decline")
    said = "what followed the last one cannot be compared"
    assert said in open_save(world.save).notice
    assert said in look(world.save)[1]


def test_a_save_that_was_moved_gets_its_rules_again_while_the_pack_is_the_same(world: World) -> None:
    session = world.played(3)
    moved = world.save.parent / "elsewhere" / "game.jsonl"
    moved.parent.mkdir()
    world.save.rename(moved)
    open_save(moved).close()
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    assert open_save(moved, OLD).digest() == session.digest()


def test_a_pack_that_is_gone_or_broken_is_played_on_under_the_kept_rules(world: World) -> None:
    session = world.played(3)
    world.change(TALKS, "soil: both", "soil: moon")
    assert "cannot be played any more: errors in the pack: 1" in question(world).problem
    assert look(world.save)[0].digest() == session.digest()
    shutil.rmtree(world.folder)
    assert "cannot be played any more: no pack" in question(world).problem
    session = open_save(world.save, OLD)
    session.close()
    shutil.rmtree(world.save.parent / "packs")
    with pytest.raises(NotFoundError):
        open_save(world.save)


def test_a_broken_pack_without_kept_rules_shows_its_problems(world: World) -> None:
    world.played(2)
    shutil.rmtree(world.save.parent / "packs")
    world.change(TALKS, "soil: both", "soil: moon")
    for opening in (open_save, look):
        with pytest.raises(BrokenPackError):
            opening(world.save)


def test_a_seat_that_the_pack_no_longer_has_is_a_changed_pack(world: World) -> None:
    session = world.played(2)
    world.change("content/harbour/pack.yaml", "  - no.minister\n", "")
    assert "no office 'no.minister' sits in harbour" in question(world).problem
    assert open_save(world.save, OLD).digest() == session.digest()


def test_looking_uses_the_kept_rules_and_says_so(world: World) -> None:
    session = world.played(3)
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    before = files(world)
    seen, note = look(world.save)
    assert seen.digest() == session.digest()
    assert note == "The pack has changed since; these are the rules that the save was played under"
    assert files(world) == before


def damage(world: World, record: int) -> bytes:
    lines = world.save.read_bytes().splitlines(keepends=True)
    lines[record] = lines[record].replace(b"minister", b"sinister", 1)
    world.save.write_bytes(b"".join(lines))
    return world.save.read_bytes()


def test_a_damaged_middle_offers_the_whole_part_and_touches_nothing_before_that_is_agreed(
    world: World,
) -> None:
    world.played(3)
    whole = world.save.read_bytes()
    damaged = damage(world, 4)
    told = question(world)
    assert "record 4 is damaged (its contents do not match its checksum)" in told.problem
    assert "the 3 before it are whole. The file has not been touched." in told.problem
    assert str(told).endswith(f"type: dosmesas resume {world.save} --from-whole-part")
    session = open_save(world.save, told.choices)
    assert session.notice.startswith("record 4 is damaged")
    assert world.save.read_bytes().startswith(b"".join(whole.splitlines(keepends=True)[:4]))
    assert world.save.with_name("game.jsonl.damaged").read_bytes() == damaged
    session.close()
    assert open_save(world.save).notice == ""


def test_a_second_recovery_keeps_the_first_ones_original(world: World) -> None:
    world.played(9)
    originals = []
    for record in (6, 4, 2):
        originals.append(damage(world, record))
        open_save(world.save, Choices(from_whole_part=True)).close()
    kept = [world.save.with_name(f"game.jsonl.damaged{end}").read_bytes() for end in ("", "-2", "-3")]
    assert kept == originals


def test_damage_and_changed_rules_together_are_asked_one_after_the_other(world: World) -> None:
    world.played(3)
    damage(world, 5)
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    first = question(world)
    second = question(world, first.choices)
    assert second.choices == Choices("old", from_whole_part=True)
    assert str(second).endswith("--from-whole-part --rules old")
    assert "damaged" in open_save(world.save, second.choices).notice


def test_agreeing_to_leave_out_a_damaged_part_changes_nothing_in_a_whole_save(world: World) -> None:
    session = world.played(3)
    before = files(world)
    assert open_save(world.save, Choices(from_whole_part=True)).digest() == session.digest()
    assert files(world) == before


def test_looking_at_a_damaged_save_says_what_to_type(world: World) -> None:
    world.played(3)
    damage(world, 4)
    with pytest.raises(JournalError, match="--from-whole-part"):
        look(world.save)


def test_that_a_save_is_played_elsewhere_is_told_before_any_question(world: World) -> None:
    session = world.begin()
    world.change(TALKS, "- goodwill: +3", "- goodwill: +8")
    with pytest.raises(JournalError, match="is being played elsewhere"):
        open_save(world.save, OLD)
    session.decide(NORDEN, "quota")
    damage(world, 1)
    with pytest.raises(JournalError, match="is being played elsewhere"):
        open_save(world.save)
    session.close()


def test_a_player_of_a_spanish_save_is_told_in_spanish(world: World) -> None:
    world.played(3)
    found = read_journal(world.save)
    other = world.save.with_name("es.jsonl")
    journal = Journal.create(other, evolve(found.header, language="es"))
    journal.append(*found.records)
    journal.close()
    held = Lock.take(other)
    with pytest.raises(JournalError, match="se está jugando en otro lugar"):
        open_save(other)
    held.release()
    damage(World(world.base, other), 4)
    with pytest.raises(QuestionError, match=r"el registro 4 está dañado .* escriba: dosmesas resume"):
        open_save(other)
