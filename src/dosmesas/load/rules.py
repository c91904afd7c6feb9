"""game/: dynamics rules, conduct, endings, worldviews, glossary."""

from dosmesas.load.effects import ADD_BECAUSE, EffectReader, at_work_in, cited
from dosmesas.load.fields import Fields, is_digits
from dosmesas.load.nodes import Node, Scalar
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import Shape
from dosmesas.load.shapes.rules import ENDING, RULE, TERM, TOLD_RULE, WORLDVIEW
from dosmesas.load.texts import local_text
from dosmesas.model.rules import HEARS_ARTICLE, HEARS_RIVALS, Ending, Rule, Term, Worldview
from dosmesas.text.local import Text
from dosmesas.text.phrase import phrase


def read_rule(node: Node, reading: Reading, name: str = "", shape: Shape = RULE) -> Rule | None:
    """A rule of the dynamics, or (named by its key) one of conduct, of which some have no effects."""
    fields = Fields.of(node, shape, reading)
    if fields is None:
        return None
    name = name or fields.identifier("rule")
    because = cited(fields)
    rule = Rule(
        name,
        fields.text("text"),
        because,
        () if shape is TOLD_RULE else EffectReader(reading, name).effects(fields, because),
        fields.span,
        fields.expression("when"),
        at_work_in(fields),
        fields.key_span("when"),
    )
    if shape is TOLD_RULE and not because:
        message = phrase("the rule of conduct '{name}' cites nothing", name=name)
        fields.problem("E0210", message, fields.span, ADD_BECAUSE)
    fields.close()
    return rule


def read_ending(node: Node, reading: Reading) -> Ending | None:
    """A named outcome."""
    fields = Fields.of(node, ENDING, reading)
    if fields is None:
        return None
    name = fields.identifier("ending")
    now = fields.expression("when_now")
    when = fields.expression("when")
    because = cited(fields)
    if not because:
        message = phrase("the ending '{name}' cites nothing", name=name)
        fields.problem("E0210", message, fields.span, ADD_BECAUSE)
    ending = Ending(
        name,
        fields.text("title"),
        fields.text("text"),
        because,
        fields.span,
        now or when,
        now is not None,
        fields.key_span("when" if now is None else "when_now"),
    )
    fields.close()
    return ending


def read_worldview(node: Node, reading: Reading) -> Worldview | None:
    """Belief in percent per claim, and why."""
    fields = Fields.of(node, WORLDVIEW, reading)
    if fields is None:
        return None
    name = fields.identifier("view")
    heard = fields.inside("hearing")
    view = Worldview(
        name,
        fields.text("name"),
        fields.text("text"),
        fields.whole("article"),
        fields.whole("rivals"),
        _beliefs(fields),
        fields.span,
        _rationale(fields),
        heard.whole("article") if heard else HEARS_ARTICLE,
        heard.whole("rivals") if heard else HEARS_RIVALS,
    )
    if heard:
        heard.close()
    fields.close()
    return view


def _beliefs(fields: Fields) -> dict[str, int]:
    beliefs = {}
    for key, value in fields.pairs("beliefs"):
        fields.reading.refer("claim", key.text, key.span)
        if isinstance(value, Scalar) and is_digits(value.text, 3) and int(value.text) <= 100:
            beliefs[key.text] = int(value.text)
        else:
            fields.problem("E0114", phrase("a belief is 0 to 100"), value.span)
    return beliefs


def _rationale(fields: Fields) -> dict[str, Text]:
    """One sentence a claim: why this school believes it so far."""
    reasons = {}
    for key, value in fields.pairs("rationale"):
        fields.reading.refer("claim", key.text, key.span)
        reasons[key.text] = local_text(value, "rationale", fields.reading, fields.limit("rationale"))
    return reasons


def read_term(node: Node, reading: Reading) -> Term | None:
    """An entry of the glossary."""
    fields = Fields.of(node, TERM, reading)
    if fields is None:
        return None
    term = Term(fields.text("term"), fields.text("text"))
    fields.close()
    return term
