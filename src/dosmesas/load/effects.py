"""Effects as an author writes them, read into the model's trees."""

from attrs import define

from dosmesas.lang.nodes import Node as Expression
from dosmesas.lang.nodes import Number
from dosmesas.lang.scope import Kind
from dosmesas.load.expressions import expression
from dosmesas.load.fields import WRITE_YES_OR_NO, Fields, is_id
from dosmesas.load.nodes import Mapping, Node, Scalar, Sequence
from dosmesas.load.reading import Reading
from dosmesas.load.shapes.declared import Shape
from dosmesas.load.shapes.effects import AFTER, CHANCE, CHANGE, NESTED, WHEN
from dosmesas.model.effects import After, Chance, Change, Effect, SetFlag, ViewMarks, When
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

ADD_BECAUSE = phrase("add 'because:'")


@define(eq=False, repr=False, match_args=False)
class EffectReader:
    """Reads the effects of one owner (an option, deal, rule or bulletin) and numbers its delays and draws."""

    reading: Reading
    owner: str
    count: int = 0

    def effects(self, fields: Fields, because: tuple[str, ...], key: str = "effects") -> tuple[Effect, ...]:
        """The list under a key; each effect cites the nearest `because`."""
        found = [self._effect(node, because) for node in fields.entries(key)]
        return tuple(effect for effect in found if effect is not None)

    def _effect(self, node: Node, because: tuple[str, ...]) -> Effect | None:
        fields = Fields.of(node, _shape_of(node), self.reading)
        if fields is None:
            return None
        because = cited(fields, because)
        if fields.shape is AFTER:
            effect: Effect | None = self._after(fields, because)
        elif fields.shape is CHANCE:
            effect = self._chance(fields, because)
        elif fields.shape is WHEN:
            effect = self._when(fields, because)
        else:
            return self._leaf(fields, because)
        fields.close()
        return effect

    def _after(self, fields: Fields, because: tuple[str, ...]) -> After:
        name = self._next()
        self.reading.places["after", name] = fields.value_span("after")
        return After(name, fields.whole("after"), self.effects(fields, because), fields.span)

    def _chance(self, fields: Fields, because: tuple[str, ...]) -> Chance:
        name = self._next()
        percent = fields.whole("chance")
        return Chance(
            name, percent, self.effects(fields, because), self._otherwise(fields, because), fields.span
        )

    def _when(self, fields: Fields, because: tuple[str, ...]) -> When:
        condition = fields.expression("when") or Number(0, 0, 0)
        effects, otherwise = self.effects(fields, because), self._otherwise(fields, because)
        return When(condition, effects, otherwise, fields.span, fields.key_span("when"))

    def _otherwise(self, fields: Fields, because: tuple[str, ...]) -> tuple[Effect, ...]:
        return self.effects(fields, because, "otherwise") if fields.has("otherwise") else ()

    def _leaf(self, fields: Fields, because: tuple[str, ...]) -> Effect | None:
        targets = [(key, value) for key, value in fields.node.items if key.text not in CHANGE.keys]
        if len(targets) != 1:
            hint = phrase("one change a '- ' line, such as '- trust: +3'")
            fields.problem("E0112", phrase("an effect names one indicator or flag"), fields.span, hint)
            return None
        (key, value), figure = targets[0], fields.reference("figure")
        if not because:
            hint = phrase("add 'because:' with the ids of claims, here or above")
            message = phrase("nothing is cited for the change of '{name}'", name=key.text)
            fields.problem("E0210", message, key.span, hint)
        return self._change(key, value, because, figure)

    def _change(self, key: Scalar, value: Node, because: tuple[str, ...], figure: str) -> Effect | None:
        if not isinstance(value, Scalar):
            message = phrase("'{key}:' wants a number or yes or no", key=key.text)
            self.reading.problems.add("E0112", message, value.span)
        elif key.text in self.reading.declared["indicator"]:
            amount = expression(value, Kind.NUMBER, self.reading, key.text, key.text)
            counted = key.text in self.reading.counters
            if counted and not _is_whole(amount):
                hint = phrase("write +1, or another whole number")
                message = phrase("the counter '{name}' is changed by a whole number", name=key.text)
                self.reading.problems.add("E0112", message, value.span, hint=hint)
            return Change(key.text, amount, because, key.span, figure, counted)
        elif key.text in self.reading.declared["flag"]:
            if value.text not in {"yes", "no"}:
                message = phrase("the flag '{name}' is set to yes or no", name=key.text)
                self.reading.problems.add("E0112", message, value.span, hint=WRITE_YES_OR_NO)
            return SetFlag(key.text, value.text == "yes", because, key.span)
        else:
            self._unknown(key.text, key.span)
        return None

    def _unknown(self, name: str, span: Span) -> None:
        if not self.reading.whole:  # what a file that cannot be read declares is missing here: nobody's fault
            return
        known = {**self.reading.declared["indicator"], **self.reading.declared["flag"]}
        kind = "indicator" if self.reading.place_of_nearest("indicator", name) else "flag"
        hint = did_you_mean(name, [*known, *NESTED]) if is_id(name) else NOTHING
        related = self.reading.place_of_nearest(kind, name)
        self.reading.problems.add("E0203", neither(name), span, hint=hint, related=related)

    def _next(self) -> str:
        self.count += 1
        return f"{self.owner}~{self.count}"


def neither(name: str) -> Phrase:
    """What is said of a name that nothing has which can be changed."""
    return phrase("'{name}' is not an indicator or flag", name=name)


def _shape_of(node: Node) -> Shape:
    """The shape of an effect: by its first key that holds others, else a change."""
    if isinstance(node, Mapping):
        for key, shape in NESTED.items():
            if key in node.values:
                return shape
    return CHANGE


def _is_whole(amount: Expression) -> bool:
    return isinstance(amount, Number) and amount.value % 1000 == 0


def cited(fields: Fields, inherited: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The claims under `because:`, else the inherited ones."""
    return fields.references("because") or inherited


def at_work_in(fields: Fields) -> ViewMarks:
    """The worldviews under `view:`, one or a list, with their places."""
    value = fields.get("view")
    nodes = value.items if isinstance(value, Sequence) else [value] if value is not None else []
    found = []
    for node in nodes:
        if isinstance(node, Scalar) and node.text.strip():
            fields.reading.refer("view", node.text, node.span)
            found.append((node.text, node.span))
        else:
            message = phrase("'view:' wants the id of a worldview, or a list of them")
            fields.problem("E0112", message, node.span)
    return tuple(found)
