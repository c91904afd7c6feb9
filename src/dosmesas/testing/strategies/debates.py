"""Debates: what audiences doubt, and the cards that answer it or speak against an answer."""

from dosmesas.debate.table import How
from dosmesas.load.shapes.debate import CARD, DEBATE, DOUBTER, LINE, QUESTION
from dosmesas.load.shapes.declared import Shape
from dosmesas.testing.strategies.filling import Filler, Found
from dosmesas.testing.strategies.tree import Tree
from dosmesas.testing.strategies.writing import Data

QUESTIONS = ("works", "pays")
LINES = ("talk", "ships")


def draw_debates(filler: Filler, tree: Tree) -> None:
    """The questions and doubts of a ruleset, and a policy line or two."""
    questions: list[Data] = []
    for name in QUESTIONS[: filler.few(1, len(QUESTIONS))]:
        filler.world.declare("question", name)
        questions.append(filler.under(name).thing(QUESTION, {"question": name}))
    doubters: list[Data] = [
        filler.under(name).thing(DOUBTER, {"audience": name}) for name in filler.world.of_kind("audience")
    ]
    debate = filler.under("debate").thing(DEBATE, {"questions": questions, "audiences": doubters})
    tree.put("game/debate.yaml", DEBATE, debate)
    for name in LINES[: filler.few(1, len(LINES))]:
        filler.world.declare("line", name)
        cards: list[Data] = [*draw_cards(filler, name, CARD)]
        tree.put(
            f"game/arguments/{name}.yaml",
            LINE,
            filler.under(name).thing(LINE, {"line": name, "cards": cards}),
        )


def draw_cards(filler: Filler, name: str, shape: Shape, **fixed: Data | None) -> list[Found]:
    """A reason, what speaks against it, perhaps what is replied, and what makes a doubt worse."""
    question = filler.one_of(filler.world.of_kind("question"))
    reason, but, still, worse = (f"{name}-{part}" for part in ("helps", "fails", "still", "harms"))
    roles: dict[str, dict[str, Data | None]] = {reason: {"answers": question}, but: {"against": [reason]}}
    if filler.perhaps():
        roles[still] = {"against": [but]}
    if filler.perhaps():
        roles[worse] = {"worsens": question}
    return [_card(filler.under(name), name, shape, {**fixed, **role}) for name, role in roles.items()]


def _card(filler: Filler, name: str, shape: Shape, role: dict[str, Data | None]) -> Found:
    """A card of one role; only a reason cuts, and only what speaks against others says how."""
    filler.world.declare("card", name)
    wanted: dict[str, Data | None] = {"answers": None, "against": None, "worsens": None, "how": None}
    if "against" in role:
        wanted["how"] = filler.one_of([str(how) for how in How])
    if "answers" not in role:
        wanted["cuts"] = None
    return filler.thing(shape, {"card": name, "because": filler.because(), **wanted, **role})
