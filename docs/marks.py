"""Writes the worked example into docs/marks.md by playing it: `python docs/marks.py`."""

import json
from pathlib import Path

from dosmesas.load.loading import read
from dosmesas.load.locate import Roots
from dosmesas.session.debate_record import debate_record
from dosmesas.session.session import Session
from dosmesas.session.setup import ALL, Setup

PAGE = Path(__file__).with_name("marks.md")
MARK = "<!-- From here on written by `python docs/marks.py`; a test fails when the code differs. -->\n"
SMALL = Path(__file__).parents[1] / "tests" / "small"
SEAT, FOE = "no.minister", "su.minister"
PLAYED = {
    ("choose", SEAT): "haul/share-haul",
    ("choose", FOE): "haul/take-half",
    ("case", SEAT): "haul-agreed+haul-counted",
    ("case", FOE): "haul-counted+talks-open-doors",
    ("rebut", SEAT): "talk-is-cheap",
    ("rebut", FOE): "haul-forgotten+haul-was-small",
    ("reply", SEAT): "back:talks-open-doors:haul-agreed",
}
"""What is played in the first turn; elsewhere the first action that is open."""
ROW = "| {point} | `{action}` | {left} | {least} | {most} | {quality} |\n"
TEXT = """The first turn of the small pack that the tests argue in (tests/small/content/parley, seed 7), with
people on all seats. The minister of Norden opens the claim `talks-help`, chooses `share-haul`, and argues
`{case}`. The other side rebuts with `{rebuttals}`; the answer is
`{answer}`. Support at home is {support}, so the choice is {band}, and
`{decided_by}` decided.

| point | play | left | least | most | quality |
| --- | --- | ---: | ---: | ---: | ---: |
{rows}
The first row by hand: 100 x ({left} - {least}) / ({most} - {least}) = {case_quality}, but for the rounding of
what is printed. Quality {quality} is the mean of the last column. Clash {clash}: both rebuttals hurt, and the
backing holds up `haul-agreed`, which one of them hit. Fit {fit}: both cards of the case answer one of the
only two doubts. Evidence {evidence}: of four cards `haul-agreed` and `talks-open-doors` rest on `talks-help`,
which was opened before; `haul-counted` and `talk-is-cheap` rest on `stock-falls`, which was not.

The same as `dosmesas replay SAVE --json` prints it under `debate`, `seats`, for this seat:

```json
{json}
```
"""


def played() -> Session:
    """The first turn of the example."""
    pack = read(SMALL / "content" / "parley", Roots(SMALL / "seeds", SMALL / "game", SMALL / "content")).pack
    assert pack is not None
    session = Session.start(pack, Setup(pack.seats, 7, argue=ALL))
    session.note_opened(SEAT, ["talks-help"])
    while session.state.turn == 1 and (seat := session.next_seat()) is not None:
        point = str(session.state.point)
        session.decide(seat, PLAYED.get((point, seat), session.legal(seat)[0]))
    return session


def example() -> str:
    """The example in words and as JSON."""
    found = json.loads(json.dumps(debate_record(played(), marked=True)))
    seat = found["seats"][SEAT]
    debate = next(one for one in found["turns"] if one["seat"] == SEAT)
    rows = "".join(ROW.format(**one) for one in seat["decisions"])
    listed = {key: "+".join(debate[key]) for key in ("case", "rebuttals")}
    told = {key: debate[key] for key in ("answer", "support", "band", "decided_by")}
    marks = {key: seat[key] for key in ("quality", "clash", "fit", "evidence")}
    first = {key: seat["decisions"][0][key] for key in ("left", "least", "most")}
    first["case_quality"] = seat["decisions"][0]["quality"]
    return TEXT.format(rows=rows, json=json.dumps(seat, indent=1), **listed, **told, **marks, **first)


def page() -> str:
    """The whole page: what stands above the mark stays as it was written."""
    head, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    return f"{head}{mark}{example()}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
