"""A certificate for a terminal."""

from collections.abc import Iterator

from dosmesas.desk.certificate.words import ENOUGH, Words, tenths
from dosmesas.model.rules import Pack
from dosmesas.sim.certificate.figures import Certificate, OptionFigure, Verdict

FAIR = ("planner_best", "random_best", "one_note", "argument", "same_ending", "lopsided", "seat_gap")
"""The figures that stand together, in their order."""


def certificate_lines(pack: Pack, found: Certificate, language: str, playouts: int) -> Iterator[str]:
    """The lines; of options only those that lie outside, or may."""
    words = Words(pack, language)
    yield words.head(found)
    yield words.total(found)
    advice = words.advice(found)
    yield words.cert("first") if advice else words.cert("fine")
    yield from (f"  {number}. {text}" for number, text in enumerate(advice, 1))
    yield from _endings(words, found)
    yield from _reach(words, found)
    yield words.cert("fair")
    for kind in FAIR:
        yield from (f"  {words.line(one)}" for one in found.of(kind))
    yield words.cert("seats")
    yield from (f"  {words.line(one)}" for one in found.of("seat_gain"))
    yield words.cert("outlook")
    yield from (f"  {words.seat(seat)}: {tenths(share)}" for seat, share in found.outlook.items())
    yield from _options(words, found, playouts)
    yield from _idle(words, found)


def _endings(words: Words, found: Certificate) -> Iterator[str]:
    yield words.cert("endings")
    yield f"  {words.cert('endings_about')}"
    yield from (f"  {words.line(one)}" for one in found.of("ending"))


def _reach(words: Words, found: Certificate) -> Iterator[str]:
    yield words.cert("reach")
    yield f"  {words.cert('reach_about')}"
    best = words.pack.ruleset.endings[0].id
    for one in found.reaches:
        seats = "; ".join(
            f"{words.seat(seat)} {tenths(mean)} ±{tenths(error)}"
            for seat, (mean, error) in one.returns.items()
        )
        share = f"{words.cert('best_ending')} {tenths(one.endings[best])}"
        yield f"  {words.bot(one.bot)} ({one.games:,}): {share}; {seats}"


def _options(words: Words, found: Certificate, playouts: int) -> Iterator[str]:
    yield words.cert("options")
    yield f"  {words.cert('options_about', playouts=playouts)}"
    wrong = {
        one.about for one in (*found.of("best_alone"), *found.of("as_good")) if one.verdict is Verdict.OUTSIDE
    }
    shown = [one for one in found.options if one.option in wrong or words.beaten(one)]
    yield from (f"  {option_line(words, one)}" for one in shown)
    if not shown:
        yield f"  {words.cert('options_fine')}"
    if few := sum(1 for one in found.options if one.states < ENOUGH):
        yield f"  {words.cert('options_few', count=few, states=ENOUGH)}"


def option_line(words: Words, one: OptionFigure) -> str:
    """An option's shares, and what beats it."""
    text = words.cert(
        "option",
        option=one.option,
        alone=tenths(one.alone.percent),
        near=tenths(one.near.percent),
        behind=tenths(one.behind),
        states=one.states,
    )
    return f"{text} {words.beaten(one)}".rstrip()


def _idle(words: Words, found: Certificate) -> Iterator[str]:
    yield words.cert("never", games=f"{found.games:,}")
    for kind, names in found.never.items():
        yield f"  {words.cert(f'never_{kind}')}: {', '.join(names) or words.cert('none')}"
    yield words.cert("stuck")
    if not found.stuck:
        yield f"  {words.cert('none')}"
    for name, (turns, after) in found.stuck.items():
        shown = words.pack.ruleset.indicators[name].name(words.language)
        yield "  " + words.cert("stuck_line", name=shown, turns=tenths(turns), after=tenths(after))
