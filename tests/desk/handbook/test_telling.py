"""The pages as they are read: `explain` in a terminal, docs/checks/ in a browser."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dosmesas.cli.explain import print_explanation
from dosmesas.desk.codes.pages import codes
from dosmesas.desk.handbook.telling import markdown, told, unknown_code

DOCS = Path(__file__).parents[3] / "docs"


def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("checks_pages", DOCS / "checks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_of_docs_are_those_of_the_codes_and_the_index_leads_to_each() -> None:
    folder = DOCS / "checks"
    written = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")
    }
    pages = writer().pages()
    assert written == pages
    for folder in ("", "es/"):
        assert all(f"[{code}]({code}.md)" in pages[f"{folder}README.md"] for code in codes())
    assert "(es/README.md)" in pages["README.md"]
    assert "(../README.md)" in pages["es/README.md"]


def test_a_page_shows_what_check_says_of_its_bad_example_with_a_caret() -> None:
    lines = told("E0406")
    at = next(number for number, line in enumerate(lines) if "error E0406" in line)
    assert lines[at].startswith("content/harbour/events/talks.yaml:4:7 ")
    assert lines[at + 1] == "    4 | turn: 1"
    assert lines[at + 2].startswith("      |       ^ move one of them")
    assert lines[-1] == "    turn: 2"


def test_no_line_of_prose_is_wider_than_a_terminal() -> None:
    for language, head in (("en", "Bad, in "), ("es", "Así no, en ")):
        lines = told("E0404", language)
        prose = lines[2 : lines.index(f"{head}content/harbour/events/talks.yaml:")]
        assert 5 < max(len(line) for line in prose) <= 79


def test_what_is_missing_is_shown_by_the_lines_around() -> None:
    lines = told("E0111")
    assert "    event: talks" in lines
    assert "    soil: both" in lines


def test_a_spanish_page_has_spanish_headings_in_a_browser_too() -> None:
    text = markdown("E0406", "es")
    assert text.startswith("# E0406 Dos sucesos quieren el mismo turno\n\nerror, en turn:\n")
    for head in ("\n## Así no\n", "\nEn `content/harbour/", "\n`dosmesas check` dice:\n", "\n## Así sí\n"):
        assert head in text


def test_explain_takes_a_code_in_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    print_explanation("e0406", "culiacan", None)
    assert capsys.readouterr().out.startswith("E0406 Two events want the same turn\nerror, at turn:\n")


def test_an_unknown_code_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        print_explanation("E0460", "culiacan", None)
    assert stop.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "there is no code 'E0460'; did you mean 'E0" in shown.err
    assert unknown_code("Z7777") == "there is no code 'Z7777'; docs/checks/ lists them"
