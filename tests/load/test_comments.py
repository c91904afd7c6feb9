"""Comments of YAML are found where YAML has them, and nowhere else."""

from dosmesas.load.comments import comments


def texts(text: str) -> list[str]:
    return [one for _, one in comments(text)]


def test_a_hash_in_a_text_is_text() -> None:
    text = "a: '# no'\nb: \"x # no\"\nc: |\n  # no\n  y\nd: x#no\n# yes\ne: 1 # yes too\n"
    assert texts(text) == ["# yes", "# yes too"]


def test_places_count_every_character() -> None:
    text = "é: ñ😀  # one\n# two"
    assert [text[at:] for at, _ in comments(text)] == ["# one\n# two", "# two"]


def test_of_a_broken_file_what_stands_before_the_break_is_found() -> None:
    assert texts("a: 1 # yes\nb: [1, 2\nc: 'open # no") == ["# yes"]
