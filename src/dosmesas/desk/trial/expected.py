"""What was expected and did not come, in words."""

from dosmesas.desk.trial.judging import is_yes
from dosmesas.desk.trial.trying import Missed
from dosmesas.model.trials import Expectation, FlagIs, Form, Holds, Measure, Shown, Sign
from dosmesas.text.phrase import Phrase, phrase

_FULL = 100


def expected_of(one: Missed, seeds: int) -> Phrase:
    """What was expected of a game, or of so many of several games."""
    told = _expected(one.expectation)
    if seeds == 1:
        return told
    share = one.expectation.share
    if share == _FULL:
        return phrase("{what}, in all of {count} games", what=told, count=seeds)
    return phrase("{what}, in at least {share} % of {count} games", what=told, share=share, count=seeds)


def _expected(one: Expectation) -> Phrase:
    turn = one.turn
    match one.what:
        case Measure(indicator=name, form=form):
            told = phrase("{name} is {form}", name=name, form=one.text)
            if form is Form.MOVE:
                told = phrase("{name} {move}", name=name, move=one.text)
            if one.since:
                told = phrase("{what} since the end of turn {turn}", what=told, turn=one.since)
            return phrase("{what} at the end of turn {turn}", what=told, turn=turn) if turn else told
        case FlagIs(flag=name, value=value):
            return _in_turn(is_yes(name, value=value), turn)
        case Holds():
            return _in_turn(phrase("this holds"), turn)
        case Shown(sign=sign, id=name):
            return _in_turn(_shown(sign, name), turn)


def _in_turn(what: Phrase, turn: int | None) -> Phrase:
    return phrase("{what} in turn {turn}", what=what, turn=turn) if turn else what


def _shown(sign: Sign, name: str) -> Phrase:
    return {
        Sign.FIRED: phrase("the rule '{name}' works", name=name),
        Sign.NOT_FIRED: phrase("the rule '{name}' does not work", name=name),
        Sign.CITES: phrase("something rests on '{name}'", name=name),
        Sign.NOT_CITES: phrase("nothing rests on '{name}'", name=name),
        Sign.COMES: phrase("'{name}' comes", name=name),
        Sign.NOT_COMES: phrase("'{name}' does not come", name=name),
        Sign.CHOSEN: phrase("'{name}' is chosen", name=name),
        Sign.NOT_CHOSEN: phrase("'{name}' is not chosen", name=name),
        Sign.CARRIED: phrase("'{name}' is carried", name=name),
        Sign.WATERED: phrase("'{name}' is watered down", name=name),
        Sign.BLOCKED: phrase("'{name}' is blocked", name=name),
        Sign.GAVE_WAY: phrase("'{name}' gives way", name=name),
        Sign.STRUCK: phrase("the deal '{name}' is struck", name=name),
        Sign.NOT_STRUCK: phrase("the deal '{name}' is not struck", name=name),
        Sign.BROKEN: phrase("a word on '{name}' is broken", name=name),
        Sign.NOT_BROKEN: phrase("no word on '{name}' is broken", name=name),
        Sign.ENDING: phrase("the ending is '{name}'", name=name),
    }[sign]
