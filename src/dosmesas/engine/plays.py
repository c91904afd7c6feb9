"""What is said in a debate, as the text of an action: the form in which a decision is kept and saved."""

from dosmesas.debate.judge import REST, Answer, Play

NOTHING = "none"
"""The action of a case without cards, or of no rebuttal."""


def text_of(play: Play) -> str:
    """A case or a set of rebuttals as an action: `a+b`."""
    return "+".join(play) or NOTHING


def play_of(text: str) -> Play:
    """The cards of such an action."""
    return () if text == NOTHING else tuple(text.split("+"))


def text_of_answer(answer: Answer) -> str:
    """An answer as an action: `rest`, `reply:card`, `back:card:backed` or `concede:card`."""
    return ":".join(filter(None, (answer.kind, answer.card, answer.backed)))


def answer_of(text: str) -> Answer:
    """The answer of such an action."""
    return Answer(*text.split(":")) if text != REST.kind else REST
