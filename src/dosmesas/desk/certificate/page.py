"""A certificate as one page: both languages, charts with a table under each, nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from dosmesas.desk.certificate.bars import Bar, bars
from dosmesas.desk.certificate.lines import FAIR
from dosmesas.desk.certificate.words import Words, tenths
from dosmesas.desk.web import document, table_of
from dosmesas.model.rules import Pack
from dosmesas.sim.certificate.figures import Certificate, Figure, OptionFigure, Verdict
from dosmesas.text.catalog import say

_STYLE = """
.bars { width: 100%; height: auto; font: 12px system-ui, sans-serif; fill: #1b1f24 }
.in { fill: #4c78a8 } .outside { fill: #b3401a } .unsure { fill: #9aa5b1 }
.span { stroke: #1b1f24; stroke-width: 2 } .limit { stroke: #57606a; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) {
 .bars { fill: #e9edf2 }
 .in { fill: #7aa6d6 } .outside { fill: #f08a5d } .unsure { fill: #66707b } .span { stroke: #e9edf2 }
}
"""
_CLASSES = {Verdict.INSIDE: "in", Verdict.OUTSIDE: "outside", Verdict.UNSURE: "unsure"}


def certificate_page(pack: Pack, found: Certificate, playouts: int) -> str:
    """The whole page."""
    first = pack.languages[0]
    title = Words(pack, first).head(found)
    links = " · ".join(
        f'<a href="#{one}" lang="{one}">{say(one, "language_name")}</a>' for one in pack.languages
    )
    parts = [f"<nav>{links}</nav>"]
    for language in pack.languages:
        words = Words(pack, language)
        parts += [f'<main id="{language}" lang="{language}">', *_told(words, found, playouts), "</main>"]
    return document(first, title, _STYLE, parts)


def _told(words: Words, found: Certificate, playouts: int) -> Iterator[str]:
    yield f"<h1>{escape(words.head(found))}</h1><p>{escape(words.total(found))}</p>"
    advice = words.advice(found)
    yield f"<h2>{escape(words.cert('first') if advice else words.cert('fine'))}</h2>"
    yield "<ol>" + "".join(f"<li>{escape(text)}</li>" for text in advice) + "</ol>" if advice else ""
    yield _section(words, found.of("ending"), "endings", words.cert("endings_about"))
    yield from _reach(words, found)
    fair = [one for kind in FAIR for one in found.of(kind)]
    yield _section(words, fair, "fair", "")
    yield _section(words, found.of("seat_gain"), "seats", "", most=30.0)
    yield _shares(words, "outlook", [(words.seat(seat), share) for seat, share in found.outlook.items()])
    yield from _options(words, found, playouts)
    yield from _idle(words, found)


def _section(words: Words, figures: Sequence[Figure], key: str, about: str, most: float = 100.0) -> str:
    title = words.cert(key)
    same = {(one.least, one.most) for one in figures}
    limits = same.pop() if len(same) == 1 else (None, None)
    rows = [
        Bar(words.name(one), one.value, one.low, one.high, tenths(one.value), _CLASSES[one.verdict])
        for one in figures
    ]
    table = [
        (
            words.name(one),
            tenths(one.value),
            f"{tenths(one.low)} – {tenths(one.high)}",
            words.bound(one) if one.least is not None or one.most is not None else "",
            words.cert(str(one.verdict)) if one.least is not None or one.most is not None else "",
        )
        for one in figures
    ]
    chart = bars(title, rows, most, limits)
    return f"<h2>{escape(title)}</h2><p>{escape(about)}</p>{chart}{table_of(table)}"


def _reach(words: Words, found: Certificate) -> Iterator[str]:
    best = words.pack.ruleset.endings[0].id
    yield f"<h2>{escape(words.cert('reach'))}</h2><p>{escape(words.cert('reach_about'))}</p>"
    rows = [
        Bar(
            words.bot(one.bot),
            one.endings[best],
            one.endings[best],
            one.endings[best],
            tenths(one.endings[best]),
        )
        for one in found.reaches
    ]
    yield bars(words.cert("best_ending"), rows, 100, (None, None))
    seats = [*found.reaches[0].returns]
    table = [
        (
            words.bot(one.bot),
            f"{one.games:,}",
            tenths(one.endings[best]),
            *(f"{tenths(one.returns[seat][0])} ±{tenths(one.returns[seat][1])}" for seat in seats),
        )
        for one in found.reaches
    ]
    yield table_of(table, ("", words.cert("games"), words.cert("best_ending"), *map(words.seat, seats)))


def _shares(words: Words, key: str, rows: Sequence[tuple[str, float]]) -> str:
    title = words.cert(key)
    drawn = [Bar(name, share, share, share, tenths(share)) for name, share in rows]
    table = table_of([(name, tenths(share)) for name, share in rows])
    return f"<h2>{escape(title)}</h2>{bars(title, drawn, 100, (None, None))}{table}"


def _options(words: Words, found: Certificate, playouts: int) -> Iterator[str]:
    about = words.cert("options_about", playouts=playouts)
    yield f"<h2>{escape(words.cert('options'))}</h2><p>{escape(about)}</p>"
    verdicts = {one.about: one.verdict for one in found.of("as_good")}
    alone = {one.about: one for one in found.of("best_alone")}
    for event in words.pack.events.values():
        options = [one for one in found.options if one.option.startswith(f"{event.id}/")]
        if not options:
            continue
        title = event.title(words.language)
        rows = [
            Bar(
                _label(words, one),
                one.alone.percent,
                one.alone.low,
                one.alone.high,
                tenths(one.alone.percent),
                _CLASSES[_worse(alone[one.option].verdict, verdicts[one.option])],
            )
            for one in options
        ]
        limits = (None, next(iter(alone.values())).most)
        yield f"<h3>{escape(title)}</h3>{bars(title, rows, 100, limits)}{_option_table(words, options)}"


def _worse(one: Verdict, other: Verdict) -> Verdict:
    order = (Verdict.OUTSIDE, Verdict.UNSURE, Verdict.INSIDE)
    return min(one, other, key=order.index)


def _label(words: Words, one: OptionFigure) -> str:
    return words.pack.option(one.option).label(words.language)


def _option_table(words: Words, options: Sequence[OptionFigure]) -> str:
    rows = [
        (
            _label(words, one),
            tenths(one.alone.percent),
            tenths(one.near.percent),
            tenths(one.behind),
            f"{one.states:,}",
            words.beaten(one),
        )
        for one in options
    ]
    head = (
        "",
        words.cert("col_alone"),
        words.cert("col_near"),
        words.cert("col_behind"),
        words.cert("col_states"),
        "",
    )
    return table_of(rows, head)


def _idle(words: Words, found: Certificate) -> Iterator[str]:
    yield f"<h2>{escape(words.cert('never', games=f'{found.games:,}'))}</h2>"
    rows = [
        (words.cert(f"never_{kind}"), ", ".join(names) or words.cert("none"))
        for kind, names in found.never.items()
    ]
    yield table_of(rows).replace(' class="n"', "")
    yield f"<h2>{escape(words.cert('stuck'))}</h2>"
    named = words.pack.ruleset.indicators
    yield table_of(
        [
            (named[name].name(words.language), tenths(turns), tenths(after))
            for name, (turns, after) in found.stuck.items()
        ]
    )
