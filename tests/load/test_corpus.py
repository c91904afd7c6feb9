"""A corpus of faults, planted one at a time into the clean small world: each is named, at its line, and alone."""

from pathlib import Path

import pytest

from tests.support.small import copy_of_small, load_from

TALKS = "content/harbour/events/talks.yaml"
STORM = "content/harbour/events/storm.yaml"
CALM = "content/harbour/events/calm.yaml"
PACK = "content/harbour/pack.yaml"
INDICATORS = "game/indicators.yaml"
OFFICES = "game/offices.yaml"
SEA = "game/dynamics/sea.yaml"
ENDINGS = "game/endings.yaml"
CLAIMS = "seeds/claims/p01.yaml"
RIVALS = "seeds/rivals.yaml"
NEWS = "content/harbour/bulletins/news.yaml"

# file, what stands there, what is put in its place, expected code, the line's text, a part of message or hint
FAULTS = [
    (TALKS, "soil: both", "soyl: both", "E0110", "soyl: both", "did you mean 'soil'?"),
    (TALKS, "soil: both", "soil: moon", "E0113", "soil: moon", "mx, us, both"),
    (TALKS, "turn: 1\n", "turn: first\n", "E0112", "turn: first", "whole number"),
    (TALKS, "turn: 1\n", "turn: 99\n", "E0114", "turn: 99", "1 to 24"),
    (TALKS, "turn: 1\n", "turn: 1\nwhen: pact\n", "E0406", "event: talks", "fixes an event"),
    (TALKS, "title: Talks\n", "", "E0111", "event: talks", "needs 'title:'"),
    (TALKS, "title: Talks\n", "title:\n", "E0112", "title:", "is empty"),
    (TALKS, "event: talks", "event: Talks!", "E0115", "event: Talks!", "small letters"),
    (
        TALKS,
        "  - talks-help\nbrief",
        "  - talks-helps\nbrief",
        "E0201",
        "  - talks-helps",
        "did you mean 'talks-help'?",
    ),
    (TALKS, "label: Refuse\n", f"label: {'R' * 61}\n", "E0402", f"label: {'R' * 61}", "61 characters"),
    (TALKS, "headline: Minister signs", f"headline: {'h' * 75}", "E0402", "headline:", "shorten it by 5"),
    (TALKS, "goodwill: +3\n", "godwill: +3\n", "E0203", "godwill: +3", "did you mean 'goodwill'?"),
    (TALKS, "goodwill: +3\n", "goodwill: +3 +\n", "E0301", "goodwill: +3 +", "missing at the end"),
    (TALKS, "goodwill: +3\n", "goodwill: pact\n", "E0305", "goodwill: pact", "number is wanted"),
    (TALKS, "goodwill: +3\n", "goodwill: stok / 2\n", "E0203", "goodwill: stok / 2", "did you mean 'stock'?"),
    (TALKS, "goodwill: +3\n", "goodwill: 1 / stock\n", "E0306", "goodwill: 1 / stock", "may be 0"),
    (TALKS, "      - pact: yes\n", "      - pact: maybe\n", "E0112", "pact: maybe", "yes or no"),
    (TALKS, "after: 2", "after: 20", "E0114", "after: 20", "1 to 12"),
    (TALKS, "chance: 50", "chance: 100", "E0114", "chance: 100", "1 to 99"),
    (TALKS, "when: chose('sign')", "when: chose('sing')", "E0204", "when: chose('sing')", "did you mean"),
    (TALKS, "when: chose('sign')", "when: goodwill", "E0305", "when: goodwill", "yes or no is wanted"),
    (
        TALKS,
        "requires: goodwill >= 90",
        "requires: goodwill >= 900",
        "W0307",
        "requires: goodwill >= 900",
        "never hold",
    ),
    (
        TALKS,
        "requires: goodwill >= 90",
        "requires: poaching >= 9",
        "E0404",
        "- option: threaten",
        "does not see",
    ),
    (TALKS, "su.minister: agree\n", "su.minister: sign\n", "E0405", "deal: quota", "not one of su.minister"),
    (
        TALKS,
        "no.minister: sign\n      su.minister: agree",
        "no.minister: sign",
        "E0405",
        "deal: quota",
        "one of each",
    ),
    (
        TALKS,
        "  su.minister:\n    - option: agree",
        "  su.ministry:\n    - option: agree",
        "E0202",
        "su.ministry:",
        "su.minister",
    ),
    (TALKS, "- option: delay", "- option: agree", "E0116", "- option: agree", "declared twice"),
    (
        TALKS,
        "reason: Our boats first.",
        "reason: Our boats: first.",
        "E0103",
        "reason: Our boats: first.",
        "quote the text",
    ),
    (
        TALKS,
        "reason: Our boats first.",
        "reason: [Our, boats]",
        "E0112",
        "reason: [Our, boats]",
        "wants a text",
    ),
    (STORM, "tier: 1\n", "tier: ten\n", "E0112", "tier: ten", "whole number"),
    (STORM, "weight: 3", "weight: 30", "E0114", "weight: 30", "1 to 10"),
    (STORM, "when: turn == 2", "turn: 1", "E0406", "event: storm", "belong to drawn ones"),
    (STORM, "when: turn == 2", "when: turn = 2", "E0301", "when: turn = 2", "write '=='"),
    (
        STORM,
        "when: turn == 2",
        "when: happened('tlaks')",
        "E0204",
        "happened('tlaks')",
        "did you mean 'talks'?",
    ),
    (CALM, "repeats: yes", "weight: 2", "E0408", "event: calm", "repeats: yes"),
    (CALM, "repeats: yes", "repeats: sometimes", "E0112", "repeats: sometimes", "yes or no"),
    (PACK, "  - enact\n", "", "E0113", "pack: harbour", "in the order"),
    (PACK, "  - enact\n", "  - argue\n", "E0113", "- argue", "a stage is one of"),
    (PACK, "begins: 2020-01", "begins: January", "E0112", "begins: January", "month"),
    (PACK, "  - su.minister\n", "  - su.admiral\n", "E0202", "- su.admiral", "office"),
    (PACK, "  - goodwill\n", "  - good\n", "E0202", "- good", "indicator"),
    (PACK, "  - en\n", "  - de\n", "E0113", "- de", "language"),
    (PACK, "turns: 3", "turns: 0", "E0114", "turns: 0", "1 to 24"),
    (PACK, "minutes: 5", "start:\n  stock: many", "E0112", "stock: many", "number"),
    (
        INDICATORS,
        "range: 0 to 100\n    start: 50",
        "range: 100\n    start: 50",
        "E0112",
        "range: 100",
        "low to high",
    ),
    (INDICATORS, "start: 50", "start: 500", "E0114", "indicator: stock", "outside the range"),
    (INDICATORS, "start: 50", "start: lots", "E0112", "start: lots", "number"),
    (
        INDICATORS,
        "good: high\n    max_step: 5",
        "good: best\n    max_step: 5",
        "E0113",
        "good: best",
        "low, high, neither",
    ),
    (INDICATORS, "source: stock-falls", "source: guesswork", "E0201", "source: guesswork", "claim"),
    (
        INDICATORS,
        "  - indicator: goodwill",
        "  - indicator: stock",
        "E0116",
        "- indicator: stock",
        "declared twice",
    ),
    (OFFICES, "weight: 60", "weight: 50", "E0401", "office: no.minister", "these make 90"),
    (OFFICES, "from: 40\n        to: 70", "from: 40\n        to: 40", "E0114", "weight: 60", "differ"),
    (
        OFFICES,
        "      stock:\n        weight: 60",
        "      fish:\n        weight: 60",
        "E0202",
        "fish:",
        "indicator",
    ),
    (
        OFFICES,
        "fishers: 5\n    dilemma: Fish",
        "fishers: most\n    dilemma: Fish",
        "E0112",
        "fishers: most",
        "whole number",
    ),
    (
        OFFICES,
        "fishers: 5\n    dilemma: Fish",
        "fisher: 5\n    dilemma: Fish",
        "E0202",
        "fisher: 5",
        "fishers",
    ),
    (OFFICES, "country: su", "country: sud", "E0202", "country: sud", "country"),
    (SEA, "    because:\n      - fish-come-back\n", "", "E0210", "stock: +4", "nothing is cited"),
    (SEA, "when: pact", "when: pakt", "E0203", "when: pakt", "did you mean 'pact'?"),
    (SEA, "-0.01 * poaching", "-0.01 * poching", "E0203", "poching", "did you mean 'poaching'?"),
    (SEA, "    text: the sea heals itself\n", "", "E0111", "rule: fish-return", "needs 'text:'"),
    (SEA, "rule: pact-works", "rule: stock-shrinks", "E0116", "rule: stock-shrinks", "declared twice"),
    (SEA, "figure: stock-falls", "figure: stock-fall", "E0201", "figure: stock-fall", "did you mean"),
    (SEA, "stock: +2\n", "stock: +2\n        goodwill: +1\n", "E0112", "stock: +2", "one indicator or flag"),
    (
        ENDINGS,
        "    text: The boats go out.\n",
        "    text: The boats go out.\n    when: pact\n",
        "E0407",
        "ending: as-before",
        "leave 'when:' out",
    ),
    (
        ENDINGS,
        "text: The boats go out.\n    because:\n      - stock-falls",
        "text: The boats go out.",
        "E0210",
        "ending: as-before",
        "cites nothing",
    ),
    (CLAIMS, "kind: fact", "kind: fakt", "E0113", "kind: fakt", "did you mean 'fact'?"),
    (
        CLAIMS,
        "paragraph: P1\n    kind: fact",
        "paragraph: P17\n    kind: fact",
        "E0113",
        "paragraph: P17",
        "P1 to P16",
    ),
    (CLAIMS, "      - pact-saves-stock\n", "      - pact-saves\n", "E0201", "- pact-saves", "did you mean"),
    (CLAIMS, "value: 10\n", "amount: 10\n", "E0111", "amount: 10", "one value"),
    (CLAIMS, "        unit: percent\n", "", "E0111", "value: 10", "needs 'unit:'"),
    (RIVALS, "    source: makers\n", "", "E0111", "claim: fish-come-back", "needs 'source:'"),
    (NEWS, "chance: 50", "chance: 0", "E0114", "chance: 0", "1 to 100"),
    (NEWS, "stock: +0.5", "stock: +0.5678", "E0301", "stock: +0.5678", "decimals"),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "part"), FAULTS, ids=lambda value: str(value)[:28]
)
def test_a_planted_fault_is_named_at_its_line_and_nothing_else_is_blamed(
    tmp_path: Path, file: str, old: str, new: str, code: str, line: str, part: str
) -> None:
    base = copy_of_small(tmp_path)
    path = base / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    loaded = load_from(base)
    hits = [
        one
        for one in loaded.problems
        if one.code == code and line in loaded.sources.line(one.span.file, one.span.line)
    ]
    assert hits, [(one.code, str(one.span), one.message) for one in loaded.problems]
    assert any(part in f"{one.message} {one.hint} {one.related}" for one in hits)
    assert all(
        one.span.file.endswith(file) or one.code in {"E0201", "E0202", "E0203", "E0204", "E0406"}
        for one in loaded.problems
    )


def test_there_are_at_least_seventy_kinds_of_fault() -> None:
    assert len(FAULTS) >= 70


def test_several_faults_in_several_files_are_all_told_in_one_run(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    planted = [FAULTS[0], FAULTS[32], FAULTS[53]]
    for file, old, new, *_ in planted:
        path = base / file
        path.write_text(path.read_text().replace(old, new, 1))
    loaded = load_from(base)
    assert {one[3] for one in planted} <= {one.code for one in loaded.problems}
    assert loaded.pack is None
