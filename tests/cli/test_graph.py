"""`graph` on the command line: an event's debate as Argdown, the debates that there are, and clear refusals."""

from pathlib import Path

import pytest

from dosmesas.text.safe import faults
from tests.cli.running import dosmesas
from tests.cli.test_imports import HEAVY, loaded_by
from tests.support.argdown import read


def test_without_an_event_the_debates_are_listed_with_how_to_ask_for_one(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "graph", "--debates", "--lang", "en")
    assert done.returncode == 0
    assert "  second-warrant: A door in Culiacán (12 options)\n" in done.stdout
    assert "  culiacan: " not in done.stdout
    assert "quiet-month" not in done.stdout
    told = done.stdout.replace("\n", " ")
    words = told.partition("dosmesas graph ")[2].split(" (add ")[0].split()
    assert dosmesas(tmp_path, "graph", *words).returncode == 0


@pytest.mark.parametrize(("language", "question"), [("en", "Will it work?"), ("es", "¿Va a funcionar?")])
def test_an_option_is_printed_whole_in_the_language_asked_for(
    tmp_path: Path, language: str, question: str
) -> None:
    words = (
        "graph",
        "culiacan",
        "--debate",
        "second-warrant",
        "--option",
        "keep-watching",
        "--lang",
        language,
    )
    found = read(dosmesas(tmp_path, *words).stdout)
    assert question in found["statements"]
    assert len(found["arguments"]) == 18


def test_an_event_is_printed_with_the_options_of_all_its_seats(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "graph", "culiacan", "--debate", "second-warrant", "--format", "argdown")
    found = read(done.stdout)
    assert len(found["headings"]) == 4 + 12
    assert len(found["relations"]) > 500


def test_an_event_that_is_not_put_to_debate_is_printed_for_who_asks(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "graph", "culiacan", "--debate", "culiacan", "--option", "culiacan/release")
    assert read(done.stdout)["arguments"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["culiacn"], "culiacan"),
        (["culiacan", "--debate", "second-warant"], "did you mean 'second-warrant'?"),
        (["culiacan", "--debate", "zzz"], "there are bad-survey, border-killings"),
        (
            ["culiacan", "--debate", "second-warrant", "--option", "keep-watchin"],
            "did you mean 'keep-watching'?",
        ),
        (["culiacan", "--debate", "second-warrant", "--option", "zzz"], "there are allow-extradition, "),
        (["culiacan", "--option", "keep-watching"], "add --debate EVENT"),
        (["culiacan", "--debate", "second-warrant", "--format", "png"], "'png' is not one of"),
        (["culiacan", "--debate", "\x1b[2J"], "there is no event"),
    ],
)
def test_what_cannot_be_drawn_is_said_with_what_can(tmp_path: Path, words: list[str], message: str) -> None:
    done = dosmesas(tmp_path, "graph", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert faults(done.stderr) == []


@pytest.mark.parametrize(
    ("name", "begins"), [("a.svg", "<svg "), ("a.mmd", "flowchart "), ("a.dot", "digraph {"), ("a", "<svg ")]
)
def test_a_picture_is_written_in_the_format_that_its_file_is_named_for(
    tmp_path: Path, name: str, begins: str
) -> None:
    for what in ("events", "claims"):
        done = dosmesas(
            tmp_path, "graph", "--what", what, "--about", "trust", "--output", name, "--lang", "en"
        )
        if what == "events":
            assert "add --what claims" in done.stderr
            done = dosmesas(tmp_path, "graph", "--output", name, "--lang", "en")
        assert (done.returncode, done.stdout) == (0, "")
        assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_without_a_file_the_picture_goes_to_standard_output_alone(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "graph", "--format", "dot", "--lang", "es")
    assert done.stdout.startswith("digraph {")
    assert done.stderr == ""


def test_a_picture_too_large_for_mermaid_says_so_beside_it(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "graph", "--what", "claims", "--format", "mermaid", "--lang", "en")
    assert done.stdout.startswith("flowchart LR")
    assert "--about NAME" in done.stderr
    less = dosmesas(
        tmp_path, "graph", "--what", "claims", "--format", "mermaid", "--about", "chiapas", "--lang", "en"
    )
    assert less.stderr == ""


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--what", "claims", "--about", "trst"], "did you mean 'trust'?"),
        (["--what", "claims", "--worldview", "author"], "did you mean 'authors'?"),
        (["--format", "argdown"], "add --debate EVENT"),
        (["--debate", "second-warrant", "--format", "svg"], "leave --format out"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_refused_with_what_can(
    tmp_path: Path, words: list[str], message: str
) -> None:
    done = dosmesas(tmp_path, "graph", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_drawing_loads_no_screen(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "graph", "culiacan", "--debate", "second-warrant") & HEAVY == set()
    assert loaded_by(tmp_path, "graph", "culiacan", "--what", "claims") & HEAVY == set()
