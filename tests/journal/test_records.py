"""Records and their lines: what is written is read again; a line out of place or changed is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dosmesas.journal.records import (
    Closing,
    Decided,
    Header,
    Opened,
    Record,
    Sentence,
    Undone,
    decode,
    encode,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
records = (
    st.builds(Decided, words, words, words)
    | st.builds(Undone, st.integers(1, 24))
    | st.builds(Opened, words, st.lists(words, max_size=3).map(tuple), st.integers(1, 24), words)
    | st.builds(Sentence, words, st.text("abc áñ¿", min_size=1, max_size=280))
    | st.builds(
        Closing, words, st.sampled_from(["swap", "statement"]), st.lists(words, max_size=3).map(tuple)
    )
    | st.builds(
        Header,
        words,
        words,
        words,
        st.integers(0, 2**63 - 1),
        st.lists(words, max_size=3).map(tuple),
        words,
        words,
        words,
        words,
        words,
    )
)
DECIDED = Decided("no.minister", "talks/sign", "c71061a36251b21b")


@given(records, st.integers(0, 999), words)
def test_what_is_written_is_read_again(record: Record, number: int, previous: str) -> None:
    line, own = encode(record, number, previous)
    assert "\n" not in line
    assert decode(line, number, previous) == (record, own)


def test_a_line_is_plain_json_that_another_program_can_read() -> None:
    line, own = encode(DECIDED, 3, "abc")
    assert json.loads(line) == {
        "n": 3,
        "kind": "decision",
        "seat": "no.minister",
        "action": "talks/sign",
        "at": "c71061a36251b21b",
        "prev": "abc",
        "hash": own,
    }


def test_letters_of_all_languages_stay_readable_in_a_save() -> None:
    assert "Culiacán" in encode(Decided("x", "Culiacán", ""), 1, "")[0]


@pytest.mark.parametrize(("number", "previous"), [(4, "abc"), (2, "abc"), (3, "abd"), (3, "")])
def test_a_line_that_does_not_follow_the_one_before_is_refused(number: int, previous: str) -> None:
    line, _ = encode(DECIDED, 3, "abc")
    with pytest.raises(ValueError, match="does not follow"):
        decode(line, number, previous)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("talks/sign", "talks/sing"),
        ("no.minister", "su.minister"),
        ('"kind":"decision"', '"kind":"undo"'),
        ('"at":', '"to":'),
        (',"hash"', ',"more":1,"hash"'),
    ],
)
def test_a_line_with_other_contents_than_were_written_is_refused(old: str, new: str) -> None:
    line, _ = encode(DECIDED, 3, "abc")
    assert old in line
    with pytest.raises(ValueError, match="checksum"):
        decode(line.replace(old, new), 3, "abc")


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "null", "3", '"x"', "[" * 100_000, '{"n":' + "9" * 5000 + "}"]
)
def test_what_is_no_record_at_all_is_refused_and_nothing_else_is_raised(line: str) -> None:
    with pytest.raises(ValueError, match=r"not whole|does not follow"):
        decode(line, 0, "")


def forged(changes: dict[str, object], *without: str) -> str:
    """A line with a right checksum that this program would not have written."""
    from dosmesas.journal.records import _hash

    header = Header("p", "d", "e", 7, ("a",), "b", "v", "en")
    body = json.loads(encode(header, 0, "")[0])
    body = {key: value for key, value in {**body, **changes}.items() if key not in {"hash", *without}}
    return json.dumps({**body, "hash": _hash(body)})


def test_a_save_of_a_later_version_is_named_as_such() -> None:
    with pytest.raises(ValueError, match="it has format 3; this version reads format 2"):
        decode(forged({"format": 3}), 0, "")


def test_a_record_of_an_unknown_kind_or_with_other_fields_is_refused() -> None:
    with pytest.raises(ValueError, match="kind that this version does not know"):
        decode(forged({"kind": "note"}), 0, "")
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(forged({}, "seed"), 0, "")
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(forged({"mood": "good"}), 0, "")
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(forged({}, "seats"), 0, "")


@pytest.mark.parametrize(
    "text", ["", "x" * 281, "two\nlines", "\x1b[2J", "right\u202eleft", "z\u0300" * 9 + "\u0300" * 5]
)
def test_a_sentence_that_a_stranger_wrote_into_a_save_is_as_short_and_safe_as_a_players(text: str) -> None:
    from dosmesas.journal.records import _hash

    body = {"n": 1, "kind": "sentence", "seat": "a", "text": text, "prev": ""}
    line = json.dumps({**body, "hash": _hash(body)})
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(line, 1, "")


@pytest.mark.parametrize(
    "changes",
    [
        *({"what": "debrief"}, {"what": ""}, {"what": None}, {"plays": "rest"}, {"plays": [1]}),
        *({"plays": None}, {"seat": 3}, {"turn": 4}),
    ],
)
def test_what_a_stranger_wrote_of_the_end_has_the_shape_of_what_is_kept_or_is_refused(
    changes: dict[str, object],
) -> None:
    from dosmesas.journal.records import _hash

    body = {"n": 1, "kind": "closing", "seat": "a", "what": "swap", "plays": ["a+b", "rest"], "prev": ""}
    whole = json.dumps({**body, "hash": _hash(body)})
    assert decode(whole, 1, "")[0] == Closing("a", "swap", ("a+b", "rest"))
    body |= changes
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(json.dumps({**body, "hash": _hash(body)}), 1, "")


@pytest.mark.parametrize(
    "changes",
    [
        *({"seed": "7"}, {"seed": -1}, {"seed": True}, {"seed": 2**63}, {"seats": "ab"}, {"seats": [1]}),
        *({"language": None}, {"pack": ["x"]}, {"view": {}}),
    ],
)
def test_a_record_that_a_stranger_made_with_values_of_other_kinds_is_refused(
    changes: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match="fields are not those of this version"):
        decode(forged(changes), 0, "")
