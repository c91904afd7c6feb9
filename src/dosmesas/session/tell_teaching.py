"""What the article argues in a pack, its strongest opponent, and where the game stood, for both faces."""

from itertools import pairwise

from attrs import frozen

from dosmesas.model.rules import Pack, Teaching
from dosmesas.session.claims import MAKERS
from dosmesas.session.session import Session
from dosmesas.session.teaching import Side, Stood, stood
from dosmesas.text.catalog import say


@frozen
class Part:
    """A heading and what is told under it, a paragraph each."""

    heading: str
    told: tuple[str, ...]


def teaching_parts(session: Session, language: str) -> tuple[Part, ...]:
    """Thesis, opponent, and where each player's office stood; nothing where the pack does not teach."""
    pack, teaches = session.pack, session.pack.teaches
    if teaches is None:
        return ()
    parts = [
        Part(say(language, "teaches_thesis"), (_thesis(pack, teaches, language),)),
        Part(say(language, "teaches_opponent"), _opponent(pack, teaches, language)),
    ]
    seats = [one for one in pack.seats if one in session.setup.seats]
    for seat in seats:
        office = pack.ruleset.offices[seat].name(language)
        key = "stood_heading" if len(seats) == 1 else "stood_heading_of"
        told = standing_lines(stood(session, seat, language), language)
        told += [say(language, "stood_limit")] if seat == seats[-1] else []
        parts.append(Part(say(language, key, office=office), tuple(told)))
    return tuple(parts)


def _thesis(pack: Pack, teaches: Teaching, language: str) -> str:
    """The thesis with its paragraphs, in their order."""
    claims = pack.ruleset.dossier.claims
    places = sorted({claims[one].paragraph for one in teaches.holds}, key=lambda one: int(one[1:]))
    return say(
        language, "teaches_places", text=teaches.thesis(language).rstrip("."), places=", ".join(places)
    )


def _opponent(pack: Pack, teaches: Teaching, language: str) -> tuple[str, ...]:
    """The case against the thesis, and where its views come from: what is published first."""
    claims = pack.ruleset.dossier.claims
    sources = dict.fromkeys(claims[one].source for one in teaches.against)
    told = [one for one in sources if one != MAKERS]
    told += [say(language, "teaches_makers")] if MAKERS in sources else []
    return (
        teaches.opponent(language),
        say(language, "teaches_sources", sources="; ".join(told)),
    )


def standing_lines(found: tuple[Stood, ...], language: str) -> list[str]:
    """The decisions by side, where the game left one for the other."""
    if all(one.side is Side.NEITHER for one in found):
        return [say(language, "stood_none")]
    lines = []
    for side in Side:
        told = [
            say(language, "stood_decision", turn=one.turn, event=one.event, label=one.label)
            for one in found
            if one.side is side
        ]
        lines += [say(language, f"stood_{side}", what="; ".join(told))] if told else []
    return [*lines, _course(found, language)]


def _course(found: tuple[Stood, ...], language: str) -> str:
    """The first turn in which the game left one side for the other, and the first apart from both."""
    sided = [one for one in found if one.side in {Side.ARTICLE, Side.OPPONENTS}]
    left = next(((one, two) for one, two in pairwise(sided) if one.side is not two.side), None)
    if left:
        said = [say(language, f"stood_left_{left[0].side}", turn=left[1].turn)]
    else:
        said = [say(language, f"stood_kept_{sided[0].side if sided else Side.BOTH}")]
    apart = [one.turn for one in found if one.side is Side.NEITHER]
    return " ".join([*said, *([say(language, "stood_apart", turn=apart[0])] if apart else [])])
