"""The pages of the codes: each is as it should be, its bad example earns its code, its good one is clean."""

import re
from pathlib import Path

import pytest

from dosmesas.desk.codes.pages import NoPageError, PageError, codes, page, parse
from dosmesas.desk.codes.planting import PlantingError
from dosmesas.desk.handbook.trying import try_out

SOURCE = Path(__file__).parents[3] / "src" / "dosmesas"


@pytest.mark.parametrize("code", codes())
def test_the_bad_example_earns_its_code_in_its_place_and_no_other(code: str) -> None:
    bad = page(code).bad
    tried = try_out(bad)
    told = [(one.code, str(one.span), str(one.message)) for one in tried.problems]
    blamed = [one for one in tried.problems if one.code == code and one.span.file == bad.blamed.where]
    assert blamed, told
    if tried.place is not None:
        spans = [(one.span.line, one.span.column, one.span.end_column) for one in blamed]
        assert tried.place in spans, told
    assert blamed[0].severity == page(code).severity
    assert {one.code for one in tried.problems} <= {code, *bad.blamed.all("&")}, told
    assert sum(one.code == code for one in tried.problems) == 1 or code in bad.blamed.all("&"), told


def test_every_code_of_the_program_has_a_page_and_every_page_a_code() -> None:
    source = "".join(path.read_text() for path in SOURCE.rglob("*.py"))
    assert set(re.findall(r"\b[EW]0\d{3}\b", source)) == set(codes())


def test_no_two_codes_have_the_same_name() -> None:
    assert len({page(code).name for code in codes()}) == len(codes())


@pytest.mark.parametrize("code", codes())
def test_the_good_example_is_clean_and_another_than_the_bad_one(code: str) -> None:
    tried = try_out(page(code).good)
    assert [(one.code, str(one.span), str(one.message)) for one in tried.problems] == []
    assert page(code).good != page(code).bad


@pytest.mark.parametrize("code", codes())
def test_a_page_marks_the_place_and_says_why_and_what_to_do_in_a_few_words(code: str) -> None:
    found = page(code)
    assert "«" in found.bad.blamed.marked or found.code in {"E0100", "E0109", "W0109"}
    assert 1 <= len(found.paragraphs) <= 3
    assert 25 <= sum(len(text.split()) for text in found.paragraphs) <= 160
    assert len(found.name) <= 60
    assert not found.name.endswith(".")


GOOD = """# E0999 A name
severity: error
key: turn:

Why.

What.

## Bad

    a.yaml
    - x
    + «y»

## Good

    a.yaml
    + z
"""


def test_a_page_is_read_with_all_its_parts() -> None:
    found = parse(GOOD)
    assert (found.code, found.name, found.severity, found.key) == ("E0999", "A name", "error", "turn:")
    assert found.paragraphs == ("Why.", "What.")
    assert found.bad.blamed.text("+") == "«y»"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("severity: error", "severity: warning", "different things"),
        ("key: turn:\n", "", "head"),
        ("## Bad", "## Worse", "## Bad"),
        ("    - x", "  - x", "indented by four"),
        ("    - x", "    * x", "begins with one of"),
        ("    a.yaml\n    + z\n", "", "an example of each kind"),
    ],
)
def test_a_page_that_is_not_written_as_pages_are_is_refused(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(PageError, match=re.escape(said)):
        parse(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("code", ["E0000", "E9999", "", "../pages", "e0406"])
def test_a_code_without_a_page_is_refused(code: str) -> None:
    with pytest.raises(NoPageError):
        page(code)


def test_an_example_that_does_not_fit_the_small_world_is_refused() -> None:
    with pytest.raises(PlantingError, match="does not hold"):
        try_out(parse(GOOD.replace("- x", "- no such line")).bad)
