"""Writes docs/paragraphs.md, what became of each paragraph of the article: `python docs/paragraphs.py`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from dosmesas.desk.trial.finding import Finder, Found, homes_of
from dosmesas.load.citations import cited_by
from dosmesas.load.trials.suite import Suite
from dosmesas.model.events import Event
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.model.trials import FlagIs, Holds, Measure, Shown

SHEETS = "written by `mutate`"
PAGE = Path(__file__).with_name("paragraphs.md")
HEAD = """<!-- Written by `python docs/paragraphs.py` from seeds/, game/ and content/; a test compares. -->
# From the article to the game, paragraph by paragraph

What stands in each paragraph of the article, as numbered claims; what in game/ rests on them; the events
in which officials meet them; and the tests in YAML that hold the game to them. No cell is empty:
`python docs/paragraphs.py` names those that are, and ends with 1.

- **Rules** are those of game/dynamics and game/conduct.yaml, the endings, and the cards of game/arguments
  (*in debate*, by policy line). A claim that only reports, such as the night of Culiacán, moves nothing
  from month to month: in game/ it is at work in what can be said.
- **Events** cite a claim in an option, a deal, an effect or a card of their own.
- **Tests** expect the claim (`cites:`), or a rule, an option, a deal or an event that rests on it. Those that
  [`dosmesas mutate`](mutation.md) wrote are only counted.

| paragraph | claims | rules | events | tests |
| --- | ---: | ---: | ---: | ---: |
"""


@frozen
class Row:
    """A paragraph: its claims, and what rests on them, by kind or by where it lies."""

    paragraph: str
    claims: list[str]
    rules: dict[str, list[str]]
    events: dict[str, list[str]]
    tests: dict[str, list[str]]


def suites() -> list[Suite]:
    """The tests of game/ and of each pack that comes with it, game/ first.

    Raises:
        SystemExit: a pack has errors.
    """
    finder = Finder()
    found: list[Found] = [finder.found(home) for home, _ in homes_of(())]
    if broken := [one.home.name for one in found if one.suite is None]:
        sys.exit(f"these have errors, see 'dosmesas check': {', '.join(broken)}")
    return [one.suite for one in found if one.suite is not None]


def of_rules(ruleset: Ruleset) -> Iterator[tuple[str, str, set[str]]]:
    """Kind (none for a rule), id and claims of the rules and endings that a pack is played under."""
    for name, rule in (*ruleset.rules.items(), *ruleset.conduct.items()):
        yield "", name, {*rule.because, *cited_by(rule.effects)}
    for ending in ruleset.endings:
        yield "*endings*", ending.id, {*ending.because}


def of_event(event: Event) -> Iterator[tuple[str, str, set[str]]]:
    """Kind, id and claims of an event, its options, deals and cards."""
    yield "event", event.id, {*event.because}
    for option in (one for seat in event.seats.values() for one in seat):
        effects = (*option.effects, *option.sure, *option.watered, *option.blocked)
        yield "option", option.id, {*option.because, *option.decided, *cited_by(effects)}
    for deal in event.deals:
        yield "deal", deal.id, {*deal.because, *cited_by(deal.effects)}
    for card in event.cards:
        yield "card", card.id, {*card.because}


def of_pack(pack: Pack) -> Iterator[tuple[str, str, set[str]]]:
    """Kind, id and claims of whatever a test of a pack can name."""
    yield from of_rules(pack.ruleset)
    for event in pack.events.values():
        yield from of_event(event)
    for bulletin in pack.bulletins.values():
        yield "event", bulletin.id, {*bulletin.because, *cited_by(bulletin.effects)}


def tested(suite: Suite) -> Iterator[tuple[str, str, set[str]]]:
    """File, name and claims of each test and invariant."""
    known: dict[str, set[str]] = {}
    for _, name, cited in of_pack(suite.pack):
        known.setdefault(name, set()).update(cited)
    folder = f"{suite.home.name}/tests" if suite.alone else f"content/{suite.home.name}/tests"
    for trial in suite.trials:
        cited = set()
        for one in trial.expect:
            match one.what:
                case Shown(id=name):
                    cited |= known.get(name, set()) | {name}
                case Measure() | FlagIs() | Holds():
                    pass
        yield lies_in(folder, trial.where.file), trial.name, cited
    for promise in suite.invariants:
        yield lies_in(folder, promise.where.file), promise.name, {*promise.because}


def lies_in(folder: str, file: str) -> str:
    """The file of a test; those that `mutate` wrote count together: nobody reads all their names."""
    path = Path(file)
    return (
        f"{folder}: {SHEETS}"
        if "dosmesas mutate --tests" in path.read_text("utf-8")
        else f"{folder}/{path.name}"
    )


def gathered(found: Iterable[tuple[str, str, set[str]]], claims: set[str]) -> dict[str, list[str]]:
    """The names of those that cite one of the claims, by where they lie."""
    held: dict[str, list[str]] = {}
    for where, name, cited in found:
        if cited & claims and name not in held.setdefault(where, []):
            held[where].append(name)
    return {where: names for where, names in held.items() if names}


def rows(held: list[Suite]) -> list[Row]:
    """Every paragraph with what became of it."""
    ruleset = held[0].pack.ruleset
    packs = [one.pack for one in held if not one.alone]
    cards = [
        (f"*in debate*, {line.id}", card.id, {*card.because})
        for line in ruleset.bank.lines.values()
        for card in line.cards
    ]
    events = [
        (pack.id, event.id, cited)
        for pack in packs
        for event in pack.events.values()
        for _, _, cited in of_event(event)
    ]
    tests = [one for suite in held for one in tested(suite)]
    of_paragraph: dict[str, list[str]] = {}
    for claim in ruleset.dossier.claims.values():
        if not claim.rival:
            of_paragraph.setdefault(claim.paragraph, []).append(claim.id)
    return [
        Row(
            paragraph,
            claims,
            gathered((*of_rules(ruleset), *cards), {*claims}),
            gathered(events, {*claims}),
            gathered(tests, {*claims}),
        )
        for paragraph, claims in sorted(of_paragraph.items(), key=lambda one: int(one[0][1:]))
    ]


def cells(row: Row) -> dict[str, str]:
    """What stands in each cell of a paragraph's table."""
    return {
        "claims": coded({"": row.claims}),
        "rules": coded(row.rules),
        "events": coded(row.events),
        "tests": "<br>".join(
            f"{where}, {len(names)}" if where.endswith(SHEETS) else f"{where}: {'; '.join(names)}"
            for where, names in row.tests.items()
        ),
    }


def coded(held: dict[str, list[str]]) -> str:
    """Ids by where they lie."""
    told = {where: ", ".join(f"`{name}`" for name in names) for where, names in held.items()}
    return "<br>".join(f"{where}: {names}" if where else names for where, names in told.items())


def empty(held: list[Row]) -> list[str]:
    """The cells with nothing in them: `P2: rules`."""
    return [f"{row.paragraph}: {name}" for row in held for name, text in cells(row).items() if not text]


def count(held: dict[str, list[str]]) -> int:
    """How many names there are."""
    return sum(map(len, held.values()))


def page(held: list[Row]) -> str:
    """The table of all paragraphs, and one for each."""
    lines = []
    for row in held:
        numbers = (len(row.claims), *map(count, (row.rules, row.events, row.tests)))
        name = f"[{row.paragraph}](#{row.paragraph.lower()})"
        lines.append(f"| {name} | {' | '.join(map(str, numbers))} |")
    parts = [HEAD + "\n".join(lines) + "\n"]
    for row in held:
        table = "\n".join(f"| {name} | {text} |" for name, text in cells(row).items())
        parts.append(f"## {row.paragraph}\n\n| | |\n| --- | --- |\n{table}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    told = rows(suites())
    PAGE.write_text(page(told), encoding="utf-8")
    if missing := empty(told):
        sys.exit(f"nothing in {', '.join(missing)}")
