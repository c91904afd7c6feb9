"""Maps in Argdown, read back with a strict reader: the same nodes and bearings, and texts that stay texts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dosmesas.model.rules import Pack
from dosmesas.session.argdown import argdown, escaped, title_of, titles
from dosmesas.session.argument_map import ArgumentMap, Bearing, Edge, Kind, Node
from dosmesas.session.tell_graph import map_of
from dosmesas.text.safe import faults
from tests.support.argdown import NotArgdownError, Read, plain, read
from tests.support.hostile import ALIVE, hostile_world
from tests.support.shipped import shipped
from tests.support.small import load_from, parley

TYPES = {Bearing.SUPPORTS: "support", Bearing.ATTACKS: "attack", Bearing.UNDERCUTS: "undercut"}
NASTY = [
    *ALIVE,
    *("+ plus", "- minus", "_ under", "-- rule --", "(1) premise", "1. list", "* list", "# heading", "#tag", "#(t g)"),
    *("[a]: b", "[a](b)", "@[a]", "@<a>", "<a>: b", "<!-- c -->", "// c", "a /* b */ c", "/// d", "{a: b}", "} x", "}"),
    *("=== x ===", "====", "a===b===c", "**b**", "__b__", "_i_", "a_b*c", "U.S.A.", ".A.", ":A:", "a.b_c.d", "...", "1.2.3.4"),
    *(":smile: and :x_y:", ".<->.", "\\", "\\\\ x\\", "a\\n", "constructor", "__proto__", "toString", "Untitled 1", "two\nlines", "'\"`"),
    *("</title><script>x</script>", "¿Qué? — «sí»", "true", "]", ">", "a]: b", "x>: y", "null", "10:30:00", "a  b"),
]  # fmt: skip
"""Texts that Argdown would read as more than texts, or that its parser stumbles over."""


def expected(drawn: ArgumentMap) -> Read:
    """What a reader has to find in a map that is written well."""
    named = titles(drawn)
    cards = {Kind.REASON, Kind.REBUTTAL, Kind.REPLY}
    disputed = {edge.target for edge in drawn.edges}
    headings: list[str] = []
    at: tuple[str, ...] = ()
    for node in drawn.nodes.values():
        if node.kind is Kind.OPTION:
            headings += [
                flat(one)
                for level, one in enumerate(node.group)
                if at[: level + 1] != node.group[: level + 1]
            ]
            at = node.group
    return {
        "title": flat(drawn.title).translate(str.maketrans("<>[]", "‹›()")),
        "headings": headings,
        "statements": {named[one.key]: flat(one.text) for one in drawn.nodes.values() if one.kind not in cards},
        "arguments": {named[one.key]: flat(one.text) for one in drawn.nodes.values() if one.kind in cards},
        "relations": sorted([named[one.source], TYPES[one.bearing], named[one.target]] for one in drawn.edges),
        "outOfMap": [named[key] for key, one in drawn.nodes.items() if one.kind is Kind.CLAIM and key not in disputed],
    }  # fmt: skip


def flat(text: str) -> str:
    return text.replace("\n", " ").strip()


def same(found: Read, wanted: Read) -> None:
    assert {**found, "outOfMap": sorted(found["outOfMap"])} == {
        **wanted,
        "outOfMap": sorted(wanted["outOfMap"]),
    }


def written(drawn: ArgumentMap) -> str:
    return "\n".join(argdown(drawn)) + "\n"


def maps(pack: Pack) -> Iterator[ArgumentMap]:
    """Every event's map of a pack that has one."""
    for event in pack.events.values():
        for language in pack.languages:
            if any(option.lines for options in event.seats.values() for option in options):
                yield map_of(pack, event.id, None, language)


def nasty_map(texts: list[str]) -> ArgumentMap:
    """An option with one question, and reasons, claims and rebuttals whose every text is one of these."""
    nodes = [
        Node(
            "option:o", Kind.OPTION, texts[0], texts[0], "seat", ("option",), (("id", "o"),), (texts[0], "x")
        )
    ]
    nodes.append(Node("question:q", Kind.QUESTION, "Q", "text", "", ("question",), (("id", "q"),)))
    edges = [Edge("question:q", "option:o", Bearing.SUPPORTS)]
    for number, text in enumerate(texts):
        for kind, bearing, target in (
            (Kind.REASON, Bearing.SUPPORTS, "question:q"),
            (Kind.CLAIM, Bearing.SUPPORTS, f"reason{number}"),
            (Kind.REBUTTAL, Bearing.UNDERCUTS, f"reason{number}"),
        ):
            key = f"{kind.value}{number}"
            nodes.append(Node(key, kind, text, text, text, (kind.value,), (("source", text), ("id", "x-y"))))
            edges.append(Edge(key, target, bearing))
    return ArgumentMap(texts[0], texts[0], "en", {node.key: node for node in nodes}, tuple(edges))


def test_every_event_of_culiacan_reads_back_as_its_map_in_both_languages() -> None:
    seen = relations = 0
    for drawn in maps(shipped("culiacan")):
        same(read(written(drawn)), expected(drawn))
        seen, relations = seen + 1, relations + len(drawn.edges)
    assert seen == 24
    assert relations > 13_000  # 13,704 when this was written: 7,850 supports, 3,378 attacks, 2,476 undercuts


def test_the_map_of_one_option_reads_back_too_and_asks_its_questions_in_plain_words() -> None:
    drawn = map_of(shipped("culiacan"), "plan-table", "no-new-law", "es")
    found = read(written(drawn))
    same(found, expected(drawn))
    assert "¿Va a funcionar?" in found["statements"]


def test_questions_of_two_options_are_told_apart_by_the_option() -> None:
    found = read(written(map_of(parley(), "haul", None, "en")))
    questions = [name for name in found["statements"] if "(" in name]
    assert len(questions) == len({*questions})
    assert any(name.endswith("(Keep haul)") for name in questions)


def test_a_reader_meets_what_supports_first_and_everything_written_out_where_it_is_at_home() -> None:
    lines = list(argdown(map_of(parley(), "haul", "keep-haul", "en")))
    at = next(
        number
        for number, line in enumerate(lines)
        if line.startswith("    + <A tenth of the fish is gone>: ")
    )
    above = [line for line in lines[:at] if re.match(r"  \S", line)]
    assert above[-1].startswith("  + [Is it bad enough to act?]: ")
    claim = next(number for number, line in enumerate(lines) if "+ [P1 stock-falls]: " in line)
    below = [line.strip() for line in lines[claim + 1 : at] if line.startswith("        - ")]
    assert [line.partition(">: ")[0] for line in below] == [
        "- <The haul was small",
        "- <The fish moved, they did not die",
    ]
    assert lines[at + 1] == "      + [P1 stock-falls]"
    assert sum("<A tenth of the fish is gone>: " in line for line in lines) == 1
    assert "    - <A tenth of the fish is gone>" in lines


def test_a_reason_that_cuts_an_earlier_question_is_named_there_and_written_out_below_its_own() -> None:
    lines = list(argdown(map_of(parley(), "haul", "keep-haul", "en")))
    named = lines.index("    - <A pact gives the fish time>")
    out = next(
        number for number, line in enumerate(lines) if line.startswith("    + <A pact gives the fish time>: ")
    )
    questions = [number for number, line in enumerate(lines) if line.startswith("  + [")]
    assert [sum(number < at for number in questions) for at in (named, out)] == [1, 2]


def test_below_each_question_what_speaks_for_it_comes_first() -> None:
    for drawn in maps(parley()):
        signs = [line[4] if line.startswith("    ") else "|" for line in argdown(drawn) if line[4:5] != " "]
        assert "|++" in "".join(signs)
        assert "-+" not in "".join(signs)


def test_a_claim_that_somebody_denies_is_drawn_and_the_others_stay_in_the_text() -> None:
    found = read(written(map_of(parley(), "haul", "keep-haul", "en")))
    assert "P1 stock-falls" not in found["outOfMap"]
    assert "P1 talks-help" in found["outOfMap"]


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_a_text_stays_a_text(text: str) -> None:
    assert plain(escaped(text)) == flat(text)
    drawn = nasty_map([text])
    same(read(written(drawn)), expected(drawn))


def test_texts_that_make_sense_only_together_stay_texts_and_titles_differ() -> None:
    drawn = nasty_map(NASTY)
    same(read(written(drawn)), expected(drawn))
    assert len({*titles(drawn).values()}) == len(drawn.nodes)


@pytest.mark.parametrize("text", ALIVE)
def test_a_strangers_pack_of_hostile_texts_reads_back_as_its_map(tmp_path: Path, text: str) -> None:
    pack = load_from(hostile_world(tmp_path, text), "parley").pack
    assert pack is not None
    drawn = list(maps(pack))
    assert drawn
    for one in drawn:
        same(read(written(one)), expected(one))
        assert faults(written(one)) == []


def test_ordinary_texts_are_not_sprinkled_with_backslashes() -> None:
    texts = [
        "U.S. aid (P7), 0.25: «sí»",
        "EE. UU. y/o México - ahora; 50 % + 3",
        "¿Vale? No... sí: 10:30 @ casa",
    ]
    assert [escaped(text).count("\\") for text in texts] == [0, 0, 1]
    for drawn in maps(shipped("culiacan")):
        assert written(drawn).count("\\") - written(drawn).count('\\"') == 0


@pytest.mark.parametrize("text", ["+ x", "-x", "_x", "!--", "constructor", "__proto__"])
def test_a_title_that_would_be_read_as_a_sign_has_a_dot_before_it(text: str) -> None:
    assert title_of(text) == f"· {text}"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("  + [", "  * ["),
        (" #question", ""),
        ("    + <", "   + <"),
        ("\n\n# ", "\n# "),
        ("{id: ", "{{id: "),
        (": What falls", ": [What falls"),
        (": What falls", ": *What falls"),
        (": What falls", ": // What falls"),
        ("<A tenth", "<+ A tenth"),
        ("  - <A tenth of the fish is gone>", "  - <A tenth of the fish>"),
        ("===\n\n", "===\n"),
    ],
)
def test_the_reader_sees_a_map_that_is_broken(was: str, now: str) -> None:
    whole = written(map_of(parley(), "haul", "keep-haul", "en"))
    read(whole)
    assert was in whole
    with pytest.raises(NotArgdownError):
        read(whole.replace(was, now, 1))
