"""What an author sees on each save: the check, the story, and what of it is not as it was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dosmesas.desk.preview.desk import Preview
from dosmesas.desk.preview.line import LineError
from dosmesas.desk.preview.watching import stamps, watch
from dosmesas.load.loading import Loaded, load_pack
from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.text.render import render
from tests.support.small import copy_of_small


class Desk:
    """A preview of a pack of the small world, with what it wrote since the last time that one asked."""

    def __init__(
        self, base: Path, pack: str = "harbour", *, decisions: str = "", save: Path | None = None
    ) -> None:
        self.base, self.folder = base, base / "content" / pack
        self.lines: list[str] = []
        file = base / "line.txt"
        if decisions:
            file.write_text(decisions)
        self.preview = Preview(
            self.folder, Setup((), 1), self.lines.append, reported, file if decisions else None, save
        )

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def look(self) -> list[str]:
        self.lines.clear()
        self.preview.look()
        return [*self.lines]


def reported(loaded: Loaded, language: str) -> str:
    return render(loaded.problems, loaded.sources.line, language) or "sound"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(copy_of_small(tmp_path))


def changed(lines: list[str]) -> list[str]:
    """What is told to be not as it was."""
    start = next((n for n, one in enumerate(lines) if one.startswith("What is not as it was")), len(lines))
    found = []
    for one in lines[start + 1 :]:
        if not one.startswith("  "):
            break
        found.append(one.strip())
    return found


def story(lines: list[str]) -> list[str]:
    start = next(n for n, one in enumerate(lines) if one.startswith("Turn 1 of"))
    return lines[start:]


def test_the_first_look_tells_the_check_and_every_turn_and_the_ending(desk: Desk) -> None:
    lines = desk.look()
    assert "== Run 1. ==" in lines
    assert "sound" in lines
    assert [one.split(".")[0] for one in lines if one.startswith("Turn ")] == [
        f"Turn {n} of 3" for n in (1, 2, 3)
    ]
    assert lines[-1].startswith("The ending: ")


def test_a_look_at_the_same_files_says_that_the_story_is_the_same(desk: Desk) -> None:
    desk.look()
    assert desk.look()[-1] == "The story is the same as in run 1."


def test_another_amount_is_told_by_turn_indicator_before_and_now(desk: Desk) -> None:
    desk.look()
    chosen = desk.preview.good.session.state.chosen(1)["no.minister"] if desk.preview.good else ""
    event, _, option = chosen.partition("/")
    path = next(one for one in (desk.folder / "events").iterdir() if f"event: {event}\n" in one.read_text())
    text = path.read_text()
    start = text.index("effects:\n", text.index(f"option: {option}\n")) + len("effects:\n")
    path.write_text(text[:start] + "        - stock: -7\n" + text[start:])
    told = changed(desk.look())
    assert told[0].startswith("turn 1: ")
    assert "stock " in told[0]
    assert " -> " in told[0]
    assert any(one.startswith("long after: ") for one in told)
    assert "The story is the same as in run 2." in desk.look()


def test_decisions_are_kept_though_bots_would_now_choose_otherwise(desk: Desk) -> None:
    desk.look()
    assert desk.preview.good is not None
    before = desk.preview.good.session.state.chosen(1)
    for event in ("storm.yaml", "talks.yaml", "calm.yaml"):
        text = (desk.folder / "events" / event).read_text()
        (desk.folder / "events" / event).write_text(
            text.replace("stock: -", "stock: +").replace("stock: +-", "stock: -")
        )
    desk.look()
    assert desk.preview.good.session.state.chosen(1) == before


def test_a_syntax_error_keeps_the_last_good_story_beside_the_message(desk: Desk) -> None:
    first = story(desk.look())
    desk.edit("pack.yaml", "turns: 3", "turns: [3")
    broken = desk.look()
    assert any(" error E01" in one for one in "\n".join(broken).split("\n"))
    assert any("This is the story of run 1" in one for one in broken)
    assert story(broken) == first
    assert not desk.preview.sound
    desk.edit("pack.yaml", "turns: [3", "turns: 3")
    assert "The story is the same as in run 1." in desk.look()


def test_a_pack_that_is_broken_at_first_has_no_story_yet(desk: Desk) -> None:
    desk.edit("pack.yaml", "turns: 3", "turns: many")
    assert desk.look()[-1] == "The pack cannot be played until its errors are mended."


def test_fewer_turns_and_another_ending_are_told(desk: Desk) -> None:
    desk.look()
    desk.edit("pack.yaml", "turns: 3", "turns: 2")
    endings = desk.folder / "endings.yaml"
    endings.write_text(
        "endings:\n  - ending: other\n    when: turn >= 1\n    title: Otherwise\n    text: T.\n    because:\n      - stock-falls\n"
    )
    told = changed(desk.look())
    assert any(one.startswith("turn ") and one.endswith(": gone") for one in told)
    assert told[-1].endswith("-> Otherwise")


def test_decisions_of_a_file_are_played_and_read_anew(tmp_path: Path) -> None:
    desk = Desk(copy_of_small(tmp_path), decisions="")
    desk.look()
    assert desk.preview.good is not None
    first = desk.preview.good.session
    other = next(
        one
        for one in first.game.legal_actions(_choosing(first), "no.minister")
        if one != first.state.chosen(1)["no.minister"]
    )
    desk = Desk(desk.base, decisions=f"# mine\n1 no.minister {other.partition('/')[2]}\n")
    desk.look()
    assert desk.preview.good is not None
    assert desk.preview.good.session.state.chosen(1)["no.minister"] == other
    (desk.base / "line.txt").write_text("1 no.minister nothing-of-the-kind\n")
    lines = desk.look()
    assert any("could not choose 'nothing-of-the-kind'" in one for one in lines)


def _choosing(session: Session) -> object:
    return next(one.state for one in session.path if one.state.point.value == "choose")


@pytest.mark.parametrize("line", ["1 no.minister", "x no.minister sign", "1 no.minister sign now"])
def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    desk = Desk(copy_of_small(tmp_path), decisions=f"# first\n{line}\n")
    with pytest.raises(LineError, match=r"line\.txt:2"):
        desk.look()


def test_the_decisions_of_a_save_are_played_though_its_rules_have_changed(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    path = tmp_path / "game.jsonl"
    pack = load_pack(str(base / "content/harbour"))
    session = Session.start(pack, Setup(("no.minister",), 5), save=path, folder=str(base / "content/harbour"))
    while (seat := session.next_seat()) is not None:
        session.decide(seat, session.legal(seat)[-1])
    session.close()
    desk = Desk(base, save=path)
    desk.edit("events/calm.yaml", "stock: -0.5", "stock: -1.5")
    desk.look()
    assert desk.preview.good is not None
    played = desk.preview.good.session
    assert [played.state.chosen(turn) for turn in (1, 2)] == [session.state.chosen(turn) for turn in (1, 2)]


def test_watching_looks_once_and_then_only_when_files_have_changed(desk: Desk) -> None:
    looks: list[tuple[str, ...]] = []
    file = desk.folder / "pack.yaml"

    def waits() -> Iterator[Callable[[], object]]:
        yield lambda: None
        yield lambda: file.write_text(file.read_text() + "# a note\n")
        yield lambda: None
        yield lambda: (desk.folder / "notes.txt").write_text("not read")
        yield lambda: (desk.folder / "events/new.yaml").write_text("event: x\n")

    coming = waits()

    def wait() -> bool:
        step = next(coming, None)
        if step is not None:
            step()
        return step is not None

    watch(looks.append, lambda: stamps([desk.folder]), wait)
    assert looks == [(), (str(file),), (str(desk.folder / "events/new.yaml"),)]


def test_a_file_that_is_saved_while_one_looks_is_seen_the_next_time(desk: Desk) -> None:
    looks: list[tuple[str, ...]] = []
    file = desk.folder / "pack.yaml"

    def look(names: tuple[str, ...]) -> None:
        looks.append(names)
        if len(looks) == 1:
            file.write_text(file.read_text() + "# a note\n")

    left = [True, True, False]
    watch(look, lambda: stamps([desk.folder]), lambda: left.pop(0))
    assert looks == [(), (str(file),)]


def test_files_that_did_not_change_are_not_parsed_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.look()
    parsed: list[str] = []
    from dosmesas.load import folders

    kept = folders.parse
    monkeypatch.setattr(folders, "parse", lambda *all: parsed.append(Path(all[1]).name) or kept(*all))
    desk.edit("pack.yaml", "turns: 3", "turns: 2")
    desk.look()
    assert parsed == ["pack.yaml"]
