"""Units: what is added to or compared with what; a written number fits any, and a product with one converts."""

import pytest

from dosmesas.lang.check import check
from dosmesas.lang.parser import parse
from dosmesas.lang.scope import Declared, Kind, Scope
from dosmesas.text.diagnostic import Diagnostic, Problems
from dosmesas.text.local import NO_TEXT, plain
from dosmesas.text.phrase import phrase
from dosmesas.text.span import NOWHERE, Span

HERE = Span("f.yaml", 7, 11, 7, 60)


def _number(unit: str, line: int, note: str) -> Declared:
    return Declared(Kind.NUMBER, 1000, 100_000, plain(unit), Span("i.yaml", line, 3, line, 9), phrase(note))


SCOPE = Scope(
    {
        "trust": _number("%", 1, "%, 1 to 100"),
        "doubt": _number("%", 2, "%, 1 to 100"),
        "deaths": _number("per 100,000", 3, "per 100,000, 1 to 100"),
        "rights": _number("", 4, "1 to 100"),
        "turn": Declared(Kind.NUMBER, 1000, 36_000, plain("turns"), NOWHERE, phrase("1 to 36")),
        "pact": Declared(Kind.YES_NO, 0, 1, NO_TEXT, NOWHERE, phrase("yes or no")),
    },
    {},
    {},
)


def found(text: str, wanted: Kind, target: str = "") -> list[Diagnostic]:
    problems = Problems()
    check(parse(text), SCOPE, wanted, HERE, problems, target)
    return list(problems)


@pytest.mark.parametrize(
    "text",
    [
        "trust > doubt",
        "trust + doubt > 3 + trust",
        "trust > 3 * turn",
        "0.5 * trust + 0.1 * deaths > rights",
        "trust / 2 > turn",
        "trust / doubt > rights",
        "trust / turn > deaths",
        "trust * turn > deaths",
        "max(trust, doubt, 3) > 4",
        "clamp(trust, 10, doubt + 100) > 40",
        "-trust < -30",
        "rights > rights / 2",
        "10 < trust < 20",
        "pact == pact",
    ],
)
def test_what_fits_is_passed_without_a_word(text: str) -> None:
    assert found(text, Kind.YES_NO) == []


@pytest.mark.parametrize(
    ("text", "message", "columns"),
    [
        ("trust > turn", "trust is in %, turn is in turns: they cannot be compared", "11-22"),
        ("rights > turn", "rights has no unit, turn is in turns: they cannot be compared", "11-23"),
        ("trust + turn > 3", "trust is in %, turn is in turns: they cannot be added", "11-22"),
        ("3 + turn - trust > 3", "3 + turn is in turns, trust is in %: they cannot be added", "11-26"),
        ("max(3, trust, turn) > 2", "trust is in %, turn is in turns: they cannot be compared", "11-29"),
        ("clamp(trust, turn, 100) > 2", "trust is in %, turn is in turns: they cannot be compared", "11-33"),
        ("-trust > turn", "-trust is in %, turn is in turns: they cannot be compared", "11-23"),
        (
            "trust / doubt > trust",
            "trust / doubt has no unit, trust is in %: they cannot be compared",
            "11-31",
        ),
        ("1 < trust < turn", "trust is in %, turn is in turns: they cannot be compared", "11-26"),
        ("abs(trust) > turn", "abs(trust) is in %, turn is in turns: they cannot be compared", "11-27"),
    ],
)
def test_two_units_side_by_side_are_told_at_their_place(text: str, message: str, columns: str) -> None:
    (one,) = found(text, Kind.YES_NO)
    assert (one.code, str(one.message), str(one.span)) == ("E0309", message, f"f.yaml:7:{columns}")
    assert str(one.hint) == "a product with a written number fits any unit, such as 0.5 * turn"


def test_both_declarations_are_shown() -> None:
    (one,) = found("trust + 1 > deaths", Kind.YES_NO)
    assert tuple((str(note), at) for note, at in one.related) == (
        ("'trust' (%, 1 to 100) is declared here", Span("i.yaml", 1, 3, 1, 9)),
        ("'deaths' (per 100,000, 1 to 100) is declared here", Span("i.yaml", 3, 3, 3, 9)),
    )


def test_an_amount_has_the_unit_of_its_indicator_or_none() -> None:
    for text in ("doubt - 3", "3", "0.1 * turn", "trust * 0.5 + 0.1 * deaths"):
        assert found(text, Kind.NUMBER, "trust") == []
    (one,) = found("turn - 3", Kind.NUMBER, "trust")
    assert str(one.message) == "turn - 3 is in turns, trust is in %: they cannot be added"
    assert tuple((str(note), at) for note, at in one.related) == (
        ("'trust' (%, 1 to 100) is declared here", Span("i.yaml", 1, 3, 1, 9)),
    )


def test_a_long_amount_is_not_repeated() -> None:
    (one,) = found(" + ".join(["trust"] * 12) + " > turn", Kind.YES_NO)
    assert str(one.message) == "this amount is in %, turn is in turns: they cannot be compared"
