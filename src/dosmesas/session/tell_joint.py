"""The joint table as lines of plain text: whose word has been given, how words were kept, trust and tone."""

from dosmesas.engine.state import DECLINE, SILENT
from dosmesas.session.tables import Party
from dosmesas.session.tell_home import win_lines
from dosmesas.session.tell_turn import TurnTeller
from dosmesas.session.views import IndicatorRow, TableView
from dosmesas.text.catalog import say
from dosmesas.text.number import signed


def joint_lines(view: TableView, language: str, *, points: bool = True) -> list[str]:
    """The deals with whose table would carry them, the words given now and before, what stands between."""
    lines = [say(language, "joint_heading")]
    lines += (
        win_lines(view, language, points=points)
        or [one.name for one in view.deals]
        or [say(language, "joint_none")]
    )
    lines += [own_word(one, language) for one in view.parties if one.own and one.said not in {"", SILENT}]
    lines += TurnTeller(language).words_said(view)
    if any(one.given for one in view.parties):
        lines.append(say(language, "joint_records", records="; ".join(_records(view, language))))
    if view.between:
        rows = "; ".join(_row(one) for one in view.between)
        lines.append(say(language, "joint_between", rows=rows))
    return lines


def own_word(party: Party, language: str) -> str:
    """What the office itself has said of the deals."""
    if party.said == DECLINE:
        return say(language, "joint_declined_own")
    return say(language, "joint_word_own", name=party.deal)


def _records(view: TableView, language: str) -> list[str]:
    return [
        say(
            language,
            "joint_record" if one.given else "joint_no_record",
            office=one.name,
            kept=one.kept,
            given=one.given,
        )
        for one in view.parties
    ]


def _row(row: IndicatorRow) -> str:
    return f"{row.name} {row.value}" + (f" ({signed(row.change)})" if row.change else "")
