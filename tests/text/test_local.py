"""Texts in two languages, and months."""

from dosmesas.text.local import Month, Text, plain


def test_a_text_falls_back_to_the_language_it_has() -> None:
    assert Text((("en", "a"), ("es", "b")))("es") == "b"
    assert plain("a")("es") == "a"


def test_months_run_over_the_year() -> None:
    assert Month(2019, 10).plus(3) == Month(2020, 1)
    assert Month(2019, 10)("en") == "October 2019"
    assert Month(2019, 12).plus(12)("es") == "diciembre de 2020"
