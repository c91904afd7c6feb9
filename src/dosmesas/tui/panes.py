"""The texts of the table's panes, put together from the views of a session. Pure, and all plain text."""

from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.session.deals import DealView
from dosmesas.session.session import Session
from dosmesas.session.tell_home import home_tag, support_line, win_brief
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import IndicatorRow, OptionView, TableView
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, signed

_BARS = "▁▂▃▄▅▆▇█"


def header(session: Session, seat: str, language: str) -> str:
    """The first line: game, turn, month, office, seed."""
    pack, number = session.pack, session.state.turn
    turn = say(language, "turn_short", turn=number, turns=pack.turns)
    month, office = pack.begins.plus(number - 1)(language), pack.ruleset.offices[seat].name(language)
    seed = say(language, "seed_short", seed=session.setup.seed)
    return f"{pack.title(language)}   {turn} · {month}   {office}   {seed}"


def situation_short(rows: tuple[IndicatorRow, ...]) -> str:
    """All indicators on screen, two a line."""
    texts = [_short(row) for row in rows]
    pairs = zip(texts[::2], [*texts[1::2], ""], strict=False)
    return "\n".join(f"{left:<39} {right}".rstrip() for left, right in pairs)


def _short(row: IndicatorRow) -> str:
    return f"{row.name} {row.value}{mark(row)}"


def mark(row: IndicatorRow) -> str:
    """The last change: an arrow, an amount, and + for the better or ! for the worse; no colour needed."""
    if not row.change:
        return ""
    arrow = "▲" if row.change > 0 else "▼"
    verdict = "" if row.better is None else ("+" if row.better else "!")
    return f" {arrow}{fixed(abs(row.change), 2).rstrip('0').rstrip('.')}{verdict}"


def situation_long(rows: tuple[IndicatorRow, ...]) -> str:
    """One indicator a line, with its path as blocks on the indicator's own fixed scale."""
    return "\n".join(f"{row.name}\n  {row.value:>12} {blocks(row)}{mark(row)}  {row.unit}" for row in rows)


def blocks(row: IndicatorRow) -> str:
    """The path so far in eighths of the indicator's range: the scale never stretches with the data."""
    span = row.high - row.low
    return "".join(_BARS[min(7, (value - row.low) * 8 // span)] for value in row.history)


def brief(view: TableView, language: str) -> str:
    """The event's brief, what was said of the deals, bulletins, and what is on its way."""
    lines = [view.brief]
    if view.point is Point.WORD:
        numbered = "; ".join(f"{n}. {one.label}" for n, one in enumerate(view.options, 1))
        lines.append(f"{say(language, 'your_options')} {numbered}.")
    else:
        lines += TurnTeller(language).words_said(view)
    lines += [say(language, "bulletin_line", text=text) for text in view.bulletins]
    if view.coming:
        lines += [say(language, "coming"), *view.coming]
    return "\n".join(lines)


def choices(view: TableView, language: str) -> list[tuple[str, str]]:
    """What can be chosen now, as (action, label)."""
    if view.point is Point.WORD:
        found = [(deal.id, say(language, "word_short", name=deal.name)) for deal in view.deals]
        return [*found, (DECLINE, say(language, "word_decline")), (SILENT, say(language, "word_silent"))]
    return [(one.id, _option_row(one, language)) for one in view.options]


def _option_row(option: OptionView, language: str) -> str:
    """An option with the support that its home table would give it, without a case and with the best."""
    home = f" · {home_tag(option.home, language)}" if option.home else ""
    closed = "" if option.legal else f" — {say(language, 'not_open')}"
    return f"{option.label}{home}{closed}"


def detail(view: TableView, action: str, language: str) -> str:
    """What stands behind the choice that is highlighted."""
    if view.point is Point.WORD:
        deal = next((one for one in view.deals if one.id == action), None)
        return _deal_detail(view, deal, language) if deal else say(language, "word_heading")
    option = next(one for one in view.options if one.id == action)
    return _option_detail(option, language)


def _deal_detail(view: TableView, deal: DealView, language: str) -> str:
    mine = next(one for one in view.options if one.id == deal.mine)
    text = say(
        language, "word_give", name=deal.name, mine=mine.label, office=deal.partner, theirs=deal.theirs
    )
    lines = [text, win_brief(deal, language), _moves(mine, language), say(language, "word_heading")]
    return "\n".join(filter(None, lines))


def _option_detail(option: OptionView, language: str) -> str:
    lines = [option.reason]
    if option.needs:
        lines.append(option.needs if option.legal else f"{say(language, 'not_open')} {option.needs}")
    lines += [support_line(option.home, language)] if option.home else []
    lines.append(_moves(option, language))
    lines += [
        say(language, "part_of_deal", name=deal.name, office=deal.partner, theirs=deal.theirs)
        for deal in option.deals
    ]
    return "\n".join(lines)


def _moves(option: OptionView, language: str) -> str:
    moves = "; ".join(move.text for move in option.moves)
    return say(language, "moves", what=moves) if moves else say(language, "moves_none")


def path_line(row: IndicatorRow) -> str:
    """An indicator's whole path for the debrief: blocks, then where it began and ended."""
    change = signed(row.history[-1] - row.history[0])
    return f"{row.name:<28} {blocks(row)}  {fixed(row.history[0])} → {fixed(row.history[-1])} ({change})"
